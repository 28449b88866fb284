CREATE TABLE "commons"."agreement_signature" (
	"institution_id" uuid,
	"relationship_id" uuid,
	"version" integer,
	"person_id" uuid,
	"signed_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agreement_signature_pkey" PRIMARY KEY("institution_id","relationship_id","version","person_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."agreement_signature" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."agreement_version" (
	"institution_id" uuid,
	"relationship_id" uuid,
	"version" integer,
	"drafted_on" date NOT NULL,
	"drafted_by" uuid NOT NULL,
	"terms" jsonb NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "agreement_version_pkey" PRIMARY KEY("institution_id","relationship_id","version"),
	CONSTRAINT "agreement_version_from_1" CHECK (version >= 1)
);
--> statement-breakpoint
ALTER TABLE "commons"."agreement_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."career_spell" (
	"institution_id" uuid,
	"person_id" uuid,
	"from_day" date,
	"stage" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "career_spell_pkey" PRIMARY KEY("institution_id","person_id","from_day")
);
--> statement-breakpoint
ALTER TABLE "commons"."career_spell" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."career_stage_set" (
	"institution_id" uuid,
	"version" integer,
	"stages" jsonb NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "career_stage_set_pkey" PRIMARY KEY("institution_id","version")
);
--> statement-breakpoint
ALTER TABLE "commons"."career_stage_set" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."goal" (
	"institution_id" uuid,
	"id" uuid,
	"relationship_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"visibility" text NOT NULL,
	"stand" text NOT NULL,
	"set_on" date NOT NULL,
	"state" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "goal_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "goal_visibility" CHECK (visibility in ('private', 'shared')),
	CONSTRAINT "goal_stand" CHECK (stand in ('open', 'under-way', 'reached', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "commons"."goal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."phase_assessment" (
	"institution_id" uuid,
	"id" uuid,
	"relationship_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"model" text NOT NULL,
	"phase" text NOT NULL,
	"assessed_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "phase_assessment_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."phase_assessment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."briefing_record" (
	"institution_id" uuid,
	"person_id" uuid,
	"programme_id" uuid,
	"role" text,
	"completed_on" date,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "briefing_record_pkey" PRIMARY KEY("institution_id","person_id","programme_id","role","completed_on"),
	CONSTRAINT "briefing_record_role" CHECK (role in ('mentor', 'mentee', 'peer', 'facilitator'))
);
--> statement-breakpoint
ALTER TABLE "commons"."briefing_record" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."eligibility_rules" (
	"institution_id" uuid,
	"programme_id" uuid,
	"version" integer,
	"rules" jsonb NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "eligibility_rules_pkey" PRIMARY KEY("institution_id","programme_id","version")
);
--> statement-breakpoint
ALTER TABLE "commons"."eligibility_rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."supervision_mentor" (
	"institution_id" uuid,
	"session_id" uuid,
	"person_id" uuid,
	CONSTRAINT "supervision_mentor_pkey" PRIMARY KEY("institution_id","session_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."supervision_mentor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."supervision_session" (
	"institution_id" uuid,
	"id" uuid,
	"supervisor_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"duration_minutes" integer NOT NULL,
	"mode" text NOT NULL,
	"functions" text[] NOT NULL,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "supervision_session_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "supervision_session_duration" CHECK (duration_minutes between 1 and 1440)
);
--> statement-breakpoint
ALTER TABLE "commons"."supervision_session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."training_record" (
	"institution_id" uuid,
	"person_id" uuid,
	"training" text,
	"completed_on" date,
	"valid_until" date,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "training_record_pkey" PRIMARY KEY("institution_id","person_id","training","completed_on"),
	CONSTRAINT "training_record_days" CHECK (valid_until is null or valid_until >= completed_on)
);
--> statement-breakpoint
ALTER TABLE "commons"."training_record" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "commons"."meeting" ADD COLUMN "session" jsonb;--> statement-breakpoint
CREATE INDEX "agreement_signature_person" ON "commons"."agreement_signature" ("institution_id","person_id");--> statement-breakpoint
CREATE INDEX "goal_relationship" ON "commons"."goal" ("institution_id","relationship_id");--> statement-breakpoint
CREATE INDEX "goal_owner" ON "commons"."goal" ("institution_id","owner_id");--> statement-breakpoint
CREATE INDEX "phase_assessment_relationship" ON "commons"."phase_assessment" ("institution_id","relationship_id","assessed_on");--> statement-breakpoint
CREATE INDEX "supervision_mentor_person" ON "commons"."supervision_mentor" ("institution_id","person_id");--> statement-breakpoint
CREATE INDEX "supervision_session_supervisor" ON "commons"."supervision_session" ("institution_id","supervisor_id");--> statement-breakpoint
ALTER TABLE "commons"."agreement_signature" ADD CONSTRAINT "agreement_signature_version" FOREIGN KEY ("institution_id","relationship_id","version") REFERENCES "commons"."agreement_version"("institution_id","relationship_id","version");--> statement-breakpoint
ALTER TABLE "commons"."agreement_signature" ADD CONSTRAINT "agreement_signature_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."agreement_version" ADD CONSTRAINT "agreement_version_relationship" FOREIGN KEY ("institution_id","relationship_id") REFERENCES "commons"."relationship"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."agreement_version" ADD CONSTRAINT "agreement_version_drafted_by" FOREIGN KEY ("institution_id","drafted_by") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."career_spell" ADD CONSTRAINT "career_spell_person" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."career_stage_set" ADD CONSTRAINT "career_stage_set_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."goal" ADD CONSTRAINT "goal_relationship_fk" FOREIGN KEY ("institution_id","relationship_id") REFERENCES "commons"."relationship"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."goal" ADD CONSTRAINT "goal_owner_fk" FOREIGN KEY ("institution_id","owner_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."phase_assessment" ADD CONSTRAINT "phase_assessment_relationship_fk" FOREIGN KEY ("institution_id","relationship_id") REFERENCES "commons"."relationship"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."phase_assessment" ADD CONSTRAINT "phase_assessment_person" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."briefing_record" ADD CONSTRAINT "briefing_record_person" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."briefing_record" ADD CONSTRAINT "briefing_record_programme" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."eligibility_rules" ADD CONSTRAINT "eligibility_rules_programme" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."supervision_mentor" ADD CONSTRAINT "supervision_mentor_session" FOREIGN KEY ("institution_id","session_id") REFERENCES "commons"."supervision_session"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."supervision_mentor" ADD CONSTRAINT "supervision_mentor_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."supervision_session" ADD CONSTRAINT "supervision_session_supervisor_fk" FOREIGN KEY ("institution_id","supervisor_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."training_record" ADD CONSTRAINT "training_record_person" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
CREATE POLICY "agreement_signature_tenant" ON "commons"."agreement_signature" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "agreement_version_tenant" ON "commons"."agreement_version" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "career_spell_tenant" ON "commons"."career_spell" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "career_stage_set_tenant" ON "commons"."career_stage_set" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "goal_tenant" ON "commons"."goal" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "phase_assessment_tenant" ON "commons"."phase_assessment" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "briefing_record_tenant" ON "commons"."briefing_record" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "eligibility_rules_tenant" ON "commons"."eligibility_rules" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "supervision_mentor_tenant" ON "commons"."supervision_mentor" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "supervision_session_tenant" ON "commons"."supervision_session" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "training_record_tenant" ON "commons"."training_record" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);