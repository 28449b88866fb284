CREATE TABLE "commons"."inquiry" (
	"institution_id" uuid,
	"id" uuid,
	"question" text NOT NULL,
	"model_id" text NOT NULL,
	"status" text NOT NULL,
	"version" integer NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	CONSTRAINT "inquiry_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."inquiry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."inquiry_event" (
	"institution_id" uuid,
	"inquiry_id" uuid,
	"number" integer,
	"type" text NOT NULL,
	"event" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "inquiry_event_pkey" PRIMARY KEY("institution_id","inquiry_id","number"),
	CONSTRAINT "inquiry_event_number" CHECK (number >= 1)
);
--> statement-breakpoint
ALTER TABLE "commons"."inquiry_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."inquiry_member" (
	"institution_id" uuid,
	"inquiry_id" uuid,
	"person_id" uuid,
	"role" text NOT NULL,
	CONSTRAINT "inquiry_member_pkey" PRIMARY KEY("institution_id","inquiry_id","person_id"),
	CONSTRAINT "inquiry_member_role" CHECK (role in ('author', 'critical-friend'))
);
--> statement-breakpoint
ALTER TABLE "commons"."inquiry_member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."claim" (
	"institution_id" uuid,
	"id" uuid,
	"person_id" uuid NOT NULL,
	"descriptor" text NOT NULL,
	"status" text NOT NULL,
	"version" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	CONSTRAINT "claim_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "claim_status" CHECK (status in ('draft', 'submitted', 'referred', 'awarded', 'not-awarded', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "commons"."claim" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."claim_evidence" (
	"institution_id" uuid,
	"claim_id" uuid,
	"evidence_id" uuid,
	CONSTRAINT "claim_evidence_pkey" PRIMARY KEY("institution_id","claim_id","evidence_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."claim_evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."claim_submission" (
	"institution_id" uuid,
	"claim_id" uuid,
	"number" integer,
	"hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "claim_submission_pkey" PRIMARY KEY("institution_id","claim_id","number")
);
--> statement-breakpoint
ALTER TABLE "commons"."claim_submission" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."corroboration" (
	"institution_id" uuid,
	"evidence_id" uuid,
	"by_person_id" uuid,
	"asked_on" date NOT NULL,
	"given_on" date,
	"tags" text[] NOT NULL,
	CONSTRAINT "corroboration_pkey" PRIMARY KEY("institution_id","evidence_id","by_person_id")
);
--> statement-breakpoint
ALTER TABLE "commons"."corroboration" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."evidence" (
	"institution_id" uuid,
	"id" uuid,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text,
	"from_day" date NOT NULL,
	"to_day" date,
	"tags" text[] NOT NULL,
	"words" integer,
	"address" text,
	"origin_kind" text,
	"origin_id" uuid,
	"version" integer NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "evidence_origin" UNIQUE("institution_id","person_id","origin_kind","origin_id"),
	CONSTRAINT "evidence_origin_whole" CHECK ((origin_kind is null) = (origin_id is null)),
	CONSTRAINT "evidence_days" CHECK (to_day is null or to_day >= from_day),
	CONSTRAINT "evidence_words" CHECK (words is null or words >= 0)
);
--> statement-breakpoint
ALTER TABLE "commons"."evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."framework_wording" (
	"institution_id" uuid,
	"edition" text,
	"language" text,
	"wording" jsonb NOT NULL,
	"loaded_by" uuid NOT NULL,
	"loaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "framework_wording_pkey" PRIMARY KEY("institution_id","edition","language")
);
--> statement-breakpoint
ALTER TABLE "commons"."framework_wording" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "commons"."person" ADD COLUMN "unit" text;--> statement-breakpoint
CREATE INDEX "inquiry_member_person" ON "commons"."inquiry_member" ("institution_id","person_id");--> statement-breakpoint
CREATE INDEX "claim_person" ON "commons"."claim" ("institution_id","person_id");--> statement-breakpoint
CREATE INDEX "claim_status_index" ON "commons"."claim" ("institution_id","status");--> statement-breakpoint
CREATE INDEX "claim_evidence_evidence" ON "commons"."claim_evidence" ("institution_id","evidence_id");--> statement-breakpoint
CREATE INDEX "corroboration_person" ON "commons"."corroboration" ("institution_id","by_person_id");--> statement-breakpoint
CREATE INDEX "evidence_person" ON "commons"."evidence" ("institution_id","person_id","from_day");--> statement-breakpoint
ALTER TABLE "commons"."inquiry_event" ADD CONSTRAINT "inquiry_event_inquiry" FOREIGN KEY ("institution_id","inquiry_id") REFERENCES "commons"."inquiry"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."inquiry_member" ADD CONSTRAINT "inquiry_member_inquiry" FOREIGN KEY ("institution_id","inquiry_id") REFERENCES "commons"."inquiry"("institution_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "commons"."inquiry_member" ADD CONSTRAINT "inquiry_member_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."claim" ADD CONSTRAINT "claim_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."claim_evidence" ADD CONSTRAINT "claim_evidence_claim" FOREIGN KEY ("institution_id","claim_id") REFERENCES "commons"."claim"("institution_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "commons"."claim_evidence" ADD CONSTRAINT "claim_evidence_evidence_fk" FOREIGN KEY ("institution_id","evidence_id") REFERENCES "commons"."evidence"("institution_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "commons"."claim_submission" ADD CONSTRAINT "claim_submission_claim" FOREIGN KEY ("institution_id","claim_id") REFERENCES "commons"."claim"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."corroboration" ADD CONSTRAINT "corroboration_evidence" FOREIGN KEY ("institution_id","evidence_id") REFERENCES "commons"."evidence"("institution_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "commons"."corroboration" ADD CONSTRAINT "corroboration_person_fk" FOREIGN KEY ("institution_id","by_person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."evidence" ADD CONSTRAINT "evidence_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."framework_wording" ADD CONSTRAINT "framework_wording_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
CREATE POLICY "inquiry_tenant" ON "commons"."inquiry" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "inquiry_event_tenant" ON "commons"."inquiry_event" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "inquiry_member_tenant" ON "commons"."inquiry_member" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "claim_tenant" ON "commons"."claim" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "claim_evidence_tenant" ON "commons"."claim_evidence" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "claim_submission_tenant" ON "commons"."claim_submission" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "corroboration_tenant" ON "commons"."corroboration" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "evidence_tenant" ON "commons"."evidence" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "framework_wording_tenant" ON "commons"."framework_wording" AS PERMISSIVE FOR ALL TO "app_user" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "framework_wording_data_steward" ON "commons"."framework_wording" AS PERMISSIVE FOR SELECT TO "data_steward" USING (session_user::text = 'data_steward_' || institution_id::text);