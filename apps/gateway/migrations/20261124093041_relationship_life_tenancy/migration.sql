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
GRANT SELECT, INSERT ON commons.agreement_version, commons.agreement_signature, commons.phase_assessment, commons.goal,
  commons.training_record, commons.briefing_record, commons.supervision_session, commons.supervision_mentor,
  commons.eligibility_rules, commons.career_stage_set, commons.career_spell TO app_user;
--> statement-breakpoint
-- A goal moves on, and is never handed to somebody else.
GRANT UPDATE (visibility, stand, state, version) ON commons.goal TO app_user;
--> statement-breakpoint
-- A stage that was recorded wrongly is corrected; all the rest is only ever added to. None of it is a data steward's.
GRANT UPDATE (stage, recorded_by, recorded_at) ON commons.career_spell TO app_user;
