import type { Holding } from './holding.ts'

const myAccounts = '(select id from commons.account where institution_id = :at and person_id = :me)'
const myClaims = '(select id from commons.claim where institution_id = :at and person_id = :me)'
const myCandidacies = '(select id from commons.candidacy where institution_id = :at and candidate_id = :me)'
const myApplications = '(select id from commons.application where institution_id = :at and person_id = :me)'
const myPseudonyms = '(select pseudonym from commons.survey_pseudonym where institution_id = :at and person_id = :me)'
const myResponses = `(select id from commons.survey_response where institution_id = :at and respondent in ${myPseudonyms})`
const myRelationships =
  '(select relationship_id from commons.participant where institution_id = :at and person_id = :me)'
const myOffers = '(select offer_id from commons.offer_participant where institution_id = :at and person_id = :me)'
const mine = (column: string): Pick<Holding, 'people' | 'own'> => ({ people: [column], own: `${column} = :me` })
const runsOf =
  '(select run_id from commons.match_input where institution_id = :at and position(:me::text in input::text) > 0)'
const ofClaim = `claim_id in ${myClaims}`
const ofCandidacy = `candidacy_id in ${myCandidacies}`
const said = ['comment', 'reason', 'remark'] as const

/**
 * What every table holds of people. A test reads the catalogue and fails where a column that could name a person is not here, so
 * whoever adds a table says here what an export shows of it and what an erasure does with it.
 */
export const holdings: Readonly<Record<string, Holding>> = {
  person: {
    own: 'id = :me',
  },
  account: { ...mine('person_id'), removed: 'person_id = :me' },
  role_grant: {
    accounts: ['account_id'],
    own: `account_id in ${myAccounts}`,
    leftOut: ['granted_by'],
    removed: `account_id in ${myAccounts}`,
  },
  idempotency_key: {
    accounts: ['account_id'],
    own: `account_id in ${myAccounts}`,
    leftOut: ['request_hash'],
    removed: `account_id in ${myAccounts}`,
  },
  participation: mine('person_id'),
  relationship: { peopleIn: ['state'], own: `id in ${myRelationships}`, leftOut: ['state'] },
  participant: mine('person_id'),
  relationship_step: { accounts: ['recorded_by'], peopleIn: ['step'], own: "step->>'by' = :me::text" },
  meeting: { own: `relationship_id in ${myRelationships}` },
  question_set: { accounts: ['defined_by'] },
  application: {
    ...mine('person_id'),
    accounts: ['recorded_by'],
    peopleIn: ['state'],
    emptied: { external_id: 'null', withdrawn_on: 'today', state: 'withdrawn' },
    struck: [{ column: 'state', where: 'person_id = :me', texts: ['answers'] }],
  },
  application_ranking: {
    accounts: ['set_by'],
    peopleIn: ['people'],
    own: `application_id in ${myApplications}`,
    removed: `application_id in ${myApplications}`,
  },
  application_not_with: {
    accounts: ['set_by'],
    peopleIn: ['people'],
    own: `application_id in ${myApplications}`,
    removed: `application_id in ${myApplications}`,
  },
  capacity: { ...mine('person_id'), accounts: ['set_by'] },
  offer_terms: { accounts: ['set_by'] },
  offer: { peopleIn: ['state'], own: `id in ${myOffers}`, leftOut: ['state'] },
  offer_participant: mine('person_id'),
  offer_step: { accounts: ['recorded_by'], peopleIn: ['step'], own: "step->>'by' = :me::text" },
  queue_thresholds: { accounts: ['set_by'] },
  relationship_review: { accounts: ['recorded_by'], own: `relationship_id in ${myRelationships}` },
  conflict_record: {
    people: ['person_a', 'person_b'],
    own: ':me in (person_a, person_b)',
    removed: ':me in (person_a, person_b)',
  },
  management_line: {
    people: ['manager_id', 'report_id'],
    own: ':me in (manager_id, report_id)',
    removed: ':me in (manager_id, report_id)',
  },
  agreement_version: { people: ['drafted_by'], own: `relationship_id in ${myRelationships}` },
  agreement_signature: mine('person_id'),
  phase_assessment: mine('person_id'),
  goal: {
    ...mine('owner_id'),
    peopleIn: ['state'],
    struck: [{ column: 'state', where: 'owner_id = :me', texts: ['title'] }],
  },
  training_record: { ...mine('person_id'), accounts: ['recorded_by'] },
  briefing_record: { ...mine('person_id'), accounts: ['recorded_by'] },
  supervision_session: { ...mine('supervisor_id'), accounts: ['recorded_by'] },
  supervision_mentor: mine('person_id'),
  eligibility_rules: { accounts: ['set_by'] },
  career_stage_set: { accounts: ['set_by'] },
  career_spell: { ...mine('person_id'), accounts: ['recorded_by'] },
  match_run: { accounts: ['requested_by'], peopleIn: ['settings', 'state'] },
  match_input: {
    peopleIn: ['input'],
    struck: [
      {
        column: 'input',
        where: 'position(:me::text in input::text) > 0',
        texts: ['answers', 'wishes', 'ranking', 'notWith', 'discloses'],
        byPersonOnly: true,
      },
    ],
  },
  // Prices and preferences tell what somebody answered; without its proof a run stays, and is proven no longer.
  match_proof: { peopleIn: ['proof'], removed: `run_id in ${runsOf}` },
  match_pair: {
    people: ['mentee_id', 'mentor_id'],
    own: ":me in (mentee_id, mentor_id) and run_id in (select id from commons.match_run where institution_id = :at and status = 'published')",
  },
  match_unmatched: { people: ['mentee_id'] },
  match_offer: { people: ['mentee_id'], own: 'mentee_id = :me' },
  match_step: { accounts: ['recorded_by'] },
  community_membership: mine('person_id'),
  participation_event: { ...mine('person_id'), accounts: ['recorded_by'] },
  participation_thresholds: { accounts: ['published_by'] },
  value_indicator: { accounts: ['recorded_by'] },
  value_story: {
    ...mine('author_id'),
    peopleIn: ['state'],
    struck: [{ column: 'state', where: 'author_id = :me', texts: ['text'] }],
  },
  network_wave: { accounts: ['opened_by'] },
  network_wave_person: mine('person_id'),
  // Who named somebody is for those who did to say: an export counts these rows and shows none.
  network_tie: { people: ['from_id', 'to_id'], own: 'from_id = :me' },
  dimension_reading: mine('person_id'),
  hallmark_reading: { accounts: ['recorded_by'] },
  self_assessment: { accounts: ['saved_by'] },
  self_assessment_wording: { accounts: ['loaded_by'] },
  inquiry: {
    own: 'id in (select inquiry_id from commons.inquiry_member where institution_id = :at and person_id = :me)',
    emptied: { question: 'erased' },
    emptiedWhere: `id in (select inquiry_id from commons.inquiry_event where institution_id = :at and number = 1 and recorded_by in ${myAccounts})`,
  },
  inquiry_member: mine('person_id'),
  inquiry_event: {
    accounts: ['recorded_by'],
    peopleIn: ['event'],
    own: `(recorded_by in ${myAccounts} or event->>'by' = :me::text)`,
    struck: [
      {
        column: 'event',
        where: `(recorded_by in ${myAccounts} or event->>'by' = :me::text)`,
        texts: 'inquiry',
      },
    ],
  },
  inquiry_model: { accounts: ['defined_by'] },
  inquiry_section: {
    accounts: ['written_by'],
    own: `written_by in ${myAccounts}`,
    emptied: { text: 'erased' },
  },
  inquiry_tag: { accounts: ['tagged_by'], own: `tagged_by in ${myAccounts}` },
  framework_wording: { accounts: ['loaded_by'] },
  evidence: { ...mine('person_id'), emptied: { title: 'null', address: 'null' } },
  corroboration: mine('by_person_id'),
  claim: mine('person_id'),
  claim_evidence: { own: ofClaim },
  claim_submission: {
    peopleIn: ['content'],
    own: ofClaim,
    struck: [{ column: 'content', where: ofClaim, texts: ['title', 'address'] }],
  },
  referee: {
    people: ['person_id'],
    peopleIn: ['state'],
    own: `(person_id = :me or ${ofClaim})`,
    leftOut: ['token_hash'],
    shownTo: { statement: 'person_id' },
    emptied: { name: 'erased', statement: 'erased', token_hash: 'null' },
  },
  review_workflow: { accounts: ['defined_by'] },
  assessor: mine('person_id'),
  review: {
    peopleIn: ['state'],
    own: ofClaim,
    leftOut: ['state'],
    struck: [
      { column: 'state', where: ofClaim, texts: said },
      { column: 'state', where: `not (${ofClaim})`, texts: said, byPersonOnly: true },
    ],
  },
  review_step: {
    accounts: ['recorded_by'],
    peopleIn: ['step'],
    own: "step->'by'->>'id' = :me::text",
    about: ofClaim,
    struck: [
      { column: 'step', where: ofClaim, texts: said },
      { column: 'step', where: `not (${ofClaim})`, texts: said, byPersonOnly: true },
    ],
  },
  review_task: mine('person_id'),
  fellowship: mine('person_id'),
  good_standing_review: {
    accounts: ['recorded_by'],
    own: 'fellowship_id in (select id from commons.fellowship where institution_id = :at and person_id = :me)',
  },
  teaching_record: mine('person_id'),
  teaching_qualification: mine('person_id'),
  // Answers are somebody's own as long as the one table that says so holds their pseudonym. Without it nobody can tell whose they are.
  survey_response: { own: `respondent in ${myPseudonyms}` },
  survey_answer: { own: `response_id in ${myResponses}` },
  survey_number: { own: `response_id in ${myResponses}` },
  survey_instrument: { accounts: ['defined_by'] },
  survey_invitation: {
    ...mine('person_id'),
    accounts: ['invited_by'],
    leftOut: ['secret_hash'],
    emptied: { secret_hash: 'null' },
  },
  survey_pseudonym: { ...mine('person_id'), removed: 'person_id = :me' },
  job: { accounts: ['requested_by'], own: `requested_by in ${myAccounts}` },
  // A snapshot holds figures after disclosure control and nobody's rows; its salt is no one's.
  report_snapshot: {
    accounts: ['made_by'],
    own: `made_by in ${myAccounts}`,
    leftOut: ['content', 'salt'],
  },
  report_definition: { accounts: ['defined_by'] },
  report_schedule: { accounts: ['scheduled_by'], own: `scheduled_by in ${myAccounts}` },
  theory_version: { accounts: ['recorded_by'] },
  theory_evidence: { accounts: ['recorded_by'] },
  contribution_step: { accounts: ['recorded_by'] },
  analysis_plan: { accounts: ['recorded_by'] },
  analysis_plan_version: { accounts: ['frozen_by'] },
  analysis_look: { accounts: ['recorded_by'] },
  estimate: { accounts: ['recorded_by'] },
  employment_import: { accounts: ['imported_by'] },
  // Days and grades of contracts tell who somebody was; figures of the past stand in snapshots.
  employment_spell: { ...mine('person_id'), removed: 'person_id = :me' },
  baseline_project: { accounts: ['recorded_by'] },
  baseline_finding: { ...mine('found_by_id'), accounts: ['recorded_by'] },
  baseline_recommendation: mine('owner_id'),
  baseline_step: { ...mine('owner_id'), accounts: ['recorded_by'] },
  baseline_action: { accounts: ['recorded_by'] },
  subject_request: { ...mine('person_id'), accounts: ['requested_by'], leftOut: ['marks'] },
  award_scheme_revision: { accounts: ['recorded_by'] },
  candidacy: mine('candidate_id'),
  candidacy_panel: mine('person_id'),
  candidacy_event: {
    accounts: ['recorded_by'],
    peopleIn: ['event'],
    own: "event->>'by' = :me::text",
    about: ofCandidacy,
    struck: [
      {
        column: 'event',
        where: `(${ofCandidacy} or recorded_by in ${myAccounts} or event->>'by' = :me::text)`,
        texts: 'candidacy',
      },
    ],
  },
  // What was frozen may hold what a participant has withdrawn since: the award gives its candidate what may still be read.
  portfolio_snapshot: { own: ofCandidacy, leftOut: ['content'], emptied: { content: 'erased' } },
  award_credential: { own: ofCandidacy, emptied: { json: 'erased', jwt: 'erased' } },
}

/** Tables that refer to each other by a person's id: it changes in all of a group in one statement. */
export const tiedTogether: readonly (readonly string[])[] = [
  ['network_wave_person', 'network_tie'],
  ['match_pair', 'match_offer'],
]

/** Columns that an erasure leaves as they are, because figures are counted by them; the name and the outside id go. */
export const keptOfPerson = ['unit', 'country', 'continent'] as const
