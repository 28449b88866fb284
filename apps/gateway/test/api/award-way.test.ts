import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Award, advance, awardIn, candidacyIn, enrol, nobody, take, whole } from '../harness/awards.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let award: Award

beforeAll(async () => {
  gateway = await testGateway()
  award = await awardIn(gateway)
})

const steps = (node: { nextSteps: { step: string }[] }) => node.nextSteps.map(({ step }) => step)

/** A new candidate with a relationship and an inquiry of their own would cost much: the ways of this file follow each other. */
describe('the way to an award', () => {
  let way: Awaited<ReturnType<typeof candidacyIn>>

  test('begins with an enrolment, once at a time and once for a key', async () => {
    const { coordinator, candidate, scheme, idOf } = award
    const variables = { scheme, candidate: idOf(candidate), key: 'enrol-key-1' }
    const [first, again] = [await coordinator.ask(enrol, variables), await coordinator.ask(enrol, variables)]
    expect(again.data.enrolCandidate.id).toBe(first.data.enrolCandidate.id)
    const twice = await coordinator.ask(enrol, { scheme, candidate: idOf(candidate) })
    expect(twice.data.enrolCandidate).toMatchObject({ code: 'enrolled-already', path: 'candidate' })
    const other = await coordinator.ask(enrol, { ...variables, candidate: idOf(award.mentee) })
    expect(other.data.enrolCandidate).toMatchObject({ code: 'idempotency-key-reused' })
    const id = first.data.enrolCandidate.id
    await take(candidate, id, { withdraw: true }, 1)
    way = await candidacyIn(award)
  })

  test('is enrolled by who runs programmes, in their own institution, on what is there', async () => {
    const { coordinator, candidate, scheme, idOf, mentee, ada, analyst, southern } = award
    for (const asker of [candidate, mentee, ada, analyst])
      expect((await asker.ask(enrol, { scheme, candidate: idOf(mentee) })).errors?.[0]?.extensions?.code).toBe(
        'FORBIDDEN',
      )
    expect((await southern.ask(enrol, { scheme, candidate: idOf(mentee) })).data.enrolCandidate.code).toBe('not-found')
    const ask = async (variables: object) =>
      (await coordinator.ask(enrol, { scheme, candidate: idOf(mentee), ...variables })).data.enrolCandidate
    expect(await ask({ candidate: nobody })).toMatchObject({ code: 'not-found', path: 'candidate' })
    expect(await ask({ scheme: globalId('AwardScheme', 'north', randomUUID()) })).toMatchObject({
      code: 'not-found',
      path: 'scheme',
    })
  })

  test('counts practice where the candidate mentors, from rows', async () => {
    const { candidate, mentee, coordinator, idOf, programme } = award
    expect(
      await way.refused(candidate, {
        linkRelationship: { relationship: globalId('Relationship', 'north', randomUUID()) },
      }),
    ).toMatchObject({ code: 'not-found' })
    const proposed = await coordinator.ask(
      `mutation ($programme: ID!, $participants: [ParticipantInput!]!) { proposeRelationship(programme: $programme, kind: DYAD, participants: $participants, on: "2026-01-05") { ... on Relationship { id } ... on Refusal { code message } } }`,
      {
        programme,
        participants: [
          { person: idOf(award.stranger), role: 'MENTOR' },
          { person: idOf(candidate), role: 'MENTEE' },
        ],
      },
    )
    const asMentee = proposed.data.proposeRelationship.id
    expect(await way.refused(candidate, { linkRelationship: { relationship: asMentee } })).toMatchObject({
      code: 'not-mentor-in-it',
    })
    const ofOthers = await coordinator.ask(
      `mutation ($programme: ID!, $participants: [ParticipantInput!]!) { proposeRelationship(programme: $programme, kind: DYAD, participants: $participants, on: "2026-01-05") { ... on Relationship { id } } }`,
      {
        programme,
        participants: [
          { person: idOf(award.stranger), role: 'MENTOR' },
          { person: idOf(mentee), role: 'MENTEE' },
        ],
      },
    )
    expect(
      await way.refused(candidate, { linkRelationship: { relationship: ofOthers.data.proposeRelationship.id } }),
    ).toMatchObject({ code: 'not-found' })
    expect(
      await way.refused(candidate, { linkInquiry: { inquiry: globalId('Inquiry', 'north', randomUUID()) } }),
    ).toMatchObject({ code: 'not-found' })
    await way.as(candidate, { linkRelationship: { relationship: award.meeting } })
    expect((await way.read(candidate)).practice).toMatchObject([
      { from: '2026-01-12', to: null, hours: 1.5, meetings: 1 },
    ])
    await mentee.ask(
      `mutation ($id: ID!) { recordMeeting(relationship: $id, heldOn: "2026-02-20", durationMinutes: 30, mode: ONLINE) { __typename } }`,
      { id: award.meeting },
    )
    await way.as(candidate, { linkRelationship: { relationship: award.meeting } })
    expect((await way.read(candidate)).practiceHours).toBe(2)
    await way.as(candidate, { unlinkRelationship: { relationship: award.meeting } })
    expect((await way.read(candidate)).practice).toEqual([])
  })

  test('keeps a portfolio of what is linked and shown within consent, and says what it lacks', async () => {
    const { candidate } = award
    const early = { takeSnapshot: { putForward: way.putForward } }
    expect(await way.refused(candidate, early)).toMatchObject({ code: 'relationship-not-linked' })
    expect(await way.refused(candidate, { takeSnapshot: { putForward: way.putForward.slice(1) } })).toMatchObject({
      code: 'inquiry-not-linked',
    })
    await way.as(candidate, { takeSnapshot: { putForward: [] } })
    const [bare] = (await way.read(candidate)).snapshots
    expect((await way.read(candidate)).gaps.map(({ code }: { code: string }) => code)).toEqual([
      'outcomes-not-covered',
      'practice-too-little',
      'inquiry-missing',
    ])
    expect(await way.refused(candidate, { submit: { snapshot: bare.key } })).toMatchObject({
      code: 'outcomes-not-covered',
    })
    await way.as(
      candidate,
      { linkRelationship: { relationship: award.meeting } },
      { linkInquiry: { inquiry: award.inquiry.id } },
    )
    const absent = [{ outcome: 'core:1', items: [{ kind: 'EVIDENCE', key: 'none' }] }]
    expect((await way.refused(candidate, { takeSnapshot: { putForward: absent } })).code).not.toBe('')
    expect(
      await way.refused(candidate, { takeSnapshot: { putForward: [{ outcome: 'none:1', items: [] }] } }),
    ).toMatchObject({ code: 'unknown-outcome' })
    const words = [{ section: 'WHY', text: 'Why it matters to me' }]
    await way.as(candidate, { takeSnapshot: { putForward: way.putForward, texts: words } })
    const { snapshots, gaps } = await way.read(candidate)
    expect(gaps).toEqual([])
    const frozen = JSON.parse(snapshots[0].document)
    expect(Object.keys(frozen)).toEqual(Object.keys(frozen).toSorted())
    expect(frozen.relationships).toMatchObject([{ hours: 2, meetings: 2 }])
    expect(frozen.inquiry).toMatchObject({
      format: 'action-research-portfolio',
      audience: 'internal',
      authors: ['the candidate'],
    })
    expect(snapshots[0].document).toContain('Why it matters to me')
    for (const person of [candidate, award.mentee]) expect(snapshots[0].document).not.toContain(person.personId)
  })

  test('is the candidate’s own until it is submitted', async () => {
    const { candidate, coordinator, ada, idOf } = award
    const seen = await way.read(coordinator)
    expect(seen).toMatchObject({
      status: 'PREPARING',
      practice: null,
      practiceHours: null,
      snapshots: null,
      gaps: null,
      submission: null,
      results: null,
    })
    expect(seen.candidateName).toBe('Test Mentor')
    expect(await way.refused(coordinator, { linkRelationship: { relationship: award.meeting } })).toMatchObject({
      code: 'step-of-others',
    })
    expect((await ada.ask(whole, { id: way.id })).data.node).toBeNull()
    expect(await way.refused(coordinator, { appointAssessor: { person: idOf(ada) } })).toMatchObject({
      code: 'not-now',
    })
    expect((await way.refused(candidate, { confer: true })).code).toBe('step-of-others')
    await way.as(candidate, { submit: { snapshot: (await way.read(candidate)).snapshots[0].key } })
    expect((await way.read(candidate)).submission).toMatchObject({
      attempt: 1,
      outcomes: ['value:1', 'core:1', 'specialist:1'],
    })
  })

  test('is nobody else’s at all: answered like what does not exist', async () => {
    const missing = globalId('Candidacy', 'north', randomUUID())
    for (const asker of [award.mentee, award.stranger, award.analyst, award.steward, award.cal, award.southern]) {
      expect((await asker.ask(whole, { id: way.id })).data.node).toBeNull()
      const [there, none] = [
        await take(asker, way.id, { withdraw: true }, 1),
        await take(asker, missing, { withdraw: true }, 1),
      ]
      expect(there).toEqual(none)
      expect(there).toMatchObject({ code: 'not-found' })
      const lists = await asker.ask(
        '{ myCandidacies(first: 10) { nodes { id } } assessmentsToDo(first: 10) { nodes { id } } }',
      )
      expect(lists.data).toEqual({ myCandidacies: { nodes: [] }, assessmentsToDo: { nodes: [] } })
    }
    const open = await gateway.ask(whole, { id: way.id })
    expect(open.errors?.[0]?.extensions?.code ?? open.data.node).not.toEqual(expect.objectContaining({ id: way.id }))
    const progress = '{ awardsInProgress(first: 10) { nodes { id } } }'
    for (const asker of [award.mentee, award.candidate, award.ada, award.analyst, award.steward])
      expect((await asker.ask(progress)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    expect((await award.southern.ask(progress)).data.awardsInProgress.nodes).toEqual([])
  })

  test('is assessed by who is impartial, and can sign in to do it', async () => {
    const { coordinator, ada, cal, idOf, candidate, stranger } = award
    const appoint = (person: string) => way.refused(coordinator, { appointAssessor: { person } })
    expect(await appoint(idOf(candidate))).toMatchObject({ code: 'kept-out' })
    expect(await appoint(idOf(stranger))).toMatchObject({ code: 'no-assessor' })
    expect(await appoint(nobody)).toMatchObject({ code: 'not-found' })
    expect(await appoint(globalId('Person', 'south', award.southern.personId ?? ''))).toMatchObject({
      code: 'not-found',
    })
    await plantConflict(cal, candidate)
    expect(await appoint(idOf(cal))).toMatchObject({ code: 'kept-out', path: 'person' })
    await way.as(coordinator, { appointAssessor: { person: idOf(ada) } })
    expect(await appoint(idOf(ada))).toMatchObject({ code: 'duplicate-id' })
    expect((await way.read(ada)).viewerRoles).toEqual(['ASSESSOR'])
  })

  test('shows assessors what was submitted and not the inquiry behind it, nor what others judge', async () => {
    const { ada, ben, coordinator, candidate, idOf, inquiry } = award
    await way.as(coordinator, { appointAssessor: { person: idOf(ben) } })
    const seen = await way.read(ada)
    expect(seen.submission.document).toContain('action-research-portfolio')
    expect(seen).toMatchObject({ practice: null, snapshots: null, panel: null })
    expect((await ada.ask('query ($id: ID!) { node(id: $id) { id } }', { id: inquiry.id })).data.node).toBeNull()
    await way.as(ada, {
      judge: { outcome: 'core:1', finding: 'NOT_YET_SHOWN', reasons: ['EVIDENCE_THIN'], remark: 'Thin' },
    })
    expect((await way.read(ada)).judgements).toMatchObject([{ outcome: 'core:1', own: true }])
    for (const asker of [ben, coordinator, candidate]) {
      const others = await way.read(asker)
      expect(others.judgements).toEqual([])
      expect(others.results).toBeNull()
    }
    expect((await way.read(ben)).events.map(({ type }: { type: string }) => type)).not.toContain('OutcomeJudged')
    expect((await way.read(candidate)).events.map(({ type }: { type: string }) => type)).not.toContain('OutcomeJudged')
    const work = await ada.ask('{ assessmentsToDo(first: 10) { nodes { id nextSteps { step yours until } } } }')
    expect(work.data.assessmentsToDo.nodes[0]).toMatchObject({ id: way.id })
    expect(work.data.assessmentsToDo.nodes[0].nextSteps).toContainEqual({
      step: 'JUDGE',
      yours: true,
      until: '2026-04-01',
    })
  })

  test('takes one of two steps that are decided on one version, and a step once for a key', async () => {
    const { ada, ben } = award
    const { version } = way.at
    const judge = (outcome: string) => ({ judge: { outcome, finding: 'SHOWN', reasons: ['EVIDENCE_FITS'] } })
    const answers = await Promise.all([
      take(ada, way.id, judge('value:1'), version),
      take(ben, way.id, judge('value:1'), version),
    ])
    expect(answers.map((answer) => answer?.code ?? answer?.__typename).toSorted()).toEqual([
      'Candidacy',
      'stale-version',
    ])
    const [left, asker] = answers[0]?.code === undefined ? [ben, ada] : [ada, ben]
    way.at.version = version + 1
    const key = 'judge-key-1'
    const first = await take(left, way.id, judge('value:1'), way.at.version, key)
    const again = await take(left, way.id, judge('value:1'), way.at.version, key)
    expect([first?.version, again?.version]).toEqual([version + 2, version + 2])
    expect(await take(left, way.id, judge('core:1'), way.at.version, key)).toMatchObject({
      code: 'idempotency-key-reused',
    })
    way.at.version = version + 2
    expect(await way.refused(asker, judge('value:1'))).toMatchObject({ code: 'already-judged' })
    expect(await way.refused(award.coordinator, judge('core:1'))).toMatchObject({ code: 'step-of-others' })
  })

  test('goes to a moderator where assessors differ', async () => {
    const { ada, ben, coordinator, idOf } = award
    const judge = (outcome: string) => ({ judge: { outcome, finding: 'SHOWN', reasons: ['EVIDENCE_FITS'] } })
    await way.as(ben, judge('core:1'), judge('specialist:1'))
    await way.as(ada, judge('specialist:1'))
    expect(await way.read(coordinator)).toMatchObject({ status: 'MODERATING' })
    expect(await way.refused(coordinator, { appointModerator: { person: idOf(ada) } })).toMatchObject({
      code: 'kept-out',
    })
    const mod = await gateway.signIn('assessor', 'north', await gateway.person('north', { name: 'Test Moderator' }))
    await way.as(coordinator, { appointModerator: { person: idOf(mod) } })
    expect((await way.read(mod)).judgements).toHaveLength(6)
    expect((await way.read(ada)).judgements).toHaveLength(3)
    const findings = [{ outcome: 'core:1', finding: 'NOT_YET_SHOWN', reasons: ['EVIDENCE_THIN'] }]
    expect(await way.refused(ada, { moderate: { findings } })).toMatchObject({ code: 'step-of-others' })
    await way.as(mod, { moderate: { findings, remark: 'Thin as it stands' } })
    expect(await way.read(coordinator)).toMatchObject({ status: 'ASSESSED' })
    expect((await way.read(award.candidate)).results).toBeNull()
  })

  test('is decided by somebody who has had no part in it, with a person', async () => {
    const without = await gateway.signIn('coordinator')
    expect(await way.refused(without, { decide: { decision: 'REFER' } })).toMatchObject({ code: 'no-person' })
    expect(await way.refused(award.ada, { decide: { decision: 'REFER' } })).toMatchObject({ code: 'step-of-others' })
    expect(await way.refused(award.chair, { decide: { decision: 'AWARD' } })).toMatchObject({
      code: 'decision-contradicts-assessment',
    })
    await plantConflict(award.panel, award.candidate)
    expect(await way.refused(award.panel, { decide: { decision: 'REFER' } })).toMatchObject({ code: 'kept-out' })
    await way.as(award.chair, { decide: { decision: 'REFER', reason: 'One outcome is left' } })
    const seen = await way.read(award.candidate)
    expect(seen).toMatchObject({
      status: 'REFERRED',
      decision: { kind: 'refer', outcomes: ['core:1'], deadline: '2026-05-01', reason: 'One outcome is left' },
    })
    expect(seen.judgements).toHaveLength(6)
    expect(seen.results.map(({ outcome, finding, by }: Record<string, string>) => [outcome, finding, by])).toEqual([
      ['value:1', 'SHOWN', 'ASSESSORS'],
      ['core:1', 'NOT_YET_SHOWN', 'MODERATOR'],
      ['specialist:1', 'SHOWN', 'ASSESSORS'],
    ])
    expect(steps(seen)).toEqual(expect.arrayContaining(['APPEAL', 'TAKE_SNAPSHOT', 'DEFER']))
  })

  test('is appealed, and the appeal decided by somebody else', async () => {
    const { candidate, chair } = award
    expect(await way.refused(chair, { appeal: { grounds: ['EVIDENCE_OVERLOOKED'] } })).toMatchObject({
      code: 'step-of-others',
    })
    await way.as(candidate, { appeal: { grounds: ['EVIDENCE_OVERLOOKED'], remark: 'See e1' } })
    expect(await way.refused(chair, { decideAppeal: { decision: 'DISMISSED' } })).toMatchObject({ code: 'kept-out' })
    const other = await gateway.signIn('administrator', 'north', await gateway.person('north', { name: 'Test Appeal' }))
    await way.as(other, { decideAppeal: { decision: 'DISMISSED', remark: 'It was taken into account' } })
    expect(await way.refused(candidate, { appeal: { grounds: ['EVIDENCE_OVERLOOKED'] } })).toMatchObject({
      code: 'no-appeal',
    })
  })

  test('rests and goes on, and is submitted again with what was shown before', async () => {
    const { candidate, coordinator } = award
    await way.as(candidate, { defer: { until: '2026-04-01' } })
    gateway.clock.now = '2026-03-05T09:00:00.000Z'
    const resumed = await way.as(coordinator, { resume: true })
    expect(resumed).toMatchObject({ status: 'REFERRED', decision: { deadline: '2026-05-04' } })
    const used = (await way.read(candidate)).snapshots[0].key
    expect(await way.refused(candidate, { submit: { snapshot: used } })).toMatchObject({ code: 'snapshot-used' })
    await way.as(candidate, { takeSnapshot: { putForward: way.putForward } })
    await way.as(candidate, { submit: { snapshot: (await way.read(candidate)).snapshots[0].key } })
    expect((await way.read(candidate)).submission).toMatchObject({
      attempt: 2,
      outcomes: ['core:1'],
      carried: [{ outcome: 'value:1' }, { outcome: 'specialist:1' }],
    })
    // Who assessed before knows no more of it; the candidate still reads what was decided.
    expect((await award.ada.ask(whole, { id: way.id })).data.node).toBeNull()
    expect((await way.read(candidate)).events.map(({ type }: { type: string }) => type)).toContain('OutcomeJudged')
  })

  test('keeps out who becomes a mentor of the candidate after being appointed', async () => {
    const { ada, ben, coordinator, candidate, idOf } = award
    await way.appoint()
    await plantConflict(ada, candidate)
    const judge = { judge: { outcome: 'core:1', finding: 'SHOWN', reasons: ['EVIDENCE_FITS'] } }
    expect(await way.refused(ada, judge)).toMatchObject({ code: 'kept-out' })
    expect(await way.refused(ada, { standDown: { person: idOf(ben) } })).toMatchObject({ code: 'step-of-others' })
    const answer = await ada.ask(advance, {
      id: way.id,
      step: { standDown: { person: idOf(ada) } },
      version: way.at.version,
    })
    expect(answer.errors).toBeUndefined()
    way.at.version += 1
    expect((await ada.ask(whole, { id: way.id })).data.node).toBeNull()
    const dee = await gateway.signIn('assessor', 'north', await gateway.person('north', { name: 'Test Dee' }))
    await way.as(coordinator, { appointAssessor: { person: idOf(dee) } })
    await way.as(ben, judge)
    await way.as(dee, judge)
  })

  test('ends with an award, and is on the lists of who runs programmes until then', async () => {
    const { chair, coordinator, candidate } = award
    const progress = '{ awardsInProgress(first: 10) { nodes { id status nextSteps { step by until } } } }'
    const [before] = (await coordinator.ask(progress)).data.awardsInProgress.nodes
    expect(before).toMatchObject({ id: way.id, status: 'ASSESSED' })
    expect(before.nextSteps).toContainEqual({ step: 'DECIDE', by: ['AWARD_BOARD'], until: '2026-03-26' })
    await way.as(chair, { decide: { decision: 'AWARD' } })
    expect(await way.refused(candidate, { confer: true })).toMatchObject({ code: 'step-of-others' })
    await way.as(coordinator, { confer: true })
    expect((await way.read(candidate)).award).toMatchObject({ on: '2026-03-05', version: '1', revokedOn: null })
    expect((await coordinator.ask(progress)).data.awardsInProgress.nodes).toEqual([])
    expect(await way.refused(candidate, { withdraw: true })).toMatchObject({ code: 'not-now' })
    await way.as(chair, { revoke: { reason: 'CONFERRED_IN_ERROR' } })
    expect((await way.read(candidate)).award).toMatchObject({
      revokedOn: '2026-03-05',
      revokedFor: 'conferred-in-error',
    })
  })

  test('is stale where somebody else was faster', async () => {
    expect(await take(award.candidate, way.id, { withdraw: true }, way.at.version - 1)).toMatchObject({
      code: 'stale-version',
      path: 'expectedVersion',
    })
  })
})

/** That two people have a conflict, as a row. */
async function plantConflict(one: Asker, other: Asker) {
  const [a, b] = [one.personId ?? '', other.personId ?? ''].toSorted()
  await gateway.database.asOwner((tx) =>
    tx.execute(
      sql`insert into commons.conflict_record values (${institutionIdOf('north')}, ${a}, ${b}, 'declared-interest', '2026-01-01', null) on conflict do nothing`,
    ),
  )
}
