import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import type { testGateway } from './gateway.ts'

type Gateway = Awaited<ReturnType<typeof testGateway>>

/** Text that is planted wherever somebody's own words are kept, so that what is left of it can be looked for. */
export const marker = 'PLANTED-WORDS'

/**
 * Plants rows of a person in the tables that keep words or ids of people and that a test does not fill through the API. `other` is
 * somebody whose rows stand beside them.
 */
export async function plantRows(
  gateway: Gateway,
  { me, other, relationship, programme }: Record<'me' | 'other' | 'relationship' | 'programme', string>,
  institution = 'north',
) {
  const at = institutionIdOf(institution)
  const [claim, theirClaim, story, run, offer, wave, session, submission, supervision] = Array.from({ length: 9 }, () =>
    randomUUID(),
  )
  const [one, two] = [me, other].sort()
  const words = (more: object = {}) => JSON.stringify({ ...more, title: marker })
  const json = (value: unknown) => JSON.stringify(value)
  const goal = randomUUID()
  const day = '2026-02-01'
  const now = '2026-02-01T09:00:00Z'
  const evidence = randomUUID()
  const application = randomUUID()
  const theirs = randomUUID()
  const opinion = (by: string, comment: string) => ({
    by,
    on: day,
    judgements: [{ criterion: 'c', level: 'met', comment }],
    recommendation: { kind: 'award' },
  })
  const statements = [
    sql`insert into commons.goal values (${at}, ${goal}, ${relationship}, ${me}, 'shared', 'open', ${day}, ${words({ id: goal, relationshipId: relationship, ownerId: me, visibility: 'shared', setOn: day, progress: [], milestones: [{ id: 'm', title: marker }] })}::text::jsonb, 1)`,
    sql`insert into commons.evidence (institution_id, id, person_id, kind, title, from_day, tags, address, version, recorded_at) values (${at}, ${evidence}, ${me}, 'mentoring', ${marker}, ${day}, '{}', ${`https://example.org/${marker}`}, 1, ${now})`,
    sql`insert into commons.corroboration values (${at}, ${evidence}, ${other}, ${day}, null, '{}')`,
    sql`insert into commons.application (institution_id, id, programme_id, person_id, role, external_id, applied_on, state, recorded_by, recorded_at) values (${at}, ${application}, ${programme}, ${me}, 'mentee', ${marker}, ${day}, ${json({ id: application, programmeId: programme, personId: me, role: 'mentee', appliedOn: day, questionsVersion: 1, answers: [{ question: 'q', answer: marker }] })}::text::jsonb, ${randomUUID()}, ${now})`,
    sql`insert into commons.application (institution_id, id, programme_id, person_id, role, applied_on, state, recorded_by, recorded_at) values (${at}, ${theirs}, ${programme}, ${other}, 'mentor', ${day}, ${json({ id: theirs, programmeId: programme, personId: other, role: 'mentor', appliedOn: day, questionsVersion: 1, answers: [{ question: 'q', answer: 'theirs' }] })}::text::jsonb, ${randomUUID()}, ${now})`,
    sql`insert into commons.application_not_with values (${at}, ${application}, ${json([other])}::text::jsonb, 1, ${randomUUID()}, ${now})`,
    sql`insert into commons.application_ranking values (${at}, ${theirs}, ${json([me])}::text::jsonb, 1, ${randomUUID()}, ${now})`,
    sql`insert into commons.conflict_record values (${at}, ${one}, ${two}, 'line-management', ${day}, null)`,
    sql`insert into commons.management_line values (${at}, ${me}, ${other}, ${day}, null)`,
    sql`insert into commons.capacity values (${at}, ${me}, 'mentor', ${day}, 3, ${randomUUID()}, ${now})`,
    sql`insert into commons.training_record values (${at}, ${me}, 'mentoring-basics', ${day}, null, ${randomUUID()})`,
    sql`insert into commons.supervision_session values (${at}, ${supervision}, ${other}, ${day}, 60, 'group', '{}', ${randomUUID()})`,
    sql`insert into commons.supervision_mentor values (${at}, ${supervision}, ${me})`,
    sql`insert into commons.career_spell values (${at}, ${me}, ${day}, 'early', ${randomUUID()}, ${now})`,
    sql`insert into commons.employment_import (institution_id, id, as_of, file_hash, spells, imported_at) values (${at}, ${wave}, ${day}, 'h', 2, ${now})`,
    sql`insert into commons.employment_spell (institution_id, id, external_id, person_id, starts_on, terms, grade, unit, import_id) values
      (${at}, ${randomUUID()}, ${marker}, ${me}, ${day}, 'open-ended', ${marker}, ${marker}, ${wave}), (${at}, ${randomUUID()}, 'theirs', ${other}, ${day}, 'open-ended', null, null, ${wave})`,
    sql`insert into commons.phase_assessment values (${at}, ${randomUUID()}, ${relationship}, ${me}, 'mentee', 'm', 'p', ${day}, ${now})`,
    sql`insert into commons.dimension_reading values (${at}, ${randomUUID()}, ${relationship}, ${me}, 'mentee', 'open', 1, ${day}, ${now})`,
    sql`insert into commons.community (institution_id, id, label, domain) values (${at}, ${session}, 'Mentors', 'mentoring')`,
    sql`insert into commons.community_membership values (${at}, ${randomUUID()}, ${session}, ${me}, ${day}, null)`,
    sql`insert into commons.participation_event values (${at}, ${randomUUID()}, ${session}, ${me}, 'attend', ${day}, ${randomUUID()}, ${now})`,
    sql`insert into commons.value_story values (${at}, ${story}, ${session}, ${me}, 'f', 'public', ${day}, null, ${json({ id: story, communityId: session, authorId: me, consent: { circle: 'public', givenOn: day }, activityIds: [], steps: [{ type: 'applied', text: marker, sign: 'positive', evidenceIds: [] }] })}::text::jsonb, 1)`,
    sql`insert into commons.network_wave (institution_id, id, held_on, boundary, tie_kind, source, rule, opened_by, opened_at, closed_at) values (${at}, ${wave}, ${day}, 'b', 'advice', 'survey', 'either-named', ${randomUUID()}, ${now}, ${now})`,
    sql`insert into commons.network_wave_person values (${at}, ${wave}, ${me}, 'D1', ${now}), (${at}, ${wave}, ${other}, 'D2', ${now})`,
    sql`insert into commons.network_tie values (${at}, ${wave}, ${me}, ${other}), (${at}, ${wave}, ${other}, ${me})`,
    sql`insert into commons.claim values (${at}, ${claim}, ${me}, 'psf-2023:D2', 'awarded', 1, ${now}), (${at}, ${theirClaim}, ${other}, 'psf-2023:D2', 'awarded', 1, ${now})`,
    sql`insert into commons.claim_submission values (${at}, ${claim}, 1, ${submission}, ${json({ descriptor: 'psf-2023:D2', evidence: [{ id: evidence, title: marker, address: marker, tags: ['psf-2023:K1'], owner: me, corroborations: [{ by: other }] }], reading: {} })}::text::jsonb, ${now})`,
    sql`insert into commons.referee (institution_id, id, claim_id, name, person_id, observed_practice, state, token_hash, tags, statement) values
      (${at}, ${randomUUID()}, ${claim}, ${marker}, null, true, null, ${randomUUID()}, '{}', ${marker}), (${at}, ${randomUUID()}, ${theirClaim}, ${marker}, ${me}, true, null, null, '{}', ${marker})`,
    sql`insert into commons.review_workflow (institution_id, key, title, definition, defined_by, defined_at) values (${at}, 'planted', 'W', '{}', ${randomUUID()}, ${now})`,
    sql`insert into commons.review values (${at}, ${claim}, 'planted', 'awarded', ${json({ state: 'awarded', claimId: claim, applicant: { id: me }, reviewers: [{ id: other }], opinions: [opinion(other, marker)] })}::text::jsonb, 3),
      (${at}, ${theirClaim}, 'planted', 'awarded', ${json({ state: 'awarded', claimId: theirClaim, applicant: { id: other }, reviewers: [{ id: me }], opinions: [opinion(me, marker), opinion(other, 'a word that stays')] })}::text::jsonb, 3)`,
    sql`insert into commons.review_step values (${at}, ${claim}, 1, ${json({ type: 'judge', by: { id: other, role: 'reviewer' }, on: day, judgements: [{ comment: marker }] })}::text::jsonb, ${randomUUID()}, ${now}),
      (${at}, ${theirClaim}, 1, ${json({ type: 'judge', by: { id: me, role: 'reviewer' }, on: day, judgements: [{ comment: marker }] })}::text::jsonb, ${randomUUID()}, ${now}),
      (${at}, ${theirClaim}, 2, ${json({ type: 'moderate', by: { id: other, role: 'moderator' }, on: day, reason: 'a word that stays' })}::text::jsonb, ${randomUUID()}, ${now})`,
    sql`insert into commons.fellowship values (${at}, ${randomUUID()}, ${me}, 'psf-2023:D2', 'fellow', ${day}, ${claim})`,
    sql`insert into commons.job (institution_id, id, kind, input, status, done, total, message, requested_by, requested_at) values (${at}, ${run}, 'match', ${json({ programmeId: programme })}::text::jsonb, 'done', 1, 1, 'done', ${randomUUID()}, ${now})`,
    sql`insert into commons.match_run (institution_id, id, programme_id, origin, settings, policy_version, objective, seed, version, requested_by, requested_at) values (${at}, ${run}, ${programme}, 'start', ${json({ pins: [{ menteeId: me, mentorId: other }] })}::text::jsonb, '1', 'stable', 's', 1, ${randomUUID()}, ${now})`,
    sql`insert into commons.match_input values (${at}, ${run}, ${json({ mentees: [{ personId: me, answers: { q: marker }, trained: true, wishes: [{ text: marker }] }], mentors: [{ personId: other, places: 1, answers: { q: 'theirs' }, notWith: [me] }] })}::text::jsonb, ${now})`,
    sql`insert into commons.match_proof values (${at}, ${run}, ${json({ prices: [{ mentorId: other, text: marker }] })}::text::jsonb)`,
    sql`insert into commons.match_pair values (${at}, ${run}, ${me}, ${other}, false, 1, 1, 1, '[]')`,
    sql`insert into commons.offer (institution_id, id, programme_id, status, made_on, state, version) values (${at}, ${offer}, ${programme}, 'expired', ${day}, ${json({ id: offer, status: 'expired', participants: [{ personId: me, role: 'mentee' }] })}::text::jsonb, 1)`,
    sql`insert into commons.offer_participant values (${at}, ${offer}, ${me}, 'mentee'), (${at}, ${offer}, ${other}, 'mentor')`,
    sql`insert into commons.match_offer values (${at}, ${run}, ${me}, ${offer})`,
  ]
  await gateway.database.asOwner(async (tx) => {
    for (const statement of statements) await tx.execute(statement)
  })
}
