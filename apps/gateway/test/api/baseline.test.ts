import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { sqlStateOf } from '../../src/db/errors.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { act, advance, answeredSurvey, begin, find, personOf, recommend } from '../harness/baseline.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let southern: Asker
let researcher: string
let owner: string
let programme: string
let survey: string
let project: string
let finding: string

const mentored = { id: 'survey.baseline.been_mentored', cohort: '1', choice: 'yes' }

beforeAll(async () => {
  gateway = await testGateway()
  gateway.clock.now = '2026-03-02T09:00:00.000Z'
  coordinator = await gateway.signIn('coordinator')
  southern = await gateway.signIn('coordinator', 'south')
  researcher = await gateway.person('north', { name: 'Test Researcher' })
  owner = await gateway.person('north', { name: 'Test Owner' })
  ;({ programme, survey } = await answeredSurvey(gateway, coordinator))
  project = (await coordinator.ask(begin, { title: 'Experience of mentoring', survey, on: '2007-01-15' })).data
    .beginBaseline.id
  finding = await found('Two of three have been mentored')
})

async function found(statement: string, on = '2007-06-01'): Promise<string> {
  const answer = await coordinator.ask(find, { project, statement, on, by: personOf(researcher), figures: [mentored] })
  expect(answer.data?.recordFinding.__typename, JSON.stringify(answer)).toBe('BaselineFinding')
  return answer.data.recordFinding.id
}

async function recommended(advice: string, findings = [finding]): Promise<string> {
  const answer = await coordinator.ask(recommend, {
    ...{ project, advice, findings, owner: personOf(owner), on: '2007-09-01' },
  })
  expect(answer.data?.recommend.__typename, JSON.stringify(answer)).toBe('BaselineRecommendation')
  return answer.data.recommend.id
}

async function step(id: string, given: object, version: number, asker = coordinator) {
  const answer = await asker.ask(advance, { id, step: given, version })
  return answer.data?.advanceRecommendation ?? answer
}

async function accepted(advice: string): Promise<string> {
  const id = await recommended(advice)
  expect(await step(id, { accept: { on: '2007-10-01' } }, 1)).toMatchObject({ status: 'ACCEPTED', version: 2 })
  return id
}

describe('the chain', () => {
  test('is walked from the survey to the award, and from the award back to the figure', async () => {
    const advice = await accepted('Develop a recognised award')
    const awarded = await coordinator.ask(act, {
      ...{ id: advice, what: 'An award was developed and recognised', on: '2009-07-01', version: 2 },
      outcome: { awardScheme: { key: 'mentoring-theory-practice', title: 'Mentoring: Theory and Practice' } },
    })
    expect(awarded.data.recordAction).toMatchObject({
      __typename: 'BaselineAction',
      outcome: { kind: 'AWARD_SCHEME', key: 'mentoring-theory-practice', programme: null, community: null },
    })
    await step(advice, { begin: { on: '2009-07-02' } }, 2)
    const done = await step(advice, { complete: { on: '2009-09-01', cameOfIt: 'An award that is recognised' } }, 3)
    expect(done).toMatchObject({
      status: 'DONE',
      version: 4,
      cameOfIt: 'An award that is recognised',
      allowedSteps: [],
    })

    const forward = await coordinator.ask(
      `query ($s: ID!) { node(id: $s) { ... on Survey { wave baselineProjects { title findings(first: 2) { nodes {
        statement recommendations { advice status actions(first: 2) { nodes { what outcome { kind key } } } } } } } } } }`,
      { s: survey },
    )
    expect(forward.errors, JSON.stringify(forward.errors)).toBeUndefined()
    const { findings } = forward.data.node.baselineProjects[0]
    expect(findings.nodes[0].recommendations[0].actions.nodes[0].outcome).toEqual({
      kind: 'AWARD_SCHEME',
      key: 'mentoring-theory-practice',
    })

    const back = await coordinator.ask(
      `{ baselineActions(first: 10, kind: AWARD_SCHEME, key: "mentoring-theory-practice") { nodes { recommendation {
        advice owner { name } course { version type on because status } findings { statement foundBy { name }
        figures { figure question cohort choice value n policy asOf } project { title survey { wave } } } } } } }`,
    )
    expect(back.errors).toBeUndefined()
    expect(back.data.baselineActions.nodes[0].recommendation).toMatchObject({
      owner: { name: 'Test Owner' },
      course: [
        { version: 1, type: 'PROPOSE', on: '2007-09-01', status: 'PROPOSED' },
        { version: 2, type: 'ACCEPT', status: 'ACCEPTED' },
        { version: 3, type: 'BEGIN', status: 'IN_PROGRESS' },
        { version: 4, type: 'COMPLETE', on: '2009-09-01', status: 'DONE' },
      ],
      findings: [
        {
          foundBy: { name: 'Test Researcher' },
          figures: [{ ...mentoredFigure, policy: 'hesa', asOf: '2026-03-02' }],
          project: { survey: { wave: 'baseline' } },
        },
      ],
    })
  })

  const mentoredFigure = {
    ...{ figure: 'survey.baseline.been_mentored', question: 'been_mentored', cohort: '1', choice: 'yes' },
  }

  test('leads to a programme and to a community, which lead back', async () => {
    const advice = await accepted('Mentor new staff, in a community of mentors')
    const community = (
      await coordinator.ask(
        'mutation { formCommunity(label: "Mentors", domain: "mentoring", formedOn: "2009-09-01") { __typename ... on Community { id } ... on Refusal { message } } }',
      )
    ).data
    const formed = community?.formCommunity?.id
    expect(formed).toBeDefined()
    for (const outcome of [
      { programme: { programme, title: 'A programme' } },
      { community: { community: formed, title: 'A community of mentors' } },
      { other: { key: 'staff-handbook', title: 'A page in the handbook' } },
    ]) {
      const done = await coordinator.ask(act, { id: advice, what: 'Done', on: '2009-10-01', version: 2, outcome })
      expect(done.data?.recordAction.__typename, JSON.stringify(done)).toBe('BaselineAction')
    }
    const back = await coordinator.ask(
      `query ($p: ID!, $c: ID!) {
        p: node(id: $p) { ... on Programme { ledToBy { outcome { kind programme { key } } recommendation { advice } } } }
        c: node(id: $c) { ... on Community { ledToBy { outcome { kind community { label } } recommendation { findings { statement } } } } } }`,
      { p: programme, c: formed },
    )
    expect(back).toMatchObject({
      data: {
        p: { ledToBy: [{ outcome: { kind: 'PROGRAMME', programme: { key: 'experience' } } }] },
        c: {
          ledToBy: [
            {
              outcome: { kind: 'COMMUNITY', community: { label: 'Mentors' } },
              recommendation: { findings: [{ statement: 'Two of three have been mentored' }] },
            },
          ],
        },
      },
    })
  })
})

describe('figures', () => {
  test('are those that an analyst reads, and not the counts behind them', async () => {
    const analyst = await gateway.signIn('analyst')
    const report = await analyst.ask(
      `query ($p: ID!) { node(id: $p) { ... on Programme { impactReport { policy figures(ids: ["survey.baseline.been_mentored"]) { by { cohort choice } value } } } } }`,
      { p: programme },
    )
    const shown = report.data.node.impactReport.figures.find(
      ({ by }: { by: { choice: string } }) => by.choice === 'yes',
    )
    const cited = await analyst.ask(
      'query ($f: ID!) { node(id: $f) { ... on BaselineFinding { figures { value n } foundBy { name } } } }',
      { f: finding },
    )
    expect(cited.errors).toBeUndefined()
    expect(cited.data.node.figures[0].value).toBe(shown.value)
    expect(shown.value).toBe(40)
    expect(cited.data.node.foundBy).toBeNull()
  })

  test('that are hidden, not there, of no such group or named twice carry no finding', async () => {
    const refused = async (...figures: object[]) => {
      const given = { project, statement: 'x', on: '2007-06-01', by: personOf(researcher), figures }
      return (await coordinator.ask(find, given)).data.recordFinding
    }
    expect(await refused({ id: 'survey.baseline.recognised', cohort: '1', choice: 'yes' })).toMatchObject({
      code: 'figure-hidden',
      path: 'figures.0',
    })
    expect(await refused(mentored, { id: 'survey.baseline.nothing' })).toMatchObject({
      code: 'unknown-figure',
      path: 'figures.1',
    })
    expect(await refused({ id: mentored.id })).toMatchObject({ code: 'unknown-group' })
    expect(await refused(mentored, mentored)).toMatchObject({ code: 'figure-twice', path: 'figures.1' })
    expect(await refused()).toMatchObject({ code: 'figures-number' })
    expect(await refused({ id: 'projects.total' })).toMatchObject({ code: 'no-question-cited' })
  })

  test('stay as they were disclosed when more answers come in', async () => {
    const read = () =>
      coordinator.ask('query ($f: ID!) { node(id: $f) { ... on BaselineFinding { figures { value } } } }', {
        f: finding,
      })
    const before = await read()
    await gateway.database.asOwner((tx) =>
      tx.execute(sql.raw("update commons.survey_answer set choice = 'no' where choice = 'yes'")),
    )
    expect(await read()).toMatchObject({ data: before.data })
    await gateway.database.asOwner((tx) =>
      tx.execute(
        sql.raw(
          "update commons.survey_answer a set choice = 'yes' from commons.survey_response r, commons.survey_item i where r.id = a.response_id and i.id = a.item_id and i.key = 'been_mentored' and r.respondent::int <= 41",
        ),
      ),
    )
  })
})

describe('a recommendation', () => {
  test('goes its course, and no other way', async () => {
    const id = await recommended('Something else')
    expect(await step(id, { begin: { on: '2007-10-01' } }, 1)).toMatchObject({ code: 'step-not-possible' })
    expect(await step(id, { complete: { on: '2007-10-01', cameOfIt: 'x' } }, 1)).toMatchObject({
      code: 'step-not-possible',
    })
    expect(await step(id, { reject: { on: '2007-10-01', because: ' ' } }, 1)).toMatchObject({ code: 'text-length' })
    expect(await step(id, { accept: { on: '2007-08-31' } }, 1)).toMatchObject({ code: 'day-too-early' })
    expect(await step(id, { accept: { on: '2026-03-03' } }, 1)).toMatchObject({ code: 'day-in-the-future' })
    expect(await step(id, { reject: { on: '2007-10-01', because: 'No money' } }, 1)).toMatchObject({
      status: 'REJECTED',
      allowedSteps: [],
    })
    for (const given of [
      { accept: { on: '2007-11-01' } },
      { drop: { on: '2007-11-01', because: 'x' } },
      { handOver: { on: '2007-11-01', owner: personOf(researcher) } },
    ])
      expect(await step(id, given, 2)).toMatchObject({ code: 'step-not-possible' })
    const acted = await coordinator.ask(act, { id, what: 'x', on: '2008-01-01', version: 2 })
    expect(acted.data.recordAction).toMatchObject({ code: 'not-acted-on' })
  })

  test('changes hands, and its course says when', async () => {
    const id = await accepted('Hand this over')
    expect(await step(id, { handOver: { on: '2007-12-01', owner: personOf(researcher) } }, 2)).toMatchObject({
      status: 'ACCEPTED',
      owner: { name: 'Test Researcher' },
      version: 3,
    })
    expect(await step(id, { handOver: { on: '2007-12-02', owner: personOf(randomUUID()) } }, 3)).toMatchObject({
      code: 'not-found',
    })
  })

  test('is changed by whoever read its latest version', async () => {
    const id = await accepted('Two at once')
    expect(await step(id, { begin: { on: '2008-01-01' } }, 1)).toMatchObject({ code: 'stale-version' })
    const both = await Promise.all([
      step(id, { begin: { on: '2008-01-01' } }, 2),
      step(id, { drop: { on: '2008-01-01', because: 'Other plans' } }, 2),
    ])
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['BaselineRecommendation', 'Refusal'])
    const acted = await coordinator.ask(act, { id, what: 'x', on: '2008-01-01', version: 2 })
    expect(acted.data.recordAction).toMatchObject({ code: 'stale-version' })
  })

  test('follows from findings of its own project, not before they were found', async () => {
    const other = (await coordinator.ask(begin, { title: 'Another', survey, on: '2007-01-15' })).data.beginBaseline.id
    const given = { project: other, advice: 'x', owner: personOf(owner), on: '2007-09-01' }
    const refused = async (input: object) => (await coordinator.ask(recommend, { ...given, ...input })).data.recommend
    expect(await refused({ findings: [finding] })).toMatchObject({ code: 'not-found' })
    expect(await refused({ findings: [] })).toMatchObject({ code: 'no-finding' })
    expect(await refused({ project, findings: [finding], on: '2007-05-31' })).toMatchObject({ code: 'day-too-early' })
    expect(await refused({ project, findings: [finding], owner: personOf(randomUUID()) })).toMatchObject({
      code: 'not-found',
    })
  })

  test('sent twice with one key happens once', async () => {
    const key = randomUUID()
    const given = { project, advice: 'Once', findings: [finding], owner: personOf(owner), on: '2007-09-01', key }
    const [first, second] = [await coordinator.ask(recommend, given), await coordinator.ask(recommend, given)]
    expect(second.data.recommend.id).toBe(first.data.recommend.id)
    const other = await coordinator.ask(recommend, { ...given, advice: 'Twice' })
    expect(other.data.recommend).toMatchObject({ code: 'idempotency-key-reused' })
  })
})

describe('who', () => {
  const walk =
    '{ baselineProjects(first: 5) { nodes { title recommendations(first: 50) { nodes { advice owner { name } } } } } }'

  test('readers of reports read it all, people only where they may see people', async () => {
    for (const role of ['coordinator', 'data-steward', 'administrator', 'analyst'] as const) {
      const { data, errors } = await (await gateway.signIn(role)).ask(walk)
      expect(errors, role).toBeUndefined()
      const shown = data.baselineProjects.nodes.find(({ title }: { title: string }) => title.startsWith('Experience'))
      expect(shown.recommendations.nodes.length, role).toBeGreaterThan(2)
      expect(shown.recommendations.nodes[0].owner, role).toEqual(
        role === 'analyst' ? null : { name: expect.stringMatching(/^Test (Owner|Researcher)$/) },
      )
    }
  })

  test('others read nothing, but whoever answers for a recommendation reads that', async () => {
    const participant = await gateway.signIn('participant', 'north', owner)
    const assessor = await gateway.signIn('assessor')
    for (const asker of [participant, assessor])
      expect((await asker.ask(walk)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    expect((await gateway.ask(walk)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
    const mine =
      '{ myBaselineRecommendations(first: 50) { nodes { advice status actions(first: 5) { nodes { what } } } } }'
    const answer = await participant.ask(mine)
    expect(answer.errors).toBeUndefined()
    expect(answer.data.myBaselineRecommendations.nodes.length).toBeGreaterThan(2)
    expect((await assessor.ask(mine)).data.myBaselineRecommendations.nodes).toEqual([])
    const beyond = await participant.ask(
      '{ myBaselineRecommendations(first: 50) { nodes { findings { statement } } } }',
    )
    expect(beyond.errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    const stranger = await gateway.signIn('participant', 'north', researcher)
    const id = await recommended('Not a stranger’s')
    const read = 'query ($id: ID!) { node(id: $id) { ... on BaselineRecommendation { advice } } }'
    expect((await participant.ask(read, { id })).data.node).toEqual({ advice: 'Not a stranger’s' })
    expect((await stranger.ask(read, { id })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  test('coordinators and administrators write, nobody else', async () => {
    for (const role of ['data-steward', 'analyst', 'participant', 'assessor'] as const) {
      const asker = await gateway.signIn(role)
      const answer = await asker.ask(begin, { title: 'x', survey, on: '2007-01-15' })
      expect(answer.errors?.[0]?.extensions?.code, role).toBe('FORBIDDEN')
    }
    const administrator = await gateway.signIn('administrator')
    const answer = await administrator.ask(begin, { title: 'x', survey, on: '2007-01-15' })
    expect(answer.data.beginBaseline.__typename).toBe('BaselineProject')
  })

  test('another institution’s ids are answered like ids of nothing', async () => {
    const id = await recommended('Northern')
    for (const [query, variables] of [
      [begin, { title: 'x', survey, on: '2007-01-15' }],
      [find, { project, statement: 'x', on: '2007-06-01', by: personOf(researcher), figures: [mentored] }],
      [recommend, { project, advice: 'x', findings: [finding], owner: personOf(owner), on: '2007-09-01' }],
      [advance, { id, step: { accept: { on: '2007-10-01' } }, version: 1 }],
      [act, { id, what: 'x', on: '2008-01-01', version: 1 }],
    ] as const) {
      const foreign = await southern.ask(query, variables)
      expect(Object.values(foreign.data)[0]).toMatchObject({ code: 'not-found' })
    }
    for (const [type, global] of [
      ['BaselineProject', project],
      ['BaselineFinding', finding],
      ['BaselineRecommendation', id],
    ] as const)
      expect(
        (await southern.ask(`query ($id: ID!) { node(id: $id) { ... on ${type} { id } } }`, { id: global })).data.node,
      ).toBeNull()
    expect((await southern.ask(walk)).data.baselineProjects.nodes).toEqual([])
    const own = await answeredSurvey(gateway, southern, 'south')
    const theirs = await southern.ask(begin, { title: 'South', survey: own.survey, on: '2007-01-15' })
    const across = await southern.ask(find, {
      ...{ project: theirs.data.beginBaseline.id, statement: 'x', on: '2007-06-01', figures: [mentored] },
      by: globalId('Person', 'north', researcher),
    })
    expect(across.data.recordFinding).toMatchObject({ code: 'not-found', path: 'foundBy' })
  })

  test('what was found and done is only ever added to', async () => {
    for (const statement of [
      'update commons.baseline_finding set statement = statement',
      'delete from commons.baseline_figure',
      'update commons.baseline_figure set value = 1',
      'update commons.baseline_step set because = null',
      'delete from commons.baseline_action',
      'delete from commons.baseline_recommendation',
      'update commons.baseline_recommendation set advice = advice',
    ])
      await expect(
        gateway.database.within(institutionIdOf('north'), 'write', (tx) => tx.execute(sql.raw(statement))),
        statement,
      ).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
    const figures = await gateway.database.within(institutionIdOf('north'), 'read', (tx) =>
      rowsOf<{ policy: string }>(tx, sql`select distinct policy from commons.baseline_figure`),
    )
    expect(figures).toEqual([{ policy: 'hesa' }])
  })
})
