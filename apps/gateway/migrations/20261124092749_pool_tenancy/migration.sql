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
GRANT SELECT, INSERT ON commons.question_set, commons.application, commons.capacity, commons.offer_terms, commons.offer,
  commons.offer_participant, commons.offer_step, commons.queue_thresholds, commons.relationship_review TO app_user;
--> statement-breakpoint
-- What somebody asked for stays as it was asked; it can only be withdrawn.
GRANT UPDATE (withdrawn_on, state) ON commons.application TO app_user;
--> statement-breakpoint
GRANT UPDATE (relationships_max, set_by, set_at) ON commons.capacity TO app_user;
--> statement-breakpoint
GRANT UPDATE (status, lapses_after, state, version) ON commons.offer TO app_user;
--> statement-breakpoint
GRANT UPDATE (terms, set_by, set_at) ON commons.offer_terms TO app_user;
--> statement-breakpoint
GRANT UPDATE (thresholds, set_by, set_at) ON commons.queue_thresholds TO app_user;
