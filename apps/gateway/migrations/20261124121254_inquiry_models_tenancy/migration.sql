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
-- A version of a model is never changed: an inquiry that was begun on it names it. No data steward reads either.
GRANT SELECT, INSERT ON commons.inquiry_model TO app_user;
--> statement-breakpoint
-- How far a rebuild has come is forgotten when it is done.
GRANT SELECT, INSERT, UPDATE, DELETE ON commons.inquiry_rebuild TO app_user;
