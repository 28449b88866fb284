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
GRANT SELECT, INSERT ON commons.award_scheme, commons.award_scheme_revision, commons.candidacy, commons.candidacy_panel, commons.candidacy_event,
  commons.portfolio_snapshot, commons.award_credential TO app_user;
--> statement-breakpoint
-- A scheme gets further versions, a candidacy goes on, and a panel changes; what happened, what was submitted and what was issued stays.
GRANT UPDATE (title, scheme, version) ON commons.award_scheme TO app_user;
--> statement-breakpoint
GRANT UPDATE (status, version) ON commons.candidacy TO app_user;
--> statement-breakpoint
GRANT DELETE ON commons.candidacy_panel TO app_user;
--> statement-breakpoint
-- An erasure puts a stand-in in place of a person and takes their words out; none of it is a data steward's.
GRANT UPDATE (candidate_id) ON commons.candidacy TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.candidacy_panel TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (event) ON commons.candidacy_event TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (content) ON commons.portfolio_snapshot TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (json, jwt) ON commons.award_credential TO data_eraser;
