CREATE TABLE "commons"."conflict_record" (
	"institution_id" uuid,
	"person_a" uuid,
	"person_b" uuid,
	"kind" text,
	"from_day" date,
	"to_day" date,
	CONSTRAINT "conflict_record_pkey" PRIMARY KEY("institution_id","person_a","person_b","kind","from_day"),
	CONSTRAINT "conflict_record_order" CHECK (person_a < person_b),
	CONSTRAINT "conflict_record_days" CHECK (to_day is null or to_day >= from_day)
);
--> statement-breakpoint
ALTER TABLE "commons"."conflict_record" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."management_line" (
	"institution_id" uuid,
	"manager_id" uuid,
	"report_id" uuid,
	"from_day" date,
	"to_day" date,
	CONSTRAINT "management_line_pkey" PRIMARY KEY("institution_id","report_id","manager_id","from_day"),
	CONSTRAINT "management_line_two" CHECK (manager_id <> report_id),
	CONSTRAINT "management_line_days" CHECK (to_day is null or to_day >= from_day)
);
--> statement-breakpoint
ALTER TABLE "commons"."management_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."fellowship" (
	"institution_id" uuid,
	"id" uuid,
	"person_id" uuid NOT NULL,
	"descriptor" text NOT NULL,
	"category" text NOT NULL,
	"awarded_on" date NOT NULL,
	"claim_id" uuid,
	CONSTRAINT "fellowship_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "fellowship_award" UNIQUE("institution_id","person_id","descriptor"),
	CONSTRAINT "fellowship_claim" UNIQUE("institution_id","claim_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."fellowship" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."good_standing_review" (
	"institution_id" uuid,
	"fellowship_id" uuid,
	"reviewed_on" date,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "good_standing_review_pkey" PRIMARY KEY("institution_id","fellowship_id","reviewed_on")
);
--> statement-breakpoint
ALTER TABLE "commons"."good_standing_review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."teaching_qualification" (
	"institution_id" uuid,
	"id" uuid,
	"person_id" uuid NOT NULL,
	"qualification" jsonb NOT NULL,
	CONSTRAINT "teaching_qualification_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."teaching_qualification" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."teaching_record" (
	"institution_id" uuid,
	"person_id" uuid,
	"in_scope" boolean NOT NULL,
	"known" boolean NOT NULL,
	"stated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "teaching_record_pkey" PRIMARY KEY("institution_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."teaching_record" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."referee" (
	"institution_id" uuid,
	"id" uuid,
	"claim_id" uuid NOT NULL,
	"name" text NOT NULL,
	"person_id" uuid,
	"worked_together_until" date,
	"observed_practice" boolean NOT NULL,
	"state" jsonb,
	"token_hash" text,
	"tags" text[],
	"statement" text,
	CONSTRAINT "referee_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "referee_token" UNIQUE("institution_id","token_hash"),
	CONSTRAINT "referee_statement" CHECK ((statement is null) = (tags is null))
);
--> statement-breakpoint
ALTER TABLE "commons"."referee" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."assessor" (
	"institution_id" uuid,
	"person_id" uuid,
	"kind" text NOT NULL,
	"since" date NOT NULL,
	"until" date,
	CONSTRAINT "assessor_pkey" PRIMARY KEY("institution_id","person_id"),
	CONSTRAINT "assessor_kind" CHECK (kind in ('internal', 'external'))
);
--> statement-breakpoint
ALTER TABLE "commons"."assessor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."review" (
	"institution_id" uuid,
	"claim_id" uuid,
	"workflow_key" text NOT NULL,
	"stage" text NOT NULL,
	"state" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "review_pkey" PRIMARY KEY("institution_id","claim_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."review_step" (
	"institution_id" uuid,
	"claim_id" uuid,
	"version" integer,
	"step" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_step_pkey" PRIMARY KEY("institution_id","claim_id","version")
);
--> statement-breakpoint
ALTER TABLE "commons"."review_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."review_task" (
	"institution_id" uuid,
	"claim_id" uuid,
	"person_id" uuid,
	"part" text,
	CONSTRAINT "review_task_pkey" PRIMARY KEY("institution_id","claim_id","person_id","part"),
	CONSTRAINT "review_task_part" CHECK (part in ('reviewer', 'moderator', 'reader'))
);
--> statement-breakpoint
ALTER TABLE "commons"."review_task" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."review_workflow" (
	"institution_id" uuid,
	"key" text,
	"title" text NOT NULL,
	"definition" jsonb NOT NULL,
	"overlay" jsonb,
	"defined_by" uuid NOT NULL,
	"defined_at" timestamp with time zone NOT NULL,
	"closed_on" date,
	CONSTRAINT "review_workflow_pkey" PRIMARY KEY("institution_id","key")
);
--> statement-breakpoint
ALTER TABLE "commons"."review_workflow" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "conflict_record_b" ON "commons"."conflict_record" ("institution_id","person_b");--> statement-breakpoint
CREATE INDEX "management_line_manager" ON "commons"."management_line" ("institution_id","manager_id");--> statement-breakpoint
CREATE INDEX "teaching_qualification_person" ON "commons"."teaching_qualification" ("institution_id","person_id");--> statement-breakpoint
CREATE INDEX "referee_claim" ON "commons"."referee" ("institution_id","claim_id");--> statement-breakpoint
CREATE INDEX "review_stage" ON "commons"."review" ("institution_id","stage");--> statement-breakpoint
CREATE INDEX "review_task_person" ON "commons"."review_task" ("institution_id","person_id");--> statement-breakpoint
ALTER TABLE "commons"."conflict_record" ADD CONSTRAINT "conflict_record_person_a" FOREIGN KEY ("institution_id","person_a") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."conflict_record" ADD CONSTRAINT "conflict_record_person_b" FOREIGN KEY ("institution_id","person_b") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."management_line" ADD CONSTRAINT "management_line_manager_fk" FOREIGN KEY ("institution_id","manager_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."management_line" ADD CONSTRAINT "management_line_report_fk" FOREIGN KEY ("institution_id","report_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."fellowship" ADD CONSTRAINT "fellowship_person" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."fellowship" ADD CONSTRAINT "fellowship_claim_fk" FOREIGN KEY ("institution_id","claim_id") REFERENCES "commons"."claim"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."good_standing_review" ADD CONSTRAINT "good_standing_review_fellowship" FOREIGN KEY ("institution_id","fellowship_id") REFERENCES "commons"."fellowship"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."teaching_qualification" ADD CONSTRAINT "teaching_qualification_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."teaching_record" ADD CONSTRAINT "teaching_record_person" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."referee" ADD CONSTRAINT "referee_claim_fk" FOREIGN KEY ("institution_id","claim_id") REFERENCES "commons"."claim"("institution_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "commons"."referee" ADD CONSTRAINT "referee_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."assessor" ADD CONSTRAINT "assessor_person" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."review" ADD CONSTRAINT "review_claim" FOREIGN KEY ("institution_id","claim_id") REFERENCES "commons"."claim"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."review" ADD CONSTRAINT "review_workflow_fk" FOREIGN KEY ("institution_id","workflow_key") REFERENCES "commons"."review_workflow"("institution_id","key");--> statement-breakpoint
ALTER TABLE "commons"."review_step" ADD CONSTRAINT "review_step_review" FOREIGN KEY ("institution_id","claim_id") REFERENCES "commons"."review"("institution_id","claim_id");--> statement-breakpoint
ALTER TABLE "commons"."review_task" ADD CONSTRAINT "review_task_review" FOREIGN KEY ("institution_id","claim_id") REFERENCES "commons"."review"("institution_id","claim_id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "commons"."review_task" ADD CONSTRAINT "review_task_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."review_workflow" ADD CONSTRAINT "review_workflow_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
CREATE POLICY "conflict_record_tenant" ON "commons"."conflict_record" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "management_line_tenant" ON "commons"."management_line" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "fellowship_tenant" ON "commons"."fellowship" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "fellowship_data_steward" ON "commons"."fellowship" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "good_standing_review_tenant" ON "commons"."good_standing_review" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "teaching_qualification_tenant" ON "commons"."teaching_qualification" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "teaching_qualification_data_steward" ON "commons"."teaching_qualification" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "teaching_record_tenant" ON "commons"."teaching_record" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "teaching_record_data_steward" ON "commons"."teaching_record" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "referee_tenant" ON "commons"."referee" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "assessor_tenant" ON "commons"."assessor" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "review_tenant" ON "commons"."review" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "review_step_tenant" ON "commons"."review_step" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "review_task_tenant" ON "commons"."review_task" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "review_workflow_tenant" ON "commons"."review_workflow" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);