import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { english } from '../../src/modules/survey/page/english.ts'
import { filled, pageLanguages } from '../../src/modules/survey/page/words.ts'
import { type Asker, testGateway } from '../harness/gateway.ts'
import { answer, invite, launchedSurvey, mine, pathIn, returns } from '../harness/surveys.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let held: Awaited<ReturnType<typeof launchedSurvey>>
let links: { url: string; person: string }[]

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  held = await launchedSurvey(gateway, coordinator, { key: 'paged', people: 8 })
  const { data } = await coordinator.ask(invite, { s: held.before, expires: '2026-04-14' })
  links = data.inviteToSurvey.links
})

const pathOf = (at: number) => pathIn(links[at]?.url ?? '')
const get = (url: string) => gateway.app.inject({ url })
const post = (url: string, fields: readonly (readonly [string, string])[] = []) =>
  gateway.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields.map(([key, value]): [string, string] => [key, value])).toString(),
  })
const at = async (now: string, run: () => Promise<void>) => {
  const before = gateway.clock.now
  gateway.clock.now = now
  await run().finally(() => {
    gateway.clock.now = before
  })
}
const whole = [
  ['item.been-mentored', 'yes-now'],
  ['item.sought-for', 'teaching'],
  ['item.sought-for', 'career'],
  ['item.hours-a-month', '1,5'],
  ['item.settled', 'agree'],
  ['item.on-my-own', ''],
] as const

describe('the page behind a link', () => {
  test('asks every question, in groups that say what they ask, without a program, a cookie or a trace', async () => {
    const page = await get(pathOf(0))
    expect(page.statusCode).toBe(200)
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    expect(page.headers['x-robots-tag']).toBe('noindex')
    expect(page.headers['set-cookie']).toBeUndefined()
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('script-src')
    expect(page.body).not.toContain('<script')
    expect(page.body.match(/<fieldset/g)).toHaveLength(8)
    expect(page.body.match(/<legend/g)).toHaveLength(8)
    expect(page.body).toContain('<label for="q-hours-a-month">')
    expect(page.body).toContain('aria-describedby="q-hours-a-month-hint"')
    expect(page.body).toContain('until the end of 14 March 2026')
    expect(page.body).not.toContain(' checked')
    expect(page.body).not.toContain('withdraw')
  })

  test('speaks Welsh where it is asked to, and English for a language that it does not speak', async () => {
    const welsh = await get(`${pathOf(0)}?lang=cy`)
    expect(welsh.body).toContain('<html lang="cy">')
    expect(welsh.body).toContain('Ydych chi wedi cael eich mentora?')
    expect(welsh.body).toContain('14 Mawrth 2026')
    expect(welsh.body).toContain('hreflang="en"')
    expect((await get(`${pathOf(0)}?lang=fr`)).body).toContain('<html lang="en">')
    expect((await get(`${pathOf(0)}?lang=cy&lang=en`)).body).toContain('<html lang="en">')
  })

  test('takes answers by a form, leads to thanks, and shows them when it is opened again', async () => {
    const sent = await post(`${pathOf(0)}?lang=en`, whole)
    expect(sent.statusCode).toBe(303)
    expect(sent.headers.location).toBe(`${pathOf(0)}/thanks?lang=en`)
    expect(sent.headers['cache-control']).toBe('no-store')
    const thanks = await get(String(sent.headers.location))
    expect(thanks.body).toContain('<h1>Thank you</h1>')
    const again = (await get(pathOf(0))).body
    expect(again).toContain('You have answered already.')
    expect(again.match(/ checked/g)).toHaveLength(4)
    expect(again).toMatch(/value="teaching" checked/)
    expect(again).toContain('value="1.5"')
    expect(again).toContain(`href="${pathOf(0)}/withdraw?lang=en"`)
  })

  test('is one and the same place as the API: once a person, revised whole', async () => {
    const person = held.people.find(
      (id) =>
        links[0]?.person === Buffer.from(`Person:${JSON.stringify([institutionIdOf('north'), id])}`).toString('base64'),
    )
    const asker = await gateway.signIn('participant', 'north', person)
    const seen = await asker.ask(mine, { s: held.before })
    expect(seen.data.mySurvey.answers).toHaveLength(4)
    await asker.ask(answer, { s: held.before, a: [{ item: 'been-mentored', choices: ['no'] }] })
    expect((await get(pathOf(0))).body.match(/ checked/g)).toHaveLength(1)
    const { data } = await coordinator.ask(returns, { s: held.series })
    expect(data.node.returns.waves[0]).toMatchObject({ invited: 8, answered: 1 })
  })

  test('says what is wrong, first, with a way to each place, and keeps what was sent', async () => {
    const back = await post(`${pathOf(1)}?lang=en`, [
      ['item.hours-a-month', '<b>lots</b>'],
      ['item.settled', 'agree'],
      ['item.heard', 'loudly'],
    ])
    expect(back.statusCode).toBe(422)
    expect(back.headers['cache-control']).toBe('no-store')
    expect(back.body).toContain('<title>Error: ')
    expect(back.body).toContain(
      '<div class="problems" role="alert" tabindex="-1" autofocus aria-labelledby="problems">',
    )
    expect(back.body.match(/<li><a href="#q-[a-z-]+">/g)).toEqual([
      '<li><a href="#q-been-mentored">',
      '<li><a href="#q-hours-a-month">',
      '<li><a href="#q-heard">',
    ])
    expect(back.body).toContain('Give a number from 0 to 100')
    expect(back.body).toContain('value="&lt;b&gt;lots&lt;/b&gt;"')
    expect(back.body).toContain('aria-invalid="true"')
    expect(back.body).not.toContain('<b>lots')
    expect(back.body).toMatch(/value="agree" checked/)
    for (const [, id] of back.body.matchAll(/href="#([^"]+)"/g)) expect(back.body).toContain(`id="${id}"`)
    const welsh = await post(`${pathOf(1)}?lang=cy`)
    expect(welsh.body).toContain('<title>Gwall: ')
    expect(welsh.body).toContain('Dewiswch neu rhowch ateb')
    expect((await get(pathOf(1))).body).not.toContain('answered already')
  })

  test.each(['1e1', '0x10', '101', '-1', 'NaN', 'Infinity', '1.2.3', ' '])(
    'reads %j as no number, or as none',
    async (text) => {
      const sent = await post(pathOf(2), [
        ['item.been-mentored', 'no'],
        ['item.hours-a-month', text],
      ])
      expect(sent.statusCode).toBe(text === ' ' ? 303 : 422)
    },
  )

  test('leaves out what it did not ask for', async () => {
    const sent = await post(pathOf(3), [...whole, ['item.told', 'a secret'], ['person', 'x'], ['__proto__', 'x']])
    expect(sent.statusCode).toBe(303)
    const rows = await gateway.database.within(institutionIdOf('north'), 'read', (tx) =>
      rowsOf<{ row: string }>(tx, sql`select to_jsonb(t)::text as row from commons.survey_answer t`),
    )
    expect(rows.some(({ row }) => row.includes('a secret'))).toBe(false)
  })

  test('withdraws after asking once more, for good', async () => {
    await post(pathOf(4), whole)
    const sure = await get(`${pathOf(4)}/withdraw?lang=en`)
    expect(sure.body).toContain('Yes, withdraw my answers')
    expect((await get(pathOf(4))).body).toContain('answered already')
    const gone = await post(`${pathOf(4)}/withdraw?lang=en`)
    expect(gone.statusCode).toBe(303)
    expect(gone.headers.location).toBe(`${pathOf(4)}?lang=en`)
    expect((await get(pathOf(4))).body).toContain('Your answers are withdrawn')
    const again = await post(pathOf(4), whole)
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('Your answers are withdrawn')
    expect((await post(`${pathOf(4)}/withdraw`)).statusCode).toBe(303)
    expect((await get(`${pathOf(4)}/thanks`)).body).toContain('Your answers are withdrawn')
  })

  test('withdraws nothing where nothing was answered', async () => {
    expect((await get(`${pathOf(5)}/withdraw`)).body).toContain('Send my answers')
    expect((await post(`${pathOf(5)}/withdraw`)).statusCode).toBe(409)
    expect((await post(pathOf(5), whole)).statusCode).toBe(303)
  })

  test('shows no question before its wave opens or after it closed; then answers can be withdrawn still', async () => {
    await at('2026-02-20T09:00:00.000Z', async () => {
      const early = await get(pathOf(6))
      expect(early.body).toContain('It opens on 1 March 2026')
      expect((await post(pathOf(6), whole)).statusCode).toBe(409)
    })
    await post(pathOf(6), whole)
    await at('2026-03-15T09:00:00.000Z', async () => {
      const late = await get(pathOf(6))
      expect(late.body).toContain('This questionnaire is closed')
      expect(late.body).not.toContain('<form')
      expect(late.body).toContain('/withdraw?lang=en')
      expect((await post(pathOf(6), whole)).statusCode).toBe(409)
      expect((await post(`${pathOf(6)}/withdraw`)).statusCode).toBe(303)
    })
  })

  test('a link that has expired, is mistyped, or is of somebody else opens nothing', async () => {
    await at('2026-04-15T00:00:00.000Z', async () => {
      const expired = await get(pathOf(7))
      expect(expired.statusCode).toBe(410)
      expect(expired.body).toContain('This link has expired')
      expect(expired.headers['cache-control']).toBe('no-store')
      expect((await post(pathOf(7), whole)).statusCode).toBe(410)
    })
    const parts = pathOf(7).split('/')
    const others = pathOf(0).split('/')
    const wrong = [
      [...parts.slice(0, 4), '0'.repeat(64)],
      [...parts.slice(0, 4), others[4]],
      [...parts.slice(0, 2), institutionIdOf('south'), ...parts.slice(3)],
      [...parts.slice(0, 3), 'x', parts[4]],
      [...parts, 'elsewhere'],
      ['', 'survey', "'; drop table commons.survey; --"],
    ].map((one) => one.map((part) => encodeURIComponent(part ?? '')).join('/'))
    for (const path of wrong) {
      const opened = await get(path)
      expect(opened.statusCode).toBe(404)
      expect(opened.headers['content-type']).toContain('text/html')
      expect(opened.body).toContain('This link opens nothing')
    }
    for (const path of wrong.slice(0, 4)) expect((await post(path, whole)).statusCode).toBe(404)
  })

  test('a form of another kind, or one too large, is refused on a page', async () => {
    const url = pathOf(7)
    const json = await gateway.app.inject({ method: 'POST', url, payload: { a: 1 } })
    expect(json.statusCode).toBe(422)
    const text = await gateway.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'image/png' },
      payload: 'x',
    })
    expect(text.statusCode).toBe(415)
    expect(text.headers['content-type']).toContain('text/html')
    const large = await post(url, [['item.settled', 'x'.repeat(70_000)]])
    expect(large.statusCode).toBe(413)
    expect(large.body).toContain('This form cannot be read')
  })

  test('two at once make one response', async () => {
    const [one, two] = await Promise.all([post(pathOf(7), whole), post(pathOf(7), whole)])
    expect([one.statusCode, two.statusCode]).toEqual([303, 303])
    const { data } = await coordinator.ask(returns, { s: held.series })
    expect(data.node.returns.waves[0].answered).toBeLessThanOrEqual(8)
  })
})

describe('words', () => {
  test('every language has every word, and fills in what English fills in', () => {
    const left = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([part]) => part).sort()
    for (const words of pageLanguages)
      for (const [key, text] of Object.entries(english)) {
        const own = words[key as keyof typeof english]
        expect(own.trim(), `${words.language} ${key}`).not.toBe('')
        expect(left(own), `${words.language} ${key}`).toEqual(left(text))
      }
    expect(pageLanguages.map(({ language }) => language)).toEqual(['en', 'cy'])
  })

  test('what is not known stays open', () => {
    expect(filled('until {day}, {other}', { day: '1 May' })).toBe('until 1 May, {other}')
  })
})
