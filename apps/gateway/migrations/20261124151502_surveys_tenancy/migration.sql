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
GRANT SELECT, INSERT ON commons.survey_instrument, commons.survey_series, commons.survey_window, commons.survey_number,
  commons.survey_invitation, commons.survey_pseudonym TO app_user;
--> statement-breakpoint
-- A series is launched, a wave moved, a link renewed; what was asked stays as it is.
GRANT UPDATE (launched_on, responses_min, version) ON commons.survey_series TO app_user;
--> statement-breakpoint
GRANT UPDATE (opens_on, closes_on) ON commons.survey_window TO app_user;
--> statement-breakpoint
GRANT UPDATE (secret_hash, expires_on, withdrawn_on) ON commons.survey_invitation TO app_user;
--> statement-breakpoint
-- Answers are revised and withdrawn by whoever gave them.
GRANT DELETE ON commons.survey_number, commons.survey_pseudonym, commons.survey_response TO app_user;
--> statement-breakpoint
-- A data steward reads answers by pseudonym: never who was invited, nor whose a pseudonym is.
GRANT SELECT ON commons.survey_series, commons.survey_window, commons.survey_number TO data_steward;
--> statement-breakpoint
GRANT SELECT (institution_id, id, key, version, definition) ON commons.survey_instrument TO data_steward;
--> statement-breakpoint
-- An erasure takes a person and their link out of an invitation, and the pseudonym away.
GRANT UPDATE (person_id, secret_hash) ON commons.survey_invitation TO data_eraser;
--> statement-breakpoint
GRANT DELETE ON commons.survey_pseudonym TO data_eraser;
