CREATE SCHEMA ctx;
--> statement-breakpoint
-- SET LOCAL takes no parameter and set_config does not reach the workers of a distributed Postgres.
CREATE FUNCTION ctx.enter(institution uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SET LOCAL app.institution_id = %L', institution);
END
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA ctx, commons TO app_user;
--> statement-breakpoint
GRANT USAGE ON SCHEMA commons TO analyst, data_steward;
--> statement-breakpoint
DO $$
DECLARE
  tenant_table record;
BEGIN
  FOR tenant_table IN SELECT tablename FROM pg_tables WHERE schemaname = 'commons' AND tablename <> 'institution' LOOP
    EXECUTE format('ALTER TABLE commons.%I FORCE ROW LEVEL SECURITY', tenant_table.tablename);
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA commons TO app_user;
--> statement-breakpoint
-- An institution is founded from inside itself and never renamed or removed from there.
GRANT INSERT ON commons.institution TO app_user;
--> statement-breakpoint
-- Rows that may be corrected.
GRANT INSERT, UPDATE ON commons.person, commons.account, commons.programme, commons.cohort, commons.relationship,
  commons.survey, commons.survey_item, commons.survey_choice, commons.survey_response, commons.job,
  commons.idempotency_key TO app_user;
--> statement-breakpoint
-- Rows that are there or not.
GRANT INSERT, DELETE ON commons.role_grant, commons.topic, commons.participation, commons.participant,
  commons.survey_answer TO app_user;
--> statement-breakpoint
GRANT DELETE ON commons.idempotency_key TO app_user;
--> statement-breakpoint
-- Rows that are only ever added: what happened stays as it was recorded.
GRANT INSERT ON commons.relationship_step, commons.meeting, commons.report, commons.disclosed_figure TO app_user;
--> statement-breakpoint
GRANT SELECT ON commons.disclosed_figure TO analyst;
--> statement-breakpoint
-- Row-level facts for a data steward; the topics of a meeting and the course of a relationship belong to the pair.
GRANT SELECT ON commons.person, commons.programme, commons.topic, commons.cohort, commons.participation,
  commons.participant, commons.survey, commons.survey_item, commons.survey_choice, commons.survey_response,
  commons.survey_answer, commons.disclosed_figure TO data_steward;
--> statement-breakpoint
GRANT SELECT (institution_id, id, programme_id, cohort_id, external_id, kind, status, completed, keywords)
  ON commons.relationship TO data_steward;
--> statement-breakpoint
GRANT SELECT (institution_id, id, relationship_id, held_on, duration_minutes, mode) ON commons.meeting TO data_steward;
