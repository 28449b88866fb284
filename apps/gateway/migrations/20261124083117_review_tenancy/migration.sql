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
GRANT SELECT ON commons.conflict_record, commons.management_line, commons.referee, commons.review_workflow, commons.assessor,
  commons.review, commons.review_step, commons.review_task, commons.fellowship, commons.good_standing_review,
  commons.teaching_record, commons.teaching_qualification TO app_user;
--> statement-breakpoint
-- Rows that may be corrected.
GRANT INSERT, UPDATE ON commons.conflict_record, commons.management_line, commons.referee, commons.assessor, commons.review,
  commons.fellowship, commons.teaching_record TO app_user;
--> statement-breakpoint
-- A workflow is closed and never changed: reviews under way refer to it.
GRANT INSERT ON commons.review_workflow TO app_user;
--> statement-breakpoint
GRANT UPDATE (closed_on) ON commons.review_workflow TO app_user;
--> statement-breakpoint
-- Rows that are there or not.
GRANT INSERT, DELETE ON commons.review_task, commons.teaching_qualification TO app_user;
--> statement-breakpoint
GRANT DELETE ON commons.referee TO app_user;
--> statement-breakpoint
-- Rows that are only ever added.
GRANT INSERT ON commons.review_step, commons.good_standing_review TO app_user;
--> statement-breakpoint
-- What the statutory return is made of. Reviews, referees and conflicts are nobody's but those whom the gateway opens them to.
GRANT SELECT ON commons.fellowship, commons.teaching_record, commons.teaching_qualification TO data_steward;
