CREATE TABLE "commons"."award_credential" (
	"institution_id" uuid,
	"id" uuid,
	"candidacy_id" uuid NOT NULL,
	"list" integer NOT NULL,
	"place" integer NOT NULL,
	"json" text,
	"jwt" text,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_credential_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "award_credential_place" UNIQUE("institution_id","list","place"),
	CONSTRAINT "award_credential_form" CHECK (json is not null or jwt is not null),
	CONSTRAINT "award_credential_place_from_0" CHECK (list >= 1 and place >= 0)
);
--> statement-breakpoint
ALTER TABLE "commons"."award_credential" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."award_scheme" (
	"institution_id" uuid,
	"id" uuid,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"scheme" jsonb NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "award_scheme_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "award_scheme_key" UNIQUE("institution_id","key")
);
--> statement-breakpoint
ALTER TABLE "commons"."award_scheme" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."award_scheme_revision" (
	"institution_id" uuid,
	"scheme_id" uuid,
	"number" integer,
	"scheme" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "award_scheme_revision_pkey" PRIMARY KEY("institution_id","scheme_id","number")
);
--> statement-breakpoint
ALTER TABLE "commons"."award_scheme_revision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."candidacy" (
	"institution_id" uuid,
	"id" uuid,
	"candidate_id" uuid NOT NULL,
	"scheme_id" uuid NOT NULL,
	"scheme_version" text NOT NULL,
	"status" text NOT NULL,
	"version" integer NOT NULL,
	"enrolled_at" timestamp with time zone NOT NULL,
	CONSTRAINT "candidacy_pkey" PRIMARY KEY("institution_id","id")
);
--> statement-breakpoint
ALTER TABLE "commons"."candidacy" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."candidacy_event" (
	"institution_id" uuid,
	"candidacy_id" uuid,
	"number" integer,
	"type" text NOT NULL,
	"event" jsonb NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "candidacy_event_pkey" PRIMARY KEY("institution_id","candidacy_id","number"),
	CONSTRAINT "candidacy_event_number" CHECK (number >= 1)
);
--> statement-breakpoint
ALTER TABLE "commons"."candidacy_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."candidacy_panel" (
	"institution_id" uuid,
	"candidacy_id" uuid,
	"person_id" uuid,
	"role" text NOT NULL,
	CONSTRAINT "candidacy_panel_pkey" PRIMARY KEY("institution_id","candidacy_id","person_id"),
	CONSTRAINT "candidacy_panel_role" CHECK (role in ('assessor', 'moderator'))
);
--> statement-breakpoint
ALTER TABLE "commons"."candidacy_panel" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commons"."portfolio_snapshot" (
	"institution_id" uuid,
	"id" uuid,
	"candidacy_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"content" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portfolio_snapshot_pkey" PRIMARY KEY("institution_id","id"),
	CONSTRAINT "portfolio_snapshot_hash" CHECK (content_hash ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "commons"."portfolio_snapshot" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "award_credential_candidacy" ON "commons"."award_credential" ("institution_id","candidacy_id");--> statement-breakpoint
CREATE INDEX "candidacy_candidate" ON "commons"."candidacy" ("institution_id","candidate_id");--> statement-breakpoint
CREATE INDEX "candidacy_scheme" ON "commons"."candidacy" ("institution_id","scheme_id","scheme_version");--> statement-breakpoint
CREATE INDEX "candidacy_status" ON "commons"."candidacy" ("institution_id","status","enrolled_at");--> statement-breakpoint
CREATE UNIQUE INDEX "candidacy_underway" ON "commons"."candidacy" ("institution_id","candidate_id","scheme_id") WHERE status not in ('not-awarded', 'awarded', 'revoked', 'withdrawn');--> statement-breakpoint
CREATE INDEX "candidacy_panel_person" ON "commons"."candidacy_panel" ("institution_id","person_id");--> statement-breakpoint
CREATE INDEX "portfolio_snapshot_candidacy" ON "commons"."portfolio_snapshot" ("institution_id","candidacy_id");--> statement-breakpoint
ALTER TABLE "commons"."award_credential" ADD CONSTRAINT "award_credential_candidacy_fk" FOREIGN KEY ("institution_id","candidacy_id") REFERENCES "commons"."candidacy"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."award_scheme_revision" ADD CONSTRAINT "award_scheme_revision_scheme" FOREIGN KEY ("institution_id","scheme_id") REFERENCES "commons"."award_scheme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."candidacy" ADD CONSTRAINT "candidacy_candidate_fk" FOREIGN KEY ("institution_id","candidate_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."candidacy" ADD CONSTRAINT "candidacy_scheme_fk" FOREIGN KEY ("institution_id","scheme_id") REFERENCES "commons"."award_scheme"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."candidacy_event" ADD CONSTRAINT "candidacy_event_candidacy" FOREIGN KEY ("institution_id","candidacy_id") REFERENCES "commons"."candidacy"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."candidacy_panel" ADD CONSTRAINT "candidacy_panel_candidacy" FOREIGN KEY ("institution_id","candidacy_id") REFERENCES "commons"."candidacy"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."candidacy_panel" ADD CONSTRAINT "candidacy_panel_person_fk" FOREIGN KEY ("institution_id","person_id") REFERENCES "commons"."person"("institution_id","id");--> statement-breakpoint
ALTER TABLE "commons"."portfolio_snapshot" ADD CONSTRAINT "portfolio_snapshot_candidacy_fk" FOREIGN KEY ("institution_id","candidacy_id") REFERENCES "commons"."candidacy"("institution_id","id");--> statement-breakpoint
CREATE POLICY "award_credential_tenant" ON "commons"."award_credential" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "award_scheme_tenant" ON "commons"."award_scheme" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "award_scheme_revision_tenant" ON "commons"."award_scheme_revision" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "candidacy_tenant" ON "commons"."candidacy" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "candidacy_event_tenant" ON "commons"."candidacy_event" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "candidacy_panel_tenant" ON "commons"."candidacy_panel" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "portfolio_snapshot_tenant" ON "commons"."portfolio_snapshot" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);