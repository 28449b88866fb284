CREATE SCHEMA "commons";
--> statement-breakpoint
CREATE TABLE "commons"."cohort" (
	"institution_id" uuid,
	"id" uuid,
	"programme_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"label" text NOT NULL,
	"starts_on" date,
	"ends_on" date,
	CONSTRAINT "cohort_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "cohort_ordinal" UNIQUE("institution_id","programme_id","ordinal")
);
--> statement-breakpoint
ALTER TABLE "commons"."cohort" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."meeting" (
	"institution_id" uuid,
	"id" uuid,
	"relationship_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"duration_minutes" integer NOT NULL,
	"mode" text NOT NULL,
	"topics" text[] NOT NULL,
	CONSTRAINT "meeting_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "meeting_duration" CHECK (duration_minutes between 1 and 1440)
);
--> statement-breakpoint
ALTER TABLE "commons"."meeting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."participant" (
	"institution_id" uuid,
	"relationship_id" uuid,
	"person_id" uuid,
	"role" text,
	CONSTRAINT "participant_pkey" PRIMARY KEY("institution_id","relationship_id","person_id","role"),
	CONSTRAINT "participant_role" CHECK (role in ('mentor', 'mentee', 'peer', 'facilitator'))
);
--> statement-breakpoint
ALTER TABLE "commons"."participant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."participation" (
	"institution_id" uuid,
	"cohort_id" uuid,
	"person_id" uuid,
	"role" text,
	CONSTRAINT "participation_pkey" PRIMARY KEY("institution_id","cohort_id","person_id","role"),
	CONSTRAINT "participation_role" CHECK (role in ('mentee', 'mentor', 'expert', 'speaker', 'facilitator', 'organizer'))
);
--> statement-breakpoint
ALTER TABLE "commons"."participation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."programme" (
	"institution_id" uuid,
	"id" uuid,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"purpose" text,
	"policy" jsonb NOT NULL,
	"source" jsonb,
	CONSTRAINT "programme_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "programme_key" UNIQUE("institution_id","key")
);
--> statement-breakpoint
ALTER TABLE "commons"."programme" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."relationship" (
	"institution_id" uuid,
	"id" uuid,
	"programme_id" uuid NOT NULL,
	"cohort_id" uuid,
	"external_id" text,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"state" jsonb NOT NULL,
	"completed" boolean,
	"keywords" text[] NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "relationship_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "relationship_external_id" UNIQUE("institution_id","programme_id","external_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."relationship" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."relationship_step" (
	"institution_id" uuid,
	"relationship_id" uuid,
	"version" integer,
	"step" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "relationship_step_pkey" PRIMARY KEY("institution_id","relationship_id","version")
);
--> statement-breakpoint
ALTER TABLE "commons"."relationship_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."topic" (
	"institution_id" uuid,
	"programme_id" uuid,
	"code" text,
	"label" text NOT NULL,
	CONSTRAINT "topic_pkey" PRIMARY KEY("institution_id","programme_id","code")
);
--> statement-breakpoint
ALTER TABLE "commons"."topic" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."account" (
	"institution_id" uuid,
	"id" uuid,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "account_subject" UNIQUE("institution_id","issuer","subject")
);
--> statement-breakpoint
ALTER TABLE "commons"."account" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."idempotency_key" (
	"institution_id" uuid,
	"account_id" uuid,
	"key" text,
	"request_hash" text NOT NULL,
	"result_id" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_key_pkey" PRIMARY KEY("institution_id","account_id","key")
);
--> statement-breakpoint
ALTER TABLE "commons"."idempotency_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."institution" (
	"id" uuid PRIMARY KEY,
	"key" text NOT NULL UNIQUE,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "commons"."institution" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."person" (
	"institution_id" uuid,
	"id" uuid,
	"external_id" text,
	"name" text,
	"country" text,
	"continent" text,
	CONSTRAINT "person_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "person_external_id" UNIQUE("institution_id","external_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."role_grant" (
	"institution_id" uuid,
	"account_id" uuid,
	"role" text,
	"granted_by" text NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "role_grant_pkey" PRIMARY KEY("institution_id","account_id","role"),
	CONSTRAINT "role_grant_role" CHECK (role in ('participant', 'coordinator', 'assessor', 'analyst', 'data-steward', 'administrator'))
);
--> statement-breakpoint
ALTER TABLE "commons"."role_grant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."disclosed_figure" (
	"institution_id" uuid,
	"report_id" uuid,
	"position" integer,
	"programme" text NOT NULL,
	"as_of" text NOT NULL,
	"figure" text NOT NULL,
	"label" text NOT NULL,
	"cohort" text,
	"choice" text,
	"country" text,
	"value" double precision,
	"suppressed" text,
	"n" double precision,
	"definition" text NOT NULL,
	CONSTRAINT "disclosed_figure_pkey" PRIMARY KEY("institution_id","report_id","position"),
	CONSTRAINT "disclosed_figure_value" CHECK ((value is null) <> (suppressed is null))
);
--> statement-breakpoint
ALTER TABLE "commons"."disclosed_figure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."job" (
	"institution_id" uuid,
	"id" uuid,
	"kind" text NOT NULL,
	"input" jsonb NOT NULL,
	"status" text NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"message" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "job_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "job_status" CHECK (status in ('waiting', 'running', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "commons"."job" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."report" (
	"institution_id" uuid,
	"id" uuid,
	"programme_id" uuid NOT NULL,
	"policy" text NOT NULL,
	"as_of" text NOT NULL,
	"format" text NOT NULL,
	"files" jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."report" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."survey" (
	"institution_id" uuid,
	"id" uuid,
	"programme_id" uuid NOT NULL,
	"wave" text NOT NULL,
	"label" text NOT NULL,
	"audience" text NOT NULL,
	CONSTRAINT "survey_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "survey_wave" UNIQUE("institution_id","programme_id","wave")
);
--> statement-breakpoint
ALTER TABLE "commons"."survey" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."survey_answer" (
	"institution_id" uuid,
	"response_id" uuid,
	"item_id" uuid,
	"choice" text,
	CONSTRAINT "survey_answer_pkey" PRIMARY KEY("institution_id","response_id","item_id","choice")
);
--> statement-breakpoint
ALTER TABLE "commons"."survey_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."survey_choice" (
	"institution_id" uuid,
	"item_id" uuid,
	"code" text,
	"label" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "survey_choice_pkey" PRIMARY KEY("institution_id","item_id","code")
);
--> statement-breakpoint
ALTER TABLE "commons"."survey_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."survey_item" (
	"institution_id" uuid,
	"id" uuid,
	"survey_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "survey_item_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "survey_item_key" UNIQUE("institution_id","survey_id","key"),
	CONSTRAINT "survey_item_kind" CHECK (kind in ('one', 'many', 'scale'))
);
--> statement-breakpoint
ALTER TABLE "commons"."survey_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."survey_response" (
	"institution_id" uuid,
	"id" uuid,
	"survey_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"respondent" text NOT NULL,
	CONSTRAINT "survey_response_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "survey_response_respondent" UNIQUE("institution_id","survey_id","cohort_id","respondent")
);
--> statement-breakpoint
ALTER TABLE "commons"."survey_response" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "meeting_relationship" ON "commons"."meeting" ("institution_id","relationship_id","held_on");--> statement-breakpoint
CREATE INDEX "participant_person" ON "commons"."participant" ("institution_id","person_id");--> statement-breakpoint
CREATE INDEX "participation_person" ON "commons"."participation" ("institution_id","person_id");--> statement-breakpoint
CREATE INDEX "relationship_cohort" ON "commons"."relationship" ("institution_id","cohort_id");--> statement-breakpoint
CREATE INDEX "survey_answer_item" ON "commons"."survey_answer" ("institution_id","item_id");--> statement-breakpoint
ALTER TABLE "commons"."cohort" ADD CONSTRAINT "cohort_programme" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."meeting" ADD CONSTRAINT "meeting_relationship_fk" FOREIGN KEY ("institution_id","relationship_id") REFERENCES "commons"."relationship"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."participant" ADD CONSTRAINT "participant_relationship" FOREIGN KEY ("institution_id","relationship_id") REFERENCES "commons"."relationship"("institution_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "commons"."participant" ADD CONSTRAINT "participant_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."participation" ADD CONSTRAINT "participation_cohort" FOREIGN KEY ("institution_id","cohort_id") REFERENCES "commons"."cohort"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."participation" ADD CONSTRAINT "participation_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."programme" ADD CONSTRAINT "programme_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."relationship" ADD CONSTRAINT "relationship_programme" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."relationship" ADD CONSTRAINT "relationship_cohort_fk" FOREIGN KEY ("institution_id","cohort_id") REFERENCES "commons"."cohort"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."relationship_step" ADD CONSTRAINT "relationship_step_relationship" FOREIGN KEY ("institution_id","relationship_id") REFERENCES "commons"."relationship"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."topic" ADD CONSTRAINT "topic_programme" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."account" ADD CONSTRAINT "account_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."account" ADD CONSTRAINT "account_person" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."person" ADD CONSTRAINT "person_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."role_grant" ADD CONSTRAINT "role_grant_account" FOREIGN KEY ("institution_id","account_id") REFERENCES "commons"."account"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."disclosed_figure" ADD CONSTRAINT "disclosed_figure_report" FOREIGN KEY ("institution_id","report_id") REFERENCES "commons"."report"("institution_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "commons"."report" ADD CONSTRAINT "report_programme" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey" ADD CONSTRAINT "survey_programme" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey_answer" ADD CONSTRAINT "survey_answer_response" FOREIGN KEY ("institution_id","response_id") REFERENCES "commons"."survey_response"("institution_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "commons"."survey_answer" ADD CONSTRAINT "survey_answer_choice" FOREIGN KEY ("institution_id","item_id","choice") REFERENCES "commons"."survey_choice"("institution_id","item_id","code");--> statement-breakpoint
ALTER TABLE "commons"."survey_choice" ADD CONSTRAINT "survey_choice_item" FOREIGN KEY ("institution_id","item_id") REFERENCES "commons"."survey_item"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey_item" ADD CONSTRAINT "survey_item_survey" FOREIGN KEY ("institution_id","survey_id") REFERENCES "commons"."survey"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey_response" ADD CONSTRAINT "survey_response_survey" FOREIGN KEY ("institution_id","survey_id") REFERENCES "commons"."survey"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey_response" ADD CONSTRAINT "survey_response_cohort" FOREIGN KEY ("institution_id","cohort_id") REFERENCES "commons"."cohort"("institution_id","id");--> statement-breakpoint
CREATE POLICY "cohort_tenant" ON "commons"."cohort" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "cohort_data_steward" ON "commons"."cohort" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "meeting_tenant" ON "commons"."meeting" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "meeting_data_steward" ON "commons"."meeting" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "participant_tenant" ON "commons"."participant" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "participant_data_steward" ON "commons"."participant" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "participation_tenant" ON "commons"."participation" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "participation_data_steward" ON "commons"."participation" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "programme_tenant" ON "commons"."programme" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "programme_data_steward" ON "commons"."programme" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "relationship_tenant" ON "commons"."relationship" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "relationship_data_steward" ON "commons"."relationship" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "relationship_step_tenant" ON "commons"."relationship_step" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "topic_tenant" ON "commons"."topic" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "topic_data_steward" ON "commons"."topic" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "account_tenant" ON "commons"."account" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "idempotency_key_tenant" ON "commons"."idempotency_key" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "institution_own" ON "commons"."institution" AS PERMISSIVE FOR ALL TO "app_user" USING (id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "person_tenant" ON "commons"."person" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "person_data_steward" ON "commons"."person" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "role_grant_tenant" ON "commons"."role_grant" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "disclosed_figure_tenant" ON "commons"."disclosed_figure" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "disclosed_figure_analyst" ON "commons"."disclosed_figure" AS PERMISSIVE FOR SELECT TO "analyst" USING (session_user::text = 'analyst_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "disclosed_figure_data_steward" ON "commons"."disclosed_figure" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "job_tenant" ON "commons"."job" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "report_tenant" ON "commons"."report" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "survey_tenant" ON "commons"."survey" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "survey_data_steward" ON "commons"."survey" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "survey_answer_tenant" ON "commons"."survey_answer" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "survey_answer_data_steward" ON "commons"."survey_answer" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "survey_choice_tenant" ON "commons"."survey_choice" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "survey_choice_data_steward" ON "commons"."survey_choice" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "survey_item_tenant" ON "commons"."survey_item" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "survey_item_data_steward" ON "commons"."survey_item" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "survey_response_tenant" ON "commons"."survey_response" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "survey_response_data_steward" ON "commons"."survey_response" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);