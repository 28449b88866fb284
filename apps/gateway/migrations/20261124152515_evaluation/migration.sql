CREATE TABLE "commons"."contribution_claim" (
	"institution_id" uuid,
	"id" uuid,
	"theory_id" uuid NOT NULL,
	"theory_version" integer NOT NULL,
	"status" text NOT NULL,
	"state" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "contribution_claim_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "contribution_claim_status" CHECK (status in ('asserted', 'evidenced', 'rivals-examined', 'credible', 'not-supported'))
);
--> statement-breakpoint
ALTER TABLE "commons"."contribution_claim" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."contribution_step" (
	"institution_id" uuid,
	"claim_id" uuid,
	"version" integer,
	"step" text NOT NULL,
	"state" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contribution_step_pkey" PRIMARY KEY("institution_id","claim_id","version"),
	CONSTRAINT "contribution_step_step" CHECK (step in ('assert', 'add-evidence', 'examine-rivals', 'judge', 'retract'))
);
--> statement-breakpoint
ALTER TABLE "commons"."contribution_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."employment_import" (
	"institution_id" uuid,
	"id" uuid,
	"as_of" date NOT NULL,
	"file_hash" text NOT NULL,
	"spells" integer NOT NULL,
	"imported_by" uuid,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "employment_import_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."employment_import" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."employment_spell" (
	"institution_id" uuid,
	"id" uuid,
	"external_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"reason" text,
	"terms" text NOT NULL,
	"grade" text,
	"unit" text,
	"import_id" uuid NOT NULL,
	CONSTRAINT "employment_spell_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "employment_spell_external_id" UNIQUE("institution_id","external_id"),
	CONSTRAINT "employment_spell_days" CHECK (ends_on is null or ends_on >= starts_on),
	CONSTRAINT "employment_spell_reason" CHECK (reason is null or ends_on is not null),
	CONSTRAINT "employment_spell_terms" CHECK (terms in ('open-ended', 'fixed-term', 'atypical'))
);
--> statement-breakpoint
ALTER TABLE "commons"."employment_spell" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."estimate" (
	"institution_id" uuid,
	"id" uuid,
	"plan_id" uuid,
	"indicator_id" text NOT NULL,
	"state" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "estimate_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."estimate" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."objective" (
	"institution_id" uuid,
	"id" uuid,
	"from_day" date NOT NULL,
	"to_day" date,
	"state" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "objective_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."objective" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."analysis_look" (
	"institution_id" uuid,
	"id" uuid,
	"plan_id" uuid NOT NULL,
	"indicator_id" text NOT NULL,
	"test" text NOT NULL,
	"groups" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_look_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."analysis_look" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."analysis_plan" (
	"institution_id" uuid,
	"id" uuid,
	"title" text NOT NULL,
	"data_closes_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_plan_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."analysis_plan" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."analysis_plan_draft" (
	"institution_id" uuid,
	"plan_id" uuid,
	"analyses" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "analysis_plan_draft_pkey" PRIMARY KEY("institution_id","plan_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."analysis_plan_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."analysis_plan_version" (
	"institution_id" uuid,
	"plan_id" uuid,
	"version" integer,
	"analyses" jsonb NOT NULL,
	"reason" text,
	"frozen_by" uuid NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "analysis_plan_version_pkey" PRIMARY KEY("institution_id","plan_id","version")
);
--> statement-breakpoint
ALTER TABLE "commons"."analysis_plan_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."theory" (
	"institution_id" uuid,
	"id" uuid,
	"programme_id" uuid,
	"title" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "theory_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."theory" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."theory_evidence" (
	"institution_id" uuid,
	"id" uuid,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"reference" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"retracted_at" timestamp with time zone,
	CONSTRAINT "theory_evidence_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."theory_evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."theory_version" (
	"institution_id" uuid,
	"theory_id" uuid,
	"version" integer,
	"state" jsonb NOT NULL,
	"reason" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "theory_version_pkey" PRIMARY KEY("institution_id","theory_id","version")
);
--> statement-breakpoint
ALTER TABLE "commons"."theory_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "contribution_claim_theory" ON "commons"."contribution_claim" ("institution_id","theory_id","theory_version");--> statement-breakpoint
CREATE INDEX "employment_import_as_of" ON "commons"."employment_import" ("institution_id","as_of");--> statement-breakpoint
CREATE INDEX "employment_spell_person" ON "commons"."employment_spell" ("institution_id","person_id","starts_on");--> statement-breakpoint
CREATE INDEX "estimate_indicator" ON "commons"."estimate" ("institution_id","indicator_id");--> statement-breakpoint
CREATE INDEX "analysis_look_plan" ON "commons"."analysis_look" ("institution_id","plan_id","recorded_at");--> statement-breakpoint
CREATE INDEX "theory_programme" ON "commons"."theory" ("institution_id","programme_id");--> statement-breakpoint
ALTER TABLE "commons"."contribution_claim" ADD CONSTRAINT "contribution_claim_theory_fk" FOREIGN KEY ("institution_id","theory_id","theory_version") REFERENCES "commons"."theory_version"("institution_id","theory_id","version");--> statement-breakpoint
ALTER TABLE "commons"."contribution_step" ADD CONSTRAINT "contribution_step_claim" FOREIGN KEY ("institution_id","claim_id") REFERENCES "commons"."contribution_claim"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."employment_import" ADD CONSTRAINT "employment_import_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."employment_spell" ADD CONSTRAINT "employment_spell_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."employment_spell" ADD CONSTRAINT "employment_spell_import" FOREIGN KEY ("institution_id","import_id") REFERENCES "commons"."employment_import"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."estimate" ADD CONSTRAINT "estimate_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."estimate" ADD CONSTRAINT "estimate_plan" FOREIGN KEY ("institution_id","plan_id") REFERENCES "commons"."analysis_plan"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."objective" ADD CONSTRAINT "objective_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."analysis_look" ADD CONSTRAINT "analysis_look_plan_fk" FOREIGN KEY ("institution_id","plan_id") REFERENCES "commons"."analysis_plan"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."analysis_plan" ADD CONSTRAINT "analysis_plan_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."analysis_plan_draft" ADD CONSTRAINT "analysis_plan_draft_plan" FOREIGN KEY ("institution_id","plan_id") REFERENCES "commons"."analysis_plan"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."analysis_plan_version" ADD CONSTRAINT "analysis_plan_version_plan" FOREIGN KEY ("institution_id","plan_id") REFERENCES "commons"."analysis_plan"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."theory" ADD CONSTRAINT "theory_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."theory" ADD CONSTRAINT "theory_programme_fk" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."theory_evidence" ADD CONSTRAINT "theory_evidence_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."theory_version" ADD CONSTRAINT "theory_version_theory" FOREIGN KEY ("institution_id","theory_id") REFERENCES "commons"."theory"("institution_id","id");--> statement-breakpoint
CREATE POLICY "contribution_claim_tenant" ON "commons"."contribution_claim" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "contribution_claim_data_steward" ON "commons"."contribution_claim" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "contribution_step_tenant" ON "commons"."contribution_step" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "contribution_step_data_steward" ON "commons"."contribution_step" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "employment_import_tenant" ON "commons"."employment_import" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "employment_import_data_steward" ON "commons"."employment_import" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "employment_spell_tenant" ON "commons"."employment_spell" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "employment_spell_data_steward" ON "commons"."employment_spell" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "estimate_tenant" ON "commons"."estimate" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "objective_tenant" ON "commons"."objective" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "objective_data_steward" ON "commons"."objective" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "analysis_look_tenant" ON "commons"."analysis_look" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "analysis_look_data_steward" ON "commons"."analysis_look" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "analysis_plan_tenant" ON "commons"."analysis_plan" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "analysis_plan_data_steward" ON "commons"."analysis_plan" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "analysis_plan_draft_tenant" ON "commons"."analysis_plan_draft" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "analysis_plan_version_tenant" ON "commons"."analysis_plan_version" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "analysis_plan_version_data_steward" ON "commons"."analysis_plan_version" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "theory_tenant" ON "commons"."theory" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "theory_data_steward" ON "commons"."theory" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "theory_evidence_tenant" ON "commons"."theory_evidence" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "theory_evidence_data_steward" ON "commons"."theory_evidence" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);--> statement-breakpoint
CREATE POLICY "theory_version_tenant" ON "commons"."theory_version" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "theory_version_data_steward" ON "commons"."theory_version" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);