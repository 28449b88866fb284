import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { linkMinutes } from '../../src/links/signed-links.ts'
import { mayTakeInquiryAlong } from '../../src/modules/action-research/policy.ts'
import { inquiryFileNames } from '../../src/modules/action-research/portfolio/files.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { firstCycle, idOf, inquiryOf, invite, participant } from '../harness/inquiries.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let ana: Asker
let ben: Asker
let friend: Asker
let stranger: Asker

beforeAll(async () => {
  gateway = await testGateway()
  ana = await participant(gateway, 'Test Author Ana')
  ben = await participant(gateway, 'Test Author Ben')
  friend = await participant(gateway, 'Test Friend')
  stranger = await participant(gateway, 'Test Stranger')
})

const audiences = ['TEAM', 'INTERNAL', 'PUBLIC'] as const
const files = `query ($id: ID!, $audience: InquiryAudience!) { node(id: $id) { ... on Inquiry {
  files(audience: $audience) { name url expiresAt } } } }`
const view = `query ($id: ID!, $audience: InquiryAudience!) { node(id: $id) { ... on Inquiry { portfolio(audience: $audience) {
  version asOf audience authors label items { kind key } leftOut { of because count }
  sections { key title status toDo entries { heading text from to item { kind key } details { label text item { kind key } } } }
} spiral { svg words } } } }`

interface File {
  readonly name: string
  readonly url: string
  readonly expiresAt: string
}
const filesOf = async (asker: Asker, id: string, audience: string): Promise<readonly File[]> =>
  (await asker.ask(files, { id, audience })).data.node.files
const fetched = (url: string) => gateway.app.inject({ method: 'GET', url: url.replace('http://gateway.example', '') })

/** Everything that can be taken along or read as a portfolio, as one text of bytes. */
async function allOf(id: string, audience: string): Promise<string> {
  const parts = [JSON.stringify(await ana.ask(view, { id, audience }))]
  for (const { url } of await filesOf(ana, id, audience)) {
    const { statusCode, rawPayload } = await fetched(url)
    expect(statusCode).toBe(200)
    parts.push(rawPayload.toString('latin1'))
  }
  expect(parts).toHaveLength(1 + inquiryFileNames.length)
  return parts.join('\n')
}

/** Words that rest on what a participant allows, each in another place. */
const words = {
  source: 'MARKER-SOURCE',
  reflection: 'MARKER-REFLECTION',
  outlook: 'MARKER-OUTLOOK',
  claim: 'MARKER-CLAIM',
  plan: 'MARKER-PLAN',
  challenge: 'MARKER-CHALLENGE',
  change: 'MARKER-CHANGE',
  remark: 'MARKER-REMARK',
  stakeholder: 'MARKER-STAKEHOLDER',
} as const

async function planted(scopes: readonly string[]) {
  const inquiry = await inquiryOf(ana, [ben])
  const [approval, cycle, diagnose, , , ...rest] = firstCycle
  await inquiry.next(
    approval,
    cycle,
    diagnose,
    {
      recordConsent: {
        consent: 'k1',
        participant: words.stakeholder,
        cycle: 'c1',
        scopes,
        version: 'sheet 2',
        on: '2025-09-09',
      },
    },
    {
      addEvidence: {
        evidence: 'e1',
        cycle: 'c1',
        kind: 'INTERVIEW',
        source: words.source,
        on: '2025-09-10',
        timing: 'BASELINE',
        consents: ['k1'],
      },
    },
    ...rest,
    {
      revisePlan: {
        cycle: 'c1',
        on: '2025-10-05',
        reason: words.plan,
        evidence: 'e1',
        steps: [{ id: 's2', action: 'Wait', observationMethods: ['field notes'] }],
      },
    },
    { nameStakeholder: { stakeholder: 's1', who: words.stakeholder, on: '2025-10-06' } },
    { stateProblem: { problem: 'p1', statement: 'They say little', on: '2025-10-06' } },
    {
      observeChange: {
        change: 'd1',
        problem: 'p1',
        observed: 'CHANGE',
        text: words.change,
        evidence: ['e1'],
        on: '2025-10-07',
      },
    },
    {
      recordOutlook: {
        outlook: 'o1',
        cycle: 'c1',
        participant: words.stakeholder,
        moment: 'AFTER',
        on: '2025-10-07',
        text: words.outlook,
        consent: 'k1',
      },
    },
    { annotate: { annotation: 'a1', about: { kind: 'EVIDENCE', key: 'e1' }, on: '2025-10-08', text: words.remark } },
  )
  if (scopes.includes('QUOTE'))
    await inquiry.next(
      { beginFacet: { cycle: 'c1', facet: 'REFLECT', on: '2025-11-06' } },
      {
        reflect: {
          cycle: 'c1',
          reflection: 'r1',
          participant: words.stakeholder,
          on: '2025-11-08',
          text: words.reflection,
        },
      },
      { reflect: { cycle: 'c1', reflection: 'r2', on: '2025-11-08', text: 'Of my own' } },
      {
        makeClaim: {
          claim: 'q1',
          text: words.claim,
          cites: [{ evidence: 'e1', quoted: true }, { evidence: 'e2' }],
          audience: 'INTERNAL',
          standards: ['trust'],
          on: '2025-11-20',
        },
      },
      { addDisconfirming: { claim: 'q1', on: '2025-11-21', finding: { noneFoundIn: 'all field notes' } } },
      {
        holdValidationMeeting: {
          meeting: 'm1',
          on: '2025-11-25',
          guests: ['a colleague'],
          claims: ['q1'],
          challenges: [{ challenge: words.challenge, response: 'The baseline says no' }],
        },
      },
    )
  return inquiry
}

describe('what consent does not cover', () => {
  test('is in the files while it is covered, and in no byte of them once it is withdrawn', async () => {
    const inquiry = await planted(['COLLECT', 'ANALYSE', 'QUOTE', 'REPORT_INTERNAL'])
    const before = await allOf(inquiry.id, 'TEAM')
    const told = [words.source, words.reflection, words.outlook, words.claim, words.plan, words.challenge, words.change]
    for (const word of told) expect(before, word).toContain(word)
    expect(before).toContain(words.remark)
    const links = await filesOf(ana, inquiry.id, 'TEAM')
    for (const word of Object.values(words)) expect(await allOf(inquiry.id, 'PUBLIC')).not.toContain(word)

    await inquiry.next({ withdrawConsent: { consent: 'k1', scopes: ['COLLECT', 'ANALYSE'], on: '2025-12-01' } })
    for (const audience of audiences) {
      const bytes = await allOf(inquiry.id, audience)
      for (const word of Object.values(words)) expect(bytes, `${audience} ${word}`).not.toContain(word)
      expect(bytes).toContain(audience === 'TEAM' ? 'Of my own' : 'How do first meetings')
    }
    // An address that was given out before opens what stands now.
    for (const { url } of links) {
      const { statusCode, rawPayload } = await fetched(url)
      expect(statusCode).toBe(200)
      for (const word of Object.values(words)) expect(rawPayload.toString('latin1'), word).not.toContain(word)
    }
    const { leftOut } = (await ana.ask(view, { id: inquiry.id, audience: 'TEAM' })).data.node.portfolio
    expect(leftOut).toContainEqual({ of: 'evidence', because: 'CONSENT_WITHDRAWN', count: 1 })
  })

  test('was never allowed to an audience is in nothing for it', async () => {
    const inquiry = await planted(['COLLECT', 'ANALYSE'])
    for (const audience of ['INTERNAL', 'PUBLIC'] as const) {
      const bytes = await allOf(inquiry.id, audience)
      for (const word of Object.values(words)) expect(bytes, `${audience} ${word}`).not.toContain(word)
    }
  })
})

describe('the files', () => {
  test('are what they say, with authors by their names, and no id of anybody', async () => {
    const inquiry = await inquiryOf(ana, [ben])
    await inquiry.next(...firstCycle)
    const [page, json, svg, project] = await Promise.all(
      (await filesOf(ana, inquiry.id, 'INTERNAL')).map(({ url }) => fetched(url)),
    )
    expect(page?.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page?.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page?.body).toContain('<!doctype html>')
    expect(page?.body).toContain('Test Author Ana, Test Author Ben')
    expect(json?.headers['content-disposition']).toBe('attachment; filename="portfolio.json"')
    expect(JSON.parse(json?.body ?? '')).toMatchObject({
      format: 'action-research-portfolio',
      audience: 'internal',
      version: inquiry.at.version,
      frozenOn: '2026-03-02',
      authors: ['Test Author Ana', 'Test Author Ben'],
    })
    expect(svg?.headers['content-type']).toBe('image/svg+xml; charset=utf-8')
    expect(svg?.body).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(project?.headers['content-type']).toBe('application/zip')
    expect(project?.rawPayload.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    expect(project?.rawPayload.toString('latin1')).toContain('project.qde')
    for (const one of [page, json, svg, project])
      for (const id of [ana.personId, ben.personId]) expect(one?.rawPayload.toString('latin1')).not.toContain(id)
    const { portfolio, spiral } = (await ana.ask(view, { id: inquiry.id, audience: 'INTERNAL' })).data.node
    expect(portfolio).toMatchObject({ authors: ['Test Author Ana', 'Test Author Ben'], audience: 'INTERNAL' })
    expect(portfolio.sections).toHaveLength(18)
    expect(spiral.svg).toBe(svg?.body)
    expect(spiral.words.length).toBeGreaterThan(0)
  })

  test('open by their own signature for a while, and by no other', async () => {
    const inquiry = await inquiryOf(ana)
    const other = await inquiryOf(ana)
    const [first] = await filesOf(ana, inquiry.id, 'TEAM')
    const url = first?.url ?? ''
    expect((await fetched(url)).statusCode).toBe(200)
    const row = (id: string) => JSON.parse(Buffer.from(id, 'base64').toString().replace('Inquiry:', ''))[1] as string
    for (const forged of [
      url.replace('/team/', '/public/'),
      url.replace('portfolio.html', 'portfolio.json'),
      url.replace(row(inquiry.id), row(other.id)),
      url.replace(/signature=.*/, 'signature=x'),
      url.replace(/\?.*/, ''),
    ]) {
      const answer = await fetched(forged)
      expect([answer.statusCode, answer.body]).toEqual([403, expect.stringContaining('not signed')])
    }
    const at = gateway.clock.now
    gateway.clock.now = new Date(Date.parse(at) + linkMinutes * 60_000).toISOString()
    expect((await fetched(url)).statusCode).toBe(403)
    gateway.clock.now = at
    const signed = (path: string) => fetched(gateway.signer.sign(path, at).url)
    const base = new URL(url).pathname
    for (const path of [
      base.replace('portfolio.html', 'constructor'),
      base.replace('/team/', '/everybody/'),
      base.replace(row(inquiry.id), '00000000-0000-4000-8000-000000000000'),
    ])
      expect((await signed(path)).statusCode).toBe(404)
  })

  test('are for authors; for critical friends what is for more than the team; for nobody else', async () => {
    const inquiry = await inquiryOf(ana)
    await ana.ask(invite, { inquiry: inquiry.id, person: idOf(friend) })
    for (const audience of ['INTERNAL', 'PUBLIC'])
      expect(await filesOf(friend, inquiry.id, audience)).toHaveLength(inquiryFileNames.length)
    const refused = await friend.ask(files, { id: inquiry.id, audience: 'TEAM' })
    expect(refused.errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    expect((await friend.ask(view, { id: inquiry.id, audience: 'TEAM' })).data.node.portfolio.audience).toBe('TEAM')
    const coordinator = await gateway.signIn('coordinator')
    for (const audience of audiences) {
      expect((await coordinator.ask(files, { id: inquiry.id, audience })).errors?.[0]?.extensions?.code).toBe(
        'FORBIDDEN',
      )
      expect((await coordinator.ask(view, { id: inquiry.id, audience })).data.node).toEqual({
        portfolio: null,
        spiral: null,
      })
      for (const query of [files, view])
        expect((await stranger.ask(query, { id: inquiry.id, audience })).errors?.[0]?.extensions?.code).toBe(
          'FORBIDDEN',
        )
    }
    const southern = await participant(gateway, 'Southern', 'south')
    for (const id of [inquiry.id, globalId('Inquiry', 'south', '00000000-0000-4000-8000-000000000000')])
      expect(await southern.ask(files, { id, audience: 'PUBLIC' })).toMatchObject({ data: { node: null } })
  })

  test('the policy says the same', () => {
    const members = [
      { personId: 'a', role: 'author' },
      { personId: 'f', role: 'critical-friend' },
    ] as const
    const judged = (personId: string | null) =>
      (['team', 'internal', 'public'] as const).map((audience) =>
        mayTakeInquiryAlong({ personId, roles: new Set() } as never, members, audience),
      )
    expect(judged('a')).toEqual([true, true, true])
    expect(judged('f')).toEqual([false, true, true])
    expect(judged('x')).toEqual([false, false, false])
    expect(judged(null)).toEqual([false, false, false])
  })

  test('of a history that cannot be read say so', async () => {
    const inquiry = await inquiryOf(ana)
    await inquiry.next({ beginCycle: { cycle: 'c1', on: '2025-09-08' } })
    const [first] = await filesOf(ana, inquiry.id, 'TEAM')
    await gateway.database.asOwner((tx) =>
      tx.execute(
        sql`update commons.inquiry_event set event = '{"type":"OfTheFuture"}' where event->>'type' = 'CycleBegun' and inquiry_id::text = ${JSON.parse(Buffer.from(inquiry.id, 'base64').toString().replace('Inquiry:', ''))[1]}`,
      ),
    )
    const answer = await fetched(first?.url ?? '')
    expect([answer.statusCode, answer.body]).toEqual([409, expect.stringContaining('cannot read')])
  })
})
