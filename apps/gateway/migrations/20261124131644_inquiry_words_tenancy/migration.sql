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
-- A version of a section stays as it was written; only which one is the newest changes. None of it is a data steward's.
GRANT SELECT, INSERT ON commons.inquiry_section TO app_user;
--> statement-breakpoint
GRANT UPDATE (is_current) ON commons.inquiry_section TO app_user;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON commons.inquiry_tag TO app_user;
--> statement-breakpoint
-- An erasure takes somebody's words out.
GRANT UPDATE (text) ON commons.inquiry_section TO data_eraser;
