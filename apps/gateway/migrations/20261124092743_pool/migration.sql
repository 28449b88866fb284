CREATE TABLE "commons"."application" (
	"institution_id" uuid,
	"id" uuid,
	"programme_id" uuid NOT NULL,
	"cohort_id" uuid,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"external_id" text,
	"applied_on" date NOT NULL,
	"waits_until" date,
	"withdrawn_on" date,
	"state" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "application_external_id" UNIQUE("institution_id","programme_id","external_id"),
	CONSTRAINT "application_role" CHECK (role in ('mentor', 'mentee', 'peer', 'facilitator'))
);
--> statement-breakpoint
ALTER TABLE "commons"."application" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."question_set" (
	"institution_id" uuid,
	"programme_id" uuid,
	"version" integer,
	"from_day" date NOT NULL,
	"questions" jsonb NOT NULL,
	"defined_by" uuid NOT NULL,
	"defined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "question_set_pkey" PRIMARY KEY("institution_id","programme_id","version"),
	CONSTRAINT "question_set_version" CHECK (version between 1 and 10000)
);
--> statement-breakpoint
ALTER TABLE "commons"."question_set" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."capacity" (
	"institution_id" uuid,
	"person_id" uuid,
	"role" text,
	"from_day" date,
	"relationships_max" integer NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "capacity_pkey" PRIMARY KEY("institution_id","person_id","role","from_day"),
	CONSTRAINT "capacity_role" CHECK (role in ('mentor', 'mentee', 'peer', 'facilitator')),
	CONSTRAINT "capacity_relationships_max" CHECK (relationships_max between 0 and 1000)
);
--> statement-breakpoint
ALTER TABLE "commons"."capacity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."offer" (
	"institution_id" uuid,
	"id" uuid,
	"programme_id" uuid NOT NULL,
	"cohort_id" uuid,
	"status" text NOT NULL,
	"made_on" date NOT NULL,
	"lapses_after" date,
	"state" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "offer_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "offer_status" CHECK (status in ('with-mentees', 'with-mentors', 'accepted', 'declined', 'expired', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "commons"."offer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."offer_participant" (
	"institution_id" uuid,
	"offer_id" uuid,
	"person_id" uuid,
	"role" text,
	CONSTRAINT "offer_participant_pkey" PRIMARY KEY("institution_id","offer_id","person_id","role"),
	CONSTRAINT "offer_participant_role" CHECK (role in ('mentor', 'mentee', 'peer', 'facilitator'))
);
--> statement-breakpoint
ALTER TABLE "commons"."offer_participant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."offer_step" (
	"institution_id" uuid,
	"offer_id" uuid,
	"version" integer,
	"step" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "offer_step_pkey" PRIMARY KEY("institution_id","offer_id","version")
);
--> statement-breakpoint
ALTER TABLE "commons"."offer_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."offer_terms" (
	"institution_id" uuid,
	"programme_id" uuid,
	"terms" jsonb NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "offer_terms_pkey" PRIMARY KEY("institution_id","programme_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."offer_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."queue_thresholds" (
	"institution_id" uuid,
	"programme_id" uuid,
	"thresholds" jsonb NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "queue_thresholds_pkey" PRIMARY KEY("institution_id","programme_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."queue_thresholds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."relationship_review" (
	"institution_id" uuid,
	"relationship_id" uuid,
	"held_on" date,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "relationship_review_pkey" PRIMARY KEY("institution_id","relationship_id","held_on")
);
--> statement-breakpoint
ALTER TABLE "commons"."relationship_review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "application_programme" ON "commons"."application" ("institution_id","programme_id","applied_on","id");--> statement-breakpoint
CREATE INDEX "application_person" ON "commons"."application" ("institution_id","person_id");--> statement-breakpoint
CREATE INDEX "offer_programme" ON "commons"."offer" ("institution_id","programme_id","status");--> statement-breakpoint
CREATE INDEX "offer_participant_person" ON "commons"."offer_participant" ("institution_id","person_id");--> statement-breakpoint
ALTER TABLE "commons"."application" ADD CONSTRAINT "application_programme_fk" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."application" ADD CONSTRAINT "application_cohort_fk" FOREIGN KEY ("institution_id","cohort_id") REFERENCES "commons"."cohort"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."application" ADD CONSTRAINT "application_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."question_set" ADD CONSTRAINT "question_set_programme" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."capacity" ADD CONSTRAINT "capacity_person" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."offer" ADD CONSTRAINT "offer_programme_fk" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."offer" ADD CONSTRAINT "offer_cohort_fk" FOREIGN KEY ("institution_id","cohort_id") REFERENCES "commons"."cohort"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."offer_participant" ADD CONSTRAINT "offer_participant_offer" FOREIGN KEY ("institution_id","offer_id") REFERENCES "commons"."offer"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."offer_participant" ADD CONSTRAINT "offer_participant_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."offer_step" ADD CONSTRAINT "offer_step_offer" FOREIGN KEY ("institution_id","offer_id") REFERENCES "commons"."offer"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."offer_terms" ADD CONSTRAINT "offer_terms_programme" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."queue_thresholds" ADD CONSTRAINT "queue_thresholds_programme" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."relationship_review" ADD CONSTRAINT "relationship_review_relationship" FOREIGN KEY ("institution_id","relationship_id") REFERENCES "commons"."relationship"("institution_id","id");--> statement-breakpoint
CREATE POLICY "application_tenant" ON "commons"."application" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "question_set_tenant" ON "commons"."question_set" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "capacity_tenant" ON "commons"."capacity" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "offer_tenant" ON "commons"."offer" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "offer_participant_tenant" ON "commons"."offer_participant" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "offer_step_tenant" ON "commons"."offer_step" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "offer_terms_tenant" ON "commons"."offer_terms" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "queue_thresholds_tenant" ON "commons"."queue_thresholds" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "relationship_review_tenant" ON "commons"."relationship_review" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);