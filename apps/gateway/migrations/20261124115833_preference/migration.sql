CREATE TABLE "commons"."application_not_with" (
	"institution_id" uuid,
	"application_id" uuid,
	"people" jsonb NOT NULL,
	"version" integer NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_not_with_pkey" PRIMARY KEY("institution_id","application_id"),
	CONSTRAINT "application_not_with_people" CHECK (jsonb_typeof(people) = 'array')
);
--> statement-breakpoint
ALTER TABLE "commons"."application_not_with" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."application_ranking" (
	"institution_id" uuid,
	"application_id" uuid,
	"people" jsonb NOT NULL,
	"version" integer NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_ranking_pkey" PRIMARY KEY("institution_id","application_id"),
	CONSTRAINT "application_ranking_people" CHECK (jsonb_typeof(people) = 'array')
);
--> statement-breakpoint
ALTER TABLE "commons"."application_ranking" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "commons"."application_not_with" ADD CONSTRAINT "application_not_with_application" FOREIGN KEY ("institution_id","application_id") REFERENCES "commons"."application"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."application_ranking" ADD CONSTRAINT "application_ranking_application" FOREIGN KEY ("institution_id","application_id") REFERENCES "commons"."application"("institution_id","id");--> statement-breakpoint
CREATE POLICY "application_not_with_tenant" ON "commons"."application_not_with" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "application_ranking_tenant" ON "commons"."application_ranking" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);