import { createHash, generateKeyPairSync } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { type Award, awardIn, candidacyIn } from '../harness/awards.ts'
import { type Asker, testGateway } from '../harness/gateway.ts'
import type { inquiryOf } from '../harness/inquiries.ts'

const base = 'https://gateway.example'
/** Words of a participant: in a claim that quotes them, and in what a meeting said of it. */
const quoted = 'PLANTED-QUOTE'
const heard = 'PLANTED-CHALLENGE'
const markers = [quoted, heard]
const own = 'PLANTED-OWN-WORDS'

const seen = `query ($id: ID!) { node(id: $id) { ... on Candidacy {
  submission { document documentHash withdrawn { kind part on } page { url expiresAt } }
  snapshots { document documentHash withdrawn { kind part on } page { url expiresAt } }
} } }`

let gateway: Awaited<ReturnType<typeof testGateway>>
let award: Award
let inquiry: Awaited<ReturnType<typeof inquiryOf>>
let way: Awaited<ReturnType<typeof candidacyIn>>

interface Shown {
  readonly document: string
  readonly documentHash: string
  readonly withdrawn: readonly { kind: string; part: string; on: string }[]
  readonly page: { url: string; expiresAt: string }
}

async function ask(asker: Asker) {
  const answer = await asker.ask(seen, { id: way.id })
  return { errors: answer.errors, ...answer.data?.node } as {
    errors: { message: string; extensions: { code: string } }[] | undefined
    submission: Shown | null
    snapshots: Shown[] | null
  }
}
const fetchPage = async (url: string) => gateway.app.inject(url.slice(base.length))
const hashOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** Everything that a portfolio is shown as to somebody who may read it: as they ask for it, and as a page. */
async function readings(): Promise<{ who: string; shown: Shown; html: string }[]> {
  const { candidate, ada, ben, cal } = award
  const all = await Promise.all(
    Object.entries({ candidate, ada, ben, cal }).map(async ([who, asker]) => {
      const { errors, submission, snapshots } = await ask(asker)
      expect(errors).toBeUndefined()
      expect(snapshots === null).toBe(who !== 'candidate')
      return [submission, ...(snapshots ?? [])].map((shown) => ({ who, shown: shown as Shown }))
    }),
  )
  return Promise.all(
    all.flat().map(async ({ who, shown }) => {
      const page = await fetchPage(shown.page.url)
      expect(page.statusCode, page.body).toBe(200)
      expect(page.headers['content-type']).toContain('text/html')
      expect(page.headers['cache-control']).toBe('private, no-store')
      return { who, shown, html: page.body }
    }),
  )
}
const stored = () =>
  gateway.database.asOwner((tx) =>
    rowsOf<{ content: string; content_hash: string }>(
      tx,
      sql`select content, content_hash from commons.portfolio_snapshot order by id`,
    ),
  )

const firstPages: string[] = []

beforeAll(async () => {
  const privateKeyJwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  gateway = await testGateway({
    publicUrl: base,
    badges: { byInstitution: { north: [{ name: '2026', privateKeyJwk }] } },
  })
  award = await awardIn(gateway)
  inquiry = award.inquiry
  await inquiry.next(
    {
      makeClaim: {
        claim: 'q1',
        text: quoted,
        cites: [{ evidence: 'e1', quoted: true }, { evidence: 'e2' }],
        audience: 'INTERNAL',
        on: '2025-11-20',
      },
    },
    {
      makeClaim: { claim: 'q2', text: own, cites: [{ evidence: 'e2' }], audience: 'INTERNAL', on: '2025-11-20' },
    },
    {
      holdValidationMeeting: {
        meeting: 'm1',
        on: '2025-11-25',
        guests: ['a colleague of another faculty'],
        claims: ['q1'],
        challenges: [{ challenge: heard, response: 'The baseline says no' }],
      },
    },
  )
  way = await candidacyIn(award)
  way.putForward[0]?.items.push({ kind: 'CLAIM', key: 'q1' })
  await way.submit()
  await way.appoint()
  await way.judge({ 'value:1': ['SHOWN', 'NOT_YET_SHOWN'] })
  await way.as(award.coordinator, { appointModerator: { person: award.idOf(award.cal) } })
})

test('before a withdrawal, everybody who may reads what was kept, byte for byte, and as a page', async () => {
  const all = await readings()
  expect(all.map(({ who }) => who)).toEqual(['candidate', 'candidate', 'ada', 'ben', 'cal'])
  for (const { who, shown, html } of all) {
    for (const marker of [...markers, own]) {
      expect(shown.document, who).toContain(marker)
      expect(html, who).toContain(marker)
    }
    expect(hashOf(shown.document)).toBe(shown.documentHash)
    expect(shown.withdrawn).toEqual([])
    firstPages.push(shown.page.url)
  }
})

test('who coordinates, who is on the board, and who is nobody to it read nothing, and get no page', async () => {
  const other = await gateway.signIn('assessor', 'north', await gateway.person('north', { name: 'Test Other' }))
  for (const asker of [award.coordinator, award.chair]) {
    const { errors, submission, snapshots } = await ask(asker)
    expect([errors, submission, snapshots]).toEqual([undefined, null, null])
  }
  for (const asker of [award.mentee, other, await gateway.signIn('administrator', 'south')])
    expect(JSON.stringify(await ask(asker))).not.toMatch(/"document":"|portfolio\.html|PLANTED/)
  const [url = ''] = firstPages
  for (const changed of [
    url.split('?')[0] ?? '',
    url.replace(/signature=./, 'signature=_'),
    url.replace('/portfolios/', '/portfolios/0'),
  ])
    expect((await fetchPage(changed)).statusCode).not.toBe(200)
})

test('after a withdrawal it leaves every view: words gone, marks there, the hash of what was kept the same', async () => {
  const before = await stored()
  await inquiry.next({ withdrawConsent: { consent: 'k1', scopes: ['QUOTE'], on: '2026-02-20' } })
  const all = await readings()
  expect(all).toHaveLength(5)
  for (const { who, shown, html } of all) {
    for (const marker of markers) {
      expect(shown.document, who).not.toContain(marker)
      expect(html, who).not.toContain(marker)
    }
    expect(shown.document).toContain(own)
    expect(html).toContain(own)
    expect(shown.documentHash).toBe(before[0]?.content_hash)
    expect(shown.withdrawn).toEqual([
      { kind: 'CLAIM', part: 'WHOLE', on: '2026-02-20' },
      { kind: 'MEETING', part: 'WORDS', on: '2026-02-20' },
    ])
    const document = JSON.parse(shown.document)
    expect(document).toMatchObject({ format: 'award-portfolio-within', original: shown.documentHash })
    expect(document.mapping[0].evidenceIds).toContain('claim:withdrawn')
    expect(shown.document).not.toMatch(/\bq1\b/)
    expect(shown.document).toContain('Withdrawn on 20 February 2026.')
    expect(html).toContain('Withdrawn on 20 February 2026.')
    expect(html).toContain(shown.documentHash)
    expect(html).toContain('2 things have been withdrawn since this portfolio was frozen')
  }
  expect(await stored()).toEqual(before)
})

test('an address that was given out before the withdrawal shows what may be shown now, until it closes', async () => {
  expect(firstPages).toHaveLength(5)
  for (const url of firstPages) {
    const { statusCode, body } = await fetchPage(url)
    expect(statusCode).toBe(200)
    for (const marker of markers) expect(body).not.toContain(marker)
  }
  const { now } = gateway.clock
  gateway.clock.now = new Date(Date.parse(now) + 15 * 60_000).toISOString()
  expect((await fetchPage(firstPages[0] ?? '')).statusCode).toBe(403)
  gateway.clock.now = now
})

test('of an inquiry whose history cannot be read nothing is shown, and it is said why', async () => {
  const { submission } = await ask(award.ada)
  const url = submission?.page.url ?? ''
  const change = (from: string, to: string) =>
    gateway.database.asOwner((tx) =>
      tx.execute(
        sql`update commons.inquiry_event set event = jsonb_set(event, '{type}', to_jsonb(${to}::text)) where event->>'type' = ${from}`,
      ),
    )
  await change('CycleBegun', 'OfTheFuture')
  for (const asker of [award.ada, award.candidate]) {
    const answer = await ask(asker)
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringContaining('it cannot be told what has been withdrawn'),
      extensions: { code: 'HISTORY_NOT_READABLE' },
    })
    expect(JSON.stringify(answer)).not.toMatch(/PLANTED|action-research-portfolio/)
    expect(answer.submission).toMatchObject({ document: null, withdrawn: null, page: null })
  }
  const page = await fetchPage(url)
  expect([page.statusCode, page.body.includes('PLANTED')]).toEqual([409, false])
  await change('OfTheFuture', 'CycleBegun')
  expect((await fetchPage(url)).statusCode).toBe(200)
})

test('of a portfolio that was erased, or of an inquiry that is gone, nothing is shown, and it is said why', async () => {
  const { submission } = await ask(award.ada)
  const url = submission?.page.url ?? ''
  const [row] = await stored()
  const keep = (content: string) =>
    gateway.database.asOwner((tx) => tx.execute(sql`update commons.portfolio_snapshot set content = ${content}`))
  const cases = [
    [row?.content.replace(/("inquiry":")[0-9a-f]{8}/g, '$100000000') ?? '', 'its inquiry is no longer there', 409],
    [
      row?.content.replace(/"inquiry":"[0-9a-f-]{36}"/, '"inquiry":"[erased]"') ?? '',
      'its inquiry is no longer there',
      409,
    ],
    ['[erased]', 'this portfolio was erased', 404],
  ] as const
  for (const [content, why, status] of cases) {
    await keep(content)
    const answer = await ask(award.ada)
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringContaining(why),
      extensions: { code: 'HISTORY_NOT_READABLE' },
    })
    expect(answer.submission).toMatchObject({ document: null, documentHash: row?.content_hash })
    const page = await fetchPage(url)
    expect([page.statusCode, page.body]).toEqual([status, expect.stringContaining(why)])
    expect(JSON.stringify(answer) + page.body).not.toContain('PLANTED')
  }
  await keep(row?.content ?? '')
})

test('asked for several times in one answer, it is the same each time', async () => {
  const { data, errors } = await award.candidate.ask(
    `query ($id: ID!) { ${[1, 2, 3].map((n) => `n${n}: node(id: $id) { ... on Candidacy { submission { document } snapshots { document withdrawn { on } } } }`).join(' ')} }`,
    { id: way.id },
  )
  expect(errors).toBeUndefined()
  expect(data.n3.snapshots[0].document).toBe(data.n1.submission.document)
})
