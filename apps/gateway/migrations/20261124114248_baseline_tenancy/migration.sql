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
GRANT SELECT, INSERT ON commons.baseline_project, commons.baseline_finding, commons.baseline_figure, commons.baseline_recommendation,
  commons.baseline_ground, commons.baseline_step, commons.baseline_action, commons.subject_request TO app_user;
--> statement-breakpoint
-- A recommendation goes on and changes hands; what was found, done and asked for stays as it was recorded. None of it is a data steward's.
GRANT UPDATE (owner_id, status, since, came_of_it, version) ON commons.baseline_recommendation TO app_user;
