CREATE TABLE "commons"."report_definition" (
	"institution_id" uuid,
	"id" uuid,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"defined_by" uuid NOT NULL,
	"defined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_definition_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "report_definition_version" UNIQUE("institution_id","key","version"),
	CONSTRAINT "report_definition_version_from" CHECK (version >= 1)
);
--> statement-breakpoint
ALTER TABLE "commons"."report_definition" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."report_schedule" (
	"institution_id" uuid,
	"id" uuid,
	"programme_id" uuid NOT NULL,
	"definition" text NOT NULL,
	"format" text NOT NULL,
	"rhythm" text NOT NULL,
	"crons" text[] NOT NULL,
	"paused" boolean NOT NULL,
	"scheduled_by" uuid NOT NULL,
	"scheduled_at" timestamp with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "report_schedule_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "report_schedule_rhythm" CHECK (rhythm in ('cron', 'every-term')),
	CONSTRAINT "report_schedule_crons" CHECK (cardinality(crons) between 1 and 12)
);
--> statement-breakpoint
ALTER TABLE "commons"."report_schedule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."report_snapshot" (
	"institution_id" uuid,
	"id" uuid,
	"programme_id" uuid NOT NULL,
	"definition" text NOT NULL,
	"title" text NOT NULL,
	"policy" text NOT NULL,
	"as_of" text NOT NULL,
	"content" text NOT NULL,
	"hash" text NOT NULL,
	"salt" text NOT NULL,
	"schedule_id" uuid,
	"made_by" uuid NOT NULL,
	"made_as" text[] NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_snapshot_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "report_snapshot_policy" CHECK (policy in ('exact', 'hesa')),
	CONSTRAINT "report_snapshot_hash" CHECK (hash ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "commons"."report_snapshot" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "report_definition_defined" ON "commons"."report_definition" ("institution_id","defined_at","id");--> statement-breakpoint
CREATE INDEX "report_schedule_scheduled" ON "commons"."report_schedule" ("institution_id","scheduled_at","id");--> statement-breakpoint
CREATE INDEX "report_snapshot_made" ON "commons"."report_snapshot" ("institution_id","made_at","id");--> statement-breakpoint
CREATE INDEX "report_snapshot_programme" ON "commons"."report_snapshot" ("institution_id","programme_id","made_at");--> statement-breakpoint
ALTER TABLE "commons"."report_definition" ADD CONSTRAINT "report_definition_institution_id_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "commons"."institution"("id");--> statement-breakpoint
ALTER TABLE "commons"."report_schedule" ADD CONSTRAINT "report_schedule_programme_fk" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."report_snapshot" ADD CONSTRAINT "report_snapshot_programme_fk" FOREIGN KEY ("institution_id","programme_id") REFERENCES "commons"."programme"("institution_id","id");--> statement-breakpoint
CREATE POLICY "report_definition_tenant" ON "commons"."report_definition" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "report_schedule_tenant" ON "commons"."report_schedule" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "report_snapshot_tenant" ON "commons"."report_snapshot" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);