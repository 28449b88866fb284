CREATE TABLE "commons"."match_input" (
	"institution_id" uuid,
	"run_id" uuid,
	"input" jsonb NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "match_input_pkey" PRIMARY KEY("institution_id","run_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."match_input" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."match_offer" (
	"institution_id" uuid,
	"run_id" uuid,
	"mentee_id" uuid,
	"offer_id" uuid NOT NULL,
	CONSTRAINT "match_offer_pkey" PRIMARY KEY("institution_id","run_id","mentee_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."match_offer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."match_pair" (
	"institution_id" uuid,
	"run_id" uuid,
	"mentee_id" uuid,
	"mentor_id" uuid NOT NULL,
	"pinned" boolean NOT NULL,
	"score" double precision NOT NULL,
	"mentee_score" double precision NOT NULL,
	"mentor_score" double precision NOT NULL,
	"parts" jsonb NOT NULL,
	CONSTRAINT "match_pair_pkey" PRIMARY KEY("institution_id","run_id","mentee_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."match_pair" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."match_proof" (
	"institution_id" uuid,
	"run_id" uuid,
	"proof" jsonb NOT NULL,
	CONSTRAINT "match_proof_pkey" PRIMARY KEY("institution_id","run_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."match_proof" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."match_run" (
	"institution_id" uuid,
	"id" uuid,
	"programme_id" uuid NOT NULL,
	"cohort_id" uuid,
	"origin" text NOT NULL,
	"based_on" uuid,
	"settings" jsonb NOT NULL,
	"policy_version" text NOT NULL,
	"objective" text NOT NULL,
	"seed" text NOT NULL,
	"status" text,
	"state" jsonb,
	"summary" jsonb,
	"input_hash" text,
	"matched" integer,
	"unmatched" integer,
	"version" integer NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	CONSTRAINT "match_run_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "match_run_status" CHECK (status in ('draft', 'in-review', 'approved', 'published')),
	CONSTRAINT "match_run_made" CHECK (num_nonnulls(status, state, summary, input_hash, matched, unmatched) in (0, 6))
);
--> statement-breakpoint
ALTER TABLE "commons"."match_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."match_step" (
	"institution_id" uuid,
	"run_id" uuid,
	"version" integer,
	"type" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "match_step_pkey" PRIMARY KEY("institution_id","run_id","version")
);
--> statement-breakpoint
ALTER TABLE "commons"."match_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."match_unmatched" (
	"institution_id" uuid,
	"run_id" uuid,
	"mentee_id" uuid,
	"why" text NOT NULL,
	"crowd" integer,
	"excluded_by" jsonb NOT NULL,
	"change" jsonb NOT NULL,
	CONSTRAINT "match_unmatched_pkey" PRIMARY KEY("institution_id","run_id","mentee_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."match_unmatched" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "match_pair_score" ON "commons"."match_pair" ("institution_id","run_id","score");--> statement-breakpoint
CREATE INDEX "match_run_programme" ON "commons"."match_run" ("institution_id","programme_id","requested_at","id");--> statement-breakpoint
ALTER TABLE "commons"."match_input" ADD CONSTRAINT "match_input_run" FOREIGN KEY ("institution_id","run_id") REFERENCES "commons"."match_run"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."match_offer" ADD CONSTRAINT "match_offer_pair" FOREIGN KEY ("institution_id","run_id","mentee_id") REFERENCES "commons"."match_pair"("institution_id","run_id","mentee_id");--> statement-breakpoint
ALTER TABLE "commons"."match_offer" ADD CONSTRAINT "match_offer_offer" FOREIGN KEY ("institution_id","offer_id") REFERENCES "commons"."offer"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."match_pair" ADD CONSTRAINT "match_pair_run" FOREIGN KEY ("institution_id","run_id") REFERENCES "commons"."match_run"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."match_pair" ADD CONSTRAINT "match_pair_mentee" FOREIGN KEY ("institution_id","mentee_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."match_pair" ADD CONSTRAINT "match_pair_mentor" FOREIGN KEY ("institution_id","mentor_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."match_proof" ADD CONSTRAINT "match_proof_run" FOREIGN KEY ("institution_id","run_id") REFERENCES "commons"."match_run"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."match_run" ADD CONSTRAINT "match_run_job" FOREIGN KEY ("institution_id","id") REFERENCES "commons"."job"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."match_run" ADD CONSTRAINT "match_run_programme_fk" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."match_run" ADD CONSTRAINT "match_run_cohort_fk" FOREIGN KEY ("institution_id","cohort_id") REFERENCES "commons"."cohort"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."match_run" ADD CONSTRAINT "match_run_based_on" FOREIGN KEY ("institution_id","based_on") REFERENCES "commons"."match_run"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."match_step" ADD CONSTRAINT "match_step_run" FOREIGN KEY ("institution_id","run_id") REFERENCES "commons"."match_run"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."match_unmatched" ADD CONSTRAINT "match_unmatched_run" FOREIGN KEY ("institution_id","run_id") REFERENCES "commons"."match_run"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."match_unmatched" ADD CONSTRAINT "match_unmatched_mentee" FOREIGN KEY ("institution_id","mentee_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."job" DROP CONSTRAINT "job_status";--> statement-breakpoint
ALTER TABLE "commons"."job" ADD CONSTRAINT "job_status" CHECK (status in ('waiting', 'running', 'done', 'failed', 'cancelled'));--> statement-breakpoint
CREATE POLICY "match_input_tenant" ON "commons"."match_input" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "match_offer_tenant" ON "commons"."match_offer" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "match_pair_tenant" ON "commons"."match_pair" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "match_proof_tenant" ON "commons"."match_proof" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "match_run_tenant" ON "commons"."match_run" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "match_step_tenant" ON "commons"."match_step" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "match_unmatched_tenant" ON "commons"."match_unmatched" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);