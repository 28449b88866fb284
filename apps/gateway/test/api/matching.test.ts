import { randomUUID } from 'node:crypto'
import { groupRates, type MatchInput, match, rerunAfterDeclines } from '@mentoring-commons/mentoring'
import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { doJob } from '../../src/jobs/do-job.ts'
import { conflictRecord, managementLine } from '../../src/modules/mentoring/conflict/table.ts'
import { inputOf, pairsOf, unmatchedOf } from '../../src/modules/mentoring/matching/store.ts'
import { matchInput, matchPair, matchRun } from '../../src/modules/mentoring/matching/table.ts'
import { insertRules } from '../../src/modules/mentoring/preparation/store.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { job } from '../../src/modules/people/job/table.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { type Applicant, asked, ended, made, policy, programmeWith, topics } from '../harness/matching.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let other: Asker
const north = institutionIdOf('north')

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  other = await gateway.signIn('coordinator')
})

type Write = Parameters<typeof gateway.database.within>[2]
const inside = <T>(work: Write) => gateway.database.within(north, 'write', work) as Promise<T>
const needs = (...choices: string[]): Applicant => ({ role: 'mentee', answers: { needs: choices } })
const offers = (...choices: string[]): Applicant => ({ role: 'mentor', answers: { offers: choices } })
const person = (id: string | undefined) => globalId('Person', 'north', id ?? '')
const rowOf = (id: string) => JSON.parse(Buffer.from(id, 'base64').toString().replace(/^\w+:/, ''))[1] as string

const pairsQuery = `query ($id: ID!) { matchRun(id: $id) { version inputHash pairs(first: 100) { edges { node {
  mentee { id } mentor { id } pinned fit menteeFit mentorFit reasons { ruleId side fit weight missing } offer { id status } } } } } }`
interface PairNode {
  readonly mentee: { readonly id: string }
  readonly mentor: { readonly id: string }
  readonly pinned: boolean
  readonly offer: { readonly id: string; readonly status: string } | null
}
const nodesOf = async (id: string): Promise<readonly PairNode[]> =>
  (await coordinator.ask(pairsQuery, { id })).data.matchRun.pairs.edges.map(({ node }: { node: PairNode }) => node)
const pairsIn = async (id: string) =>
  Object.fromEntries((await nodesOf(id)).map(({ mentee, mentor }) => [mentee.id, mentor.id]))

const review =
  'mutation ($run: ID!, $step: MatchReviewStep!, $v: Int!) { reviewMatchRun(run: $run, step: $step, expectedVersion: $v) { __typename ... on MatchRun { status version } ... on Refusal { code message } } }'
const publish =
  'mutation ($run: ID!, $v: Int!, $key: String) { publishMatchRun(run: $run, expectedVersion: $v, idempotencyKey: $key) { __typename ... on MatchRun { id status version } ... on Refusal { code message path } } }'
const rerun =
  'mutation ($run: ID!) { rerunAfterDeclines(run: $run) { __typename ... on MatchRun { id origin } ... on Refusal { code message } } }'
const revise =
  'mutation ($run: ID!, $pin: [MatchPairInput!], $drop: [MatchPairInput!]) { reviseMatchRun(run: $run, pin: $pin, drop: $drop) { __typename ... on MatchRun { id origin basedOn { id } } ... on Refusal { code message } } }'
const cancel =
  'mutation ($run: ID!) { cancelMatchRun(run: $run) { __typename ... on MatchRun { status } ... on Refusal { code message } } }'
const explain = `query ($run: ID!, $mentee: ID!, $mentor: ID!) { explainPair(run: $run, mentee: $mentee, mentor: $mentor) { __typename
  ... on PairExplanation { possible made reasons { code sentence } fit menteeFit mentorFit parts { ruleId fit missing } instead help change { kind mentor } }
  ... on Refusal { code message } } }`

async function approved(run: string) {
  await coordinator.ask(review, { run, step: 'SUBMIT', v: 1 })
  const answer = await other.ask(review, { run, step: 'APPROVE', v: 2 })
  expect(answer.data.reviewMatchRun).toEqual({ __typename: 'MatchRun', status: 'APPROVED', version: 3 })
}
const publishing = async (run: string, v = 3, key?: string) =>
  (await coordinator.ask(publish, { run, v, key })).data.publishMatchRun
const offersIn = (programmeId: string) =>
  gateway.database.within(north, 'read', (tx) =>
    rowsOf<{ count: number }>(
      tx,
      sql`select count(*)::int as count from commons.offer where programme_id = ${programmeId}`,
    ),
  )

describe('a run', () => {
  test('matches who waits with who has places, and says why', async () => {
    const { programme, people } = await programmeWith(gateway, [
      needs('writing'),
      needs('grants'),
      offers('grants'),
      offers('writing'),
    ])
    const id = await made(coordinator, programme)
    expect(await pairsIn(id)).toEqual({
      [person(people[0])]: person(people[3]),
      [person(people[1])]: person(people[2]),
    })
    expect((await nodesOf(id))[0]).toMatchObject({
      pinned: false,
      reasons: [{ ruleId: 'topics', side: 'MENTEE', fit: 1, weight: 2, missing: false }],
      offer: null,
    })
    const { proof } = (
      await coordinator.ask('query ($id: ID!) { matchRun(id: $id) { proof { holds faults } } }', { id })
    ).data.matchRun
    expect(proof).toEqual({ holds: true, faults: 0 })
  })

  test('the same people, policy and seed give the same run, and another seed may not', async () => {
    const { programme } = await programmeWith(
      gateway,
      [...Array(12).keys()].map((at) => (at < 6 ? needs('x') : offers('x'))),
    )
    const [one, again, else_] = [
      await made(coordinator, programme),
      await made(other, programme),
      await made(coordinator, programme, { seed: 'autumn' }),
    ]
    expect(await nodesOf(again)).toEqual(await nodesOf(one))
    expect(await nodesOf(else_)).not.toEqual(await nodesOf(one))
    const kept = await inside<readonly { input: MatchInput }[]>((tx) =>
      tx
        .select()
        .from(matchInput)
        .where(eq(matchInput.runId, rowOf(one))),
    )
    const outcome = match(kept[0]?.input as MatchInput)
    expect('value' in outcome && outcome.value.run.pairs).toEqual(await inside((tx) => pairsOf(tx, north, rowOf(one))))
  })

  test('heeds lines of management, conflicts, training, places that were not said, and pairs that were blocked', async () => {
    const { programme, programmeId, people } = await programmeWith(gateway, [
      needs('x'),
      offers('x'),
      offers('x'),
      offers('x'),
      { ...offers('x'), places: null },
      offers('x'),
    ])
    const [mentee = '', boss = '', foe = '', blocked = '', unsaid = '', assessor = ''] = people
    const [a, b] = mentee < foe ? [mentee, foe] : [foe, mentee]
    await inside(async (tx) => {
      await tx
        .insert(managementLine)
        .values({ institutionId: north, managerId: boss, reportId: mentee, fromDay: '2026-01-01' })
      await tx
        .insert(conflictRecord)
        .values({ institutionId: north, personA: a, personB: b, kind: 'grievance', fromDay: '2026-01-01' })
    })
    const id = await made(coordinator, programme, {
      blocked: [{ mentee: person(mentee), mentor: person(blocked) }],
      assessments: [{ assessor: person(assessor), assessed: person(mentee) }],
    })
    const asks = async (mentor: string) =>
      (await coordinator.ask(explain, { run: id, mentee: person(mentee), mentor: person(mentor) })).data.explainPair
    const codes = async (mentor: string) => (await asks(mentor)).reasons.map(({ code }: { code: string }) => code)
    expect(await codes(boss)).toEqual(['LINE_CHAIN'])
    expect(await codes(foe)).toEqual(['KEPT_APART'])
    expect(await codes(blocked)).toEqual(['BARRED_BY_PROGRAMME'])
    expect(await codes(unsaid)).toEqual(['NO_PLACES'])
    expect(await codes(assessor)).toEqual(['ASSESSOR_OF_MENTEE'])
    expect(await asks(unsaid)).toMatchObject({
      possible: false,
      made: false,
      change: { kind: 'ADD_PLACE', mentor: person(unsaid) },
      help: [expect.stringContaining('one more place')],
    })
    expect((await asks(boss)).help).toEqual([expect.stringMatching(/^nothing: /)])
    const whole = `query ($id: ID!) { matchRun(id: $id) { matchedCount unmatchedCount excluded { code pairs }
      unmatched { edges { node { mentee { id } why excludedBy { code pairs } change { kind mentor } } } } } }`
    const run = (await coordinator.ask(whole, { id })).data.matchRun
    expect(run).toMatchObject({ matchedCount: 0, unmatchedCount: 1 })
    expect(run.unmatched.edges[0].node).toMatchObject({
      mentee: { id: person(mentee) },
      why: 'NO_ELIGIBLE_MENTOR',
      change: { kind: 'ADD_PLACE', mentor: person(unsaid) },
    })
    await inside((tx) =>
      insertRules(tx, {
        institutionId: north,
        programmeId,
        version: 1,
        rules: [{ asks: 'training', training: 'mentors' }],
        setBy: randomUUID(),
        setAt: gateway.clock.now,
      }),
    )
    const trained = await made(coordinator, programme)
    const answer = await coordinator.ask(explain, { run: trained, mentee: person(mentee), mentor: person(blocked) })
    expect(answer.data.explainPair.reasons).toMatchObject([{ code: 'MENTOR_UNTRAINED' }])
  })

  test('says who is crowded out, how the load is spread, and how sensitive it is', async () => {
    const { programme, people } = await programmeWith(gateway, [
      needs('x'),
      needs('y'),
      needs('z'),
      { ...offers('x'), places: 2 },
    ])
    const id = await made(coordinator, programme)
    const run = (
      await coordinator.ask(
        `query ($id: ID!) { matchRun(id: $id) { crowded { mentees mentors places } totals { fit worst poor missingAnswers }
          load { places used idle full most byMentor { mentor places load } } unmatched { edges { node { why crowd change { kind mentor } } } }
          sensitivity { weight from to changed matched } } }`,
        { id },
      )
    ).data.matchRun
    expect(run.crowded).toEqual([
      { mentees: expect.arrayContaining([person(people[0])]), mentors: [person(people[3])], places: 2 },
    ])
    expect(run.load).toMatchObject({
      places: 2,
      used: 2,
      full: 1,
      byMentor: [{ mentor: person(people[3]), places: 2, load: 2 }],
    })
    expect(run.unmatched.edges[0].node).toMatchObject({ why: 'CROWDED_OUT', crowd: 0, change: { kind: 'ADD_PLACE' } })
    expect(run.sensitivity.map(({ weight, to }: { weight: string; to: number }) => [weight, to])).toEqual([
      ['topics', 0],
      ['topics', 1],
      ['topics', 4],
      ['menteeShare', 0.5],
      ['menteeShare', 0.7],
    ])
  })

  test('a policy that cannot be used is refused at once, and pins that contradict end the job with a reason', async () => {
    const { programme, people } = await programmeWith(gateway, [needs('x'), needs('x'), offers('x')])
    const rule = (question: string) => ({ policy: { ...policy, rules: [{ ...topics, menteeQuestion: question }] } })
    expect(await asked(coordinator, programme, rule('gender'))).toMatchObject({ code: 'protected-characteristic' })
    expect(await asked(coordinator, programme, { policy: { ...policy, menteeShare: 2 } })).toMatchObject({
      code: 'match-policy-not-usable',
    })
    const near = { ...topics, kind: 'NEAR' }
    expect(await asked(coordinator, programme, { policy: { ...policy, rules: [near] } })).toMatchObject({
      message: expect.stringContaining('give a finite number'),
    })
    const pin = (at: number) => ({ mentee: person(people[at]), mentor: person(people[2]) })
    const { id } = await asked(coordinator, programme, { pins: [pin(0), pin(1)] })
    expect(await ended(coordinator, id)).toMatchObject({
      status: 'FAILED',
      progress: { message: expect.stringContaining('than there are places') },
    })
  })

  test('sent twice with one key is one run', async () => {
    const { programme } = await programmeWith(gateway, [needs('x'), offers('x')])
    const key = randomUUID()
    const [one, two] = [await asked(coordinator, programme, {}, key), await asked(coordinator, programme, {}, key)]
    expect(two.id).toBe(one.id)
    await ended(coordinator, one.id)
  })
})

describe('a mentee’s own wish', () => {
  const wish = { about: 'GENDER', menteeQuestion: 'mentor-wish', mentorQuestion: 'found-as' }
  const wishing = (choice: string): Applicant => ({
    role: 'mentee',
    answers: { needs: ['x'], 'mentor-wish': [choice] },
  })
  const found = (choice: string): Applicant => ({ role: 'mentor', answers: { offers: ['x'], 'found-as': [choice] } })

  test('moves the run, and is in no answer about it', async () => {
    const { programme, people } = await programmeWith(gateway, [
      wishing('seldom-said-one'),
      wishing('seldom-said-two'),
      found('seldom-said-one'),
      found('seldom-said-two'),
    ])
    const input = { policy: { ...policy, wishWeight: 5 }, wishes: [wish] }
    const id = await made(coordinator, programme, input)
    expect(await pairsIn(id)).toEqual({
      [person(people[0])]: person(people[2]),
      [person(people[1])]: person(people[3]),
    })
    const told = JSON.stringify([
      await coordinator.ask(
        `query ($id: ID!) { matchRun(id: $id) { rules { id kind } totals { fit worst } csv sensitivity { weight changed matched }
          pairs { edges { node { fit menteeFit mentorFit reasons { ruleId fit missing } } } } } }`,
        { id },
      ),
      ...(await Promise.all(
        [0, 1].flatMap((mentee) =>
          [2, 3].map((mentor) =>
            coordinator.ask(explain, { run: id, mentee: person(people[mentee]), mentor: person(people[mentor]) }),
          ),
        ),
      )),
    ])
    expect(told).not.toMatch(/seldom-said|mentor-wish|found-as/)
    const parts = async (mentor: number) =>
      (await coordinator.ask(explain, { run: id, mentee: person(people[0]), mentor: person(people[mentor]) })).data
        .explainPair
    const [wished, not] = [await parts(2), await parts(3)]
    expect([wished.fit, wished.menteeFit, wished.parts]).toEqual([not.fit, not.menteeFit, not.parts])
    const turned = await programmeWith(gateway, [
      wishing('seldom-said-two'),
      wishing('seldom-said-one'),
      found('seldom-said-one'),
      found('seldom-said-two'),
    ])
    const crossed = await pairsIn(await made(coordinator, turned.programme, input))
    expect(crossed[person(turned.people[0])]).toBe(person(turned.people[3]))
  })

  test('no rule may ask where it is said, in this run or in a later one', async () => {
    const { programme } = await programmeWith(gateway, [wishing('one'), found('one')])
    const asks = { policy: { ...policy, rules: [{ ...topics, menteeQuestion: 'mentor-wish' }] } }
    expect(await asked(coordinator, programme, { ...asks, wishes: [wish] })).toMatchObject({
      code: 'wish-question-in-rule',
    })
    await made(coordinator, programme, { policy: { ...policy, wishWeight: 1 }, wishes: [wish] })
    expect(await asked(coordinator, programme, asks)).toMatchObject({
      code: 'wish-question-in-rule',
      path: 'policy.rules[0]',
    })
  })
})

describe('a draft', () => {
  const four = [needs('x'), needs('x'), offers('x'), offers('x')]

  test('is changed by a new run with pairs pinned and dropped', async () => {
    const { programme, people } = await programmeWith(gateway, four)
    const run = await made(coordinator, programme)
    const before = await pairsIn(run)
    const first = person(people[0])
    const pair = { mentee: first, mentor: before[first] }
    const turned = { mentee: first, mentor: [people[2], people[3]].map(person).find((id) => id !== pair.mentor) }
    for (const change of [{ drop: [pair] }, { pin: [turned] }]) {
      const answer = (await coordinator.ask(revise, { run, ...change })).data.reviseMatchRun
      expect(answer).toMatchObject({ origin: 'REVISION', basedOn: { id: run } })
      await ended(coordinator, answer.id)
      expect((await pairsIn(answer.id))[first]).toBe(turned.mentor)
    }
    expect(await pairsIn(run)).toEqual(before)
  })

  test('is approved by somebody else, and published in that order alone', async () => {
    const { programme, programmeId } = await programmeWith(gateway, four)
    const run = await made(coordinator, programme)
    expect(await publishing(run, 1)).toMatchObject({ code: 'draft-step-not-allowed' })
    expect((await coordinator.ask(review, { run, step: 'APPROVE', v: 1 })).data.reviewMatchRun).toMatchObject({
      code: 'draft-step-not-allowed',
    })
    await coordinator.ask(review, { run, step: 'SUBMIT', v: 1 })
    expect((await coordinator.ask(review, { run, step: 'APPROVE', v: 2 })).data.reviewMatchRun).toMatchObject({
      code: 'approver-made-it',
    })
    expect((await other.ask(review, { run, step: 'APPROVE', v: 1 })).data.reviewMatchRun).toMatchObject({
      code: 'stale-version',
    })
    expect((await other.ask(revise, { run })).data.reviseMatchRun).toMatchObject({ code: 'no-draft' })
    await other.ask(review, { run, step: 'APPROVE', v: 2 })
    const key = randomUUID()
    const one = await publishing(run, 3, key)
    expect(one).toMatchObject({ status: 'PUBLISHED', version: 4 })
    expect(await publishing(run, 3, key)).toEqual(one)
    expect(await publishing(run, 3)).toMatchObject({ code: 'stale-version' })
    expect(await publishing(run, 4)).toMatchObject({ code: 'draft-step-not-allowed' })
    expect(await offersIn(programmeId)).toEqual([{ count: 2 }])
    expect((await nodesOf(run)).map(({ offer }) => offer?.status)).toEqual(['WITH_MENTEES', 'WITH_MENTEES'])
    const { steps } = (
      await coordinator.ask('query ($id: ID!) { matchRun(id: $id) { steps { version type } } }', { id: run })
    ).data.matchRun
    expect(steps.map(({ type }: { type: string }) => type)).toEqual(['MAKE', 'SUBMIT', 'APPROVE', 'PUBLISH'])
  })

  test('two publications at once make every offer once', async () => {
    const { programme, programmeId } = await programmeWith(gateway, four)
    const [one, two] = [await made(coordinator, programme), await made(coordinator, programme)]
    await approved(one)
    await approved(two)
    const answers = await Promise.all([publishing(one), publishing(two), publishing(one)])
    expect(answers.filter(({ __typename }) => __typename === 'MatchRun')).toHaveLength(1)
    expect(await offersIn(programmeId)).toEqual([{ count: 2 }])
  })

  test('is not published when what it was made from has changed, and says what', async () => {
    const { programme, programmeId, people } = await programmeWith(gateway, four)
    const run = await made(coordinator, programme)
    await approved(run)
    await coordinator.ask(
      'mutation ($p: ID!) { setCapacity(person: $p, role: MENTOR, relationshipsMax: 0) { __typename } }',
      { p: person(people[2]) },
    )
    expect(await publishing(run)).toMatchObject({
      code: 'input-changed',
      message: expect.stringContaining('mentor places changed (1)'),
    })
    const { changes } = (
      await coordinator.ask('query ($id: ID!) { matchRun(id: $id) { changes { kind person } } }', { id: run })
    ).data.matchRun
    expect(changes).toEqual([{ kind: 'MENTOR_PLACES_CHANGED', person: person(people[2]) }])
    expect(await offersIn(programmeId)).toEqual([{ count: 0 }])
  })

  test('pairs that came to nothing are matched again over who is free, as the package would', async () => {
    const { programme, people } = await programmeWith(gateway, [...four, needs('x'), offers('x')])
    const run = await made(coordinator, programme)
    await approved(run)
    await publishing(run)
    expect((await coordinator.ask(rerun, { run })).data.rerunAfterDeclines).toMatchObject({ code: 'nothing-declined' })
    const said = (await nodesOf(run)).slice(0, 2)
    for (const { mentee, offer } of said) {
      const asker = await gateway.signIn('participant', 'north', rowOf(mentee.id))
      const answer = await asker.ask(
        'mutation ($o: ID!) { answerOffer(offer: $o, answer: { decline: {} }) { __typename ... on Refusal { message } } }',
        { o: offer?.id },
      )
      expect(answer.data.answerOffer).toEqual({ __typename: 'Offer' })
    }
    const late = await programmeWith(gateway, [needs('x')])
    expect(late.people).toHaveLength(1)
    const { id, origin } = (await coordinator.ask(rerun, { run })).data.rerunAfterDeclines
    await ended(coordinator, id)
    expect(origin).toBe('RERUN')
    const again = await pairsIn(id)
    const declined = said.map(({ mentee, mentor }) => ({ menteeId: rowOf(mentee.id), mentorId: rowOf(mentor.id) }))
    const [input, pairs] = [
      (await inside<MatchInput | undefined>((tx) => inputOf(tx, north, rowOf(run)))) as MatchInput,
      await inside<Awaited<ReturnType<typeof pairsOf>>>((tx) => pairsOf(tx, north, rowOf(run))),
    ]
    const expected = rerunAfterDeclines(input, { pairs }, declined)
    if (!('value' in expected)) throw new Error(expected.refusal.message)
    expect(again).toEqual(
      Object.fromEntries(
        expected.value.run.pairs
          .filter(({ pinned }) => !pinned)
          .map(({ menteeId, mentorId }) => [person(menteeId), person(mentorId)]),
      ),
    )
    expect(Object.keys(again)).toHaveLength(2)
    for (const { mentee, mentor } of said) expect(again[mentee.id]).not.toBe(mentor.id)
    expect(people).toHaveLength(6)
  })
})

describe('the job', () => {
  const many = (mentees: number, mentors: number): readonly Applicant[] => [
    ...[...Array(mentees).keys()].map((at) => needs(`t${at % 7}`, `t${at % 11}`)),
    ...[...Array(mentors).keys()].map((at) => ({ ...offers(`t${at % 7}`, `t${at % 5}`), places: 4 })),
  ]

  async function stream(asker: Asker, id: string) {
    const address = await gateway.app
      .listen({ port: 0, host: '127.0.0.1' })
      .catch(() => `http://127.0.0.1:${(gateway.app.server.address() as { port: number }).port}`)
    const response = await fetch(`${address}/graphql/stream`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${asker.token}`,
      },
      body: JSON.stringify({
        query: 'subscription ($id: ID!) { matchRunProgress(run: $id) { status done total message } }',
        variables: { id },
      }),
    })
    return response.text()
  }

  test('of 300 mentees and 60 mentors finishes, and tells of its progress over server-sent events', async () => {
    const { programme } = await programmeWith(gateway, many(300, 60))
    const { id } = await asked(coordinator, programme)
    const text = await stream(coordinator, id)
    const states = [...text.matchAll(/data: (\{.*\})/g)].map(
      ([, json]) => JSON.parse(json ?? '{}').data.matchRunProgress,
    )
    expect(states.at(-1)).toMatchObject({ status: 'DONE', done: 100, total: 100 })
    expect(states.length).toBeGreaterThan(2)
    expect(states.map(({ done }) => done)).toEqual([...states.map(({ done }) => done)].sort((a, b) => a - b))
    expect(text).toContain('event: complete')
    const { matchedCount, unmatchedCount } = (
      await coordinator.ask('query ($id: ID!) { matchRun(id: $id) { matchedCount unmatchedCount } }', { id })
    ).data.matchRun
    expect([matchedCount, unmatchedCount]).toEqual([240, 60])
    const south = await gateway.signIn('coordinator', 'south')
    const analyst = await gateway.signIn('analyst')
    const participant = await gateway.signIn('participant')
    for (const refused of [analyst, participant]) expect(await stream(refused, id)).toContain('FORBIDDEN')
    const foreign = await stream(south, id)
    expect(foreign).toContain('names no MatchRun of your institution')
    expect(foreign).not.toContain('DONE')
  })

  test('is cancelled while it waits, and while it is at work', async () => {
    const { programme } = await programmeWith(gateway, many(40, 20))
    const { id } = await asked(coordinator, programme)
    const waiting = (await other.ask(cancel, { run: id })).data.cancelMatchRun
    if (waiting.__typename === 'MatchRun') expect(waiting.status).toBe('CANCELLED')
    const run = await made(coordinator, programme)
    expect((await coordinator.ask(cancel, { run })).data.cancelMatchRun).toMatchObject({
      code: 'run-ended',
      message: expect.stringContaining('done'),
    })
    const again = await unqueued(programme)
    const looks = gateway.services.jobs
    let cancelled = 0
    const services = {
      ...gateway.services,
      jobs: {
        ...looks,
        announce: () => {
          cancelled += 1
        },
      },
      database: {
        ...gateway.database,
        within: async (...args: Parameters<typeof gateway.database.within>) => {
          if (cancelled === 2) await coordinator.ask(cancel, { run: again })
          return gateway.database.within(...args)
        },
      },
    } as never
    await doJob(services, { institutionId: north, jobId: rowOf(again), kind: 'match' }, () => {})
    expect(await ended(coordinator, again)).toMatchObject({ status: 'CANCELLED' })
    expect(await inside((tx) => pairsOf(tx, north, rowOf(again)))).toEqual([])
  })

  test('killed and taken up again gives the same run once, from what was frozen', async () => {
    const { programme, people } = await programmeWith(gateway, many(20, 10))
    const whole = await made(coordinator, programme)
    const id = await unqueued(programme)
    const ticket = { institutionId: north, jobId: rowOf(id), kind: 'match' as const }
    let writes = 0
    const dying = {
      ...gateway.services,
      database: {
        ...gateway.database,
        within: (...args: Parameters<typeof gateway.database.within>) => {
          writes += 1
          return writes > 3 ? Promise.reject(new Error('killed')) : gateway.database.within(...args)
        },
      },
    } as never
    await expect(doJob(dying, ticket, () => {})).rejects.toThrow('killed')
    expect(await inside((tx) => pairsOf(tx, north, rowOf(id)))).toEqual([])
    await coordinator.ask(
      'mutation ($p: ID!) { setCapacity(person: $p, role: MENTOR, relationshipsMax: 0) { __typename } }',
      { p: person(people[20]) },
    )
    const failures: Error[] = []
    const doIt = () => doJob(gateway.services, ticket, (error) => failures.push(error))
    await Promise.all([doIt(), doIt()])
    await doIt()
    expect(failures).toEqual([])
    expect(await ended(coordinator, id)).toMatchObject({ status: 'DRAFT', version: 1 })
    expect(await pairsIn(id)).toEqual(await pairsIn(whole))
  })

  /** A run whose job no worker of the queue knows of. */
  async function unqueued(programme: string): Promise<string> {
    const from = await made(coordinator, programme)
    const id = randomUUID()
    await inside(async (tx) => {
      const [old] = await tx
        .select()
        .from(job)
        .where(and(eq(job.institutionId, north), eq(job.id, rowOf(from))))
      const [run] = await tx
        .select()
        .from(matchRun)
        .where(and(eq(matchRun.institutionId, north), eq(matchRun.id, rowOf(from))))
      if (old === undefined || run === undefined) throw new Error('nothing to copy')
      await tx.insert(job).values({ ...old, id, status: 'waiting', done: 0, message: '', finishedAt: null })
      const nothing = { status: null, state: null, summary: null, inputHash: null, matched: null, unmatched: null }
      await tx.insert(matchRun).values({ ...run, id, ...nothing, version: 0 })
    })
    return globalId('MatchRun', 'north', id)
  }
})

describe('who sees what', () => {
  const rates = `query ($id: ID!) { matchRun(id: $id) { groupRates(by: UNIT) { group mentees { value } matched { value } rate { value suppressed } } } }`

  test('groups fare exactly for coordinators, and after disclosure control for analysts once it is published', async () => {
    const units = [...Array(30).keys()].map((at) => ({ ...needs('x'), unit: at < 27 ? 'art' : 'law' }))
    const { programme, people } = await programmeWith(gateway, [...units, { ...offers('x'), places: 25 }])
    const id = await made(coordinator, programme)
    const exact = (await coordinator.ask(rates, { id })).data.matchRun.groupRates
    const raw = await inside<ReturnType<typeof groupRates>>(async (tx) =>
      groupRates(
        { pairs: await pairsOf(tx, north, rowOf(id)), unmatched: (await unmatchedOf(tx, north, rowOf(id))) as never },
        people.slice(0, 30).map((personId, at) => ({ personId, group: at < 27 ? 'art' : 'law' })),
      ),
    )
    const value = (group: string | null) => exact.find((one: { group: string | null }) => one.group === group)
    expect(value(null)).toMatchObject({ mentees: { value: 30 }, matched: { value: 25 } })
    for (const { group, mentees, matched } of raw)
      expect(value(group)).toMatchObject({ mentees: { value: mentees }, matched: { value: matched } })
    const analyst = await gateway.signIn('analyst')
    expect((await analyst.ask(rates, { id })).data.matchRun).toBeNull()
    const byNode = 'query ($id: ID!) { node(id: $id) { ... on MatchRun { policyVersion } } }'
    expect((await analyst.ask(byNode, { id })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    await approved(id)
    expect(await publishing(id)).toMatchObject({ status: 'PUBLISHED' })
    const disclosed = (await analyst.ask(rates, { id })).data.matchRun.groupRates
    for (const { mentees, matched } of disclosed)
      for (const { value: count } of [mentees, matched]) expect((count ?? 0) % 5).toBe(0)
    expect(disclosed.find((one: { group: string }) => one.group === 'law').rate).toMatchObject({ value: null })
    for (const field of [
      'pairs { edges { node { pinned } } }',
      'unmatched { edges { node { why } } }',
      'csv',
      'seed',
      'matchedCount',
    ])
      expect(
        (await analyst.ask(`query ($id: ID!) { matchRun(id: $id) { ${field} } }`, { id })).errors?.[0]?.extensions
          ?.code,
        field,
      ).toBe('FORBIDDEN')
    const pair = { run: id, mentee: person(people[0]), mentor: person(people[30]) }
    expect((await analyst.ask(explain, pair)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  test('nobody else knows of a run, and another institution’s is one that does not exist', async () => {
    const { programme, people } = await programmeWith(gateway, [needs('x'), offers('x')])
    const id = await made(coordinator, programme)
    const read = 'query ($id: ID!) { matchRun(id: $id) { status } }'
    for (const role of ['participant', 'assessor', 'administrator'] as const) {
      const asker = await gateway.signIn(role, 'north', people[0])
      expect((await asker.ask(read, { id })).errors?.[0]?.extensions?.code, role).toBe('FORBIDDEN')
      const started = await asker.ask(
        'mutation ($p: ID!, $i: MatchRunInput!) { startMatchRun(programme: $p, input: $i) { __typename } }',
        { p: programme, i: { policy, seed: 's' } },
      )
      expect(started.errors?.[0]?.extensions?.code, role).toBe('FORBIDDEN')
    }
    expect((await gateway.ask(read, { id })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
    const south = await gateway.signIn('coordinator', 'south')
    expect((await south.ask(read, { id })).data).toEqual({ matchRun: null })
    expect(await asked(south, programme)).toMatchObject({ code: 'not-found' })
    for (const [mutation, name] of [
      [cancel, 'cancelMatchRun'],
      [revise, 'reviseMatchRun'],
      [rerun, 'rerunAfterDeclines'],
    ] as const)
      expect((await south.ask(mutation, { run: id })).data[name]).toMatchObject({ code: 'not-found' })
    expect((await south.ask(publish, { run: id, v: 1 })).data.publishMatchRun).toMatchObject({ code: 'not-found' })
    expect((await south.ask(review, { run: id, step: 'SUBMIT', v: 1 })).data.reviewMatchRun).toMatchObject({
      code: 'not-found',
    })
    expect(
      (await south.ask(explain, { run: id, mentee: person(people[0]), mentor: person(people[1]) })).data.explainPair,
    ).toMatchObject({ code: 'not-found' })
    const node = await south.ask('query ($id: ID!) { node(id: $id) { id } }', { id })
    expect(node.data).toEqual({ node: null })
  })

  test('the file for a spreadsheet runs nothing', async () => {
    const { programme } = await programmeWith(gateway, [
      { ...needs('x'), name: '=HYPERLINK("http://evil.example")' },
      { ...needs('y'), name: '@SUM(A1)' },
      { ...offers('x'), name: 'Mo, the "mentor"' },
    ])
    const id = await made(coordinator, programme)
    const { csv } = (await coordinator.ask('query ($id: ID!) { matchRun(id: $id) { csv } }', { id })).data.matchRun
    expect(csv.split('\r\n')).toHaveLength(4)
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    expect(csv).toContain(`'@SUM(A1)`)
    expect(csv).toContain('"Mo, the ""mentor"""')
    expect(csv).not.toMatch(/(^|,|")[=@+]/m)
  })

  test('what a run was made from is in no table that anybody’s SQL may read', async () => {
    const readers = await gateway.database.asOwner((tx) =>
      rowsOf<{ table: string; grantee: string }>(
        tx,
        sql`select table_name as "table", grantee from information_schema.role_table_grants
          where table_schema = 'commons' and table_name like 'match_%' and grantee in ('analyst', 'data_steward')`,
      ),
    )
    expect(readers).toEqual([])
    expect(matchPair).toBeDefined()
  })
})

describe('an offer that nobody answered in time', () => {
  test('is over for a rerun, although no command expired it', async () => {
    const before = gateway.clock.now
    const { programme, people } = await programmeWith(gateway, [needs('writing'), offers('writing')])
    const run = await made(coordinator, programme)
    await approved(run)
    expect(await publishing(run)).toMatchObject({ status: 'PUBLISHED' })
    expect((await coordinator.ask(rerun, { run })).data.rerunAfterDeclines).toMatchObject({ code: 'nothing-declined' })
    gateway.clock.now = '2026-04-20T09:00:00.000Z'
    try {
      const again = (await coordinator.ask(rerun, { run })).data.rerunAfterDeclines
      expect(again).toMatchObject({ origin: 'RERUN' })
      await ended(coordinator, again.id)
      expect(await pairsIn(again.id)).toEqual({ [person(people[0])]: person(people[1]) })
      expect((await nodesOf(run))[0]?.offer).toMatchObject({ status: 'EXPIRED' })
    } finally {
      gateway.clock.now = before
    }
  })

  test('is over once a run is drafted', async () => {
    const before = gateway.clock.now
    const { programme } = await programmeWith(gateway, [needs('writing'), offers('writing')])
    const run = await made(coordinator, programme)
    await approved(run)
    await publishing(run)
    gateway.clock.now = '2026-04-20T09:00:00.000Z'
    try {
      expect(Object.keys(await pairsIn(await made(coordinator, programme)))).toHaveLength(1)
      expect((await nodesOf(run))[0]?.offer).toMatchObject({ status: 'EXPIRED' })
    } finally {
      gateway.clock.now = before
    }
  })
})
