DO $$
DECLARE
  tenant_table record;
BEGIN
  FOR tenant_table IN
    SELECT relname FROM pg_class
    WHERE relnamespace = 'commons'::regnamespace AND relkind = 'r' AND relname <> 'institution' AND NOT relforcerowsecurity
  LOOP
    EXECUTE format('ALTER TABLE commons.%I FORCE ROW LEVEL SECURITY', tenant_table.relname);
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT SELECT ON commons.inquiry, commons.inquiry_member, commons.inquiry_event, commons.framework_wording, commons.evidence,
  commons.corroboration, commons.claim, commons.claim_evidence, commons.claim_submission TO app_user;
--> statement-breakpoint
-- Rows that may be corrected.
GRANT INSERT, UPDATE ON commons.inquiry, commons.framework_wording, commons.evidence, commons.corroboration, commons.claim
  TO app_user;
--> statement-breakpoint
-- Rows that are there or not.
GRANT INSERT, DELETE ON commons.inquiry_member, commons.claim_evidence TO app_user;
--> statement-breakpoint
GRANT DELETE ON commons.evidence, commons.corroboration TO app_user;
--> statement-breakpoint
-- Rows that are only ever added: an event, and what was submitted, stay as they were recorded.
GRANT INSERT ON commons.inquiry_event, commons.claim_submission TO app_user;
--> statement-breakpoint
-- Somebody's evidence, claims and inquiries are theirs: a data steward reads the wording that was loaded, and nothing else here.
GRANT SELECT ON commons.framework_wording TO data_steward;
