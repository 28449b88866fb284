import { selfAssessmentEnglish, selfAssessmentTextKeys } from '@mentoring-commons/mentoring'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
const answers = {
  assessment: 'institutional-self-assessment',
  version: 1,
  institution: 'Example <University>',
  heldOn: '2026-02-05',
  participants: 9,
  practices: [{ id: 'p1', name: 'New lecturers are paired', form: 'formal' }],
  communities: [{ id: 'c1', name: 'Teaching circle', couldCarry: 'Peer mentoring', readiness: 'could-soon' }],
  impacts: [
    {
      id: 'i1',
      concerns: ['p1'],
      time: 'current',
      for: 'mentees',
      statement: 'Nothing changed.',
      sign: 'null',
      evidence: 'record',
    },
    {
      id: 'i2',
      concerns: ['c1'],
      time: 'potential',
      for: 'organisation',
      statement: 'It could crowd out research.',
      sign: 'negative',
      evidence: 'none',
    },
  ],
}
const refusal = '... on Refusal { code message path }'

/** How many rows every table holds, whoever's they are. */
async function rowCounts(): Promise<Readonly<Record<string, number>>> {
  return gateway.database.asOwner(async (tx) => {
    const tables = await rowsOf<{ name: string }>(
      tx,
      sql`select relname as name from pg_class where relnamespace = 'commons'::regnamespace and relkind = 'r'`,
    )
    const counts: [string, number][] = []
    for (const { name } of tables) {
      const [row] = await rowsOf<{ n: number }>(tx, sql.raw(`select count(*)::int as n from commons."${name}"`))
      counts.push([name, Number(row?.n)])
    }
    return Object.fromEntries(counts)
  })
}

const summarise = (payload: unknown, headers: Record<string, string> = {}, query = '') =>
  gateway.app.inject({
    method: 'POST',
    url: `/self-assessment/summary${query}`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
})

describe('the public address', () => {
  test('gives the page without signing in, with a policy that lets it send nothing', async () => {
    const { statusCode, headers, body } = await gateway.app.inject('/self-assessment')
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    const policy = String(headers['content-security-policy']).split('; ')
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(rule)
    expect(policy.join()).not.toMatch(/unsafe|https?:|\*/)
    expect(body).toContain('<html lang="en">')
    for (const key of ['title', 'practices.task', 'impacts.sign.null', 'page.make'])
      expect(body).toContain(selfAssessmentEnglish.texts[key])
    expect(body.match(/<script(?! type="application\/json")[^>]*>/g)).toEqual([
      '<script src="/self-assessment/page.js" defer>',
    ])
    expect(body).not.toMatch(/\son\w+=|\sstyle=|https?:/)
  })

  test('gives the questions as data, for any university to run', async () => {
    const { statusCode, headers, body } = await gateway.app.inject('/self-assessment.json')
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([200, '*'])
    const data = JSON.parse(body)
    expect(data.steps.map(({ key, minutes }: { key: string; minutes: number }) => [key, minutes])).toEqual([
      ['practices', 7],
      ['communities', 7],
      ['impacts', 6],
    ])
    expect(Object.keys(data.texts).sort()).toEqual([...selfAssessmentTextKeys].sort())
    expect(data).toMatchObject({
      key: 'institutional-self-assessment',
      version: 1,
      language: 'en',
      summary: { method: 'POST', path: '/self-assessment/summary' },
    })
  })

  test('makes the summary as data and as a page that runs nothing', async () => {
    const data = await summarise(answers)
    expect([data.statusCode, data.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(data.json().summary.counts).toEqual({
      formal: 1,
      informal: 0,
      communities: 1,
      carrying: 0,
      current: 1,
      potential: 1,
      currentOnRecord: 1,
      withoutImpact: 0,
    })
    expect(data.json().answers).toEqual(answers)
    const page = await summarise(answers, { accept: 'text/html' })
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.body).toContain('Example &lt;University&gt;')
    expect(page.body).toContain('It could crowd out research.')
    expect(page.body).not.toContain('<script')
    const preflight = await gateway.app.inject({ method: 'OPTIONS', url: '/self-assessment/summary' })
    expect([preflight.statusCode, preflight.headers['access-control-allow-methods']]).toEqual([204, 'POST'])
  })

  test('refuses what does not fit, with the reason and the place', async () => {
    const bad: readonly (readonly [unknown, string, string?])[] = [
      [[], 'field-not-listed'],
      [{ ...answers, institution: ' ' }, 'text-missing', 'institution'],
      [{ ...answers, heldOn: '2026-02-30' }, 'date-not-iso', 'heldOn'],
      [{ ...answers, score: 7 }, 'field-not-listed', 'score'],
      [{ ...answers, participants: 0 }, 'reading-out-of-range', 'participants'],
      [{ ...answers, practices: [{ id: 'p1', form: 'formal' }] }, 'answer-missing', 'practices[0].name'],
      [
        { ...answers, practices: Array.from({ length: 41 }, (_, at) => ({ id: `p${at}`, name: 'x', form: 'formal' })) },
        'too-many-entries',
        'practices',
      ],
      [
        { ...answers, impacts: [{ ...answers.impacts[0], concerns: ['nobody'] }] },
        'entry-not-found',
        'impacts[0].concerns[0]',
      ],
    ]
    for (const [body, code, path] of bad) {
      const { statusCode, body: text } = await summarise(body)
      expect(statusCode, text).toBe(422)
      const { extensions } = JSON.parse(text).errors[0]
      expect(extensions.code, text).toBe(code)
      if (path !== undefined) expect(extensions.path).toBe(path)
    }
    expect((await summarise('{ "institution": ')).statusCode).toBe(400)
    expect((await summarise('null')).statusCode).toBe(422)
    expect(
      (
        await gateway.app.inject({
          method: 'POST',
          url: '/self-assessment/summary',
          headers: { 'content-type': 'application/xml' },
          payload: 'x',
        })
      ).statusCode,
    ).toBe(415)
    const large = await summarise({ ...answers, institution: 'x'.repeat(1_100_000) })
    expect(large.statusCode).toBe(413)
    expect(large.json().errors[0].extensions.code).toBe('BAD_REQUEST')
  })

  test('writes no row: whatever is asked of it, every table holds what it held', async () => {
    const before = await rowCounts()
    expect(Object.keys(before).length).toBeGreaterThan(40)
    expect(before.institution).toBe(2)
    expect(before.account).toBeGreaterThan(0)
    const signedIn = { authorization: `Bearer ${coordinator.token}` }
    for (const url of [
      '/self-assessment',
      '/self-assessment.json',
      '/self-assessment?institution=north&lang=en',
      '/self-assessment?institution=nowhere&lang=cy',
      '/self-assessment/page.js',
    ])
      await gateway.app.inject({ url, headers: signedIn })
    for (const headers of [{}, signedIn, { accept: 'text/html' }] as readonly Record<string, string>[])
      expect((await summarise(answers, headers, '?institution=north')).statusCode).toBe(200)
    await summarise({ ...answers, score: 1 })
    expect(await rowCounts()).toEqual(before)
  })
})

describe('what an institution keeps', () => {
  const save = (asker: Asker, given: unknown, key?: string) =>
    asker
      .ask(
        `mutation ($answers: JSON!, $key: String) { saveSelfAssessment(answers: $answers, idempotencyKey: $key) { __typename ... on SelfAssessmentSession { id institution heldOn participants answers counts { formal withoutImpact } } ${refusal} } }`,
        { answers: given, key },
      )
      .then((answer) => answer.data?.saveSelfAssessment ?? answer.errors)

  test('a signed-in coordinator saves the answers, once per key, and nobody else does', async () => {
    const saved = await save(coordinator, answers, 'save-once-1')
    expect(saved).toMatchObject({
      institution: 'Example <University>',
      heldOn: '2026-02-05',
      participants: 9,
      answers,
      counts: { formal: 1, withoutImpact: 0 },
    })
    expect((await save(coordinator, answers, 'save-once-1')).id).toBe(saved.id)
    expect(await save(coordinator, { ...answers, score: 1 })).toMatchObject({ code: 'field-not-listed' })
    expect(await save(coordinator, { ...answers, heldOn: '2026-03-03' })).toMatchObject({ code: 'day-in-the-future' })
    expect(await save(coordinator, 'x')).toMatchObject({ __typename: 'Refusal' })
    for (const role of ['participant', 'analyst', 'assessor', 'data-steward', 'administrator'] as const)
      expect((await save(await gateway.signIn(role), answers))[0].extensions.code).toBe('FORBIDDEN')
    const nobody = await gateway.ask('mutation ($a: JSON!) { saveSelfAssessment(answers: $a) { __typename } }', {
      a: answers,
    })
    expect(nobody.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
    const list = (asker: Asker) => asker.ask('{ selfAssessments { nodes { id } } }')
    expect((await list(coordinator)).data.selfAssessments.nodes).toEqual([{ id: saved.id }])
    expect((await list(await gateway.signIn('coordinator', 'south'))).data.selfAssessments.nodes).toEqual([])
    expect((await list(await gateway.signIn('analyst'))).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    const foreign = await (await gateway.signIn('coordinator', 'south')).ask(
      'query ($id: ID!) { node(id: $id) { id } }',
      { id: saved.id },
    )
    expect(foreign.data?.node).toBeNull()
    expect(globalId('SelfAssessmentSession', 'north', '00000000-0000-0000-0000-000000000000')).not.toBe(saved.id)
  })

  test('a language is loaded whole, and shown at the address of that institution alone', async () => {
    const texts = selfAssessmentTextKeys.map((key) => ({ key, text: `[cy] ${key}` }))
    const load = (asker: Asker, given: object[], language = 'cy-GB') =>
      asker
        .ask(
          `mutation ($language: String!, $texts: [SelfAssessmentTextInput!]!) { loadSelfAssessmentTexts(language: $language, texts: $texts) { __typename ... on SelfAssessmentTexts { language } ${refusal} } }`,
          { language, texts: given },
        )
        .then((answer) => answer.data?.loadSelfAssessmentTexts ?? answer.errors)
    expect(await load(coordinator, texts.slice(1))).toMatchObject({ code: 'text-not-loaded', path: 'texts.title' })
    expect(await load(coordinator, texts, 'no language')).toMatchObject({ code: 'key-not-usable' })
    expect((await load(await gateway.signIn('participant'), texts))[0].extensions.code).toBe('FORBIDDEN')
    expect(await load(coordinator, texts)).toEqual({ __typename: 'SelfAssessmentTexts', language: 'cy-GB' })
    expect(await load(coordinator, texts)).toEqual({ __typename: 'SelfAssessmentTexts', language: 'cy-GB' })
    const page = await gateway.app.inject('/self-assessment?institution=north&lang=CY-gb')
    expect(page.body).toContain('<html lang="cy-GB">')
    expect(page.body).toContain('[cy] page.make')
    expect(page.body).not.toContain(selfAssessmentEnglish.texts['page.make'])
    expect((await summarise(answers, { accept: 'text/html' }, '?institution=north&lang=cy-GB')).body).toContain(
      '[cy] title',
    )
    expect((await gateway.app.inject('/self-assessment.json?institution=north&lang=cy-GB')).json().texts.title).toBe(
      '[cy] title',
    )
    for (const query of [
      'lang=cy-GB',
      'institution=south&lang=cy-GB',
      'institution=nowhere&lang=cy-GB',
      'lang=fr',
      'lang=en&lang=cy',
      'institution=north&institution=south',
    ])
      for (const path of ['/self-assessment', '/self-assessment.json']) {
        const { statusCode, body } = await gateway.app.inject(`${path}?${query}`)
        expect([statusCode, JSON.parse(body).errors[0].extensions.code], query).toEqual([404, 'NOT_FOUND'])
      }
    for (const query of ['lang=en', 'institution=south', 'institution=north&lang=EN'])
      expect((await gateway.app.inject(`/self-assessment?${query}`)).statusCode, query).toBe(200)
  })
})
