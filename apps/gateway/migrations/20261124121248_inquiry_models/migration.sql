CREATE TABLE "commons"."inquiry_model" (
	"institution_id" uuid,
	"id" text,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"defined_by" uuid NOT NULL,
	"defined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "inquiry_model_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "inquiry_model_version" UNIQUE("institution_id","key","version"),
	CONSTRAINT "inquiry_model_version_from_1" CHECK (version >= 1)
);
--> statement-breakpoint
ALTER TABLE "commons"."inquiry_model" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."inquiry_rebuild" (
	"institution_id" uuid PRIMARY KEY,
	"after" uuid NOT NULL,
	"done" integer NOT NULL,
	"repaired" integer NOT NULL,
	"unreadable" integer NOT NULL,
	"begun_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "commons"."inquiry_rebuild" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "inquiry_model_tenant" ON "commons"."inquiry_model" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "inquiry_rebuild_tenant" ON "commons"."inquiry_rebuild" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);