CREATE TABLE "commons"."survey_number" (
	"institution_id" uuid,
	"response_id" uuid,
	"item_id" uuid,
	"value" double precision NOT NULL,
	CONSTRAINT "survey_number_pkey" PRIMARY KEY("institution_id","response_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."survey_number" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."survey_invitation" (
	"institution_id" uuid,
	"id" uuid,
	"survey_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"secret_hash" text,
	"expires_on" date NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"withdrawn_on" date,
	CONSTRAINT "survey_invitation_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "survey_invitation_person" UNIQUE("institution_id","survey_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."survey_invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."survey_pseudonym" (
	"institution_id" uuid,
	"series_id" uuid,
	"person_id" uuid,
	"pseudonym" text NOT NULL,
	CONSTRAINT "survey_pseudonym_pkey" PRIMARY KEY("institution_id","series_id","person_id"),
	CONSTRAINT "survey_pseudonym_text" UNIQUE("institution_id","series_id","pseudonym")
);
--> statement-breakpoint
ALTER TABLE "commons"."survey_pseudonym" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."survey_instrument" (
	"institution_id" uuid,
	"id" uuid,
	"key" text NOT NULL,
	"version" text NOT NULL,
	"definition" jsonb NOT NULL,
	"defined_by" uuid NOT NULL,
	"defined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "survey_instrument_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "survey_instrument_version" UNIQUE("institution_id","key","version")
);
--> statement-breakpoint
ALTER TABLE "commons"."survey_instrument" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."survey_series" (
	"institution_id" uuid,
	"id" uuid,
	"programme_id" uuid NOT NULL,
	"instrument_id" uuid NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"launched_on" date,
	"responses_min" integer,
	"version" integer NOT NULL,
	CONSTRAINT "survey_series_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "survey_series_key" UNIQUE("institution_id","programme_id","key"),
	CONSTRAINT "survey_series_launch" CHECK ((launched_on is null) = (responses_min is null)),
	CONSTRAINT "survey_series_threshold" CHECK (responses_min >= 3)
);
--> statement-breakpoint
ALTER TABLE "commons"."survey_series" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."survey_window" (
	"institution_id" uuid,
	"survey_id" uuid,
	"series_id" uuid NOT NULL,
	"key" text NOT NULL,
	"moment" text NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"roles" text[] NOT NULL,
	CONSTRAINT "survey_window_pkey" PRIMARY KEY("institution_id","survey_id"),
	CONSTRAINT "survey_window_key" UNIQUE("institution_id","series_id","key"),
	CONSTRAINT "survey_window_moment" CHECK (moment in ('baseline', 'mid', 'end', 'six-months-later')),
	CONSTRAINT "survey_window_days" CHECK (opens_on <= closes_on)
);
--> statement-breakpoint
ALTER TABLE "commons"."survey_window" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "survey_number_item" ON "commons"."survey_number" ("institution_id","item_id");--> statement-breakpoint
CREATE INDEX "survey_invitation_of_person" ON "commons"."survey_invitation" ("institution_id","person_id");--> statement-breakpoint
CREATE INDEX "survey_window_series" ON "commons"."survey_window" ("institution_id","series_id","opens_on");--> statement-breakpoint
ALTER TABLE "commons"."survey_number" ADD CONSTRAINT "survey_number_response" FOREIGN KEY ("institution_id","response_id") REFERENCES "commons"."survey_response"("institution_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "commons"."survey_number" ADD CONSTRAINT "survey_number_item_fk" FOREIGN KEY ("institution_id","item_id") REFERENCES "commons"."survey_item"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey_invitation" ADD CONSTRAINT "survey_invitation_survey" FOREIGN KEY ("institution_id","survey_id") REFERENCES "commons"."survey"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey_invitation" ADD CONSTRAINT "survey_invitation_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey_invitation" ADD CONSTRAINT "survey_invitation_cohort" FOREIGN KEY ("institution_id","cohort_id") REFERENCES "commons"."cohort"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey_pseudonym" ADD CONSTRAINT "survey_pseudonym_series" FOREIGN KEY ("institution_id","series_id") REFERENCES "commons"."survey_series"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey_pseudonym" ADD CONSTRAINT "survey_pseudonym_person" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey_series" ADD CONSTRAINT "survey_series_programme" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey_series" ADD CONSTRAINT "survey_series_instrument" FOREIGN KEY ("institution_id","instrument_id") REFERENCES "commons"."survey_instrument"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey_window" ADD CONSTRAINT "survey_window_survey" FOREIGN KEY ("institution_id","survey_id") REFERENCES "commons"."survey"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey_window" ADD CONSTRAINT "survey_window_series_fk" FOREIGN KEY ("institution_id","series_id") REFERENCES "commons"."survey_series"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."survey_item" DROP CONSTRAINT "survey_item_kind";--> statement-breakpoint
ALTER TABLE "commons"."survey_item" ADD CONSTRAINT "survey_item_kind" CHECK (kind in ('one', 'many', 'scale', 'number'));--> statement-breakpoint
CREATE POLICY "survey_number_tenant" ON "commons"."survey_number" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "survey_number_data_steward" ON "commons"."survey_number" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "survey_invitation_tenant" ON "commons"."survey_invitation" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "survey_pseudonym_tenant" ON "commons"."survey_pseudonym" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "survey_instrument_tenant" ON "commons"."survey_instrument" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "survey_instrument_data_steward" ON "commons"."survey_instrument" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "survey_series_tenant" ON "commons"."survey_series" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "survey_series_data_steward" ON "commons"."survey_series" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "survey_window_tenant" ON "commons"."survey_window" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "survey_window_data_steward" ON "commons"."survey_window" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);