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
GRANT SELECT, INSERT ON commons.objective, commons.theory, commons.theory_version, commons.theory_evidence,
  commons.contribution_claim, commons.contribution_step, commons.analysis_plan, commons.analysis_plan_draft,
  commons.analysis_plan_version, commons.analysis_look, commons.estimate, commons.employment_import, commons.employment_spell TO app_user;
--> statement-breakpoint
-- Rows that may be corrected. What was frozen, looked at, estimated or taken as a step has no UPDATE and no DELETE: it is only ever added to.
GRANT UPDATE ON commons.objective, commons.contribution_claim, commons.analysis_plan_draft, commons.employment_spell TO app_user;
--> statement-breakpoint
GRANT UPDATE (title, version) ON commons.theory TO app_user;
--> statement-breakpoint
GRANT UPDATE (retracted_at) ON commons.theory_evidence TO app_user;
--> statement-breakpoint
GRANT DELETE ON commons.analysis_plan_draft, commons.employment_spell TO app_user;
--> statement-breakpoint
-- Facts and what was meant by them. An estimate goes out under a disclosure policy, which SQL does not apply.
GRANT SELECT ON commons.objective, commons.theory, commons.theory_version, commons.theory_evidence, commons.contribution_claim,
  commons.contribution_step, commons.analysis_plan, commons.analysis_plan_version, commons.analysis_look, commons.employment_import,
  commons.employment_spell TO data_steward;
--> statement-breakpoint
-- An erasure takes somebody's contracts away: days and grades tell who it was, and figures of the past stand in snapshots.
GRANT UPDATE (person_id), DELETE ON commons.employment_spell TO data_eraser;
