import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import {
  answer,
  invite,
  launch,
  launchedSurvey,
  mine,
  move,
  pathIn,
  personOf,
  plan,
  renew,
  returns,
  waves,
  withdraw,
} from '../harness/surveys.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let held: Awaited<ReturnType<typeof launchedSurvey>>
const north = institutionIdOf('north')
const required = { item: 'been-mentored', choices: ['no'] }

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  held = await launchedSurvey(gateway, coordinator, { key: 'held', people: 8 })
})

const read = <T>(statement: ReturnType<typeof sql>) =>
  gateway.database.within(north, 'read', (tx) => rowsOf<T>(tx, statement))
const at = async (now: string, run: () => Promise<void>) => {
  const before = gateway.clock.now
  gateway.clock.now = now
  await run().finally(() => {
    gateway.clock.now = before
  })
}
const only = (result: { data?: Record<string, unknown> }) => Object.values(result.data ?? {})[0]

describe('instruments', () => {
  const define = `mutation ($i: JSON!, $k: String) { defineSurveyInstrument(instrument: $i, idempotencyKey: $k) { ... on SurveyInstrument { id key version title licence languages } ... on Refusal { code path } } }`
  const shipped = async () => {
    const { data } = await coordinator.ask('{ shippedSurveyInstruments { key definition } }')
    return data.shippedSurveyInstruments[0].definition
  }

  test('what is shipped is our own, and can be changed into a version of one’s own, once', async () => {
    const own = await shipped()
    expect(own.licence.kind).toBe('own')
    const i = { ...own, version: '2-north', title: 'Ours' }
    const first = await coordinator.ask(define, { i, k: 'define-once' })
    expect(only(first)).toMatchObject({ key: own.key, version: '2-north', title: 'Ours', languages: ['en', 'cy'] })
    expect(await coordinator.ask(define, { i, k: 'define-once' })).toEqual(first)
    expect(only(await coordinator.ask(define, { i }))).toMatchObject({ code: 'key-taken' })
  })

  test('there is no kind for free text, and no property beside', async () => {
    const own = await shipped()
    const text = { ...own, items: [...own.items, { key: 'else', label: 'Anything else?', kind: 'text' }] }
    expect(only(await coordinator.ask(define, { i: text }))).toMatchObject({ code: 'instrument-unreadable' })
    const open = { ...own, items: own.items.map((item: object) => ({ ...item, freeText: true })) }
    expect(only(await coordinator.ask(define, { i: open }))).toMatchObject({ code: 'instrument-unreadable' })
  })

  test('an instrument without its licence, or with a gap in a translation, is refused at its place', async () => {
    const own = await shipped()
    const licence = { ...own.licence, holder: '' }
    expect(only(await coordinator.ask(define, { i: { ...own, version: '3', licence } }))).toEqual({
      code: 'instrument-incomplete',
      path: 'licence.holder',
    })
    const translations = [{ language: 'cy', labels: { title: 'Profiad' } }]
    expect(only(await coordinator.ask(define, { i: { ...own, version: '3', translations } }))).toMatchObject({
      code: 'translation-incomplete',
    })
  })
})

describe('series', () => {
  test('a plan makes the surveys that reports read, with every question and choice', async () => {
    const { data } = await coordinator.ask(
      'query ($s: ID!) { node(id: $s) { ... on Survey { wave label audience held { key moment opensOn } items { key kind choices { code } } } } }',
      { s: held.before },
    )
    expect(data.node).toMatchObject({ wave: 'held-before', label: 'Before', audience: 'mentee' })
    expect(data.node.held).toEqual({ key: 'before', moment: 'BASELINE', opensOn: '2026-03-01' })
    expect(data.node.items.map(({ key, kind }: { key: string; kind: string }) => [key, kind]).slice(0, 4)).toEqual([
      ['been-mentored', 'ONE'],
      ['sought-for', 'MANY'],
      ['hours-a-month', 'NUMBER'],
      ['settled', 'SCALE'],
    ])
    expect(data.node.items[3].choices).toHaveLength(5)
  })

  test('the threshold is frozen at launch, and a stale version is refused', async () => {
    expect(only(await coordinator.ask(launch, { s: held.series, min: 10, version: 2 }))).toMatchObject({
      code: 'survey-launched',
    })
    expect(only(await coordinator.ask(launch, { s: held.series, min: 10, version: 1 }))).toMatchObject({
      code: 'stale-version',
    })
    const [row] = await read<{ responses_min: number }>(
      sql`select responses_min from commons.survey_series where key = 'held'`,
    )
    expect(row?.responses_min).toBe(5)
    const planned = await coordinator.ask(plan, { p: held.programme, i: held.instrument, key: 'low', waves })
    const s = (only(planned) as { id: string }).id
    expect(only(await coordinator.ask(launch, { s, min: 2, version: 1 }))).toMatchObject({ code: 'threshold-too-low' })
  })

  test('waves that are wrong, roles that are none, and keys that are taken are refused', async () => {
    const ask = (change: object, key = 'wrong') =>
      coordinator.ask(plan, { p: held.programme, i: held.instrument, key, waves: [{ ...waves[0], ...change }] })
    expect(only(await ask({ closesOn: '2026-02-01' }))).toMatchObject({ code: 'wave-days-wrong', path: 'waves[0]' })
    expect(only(await ask({ roles: ['boss'] }))).toMatchObject({ code: 'role-unknown' })
    expect(only(await ask({ label: ' ' }))).toMatchObject({ code: 'empty-text' })
    expect(only(await ask({}, 'held'))).toMatchObject({ code: 'key-taken' })
  })

  test('a wave can be moved until it closes, and its opening day until it opens', async () => {
    const { series, before, after } = await launchedSurvey(gateway, coordinator, { key: 'moved', people: 1 })
    const ask = (s: string, opens: string, closes: string, version: number) =>
      coordinator.ask(move, { s, opens, closes, version })
    expect(only(await ask(before, '2026-03-01', '2026-03-20', 2))).toMatchObject({ version: 3 })
    expect(only(await ask(before, '2026-03-02', '2026-03-20', 3))).toMatchObject({ code: 'wave-days-wrong' })
    expect(only(await ask(after, '2026-10-01', '2026-10-02', 2))).toMatchObject({ code: 'stale-version' })
    expect(only(await ask(after, '2026-10-01', '2026-10-02', 3))).toMatchObject({ version: 4 })
    await at('2026-03-21T09:00:00.000Z', async () => {
      expect(only(await ask(before, '2026-03-01', '2026-03-31', 4))).toMatchObject({ code: 'wave-closed' })
    })
    expect(series).toBeTruthy()
  })
})

describe('inviting', () => {
  test('those of the roles, each once, so many at a time, and nobody before the launch', async () => {
    const { before, people, programme, instrument } = await launchedSurvey(gateway, coordinator, {
      key: 'invited',
      people: 3,
    })
    const first = only(await coordinator.ask(invite, { s: before, first: 2 })) as {
      left: number
      links: { person: string; url: string; expiresOn: string }[]
    }
    expect(first).toMatchObject({ left: 1, links: [{ expiresOn: '2026-03-14' }, {}] })
    const second = only(await coordinator.ask(invite, { s: before })) as typeof first
    expect(second).toMatchObject({ left: 0, links: [{}] })
    const third = only(await coordinator.ask(invite, { s: before })) as typeof first
    expect(third).toEqual({ left: 0, links: [] })
    expect([...first.links, ...second.links].map(({ person }) => person).sort()).toEqual(people.map(personOf).sort())
    const planned = only(await coordinator.ask(plan, { p: programme, i: instrument, key: 'not-yet', waves })) as {
      waves: { survey: { id: string } }[]
    }
    expect(only(await coordinator.ask(invite, { s: planned.waves[0]?.survey.id }))).toMatchObject({
      code: 'wave-not-open',
    })
  })

  test('the secret of a link is kept nowhere', async () => {
    const { before } = await launchedSurvey(gateway, coordinator, { key: 'secret', people: 1 })
    const { links } = only(await coordinator.ask(invite, { s: before })) as { links: { url: string }[] }
    const secret = links[0]?.url.split('/').at(-1) ?? ''
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    const rows = await read<{ row: string }>(sql`select to_jsonb(t)::text as row from commons.survey_invitation t`)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.some(({ row }) => row.includes(secret))).toBe(false)
  })

  test('an expiry in the past or far away, a cohort of another programme and too many at once are refused', async () => {
    const other = await launchedSurvey(gateway, coordinator, { key: 'other', people: 1 })
    const ask = (more: object) => coordinator.ask(invite, { s: held.before, ...more })
    expect(only(await ask({ expires: '2026-03-01' }))).toMatchObject({ code: 'expiry-wrong' })
    expect(only(await ask({ expires: '2028-01-01' }))).toMatchObject({ code: 'expiry-wrong' })
    expect(only(await ask({ cohort: other.cohort }))).toMatchObject({ code: 'not-found', path: 'cohort' })
    expect(only(await ask({ first: 101 }))).toMatchObject({ code: 'too-many-at-once' })
    await at('2026-03-15T09:00:00.000Z', async () => {
      expect(only(await ask({}))).toMatchObject({ code: 'wave-closed' })
    })
  })

  test('a renewed link takes the place of the one before', async () => {
    const { before } = await launchedSurvey(gateway, coordinator, { key: 'renewed', people: 1 })
    const { links } = only(await coordinator.ask(invite, { s: before })) as {
      links: { url: string; invitation: string }[]
    }
    const [link] = links
    if (link === undefined) throw new Error('nobody was invited')
    const { url } = only(await coordinator.ask(renew, { i: link.invitation, expires: '2026-03-20' })) as { url: string }
    expect((await gateway.app.inject({ url: pathIn(link.url) })).statusCode).toBe(404)
    expect((await gateway.app.inject({ url: pathIn(url) })).statusCode).toBe(200)
  })
})

describe('answering, signed in', () => {
  let person: Asker

  beforeAll(async () => {
    await coordinator.ask(invite, { s: held.before })
    person = await gateway.signIn('participant', 'north', held.people[0])
  })

  test('the questions come in the language that is asked for', async () => {
    const { data } = await person.ask(mine, { s: held.before, l: 'cy' })
    expect(data.mySurvey).toMatchObject({ language: 'cy', standing: 'OPEN', answers: null })
    expect(data.mySurvey.questions[0]).toMatchObject({
      item: 'been-mentored',
      label: 'Ydych chi wedi cael eich mentora?',
      required: true,
    })
    expect((await person.ask(mine, { s: held.before, l: 'fr' })).data.mySurvey.language).toBe('en')
  })

  test('answers are kept under a pseudonym, once, and revised whole', async () => {
    const given = [
      required,
      { item: 'sought-for', choices: ['teaching', 'career'] },
      { item: 'hours-a-month', number: 1.5 },
    ]
    const { data } = await person.ask(answer, { s: held.before, a: given })
    expect(data.answerSurvey.answers).toEqual([
      { item: 'been-mentored', choices: ['no'], number: null },
      { item: 'sought-for', choices: ['teaching', 'career'], number: null },
      { item: 'hours-a-month', choices: [], number: 1.5 },
    ])
    await person.ask(answer, { s: held.before, a: [required, { item: 'settled', choices: ['agree'] }] })
    const again = await person.ask(mine, { s: held.before })
    expect(again.data.mySurvey.answers.map(({ item }: { item: string }) => item)).toEqual(['been-mentored', 'settled'])
    const rows = await read<{ row: string }>(
      sql`select to_jsonb(t)::text as row from commons.survey_response t where survey_id = ${held.rowOf(held.before)}`,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.row).not.toContain(held.people[0])
  })

  test('what does not fit is refused with its place, and changes nothing', async () => {
    const ask = async (a: object[]) => only(await person.ask(answer, { s: held.before, a }))
    expect(await ask([])).toMatchObject({ code: 'answer-required', path: 'been-mentored' })
    expect(await ask([{ item: 'been-mentored', choices: ['perhaps'] }])).toMatchObject({ code: 'answer-not-a-choice' })
    expect(await ask([required, { item: 'hours-a-month', number: 900 }])).toMatchObject({ code: 'number-out-of-range' })
    expect(await ask([required, { item: 'hours-a-month', choices: ['3'] }])).toMatchObject({
      code: 'answer-kind-wrong',
    })
    expect(await ask([required, { item: 'settled', number: 4 }])).toMatchObject({ code: 'answer-kind-wrong' })
    expect(await ask([required, required])).toMatchObject({ code: 'answered-twice' })
    expect(await ask([required, { item: 'told', choices: ['x'] }])).toMatchObject({ code: 'item-unknown' })
    expect(await ask([{ ...required, number: 1 }])).toMatchObject({ code: 'answer-kind-wrong' })
    expect((await person.ask(mine, { s: held.before })).data.mySurvey.answers).toHaveLength(2)
  })

  test('not before the wave opens, nor after it closed', async () => {
    await at('2026-02-28T23:59:59.000Z', async () => {
      expect(only(await person.ask(answer, { s: held.before, a: [required] }))).toMatchObject({ code: 'wave-not-open' })
    })
    await at('2026-03-14T23:59:59.000Z', async () => {
      const kept = [required, { item: 'settled', choices: ['agree'] }]
      expect(only(await person.ask(answer, { s: held.before, a: kept }))).toMatchObject({ standing: 'OPEN' })
    })
    await at('2026-03-15T00:00:00.000Z', async () => {
      expect(only(await person.ask(answer, { s: held.before, a: [required] }))).toMatchObject({ code: 'wave-closed' })
      expect((await person.ask(mine, { s: held.before })).data.mySurvey.standing).toBe('CLOSED')
    })
  })

  test('whoever is not invited is answered as if there were no survey', async () => {
    const stranger = await gateway.signIn('participant', 'north', await gateway.person('north'))
    const southern = await gateway.signIn('participant', 'south', await gateway.person('south'))
    const nobody = await gateway.signIn('participant')
    for (const asker of [stranger, southern, nobody, coordinator]) {
      expect(only(await asker.ask(mine, { s: held.before }))).toMatchObject({ code: 'not-found' })
      expect(only(await asker.ask(answer, { s: held.before, a: [required] }))).toMatchObject({ code: 'not-found' })
      expect(only(await asker.ask(withdraw, { s: held.before }))).toMatchObject({ code: 'not-found' })
    }
    expect((await gateway.ask(mine, { s: held.before })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  })

  test('one’s own invitations, and nobody’s besides', async () => {
    const list = '{ mySurveyInvitations { nodes { id survey { id } person { id } } } }'
    const own = await person.ask(list)
    expect(own.data.mySurveyInvitations.nodes).toHaveLength(1)
    const other = await gateway.signIn('participant', 'north', held.people[1])
    const [node] = own.data.mySurveyInvitations.nodes
    const seen = await other.ask('query ($i: ID!) { node(id: $i) { ... on SurveyInvitation { expiresOn } } }', {
      i: node.id,
    })
    expect(seen.data?.node ?? null).toBeNull()
  })
})

describe('waves, rates and withdrawal', () => {
  test('one pseudonym in every wave; response, attrition and patterns; withdrawing forgets', async () => {
    const { before, after, series, people } = await launchedSurvey(gateway, coordinator, { key: 'course', people: 4 })
    await coordinator.ask(invite, { s: before })
    const askers = await Promise.all(people.map((id) => gateway.signIn('participant', 'north', id)))
    for (const asker of askers.slice(0, 3)) await asker.ask(answer, { s: before, a: [required] })
    await at('2026-09-02T09:00:00.000Z', async () => {
      await coordinator.ask(invite, { s: after })
      for (const asker of askers.slice(1)) await asker.ask(answer, { s: after, a: [required] })
    })
    const found = (await coordinator.ask(returns, { s: series })).data.node.returns
    expect(found.waves).toEqual([
      { wave: 'before', invited: 4, answered: 3, complete: 0, withdrawn: 0, outstanding: 1, responseRate: 0.75 },
      { wave: 'after', invited: 4, answered: 3, complete: 0, withdrawn: 0, outstanding: 1, responseRate: 0.75 },
    ])
    expect(found.pairs).toEqual([
      { from: 'before', to: 'after', answeredFrom: 3, answeredTo: 3, paired: 2, lost: 1, joined: 1, attrition: 1 / 3 },
    ])
    expect(found.patterns).toEqual([
      { answered: ['before', 'after'], respondents: 2 },
      { answered: ['before'], respondents: 1 },
      { answered: ['after'], respondents: 1 },
    ])

    const [, second] = askers
    const pseudonyms = () =>
      read<{ pseudonym: string }>(
        sql`select pseudonym from commons.survey_pseudonym where person_id = ${people[1]} and series_id = ${held.rowOf(series)}`,
      )
    const [kept] = await pseudonyms()
    await at('2026-09-20T09:00:00.000Z', async () => {
      expect(only((await second?.ask(withdraw, { s: before })) ?? {})).toMatchObject({
        standing: 'WITHDRAWN',
        withdrawnOn: '2026-09-20',
        answers: null,
      })
      expect(await pseudonyms()).toEqual([kept])
      expect(only((await second?.ask(withdraw, { s: before })) ?? {})).toMatchObject({ standing: 'WITHDRAWN' })
      await second?.ask(withdraw, { s: after })
    })
    expect(await pseudonyms()).toEqual([])
    const left = await read(sql`select 1 from commons.survey_response where respondent = ${kept?.pseudonym}`)
    expect(left).toEqual([])
    expect(only((await second?.ask(answer, { s: before, a: [required] })) ?? {})).toMatchObject({
      code: 'response-withdrawn',
    })
    const then = (await coordinator.ask(returns, { s: series })).data.node.returns
    expect(then.waves[0]).toMatchObject({ invited: 4, answered: 2, withdrawn: 1, outstanding: 1 })
    const [first] = askers
    expect(only((await askers[3]?.ask(withdraw, { s: before })) ?? {})).toMatchObject({ code: 'nothing-answered' })
    expect((await first?.ask(mine, { s: before }))?.data.mySurvey.answers).toHaveLength(1)
  })

  test('reports keep the threshold that a survey was launched with', async () => {
    const shown = async (key: string, responsesMin: number) => {
      const { before, programme, people } = await launchedSurvey(gateway, coordinator, { key, people: 6, responsesMin })
      await coordinator.ask(invite, { s: before })
      for (const [place, id] of people.entries()) {
        const a = [{ item: 'been-mentored', choices: [place < 3 ? 'no' : 'yes-now'] }]
        await (await gateway.signIn('participant', 'north', id)).ask(answer, { s: before, a })
      }
      const { data, errors } = await coordinator.ask(
        `query ($p: ID!) { node(id: $p) { ... on Programme { impactReport { figures(ids: ["survey.${key}-before.been-mentored"]) { value suppressed n } } } } }`,
        { p: programme },
      )
      expect(errors).toBeUndefined()
      return data.node.impactReport.figures as { value: number | null; suppressed: string | null }[]
    }
    const five = await shown('five', 5)
    expect(five.map(({ value }) => value)).toContain(3)
    const ten = await shown('ten', 10)
    expect(ten.length).toBe(five.length)
    expect(ten.every(({ value, suppressed }) => value === null && suppressed !== null)).toBe(true)
  })

  test('nobody invited is no rate, and not nought', async () => {
    const { series } = await launchedSurvey(gateway, coordinator, { key: 'nobody', people: 1 })
    const found = (await coordinator.ask(returns, { s: series })).data.node.returns
    expect(found.waves[0]).toMatchObject({ invited: 0, answered: 0, responseRate: null })
    expect(found.pairs[0]).toMatchObject({ paired: 0, attrition: null })
  })

  test('rates and invitations are for whoever runs programmes, and pseudonyms for nobody', async () => {
    for (const role of ['participant', 'analyst', 'assessor'] as const) {
      const asker = await gateway.signIn(role)
      const asked = await asker.ask(returns, { s: held.series })
      expect(asked.errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
      const listed = await asker.ask(
        'query ($s: ID!) { node(id: $s) { ... on Survey { invitations { nodes { id } } } } }',
        { s: held.before },
      )
      expect(listed.errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
      for (const [query, variables] of [
        [plan, { p: held.programme, i: held.instrument, key: 'x', waves }],
        [launch, { s: held.series, version: 2 }],
        [move, { s: held.before, opens: '2026-03-01', closes: '2026-03-14', version: 2 }],
        [invite, { s: held.before }],
      ] as const)
        expect((await asker.ask(query, variables)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    }
  })

  test('another institution’s ids are unknown', async () => {
    const southern = await gateway.signIn('coordinator', 'south')
    const refused = { code: 'not-found' }
    expect((await southern.ask(returns, { s: held.series })).data.node).toBeNull()
    expect(only(await southern.ask(launch, { s: held.series, version: 2 }))).toMatchObject(refused)
    expect(only(await southern.ask(invite, { s: held.before }))).toMatchObject(refused)
    expect(only(await southern.ask(renew, { i: globalId('SurveyInvitation', 'north', randomUUID()) }))).toMatchObject(
      refused,
    )
    expect(
      only(await southern.ask(move, { s: held.before, opens: '2026-03-01', closes: '2026-03-14', version: 2 })),
    ).toMatchObject(refused)
    expect(only(await southern.ask(plan, { p: held.programme, i: held.instrument, key: 'x', waves }))).toMatchObject(
      refused,
    )
    expect(only(await coordinator.ask(invite, { s: globalId('Survey', 'north', randomUUID()) }))).toMatchObject(refused)
  })
})

describe('what is kept of whom', () => {
  const take =
    'mutation ($person: ID!) { exportPerson(person: $person) { ... on PersonExport { data } ... on Refusal { code } } }'
  const erase =
    'mutation ($person: ID!) { erasePerson(person: $person) { ... on SubjectRequest { rows } ... on Refusal { code } } }'

  test('one’s own answers are in one’s export; an erasure leaves them without anybody’s name', async () => {
    const { before, series, people } = await launchedSurvey(gateway, coordinator, { key: 'erased', people: 2 })
    const invited = only(await coordinator.ask(invite, { s: before })) as { links: { url: string; person: string }[] }
    const [me, other] = people as [string, string]
    for (const id of [me, other]) {
      const asker = await gateway.signIn('participant', 'north', id)
      const a = [required, { item: 'hours-a-month', number: 2 }]
      expect(only(await asker.ask(answer, { s: before, a }))).toMatchObject({ standing: 'OPEN' })
    }
    const [kept] = await read<{ pseudonym: string }>(
      sql`select pseudonym from commons.survey_pseudonym where person_id = ${me} and series_id = ${held.rowOf(series)}`,
    )
    const administrator = await gateway.signIn('administrator')
    const { rows } = (only(await administrator.ask(take, { person: personOf(me) })) as { data: { rows: Rows } }).data
    expect(rows.survey_answer?.map(({ choice }) => choice)).toEqual(['no'])
    expect(rows.survey_number?.map(({ value }) => value)).toEqual([2])
    expect(rows.survey_response?.map(({ respondent }) => respondent)).toEqual([kept?.pseudonym])
    expect(rows.survey_invitation).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('secret_hash')

    const rates = async () => (await coordinator.ask(returns, { s: series })).data.node.returns
    const beforeErasure = await rates()
    await administrator.ask(erase, { person: personOf(me) })
    const dump = await read<{ row: string }>(
      sql`select to_jsonb(t)::text as row from commons.survey_pseudonym t union all select to_jsonb(t)::text from commons.survey_invitation t`,
    )
    expect(dump.some(({ row }) => row.includes(me) || row.includes(kept?.pseudonym ?? '-'))).toBe(false)
    const answered = await read(sql`select 1 from commons.survey_response where respondent = ${kept?.pseudonym}`)
    expect(answered).toHaveLength(1)
    expect(await rates()).toEqual(beforeErasure)
    const link = invited.links.find(({ person }) => person === personOf(me))
    expect((await gateway.app.inject({ url: pathIn(link?.url ?? '') })).statusCode).toBe(404)
  })

  type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[] | undefined>>

  test('a data steward’s SQL reads answers by pseudonym, and neither who was invited nor whose a pseudonym is', async () => {
    const may = async (role: string, table: string, what = 'SELECT') => {
      const [row] = await gateway.database.asOwner((tx) =>
        rowsOf<{ may: boolean }>(tx, sql`select has_table_privilege(${role}, ${`commons.${table}`}, ${what}) as may`),
      )
      return row?.may
    }
    for (const table of ['survey_response', 'survey_answer', 'survey_number', 'survey_series', 'survey_window'])
      expect(await may('data_steward', table), table).toBe(true)
    for (const table of ['survey_invitation', 'survey_pseudonym']) {
      expect(await may('data_steward', table), table).toBe(false)
      expect(await may('app_user', table), table).toBe(true)
    }
    for (const table of ['survey_response', 'survey_answer', 'survey_number', 'survey_invitation', 'survey_pseudonym'])
      expect(await may('analyst', table), table).toBe(false)
    expect(await may('app_user', 'survey_pseudonym', 'UPDATE')).toBe(false)
    expect(await may('app_user', 'survey_instrument', 'UPDATE')).toBe(false)
  })

  test('the API has no word for a pseudonym', async () => {
    const { data } = await coordinator.ask('{ __schema { types { name fields { name } inputFields { name } } } }')
    const names = JSON.stringify(data).toLowerCase()
    expect(names).toContain('surveyquestionnaire')
    expect(names).not.toContain('pseudonym')
    expect(names).not.toContain('respondent"')
  })
})
