CREATE TABLE "commons"."community" (
	"institution_id" uuid,
	"id" uuid,
	"label" text NOT NULL,
	"domain" text NOT NULL,
	"formed_on" date,
	CONSTRAINT "community_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."community" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."community_membership" (
	"institution_id" uuid,
	"id" uuid,
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "community_membership_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "community_membership_days" CHECK (ends_on is null or ends_on >= starts_on)
);
--> statement-breakpoint
ALTER TABLE "commons"."community_membership" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."community_programme" (
	"institution_id" uuid,
	"community_id" uuid,
	"programme_id" uuid,
	CONSTRAINT "community_programme_pkey" PRIMARY KEY("institution_id","community_id","programme_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."community_programme" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."participation_event" (
	"institution_id" uuid,
	"id" uuid,
	"community_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"held_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_event_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "participation_event_kind" CHECK (kind in ('lead', 'contribute', 'attend', 'read', 'use-artefact'))
);
--> statement-breakpoint
ALTER TABLE "commons"."participation_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."participation_thresholds" (
	"institution_id" uuid,
	"version" integer,
	"thresholds" jsonb NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participation_thresholds_pkey" PRIMARY KEY("institution_id","version")
);
--> statement-breakpoint
ALTER TABLE "commons"."participation_thresholds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."value_indicator" (
	"institution_id" uuid,
	"id" uuid,
	"community_id" uuid NOT NULL,
	"framework" text NOT NULL,
	"state" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "value_indicator_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."value_indicator" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."value_story" (
	"institution_id" uuid,
	"id" uuid,
	"community_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"framework" text NOT NULL,
	"circle" text NOT NULL,
	"given_on" date NOT NULL,
	"withdrawn_on" date,
	"state" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "value_story_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "value_story_circle" CHECK (circle in ('author', 'community', 'institution', 'public'))
);
--> statement-breakpoint
ALTER TABLE "commons"."value_story" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."network_tie" (
	"institution_id" uuid,
	"wave_id" uuid,
	"from_id" uuid,
	"to_id" uuid,
	CONSTRAINT "network_tie_pkey" PRIMARY KEY("institution_id","wave_id","from_id","to_id"),
	CONSTRAINT "network_tie_ends" CHECK (from_id <> to_id)
);
--> statement-breakpoint
ALTER TABLE "commons"."network_tie" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."network_wave" (
	"institution_id" uuid,
	"id" uuid,
	"held_on" date NOT NULL,
	"boundary" text NOT NULL,
	"tie_kind" text NOT NULL,
	"source" text NOT NULL,
	"question" text,
	"rule" text NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "network_wave_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "network_wave_source" CHECK (source in ('survey', 'relationship', 'co-attendance')),
	CONSTRAINT "network_wave_rule" CHECK (rule in ('either-named', 'both-named'))
);
--> statement-breakpoint
ALTER TABLE "commons"."network_wave" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."network_wave_person" (
	"institution_id" uuid,
	"wave_id" uuid,
	"person_id" uuid,
	"department_id" text NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "network_wave_person_pkey" PRIMARY KEY("institution_id","wave_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."network_wave_person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."self_assessment" (
	"institution_id" uuid,
	"id" uuid,
	"held_on" date NOT NULL,
	"answers" jsonb NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "self_assessment_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."self_assessment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."self_assessment_wording" (
	"institution_id" uuid,
	"language" text,
	"texts" jsonb NOT NULL,
	"loaded_by" uuid NOT NULL,
	"loaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "self_assessment_wording_pkey" PRIMARY KEY("institution_id","language")
);
--> statement-breakpoint
ALTER TABLE "commons"."self_assessment_wording" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."dimension_reading" (
	"institution_id" uuid,
	"id" uuid,
	"relationship_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"party" text NOT NULL,
	"dimension" text NOT NULL,
	"reading" integer NOT NULL,
	"read_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "dimension_reading_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "dimension_reading_reading" CHECK (reading between -2 and 2)
);
--> statement-breakpoint
ALTER TABLE "commons"."dimension_reading" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."hallmark_reading" (
	"institution_id" uuid,
	"id" uuid,
	"hallmark" text NOT NULL,
	"department_id" text,
	"read_on" date NOT NULL,
	"state" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hallmark_reading_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."hallmark_reading" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."practice" (
	"institution_id" uuid,
	"id" uuid,
	"form" text NOT NULL,
	"department_id" text,
	"programme_id" uuid,
	"state" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "practice_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "practice_form" CHECK (form in ('formal', 'informal'))
);
--> statement-breakpoint
ALTER TABLE "commons"."practice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "community_membership_community" ON "commons"."community_membership" ("institution_id","community_id","person_id");--> statement-breakpoint
CREATE INDEX "community_membership_person" ON "commons"."community_membership" ("institution_id","person_id");--> statement-breakpoint
CREATE INDEX "community_programme_programme" ON "commons"."community_programme" ("institution_id","programme_id");--> statement-breakpoint
CREATE INDEX "participation_event_community" ON "commons"."participation_event" ("institution_id","community_id","held_on");--> statement-breakpoint
CREATE INDEX "participation_event_person" ON "commons"."participation_event" ("institution_id","person_id");--> statement-breakpoint
CREATE INDEX "value_indicator_community" ON "commons"."value_indicator" ("institution_id","community_id");--> statement-breakpoint
CREATE INDEX "value_story_community" ON "commons"."value_story" ("institution_id","community_id");--> statement-breakpoint
CREATE INDEX "value_story_author" ON "commons"."value_story" ("institution_id","author_id");--> statement-breakpoint
CREATE INDEX "network_tie_to" ON "commons"."network_tie" ("institution_id","wave_id","to_id");--> statement-breakpoint
CREATE INDEX "network_wave_person_person" ON "commons"."network_wave_person" ("institution_id","person_id");--> statement-breakpoint
CREATE INDEX "dimension_reading_relationship" ON "commons"."dimension_reading" ("institution_id","relationship_id");--> statement-breakpoint
CREATE INDEX "dimension_reading_person" ON "commons"."dimension_reading" ("institution_id","person_id");--> statement-breakpoint
CREATE INDEX "hallmark_reading_day" ON "commons"."hallmark_reading" ("institution_id","read_on");--> statement-breakpoint
CREATE INDEX "practice_programme" ON "commons"."practice" ("institution_id","programme_id");--> statement-breakpoint
ALTER TABLE "commons"."community" ADD CONSTRAINT "community_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."community_membership" ADD CONSTRAINT "community_membership_community_fk" FOREIGN KEY ("institution_id","community_id") REFERENCES "commons"."community"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."community_membership" ADD CONSTRAINT "community_membership_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."community_programme" ADD CONSTRAINT "community_programme_community" FOREIGN KEY ("institution_id","community_id") REFERENCES "commons"."community"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."community_programme" ADD CONSTRAINT "community_programme_programme_fk" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."participation_event" ADD CONSTRAINT "participation_event_community_fk" FOREIGN KEY ("institution_id","community_id") REFERENCES "commons"."community"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."participation_event" ADD CONSTRAINT "participation_event_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."participation_thresholds" ADD CONSTRAINT "participation_thresholds_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."value_indicator" ADD CONSTRAINT "value_indicator_community_fk" FOREIGN KEY ("institution_id","community_id") REFERENCES "commons"."community"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."value_story" ADD CONSTRAINT "value_story_community_fk" FOREIGN KEY ("institution_id","community_id") REFERENCES "commons"."community"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."value_story" ADD CONSTRAINT "value_story_author_fk" FOREIGN KEY ("institution_id","author_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."network_tie" ADD CONSTRAINT "network_tie_from" FOREIGN KEY ("institution_id","wave_id","from_id") REFERENCES "commons"."network_wave_person"("institution_id","wave_id","person_id");--> statement-breakpoint
ALTER TABLE "commons"."network_tie" ADD CONSTRAINT "network_tie_to_fk" FOREIGN KEY ("institution_id","wave_id","to_id") REFERENCES "commons"."network_wave_person"("institution_id","wave_id","person_id");--> statement-breakpoint
ALTER TABLE "commons"."network_wave" ADD CONSTRAINT "network_wave_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."network_wave_person" ADD CONSTRAINT "network_wave_person_wave" FOREIGN KEY ("institution_id","wave_id") REFERENCES "commons"."network_wave"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."network_wave_person" ADD CONSTRAINT "network_wave_person_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."self_assessment" ADD CONSTRAINT "self_assessment_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."self_assessment_wording" ADD CONSTRAINT "self_assessment_wording_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."dimension_reading" ADD CONSTRAINT "dimension_reading_relationship_fk" FOREIGN KEY ("institution_id","relationship_id") REFERENCES "commons"."relationship"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."dimension_reading" ADD CONSTRAINT "dimension_reading_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."hallmark_reading" ADD CONSTRAINT "hallmark_reading_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."practice" ADD CONSTRAINT "practice_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."practice" ADD CONSTRAINT "practice_programme_fk" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
CREATE POLICY "community_tenant" ON "commons"."community" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "community_data_steward" ON "commons"."community" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "community_membership_tenant" ON "commons"."community_membership" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "community_membership_data_steward" ON "commons"."community_membership" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "community_programme_tenant" ON "commons"."community_programme" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "community_programme_data_steward" ON "commons"."community_programme" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "participation_event_tenant" ON "commons"."participation_event" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "participation_event_data_steward" ON "commons"."participation_event" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "participation_thresholds_tenant" ON "commons"."participation_thresholds" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "participation_thresholds_data_steward" ON "commons"."participation_thresholds" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "value_indicator_tenant" ON "commons"."value_indicator" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "value_indicator_data_steward" ON "commons"."value_indicator" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "value_story_tenant" ON "commons"."value_story" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "network_tie_tenant" ON "commons"."network_tie" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "network_wave_tenant" ON "commons"."network_wave" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "network_wave_person_tenant" ON "commons"."network_wave_person" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "self_assessment_tenant" ON "commons"."self_assessment" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "self_assessment_wording_tenant" ON "commons"."self_assessment_wording" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "dimension_reading_tenant" ON "commons"."dimension_reading" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "hallmark_reading_tenant" ON "commons"."hallmark_reading" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "hallmark_reading_data_steward" ON "commons"."hallmark_reading" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "practice_tenant" ON "commons"."practice" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_data_steward" ON "commons"."practice" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);