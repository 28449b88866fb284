CREATE TABLE "commons"."inquiry_section" (
	"institution_id" uuid,
	"inquiry_id" uuid,
	"section" text,
	"version" integer,
	"text" text,
	"is_current" boolean NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "inquiry_section_pkey" PRIMARY KEY("institution_id","inquiry_id","section","version"),
	CONSTRAINT "inquiry_section_version_from_1" CHECK (version >= 1),
	CONSTRAINT "inquiry_section_text" CHECK (text <> '')
);
--> statement-breakpoint
ALTER TABLE "commons"."inquiry_section" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."inquiry_tag" (
	"institution_id" uuid,
	"inquiry_id" uuid,
	"item_kind" text,
	"item_key" text,
	"kind" text,
	"code" text,
	"tagged_by" uuid NOT NULL,
	"tagged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "inquiry_tag_pkey" PRIMARY KEY("institution_id","inquiry_id","item_kind","item_key","kind","code"),
	CONSTRAINT "inquiry_tag_kind" CHECK (kind in ('award-outcome', 'framework-dimension'))
);
--> statement-breakpoint
ALTER TABLE "commons"."inquiry_tag" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "inquiry_section_current" ON "commons"."inquiry_section" ("institution_id","inquiry_id","section") WHERE is_current;--> statement-breakpoint
ALTER TABLE "commons"."inquiry_section" ADD CONSTRAINT "inquiry_section_inquiry" FOREIGN KEY ("institution_id","inquiry_id") REFERENCES "commons"."inquiry"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."inquiry_tag" ADD CONSTRAINT "inquiry_tag_inquiry" FOREIGN KEY ("institution_id","inquiry_id") REFERENCES "commons"."inquiry"("institution_id","id");--> statement-breakpoint
CREATE POLICY "inquiry_section_tenant" ON "commons"."inquiry_section" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "inquiry_tag_tenant" ON "commons"."inquiry_tag" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);