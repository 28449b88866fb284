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
GRANT SELECT, INSERT ON commons.community, commons.community_programme, commons.community_membership,
  commons.participation_event, commons.participation_thresholds, commons.value_indicator, commons.value_story,
  commons.network_wave, commons.network_wave_person, commons.network_tie, commons.practice, commons.dimension_reading,
  commons.hallmark_reading, commons.self_assessment, commons.self_assessment_wording TO app_user;
--> statement-breakpoint
-- A spell is ended, a wave is closed, somebody answers: nothing else of them changes.
GRANT UPDATE (ends_on) ON commons.community_membership TO app_user;
--> statement-breakpoint
GRANT UPDATE (closed_at) ON commons.network_wave TO app_user;
--> statement-breakpoint
GRANT UPDATE (answered_at) ON commons.network_wave_person TO app_user;
--> statement-breakpoint
-- Rows that may be corrected.
GRANT UPDATE ON commons.value_story, commons.practice, commons.self_assessment_wording TO app_user;
--> statement-breakpoint
-- Rows that are there or not: answers are replaced, a story is its author's to take away, a day may have been recorded by mistake.
GRANT DELETE ON commons.network_tie, commons.value_story, commons.participation_event TO app_user;
--> statement-breakpoint
-- Who belongs to what, and what is done where. Answers, stories and readings are nobody's but their authors'.
GRANT SELECT ON commons.community, commons.community_programme, commons.community_membership, commons.participation_event,
  commons.participation_thresholds, commons.value_indicator, commons.practice, commons.hallmark_reading TO data_steward;
