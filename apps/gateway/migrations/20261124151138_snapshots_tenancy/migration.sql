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
GRANT SELECT, INSERT ON commons.report_snapshot, commons.report_definition, commons.report_schedule TO app_user;
--> statement-breakpoint
-- A schedule is paused and goes on; what it makes, by whom and when, stays as it was asked for.
GRANT UPDATE (paused, version) ON commons.report_schedule TO app_user;
--> statement-breakpoint
-- A snapshot stays as it was made: not even its owner may change it or take it away.
REVOKE UPDATE, DELETE, TRUNCATE ON commons.report_snapshot FROM CURRENT_USER;
