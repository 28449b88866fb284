-- What an erasure reads to find a person by, in tables that are there and in those that come.
GRANT SELECT ON ALL TABLES IN SCHEMA commons TO data_eraser;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA commons GRANT SELECT ON TABLES TO data_eraser;
--> statement-breakpoint
-- A stand-in takes the place of a person; the row is held still by a right to change it that is never used.
GRANT INSERT ON commons.person, commons.subject_request, commons.idempotency_key TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (name) ON commons.person TO data_eraser;
--> statement-breakpoint
-- Who is named, and the words that are struck out: no other column.
GRANT UPDATE (granted_by) ON commons.role_grant TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.participation TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (state) ON commons.relationship TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.participant TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (step) ON commons.relationship_step TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id, state, external_id, withdrawn_on) ON commons.application TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (people) ON commons.application_ranking TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (people) ON commons.application_not_with TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.capacity TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (state) ON commons.offer TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.offer_participant TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (step) ON commons.offer_step TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (drafted_by) ON commons.agreement_version TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.agreement_signature TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.phase_assessment TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (owner_id, state) ON commons.goal TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.training_record TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.briefing_record TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (supervisor_id) ON commons.supervision_session TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.supervision_mentor TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.career_spell TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (settings, state) ON commons.match_run TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (input) ON commons.match_input TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (proof) ON commons.match_proof TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (mentee_id, mentor_id) ON commons.match_pair TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (mentee_id) ON commons.match_unmatched TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (mentee_id) ON commons.match_offer TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.community_membership TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.participation_event TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (author_id, state) ON commons.value_story TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.network_wave_person TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (from_id, to_id) ON commons.network_tie TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.dimension_reading TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.inquiry_member TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (event) ON commons.inquiry_event TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id, title, address) ON commons.evidence TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (by_person_id) ON commons.corroboration TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.claim TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (content) ON commons.claim_submission TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id, state, name, statement, token_hash) ON commons.referee TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.assessor TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (state) ON commons.review TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (step) ON commons.review_step TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.review_task TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.fellowship TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.teaching_record TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id) ON commons.teaching_qualification TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (found_by_id) ON commons.baseline_finding TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (owner_id) ON commons.baseline_recommendation TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (owner_id) ON commons.baseline_step TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (person_id, marks) ON commons.subject_request TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (question) ON commons.inquiry TO data_eraser;
--> statement-breakpoint
GRANT UPDATE (result_id) ON commons.idempotency_key TO data_eraser;
--> statement-breakpoint
-- What is about nobody else goes as a whole.
GRANT DELETE ON commons.person, commons.account, commons.role_grant, commons.idempotency_key, commons.application_ranking, commons.application_not_with, commons.conflict_record, commons.management_line, commons.match_proof TO data_eraser;
