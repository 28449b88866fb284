CREATE TABLE "commons"."disclosure_ledger" (
	"institution_id" uuid,
	"dataset" text,
	"table_name" text,
	"ledger" jsonb NOT NULL,
	CONSTRAINT "disclosure_ledger_pkey" PRIMARY KEY("institution_id","dataset","table_name")
);
--> statement-breakpoint
ALTER TABLE "commons"."disclosure_ledger" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "disclosure_ledger_tenant" ON "commons"."disclosure_ledger" AS PERMISSIVE FOR ALL TO "app_user", "data_eraser" USING (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid) WITH CHECK (institution_id = nullif(current_setting('app.institution_id', true), '')::uuid);