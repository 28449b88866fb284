CREATE TABLE "commons"."baseline_action" (
	"institution_id" uuid,
	"id" uuid,
	"recommendation_id" uuid NOT NULL,
	"what" text NOT NULL,
	"taken_on" date NOT NULL,
	"outcome_kind" text,
	"outcome_key" text,
	"programme_id" uuid,
	"community_id" uuid,
	"outcome_title" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "baseline_action_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "baseline_action_outcome_kind" CHECK (case outcome_kind
        when 'award-scheme' then outcome_key is not null and programme_id is null and community_id is null
        when 'other' then outcome_key is not null and programme_id is null and community_id is null
        when 'programme' then outcome_key is null and programme_id is not null and community_id is null
        when 'community' then outcome_key is null and programme_id is null and community_id is not null
        else outcome_kind is null and outcome_key is null and programme_id is null and community_id is null end),
	CONSTRAINT "baseline_action_title" CHECK ((outcome_kind is null) = (outcome_title is null))
);
--> statement-breakpoint
ALTER TABLE "commons"."baseline_action" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."baseline_figure" (
	"institution_id" uuid,
	"finding_id" uuid,
	"position" integer,
	"figure" text NOT NULL,
	"question" text,
	"label" text NOT NULL,
	"cohort" text,
	"choice" text,
	"country" text,
	"value" double precision NOT NULL,
	"n" double precision,
	"unit" text NOT NULL,
	"definition" text NOT NULL,
	"policy" text NOT NULL,
	"as_of" date NOT NULL,
	CONSTRAINT "baseline_figure_pkey" PRIMARY KEY("institution_id","finding_id","position"),
	CONSTRAINT "baseline_figure_policy" CHECK (policy in ('exact', 'hesa'))
);
--> statement-breakpoint
ALTER TABLE "commons"."baseline_figure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."baseline_finding" (
	"institution_id" uuid,
	"id" uuid,
	"project_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"found_on" date NOT NULL,
	"found_by_id" uuid NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "baseline_finding_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."baseline_finding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."baseline_ground" (
	"institution_id" uuid,
	"recommendation_id" uuid,
	"finding_id" uuid,
	CONSTRAINT "baseline_ground_pkey" PRIMARY KEY("institution_id","recommendation_id","finding_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."baseline_ground" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."baseline_project" (
	"institution_id" uuid,
	"id" uuid,
	"survey_id" uuid NOT NULL,
	"title" text NOT NULL,
	"began_on" date NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "baseline_project_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."baseline_project" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."baseline_recommendation" (
	"institution_id" uuid,
	"id" uuid,
	"project_id" uuid NOT NULL,
	"advice" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"status" text NOT NULL,
	"proposed_on" date NOT NULL,
	"since" date NOT NULL,
	"came_of_it" text,
	"version" integer NOT NULL,
	CONSTRAINT "baseline_recommendation_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "baseline_recommendation_status" CHECK (status in ('proposed', 'accepted', 'rejected', 'in-progress', 'done', 'dropped')),
	CONSTRAINT "baseline_recommendation_came" CHECK ((status = 'done') = (came_of_it is not null))
);
--> statement-breakpoint
ALTER TABLE "commons"."baseline_recommendation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."baseline_step" (
	"institution_id" uuid,
	"recommendation_id" uuid,
	"version" integer,
	"type" text NOT NULL,
	"taken_on" date NOT NULL,
	"because" text,
	"status" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "baseline_step_pkey" PRIMARY KEY("institution_id","recommendation_id","version"),
	CONSTRAINT "baseline_step_type" CHECK (type in ('propose', 'accept', 'reject', 'begin', 'complete', 'drop', 'hand-over'))
);
--> statement-breakpoint
ALTER TABLE "commons"."baseline_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."subject_request" (
	"institution_id" uuid,
	"id" uuid,
	"kind" text NOT NULL,
	"person_id" uuid,
	"marks" text[] NOT NULL,
	"rows" jsonb NOT NULL,
	"mentions" jsonb NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	CONSTRAINT "subject_request_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "subject_request_kind" CHECK (kind in ('export', 'erasure')),
	CONSTRAINT "subject_request_person_known" CHECK ((kind = 'erasure') = (person_id is null))
);
--> statement-breakpoint
ALTER TABLE "commons"."subject_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "baseline_action_recommendation" ON "commons"."baseline_action" ("institution_id","recommendation_id","taken_on","id");--> statement-breakpoint
CREATE INDEX "baseline_action_outcome" ON "commons"."baseline_action" ("institution_id","outcome_kind","outcome_key");--> statement-breakpoint
CREATE INDEX "baseline_action_programme" ON "commons"."baseline_action" ("institution_id","programme_id");--> statement-breakpoint
CREATE INDEX "baseline_action_community" ON "commons"."baseline_action" ("institution_id","community_id");--> statement-breakpoint
CREATE INDEX "baseline_finding_project" ON "commons"."baseline_finding" ("institution_id","project_id","found_on","id");--> statement-breakpoint
CREATE INDEX "baseline_finding_found_by" ON "commons"."baseline_finding" ("institution_id","found_by_id");--> statement-breakpoint
CREATE INDEX "baseline_ground_finding" ON "commons"."baseline_ground" ("institution_id","finding_id");--> statement-breakpoint
CREATE INDEX "baseline_project_survey" ON "commons"."baseline_project" ("institution_id","survey_id");--> statement-breakpoint
CREATE INDEX "baseline_recommendation_project" ON "commons"."baseline_recommendation" ("institution_id","project_id","proposed_on","id");--> statement-breakpoint
CREATE INDEX "baseline_recommendation_owner" ON "commons"."baseline_recommendation" ("institution_id","owner_id");--> statement-breakpoint
CREATE INDEX "baseline_step_owner" ON "commons"."baseline_step" ("institution_id","owner_id");--> statement-breakpoint
CREATE INDEX "subject_request_at" ON "commons"."subject_request" ("institution_id","requested_at","id");--> statement-breakpoint
CREATE INDEX "subject_request_person" ON "commons"."subject_request" ("institution_id","person_id");--> statement-breakpoint
ALTER TABLE "commons"."baseline_action" ADD CONSTRAINT "baseline_action_recommendation_fk" FOREIGN KEY ("institution_id","recommendation_id") REFERENCES "commons"."baseline_recommendation"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."baseline_action" ADD CONSTRAINT "baseline_action_programme_fk" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."baseline_action" ADD CONSTRAINT "baseline_action_community_fk" FOREIGN KEY ("institution_id","community_id") REFERENCES "commons"."community"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."baseline_figure" ADD CONSTRAINT "baseline_figure_finding" FOREIGN KEY ("institution_id","finding_id") REFERENCES "commons"."baseline_finding"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."baseline_finding" ADD CONSTRAINT "baseline_finding_project_fk" FOREIGN KEY ("institution_id","project_id") REFERENCES "commons"."baseline_project"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."baseline_finding" ADD CONSTRAINT "baseline_finding_found_by_fk" FOREIGN KEY ("institution_id","found_by_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."baseline_ground" ADD CONSTRAINT "baseline_ground_recommendation" FOREIGN KEY ("institution_id","recommendation_id") REFERENCES "commons"."baseline_recommendation"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."baseline_ground" ADD CONSTRAINT "baseline_ground_finding_fk" FOREIGN KEY ("institution_id","finding_id") REFERENCES "commons"."baseline_finding"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."baseline_project" ADD CONSTRAINT "baseline_project_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."baseline_project" ADD CONSTRAINT "baseline_project_survey_fk" FOREIGN KEY ("institution_id","survey_id") REFERENCES "commons"."survey"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."baseline_recommendation" ADD CONSTRAINT "baseline_recommendation_project_fk" FOREIGN KEY ("institution_id","project_id") REFERENCES "commons"."baseline_project"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."baseline_recommendation" ADD CONSTRAINT "baseline_recommendation_owner_fk" FOREIGN KEY ("institution_id","owner_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."baseline_step" ADD CONSTRAINT "baseline_step_recommendation" FOREIGN KEY ("institution_id","recommendation_id") REFERENCES "commons"."baseline_recommendation"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."baseline_step" ADD CONSTRAINT "baseline_step_owner_fk" FOREIGN KEY ("institution_id","owner_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."subject_request" ADD CONSTRAINT "subject_request_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."subject_request" ADD CONSTRAINT "subject_request_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
CREATE POLICY "baseline_action_tenant" ON "commons"."baseline_action" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "baseline_figure_tenant" ON "commons"."baseline_figure" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "baseline_finding_tenant" ON "commons"."baseline_finding" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "baseline_ground_tenant" ON "commons"."baseline_ground" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "baseline_project_tenant" ON "commons"."baseline_project" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "baseline_recommendation_tenant" ON "commons"."baseline_recommendation" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "baseline_step_tenant" ON "commons"."baseline_step" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "subject_request_tenant" ON "commons"."subject_request" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "cohort_tenant" ON "commons"."cohort" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "meeting_tenant" ON "commons"."meeting" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "participant_tenant" ON "commons"."participant" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "participation_tenant" ON "commons"."participation" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "programme_tenant" ON "commons"."programme" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "relationship_tenant" ON "commons"."relationship" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "relationship_step_tenant" ON "commons"."relationship_step" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "topic_tenant" ON "commons"."topic" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "account_tenant" ON "commons"."account" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "idempotency_key_tenant" ON "commons"."idempotency_key" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "person_tenant" ON "commons"."person" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "role_grant_tenant" ON "commons"."role_grant" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "disclosed_figure_tenant" ON "commons"."disclosed_figure" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "job_tenant" ON "commons"."job" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "report_tenant" ON "commons"."report" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "survey_tenant" ON "commons"."survey" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "survey_answer_tenant" ON "commons"."survey_answer" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "survey_choice_tenant" ON "commons"."survey_choice" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "survey_item_tenant" ON "commons"."survey_item" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "survey_response_tenant" ON "commons"."survey_response" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "inquiry_tenant" ON "commons"."inquiry" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "inquiry_event_tenant" ON "commons"."inquiry_event" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "inquiry_member_tenant" ON "commons"."inquiry_member" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "claim_tenant" ON "commons"."claim" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "claim_evidence_tenant" ON "commons"."claim_evidence" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "claim_submission_tenant" ON "commons"."claim_submission" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "corroboration_tenant" ON "commons"."corroboration" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "evidence_tenant" ON "commons"."evidence" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "framework_wording_tenant" ON "commons"."framework_wording" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "conflict_record_tenant" ON "commons"."conflict_record" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "management_line_tenant" ON "commons"."management_line" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "fellowship_tenant" ON "commons"."fellowship" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "good_standing_review_tenant" ON "commons"."good_standing_review" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "teaching_qualification_tenant" ON "commons"."teaching_qualification" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "teaching_record_tenant" ON "commons"."teaching_record" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "referee_tenant" ON "commons"."referee" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "assessor_tenant" ON "commons"."assessor" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "review_tenant" ON "commons"."review" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "review_step_tenant" ON "commons"."review_step" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "review_task_tenant" ON "commons"."review_task" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "review_workflow_tenant" ON "commons"."review_workflow" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "application_tenant" ON "commons"."application" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "question_set_tenant" ON "commons"."question_set" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "capacity_tenant" ON "commons"."capacity" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "offer_tenant" ON "commons"."offer" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "offer_participant_tenant" ON "commons"."offer_participant" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "offer_step_tenant" ON "commons"."offer_step" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "offer_terms_tenant" ON "commons"."offer_terms" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "queue_thresholds_tenant" ON "commons"."queue_thresholds" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "relationship_review_tenant" ON "commons"."relationship_review" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "agreement_signature_tenant" ON "commons"."agreement_signature" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "agreement_version_tenant" ON "commons"."agreement_version" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "career_spell_tenant" ON "commons"."career_spell" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "career_stage_set_tenant" ON "commons"."career_stage_set" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "goal_tenant" ON "commons"."goal" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "phase_assessment_tenant" ON "commons"."phase_assessment" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "briefing_record_tenant" ON "commons"."briefing_record" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "eligibility_rules_tenant" ON "commons"."eligibility_rules" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "supervision_mentor_tenant" ON "commons"."supervision_mentor" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "supervision_session_tenant" ON "commons"."supervision_session" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "training_record_tenant" ON "commons"."training_record" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "community_tenant" ON "commons"."community" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "community_membership_tenant" ON "commons"."community_membership" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "community_programme_tenant" ON "commons"."community_programme" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "participation_event_tenant" ON "commons"."participation_event" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "participation_thresholds_tenant" ON "commons"."participation_thresholds" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "value_indicator_tenant" ON "commons"."value_indicator" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "value_story_tenant" ON "commons"."value_story" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "network_tie_tenant" ON "commons"."network_tie" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "network_wave_tenant" ON "commons"."network_wave" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "network_wave_person_tenant" ON "commons"."network_wave_person" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "self_assessment_tenant" ON "commons"."self_assessment" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "self_assessment_wording_tenant" ON "commons"."self_assessment_wording" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "dimension_reading_tenant" ON "commons"."dimension_reading" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "hallmark_reading_tenant" ON "commons"."hallmark_reading" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "practice_tenant" ON "commons"."practice" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "match_input_tenant" ON "commons"."match_input" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "match_offer_tenant" ON "commons"."match_offer" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "match_pair_tenant" ON "commons"."match_pair" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "match_proof_tenant" ON "commons"."match_proof" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "match_run_tenant" ON "commons"."match_run" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "match_step_tenant" ON "commons"."match_step" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
ALTER POLICY "match_unmatched_tenant" ON "commons"."match_unmatched" TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);