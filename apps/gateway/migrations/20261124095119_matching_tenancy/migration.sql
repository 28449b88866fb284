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
GRANT SELECT, INSERT ON commons.match_run, commons.match_input, commons.match_proof, commons.match_pair, commons.match_unmatched,
  commons.match_offer, commons.match_step TO app_user;
--> statement-breakpoint
-- What was asked of a run never changes; what came of it is written once, and its draft goes on.
GRANT UPDATE (status, state, summary, input_hash, matched, unmatched, version) ON commons.match_run TO app_user;
