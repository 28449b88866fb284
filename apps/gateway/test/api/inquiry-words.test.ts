import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { awardIn, candidacyIn } from '../harness/awards.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { claimHeard, firstCycle, idOf, inquiryOf, invite, participant } from '../harness/inquiries.ts'
import { marker } from '../harness/person-held.ts'

const refusal = '... on Refusal { code message path }'
const seen = 'portfolioTexts { section text version } tags { item { kind key } kind code }'
const write = `mutation ($id: ID!, $section: InquiryPortfolioSectionKey!, $text: String!, $version: Int!, $key: String) {
  writePortfolioSection(inquiry: $id, section: $section, text: $text, expectedVersion: $version, idempotencyKey: $key) {
    __typename ... on Inquiry { id ${seen} } ${refusal} } }`
const tagging = (field: 'tagInquiryItem' | 'untagInquiryItem') =>
  `mutation ($id: ID!, $item: InquiryItemInput!, $tag: InquiryTagInput!, $key: String) {
  answer: ${field}(inquiry: $id, item: $item, tag: $tag, idempotencyKey: $key) { __typename ... on Inquiry { id ${seen} } ${refusal} } }`
const view = `query ($id: ID!, $audience: InquiryAudience!) { node(id: $id) { ... on Inquiry { ${seen}
  portfolio(audience: $audience) { sections { key status entries { heading text details { label text } } } leftOut { of because count } }
  files(audience: $audience) { name url } } } }`
const read = `query ($id: ID!) { node(id: $id) { ... on Inquiry { id ${seen} } } }`

let gateway: Awaited<ReturnType<typeof testGateway>>
let ana: Asker
let ben: Asker
let friend: Asker
let inquiry: Awaited<ReturnType<typeof inquiryOf>>

const e1 = { kind: 'EVIDENCE', key: 'e1' }
const k3 = { frameworkDimension: 'psf-2023:K3' }

const writes = async (asker: Asker, section: string, text: string, version: number, id = inquiry.id, key?: string) => {
  const answer = await asker.ask(write, { id, section, text, version, key })
  return answer.data?.writePortfolioSection ?? answer.errors?.[0]?.extensions?.code
}
const tags = async (asker: Asker, item: object, tag: object, id = inquiry.id, key?: string) => {
  const answer = await asker.ask(tagging('tagInquiryItem'), { id, item, tag, key })
  return answer.data?.answer ?? answer.errors?.[0]?.extensions?.code
}
const untags = async (asker: Asker, item: object, tag: object, id = inquiry.id) => {
  const answer = await asker.ask(tagging('untagInquiryItem'), { id, item, tag })
  return answer.data?.answer ?? answer.errors?.[0]?.extensions?.code
}
const rows = (table: string) =>
  gateway.database.asOwner((tx) =>
    rowsOf<{ row: string }>(
      tx,
      sql`select to_jsonb(t)::text as row from commons.${sql.identifier(table)} t order by 1`,
    ).then((found) => found.map(({ row }) => row)),
  )

async function seenBy(asker: Asker, audience: string, id = inquiry.id) {
  const { data, errors } = await asker.ask(view, { id, audience })
  expect(errors).toBeUndefined()
  const section = (key: string) => data.node.portfolio.sections.find((one: { key: string }) => one.key === key)
  const files: Record<string, { text: string; bytes: Buffer }> = {}
  for (const { name, url } of data.node.files) {
    const { statusCode, rawPayload } = await gateway.app.inject(url.replace('http://gateway.example', ''))
    expect(statusCode).toBe(200)
    files[name] = { text: rawPayload.toString('utf8'), bytes: rawPayload }
  }
  return { node: data.node, section, files }
}

beforeAll(async () => {
  gateway = await testGateway()
  ana = await participant(gateway, 'Test Author Ana')
  ben = await participant(gateway, 'Test Author Ben')
  friend = await participant(gateway, 'Test Friend')
  inquiry = await inquiryOf(ana, [ben])
  await inquiry.next(...firstCycle, ...claimHeard)
  await inquiry.next(
    { beginFacet: { cycle: 'c1', facet: 'REFLECT', on: '2025-11-26' } },
    { reflect: { cycle: 'c1', reflection: 'r1', on: '2025-11-26', text: 'I waited longer' } },
  )
  await ana.ask(invite, { inquiry: inquiry.id, person: idOf(friend) })
})

describe('prose to a section', () => {
  test('is written by either author, version by version, and read by members', async () => {
    expect((await seenBy(ana, 'INTERNAL')).section('WHY')).toMatchObject({ status: 'MISSING' })
    expect(await writes(ana, 'WHY', 'PROSE-ONE & why', 0)).toMatchObject({
      portfolioTexts: [{ section: 'WHY', text: 'PROSE-ONE & why', version: 1 }],
    })
    expect(await writes(ben, 'WHY', 'PROSE-TWO matters', 1)).toMatchObject({
      portfolioTexts: [{ section: 'WHY', text: 'PROSE-TWO matters', version: 2 }],
    })
    for (const asker of [ana, ben, friend])
      expect((await asker.ask(read, { id: inquiry.id })).data.node.portfolioTexts).toEqual([
        { section: 'WHY', text: 'PROSE-TWO matters', version: 2 },
      ])
    expect(await writes(ana, 'WHY', 'late', 1)).toMatchObject({
      code: 'stale-version',
      path: 'expectedVersion',
      message: expect.stringContaining('version 2'),
    })
    expect(await writes(ana, 'LIMITS', 'late', 1)).toMatchObject({ code: 'stale-version' })
  })

  test('stands in the portfolio and its files, for each audience', async () => {
    for (const audience of ['TEAM', 'INTERNAL', 'PUBLIC']) {
      const { section, files } = await seenBy(ana, audience)
      expect(section('WHY')).toMatchObject({ status: 'PRESENT', entries: [{ text: 'PROSE-TWO matters' }] })
      expect(section('LITERATURE').status).toBe('MISSING')
      expect(files['portfolio.html']?.text).toContain('PROSE-TWO matters')
      const why = JSON.parse(files['portfolio.json']?.text ?? '').sections.find(
        (one: { id: string }) => one.id === 'why',
      )
      expect(why).toMatchObject({ status: 'present', entries: [{ text: 'PROSE-TWO matters' }] })
      for (const { text } of Object.values(files)) expect(text).not.toContain('PROSE-ONE')
    }
    expect((await seenBy(friend, 'PUBLIC')).files['portfolio.html']?.text).toContain('PROSE-TWO')
  })

  test('is taken in every section, beside what the inquiry says itself', async () => {
    const other = await inquiryOf(ana)
    const sections = [
      ...['CONTEXT', 'CONCERN', 'WHY', 'BASELINE', 'LITERATURE', 'QUESTION', 'ETHICS', 'PLAN', 'ACTIONS', 'DATA'],
      ...['FINDINGS', 'CLAIMS', 'VALIDATION', 'CHANGE', 'LEARNING', 'LIMITS', 'NEXT', 'MAPPING'],
    ]
    for (const section of sections)
      expect(await writes(ana, section, `PROSE-${section}.`, 0, other.id)).toHaveProperty('id')
    const { section, files } = await seenBy(ana, 'PUBLIC', other.id)
    for (const key of sections) {
      expect(section(key), key).toMatchObject({
        status: 'PRESENT',
        entries: expect.arrayContaining([expect.objectContaining({ text: `PROSE-${key}.` })]),
      })
      expect(files['portfolio.html']?.text).toContain(`PROSE-${key}.`)
    }
  })

  test('happens once a key, and a key is for one request', async () => {
    const key = 'the-same-key-twice'
    const first = await writes(ana, 'CONTEXT', 'Once', 0, inquiry.id, key)
    expect(await writes(ana, 'CONTEXT', 'Once', 0, inquiry.id, key)).toEqual(first)
    expect(await writes(ana, 'CONTEXT', 'Twice', 0, inquiry.id, key)).toMatchObject({ code: 'idempotency-key-reused' })
  })

  test('is taken away by an empty text, and then written anew at the next version', async () => {
    expect(await writes(ana, 'NEXT', ' \n', 0)).toMatchObject({ code: 'section-empty', path: 'text' })
    await writes(ana, 'NEXT', 'To be gone', 0)
    expect((await writes(ben, 'NEXT', '', 1)).portfolioTexts).toContainEqual({
      section: 'NEXT',
      text: null,
      version: 2,
    })
    const { section, files } = await seenBy(ana, 'TEAM')
    expect(section('NEXT').status).toBe('MISSING')
    expect(files['portfolio.html']?.text).not.toContain('To be gone')
    expect(await writes(ana, 'NEXT', '', 2)).toMatchObject({ code: 'section-empty' })
    expect((await writes(ana, 'NEXT', 'Again', 2)).portfolioTexts).toContainEqual({
      section: 'NEXT',
      text: 'Again',
      version: 3,
    })
  })

  test('is refused when it is too long, never cut, and when no database keeps it', async () => {
    const full = 'x'.repeat(100_000)
    expect(await writes(ana, 'LITERATURE', `${full}x`, 0)).toMatchObject({ code: 'text-too-long', path: 'text' })
    expect(await writes(ana, 'LITERATURE', 'a\u0000b', 0)).toMatchObject({ code: 'character-not-storable' })
    const written = await writes(ana, 'LITERATURE', full, 0)
    expect(written.portfolioTexts.find(({ section }: { section: string }) => section === 'LITERATURE').text).toBe(full)
    expect(await writes(ana, 'NO_SUCH', 'x', 0)).toBe('BAD_USER_INPUT')
  })
})

describe('tags', () => {
  test('map things to outcomes and dimensions, once each, in the portfolio and its files', async () => {
    expect((await seenBy(ana, 'INTERNAL')).section('MAPPING').status).toBe('MISSING')
    expect(await tags(ana, e1, { frameworkDimension: ' PSF-2023:k3 ' })).toMatchObject({
      tags: [{ item: e1, kind: 'FRAMEWORK_DIMENSION', code: 'psf-2023:K3' }],
    })
    expect((await tags(ben, e1, k3)).tags).toHaveLength(1)
    const reflection = { kind: 'REFLECTION', key: 'r1' }
    expect((await tags(ben, reflection, { awardOutcome: 'value:1' })).tags).toEqual([
      { item: e1, kind: 'FRAMEWORK_DIMENSION', code: 'psf-2023:K3' },
      { item: reflection, kind: 'AWARD_OUTCOME', code: 'value:1' },
    ])
    const { section, files } = await seenBy(friend, 'INTERNAL')
    expect(section('MAPPING')).toMatchObject({
      status: 'PRESENT',
      entries: [
        { heading: 'psf-2023:K3', details: [{ label: 'evidence', text: 'e1' }] },
        { heading: 'value:1', details: [{ label: 'reflection', text: 'r1' }] },
      ],
    })
    for (const name of ['portfolio.html', 'portfolio.json', 'project.qdpx'])
      for (const code of ['psf-2023:K3', 'value:1']) expect(files[name]?.text, `${name} ${code}`).toContain(code)
    const project = files['project.qdpx']?.text ?? ''
    const [, guid = '?'] = /<Code guid="([^"]+)" name="value:1"/.exec(project) ?? []
    expect(project).toContain(`<CodeRef targetGUID="${guid}"`)
  })

  test('are of things that the inquiry has, and of no other', async () => {
    const other = await inquiryOf(ana)
    for (const [item, id] of [
      [{ kind: 'EVIDENCE', key: 'none' }, inquiry.id],
      [{ kind: 'CLAIM', key: 'e1' }, inquiry.id],
      [e1, other.id],
    ] as const)
      expect(await tags(ana, item, k3, id)).toMatchObject({ code: 'not-found', path: 'item' })
  })

  test('have qualified codes that are known', async () => {
    for (const [code, refused] of [
      ['K3', 'bare-code'],
      ['psf-2023:K99', 'unknown-code'],
      ['psf-1999:K3', 'unknown-edition'],
      ['', 'malformed-code'],
      ['psf-2023:D2', 'unknown-code'],
    ])
      expect(await tags(ana, e1, { frameworkDimension: code }), code).toMatchObject({
        code: refused,
        path: 'tag.frameworkDimension',
      })
    for (const code of ['', ' ', '1', 'value:', ':1', 'value: 1', `value:${'1'.repeat(100)}`])
      expect(await tags(ana, e1, { awardOutcome: code }), code).toMatchObject({
        code: 'unqualified-code',
        path: 'tag.awardOutcome',
      })
    for (const tag of [{}, { ...k3, awardOutcome: 'value:1' }]) expect(await tags(ana, e1, tag)).toBe('BAD_USER_INPUT')
    expect((await ana.ask(read, { id: inquiry.id })).data.node.tags).toHaveLength(2)
  })

  test('are taken off, once', async () => {
    await tags(ana, e1, { awardOutcome: 'core:1' })
    expect((await untags(ben, e1, { awardOutcome: 'core:1' })).tags).toHaveLength(2)
    expect(await untags(ben, e1, { awardOutcome: 'core:1' })).toMatchObject({ code: 'not-tagged', path: 'tag' })
    expect(await untags(ben, e1, { frameworkDimension: 'K3' })).toMatchObject({ code: 'bare-code' })
  })

  test('of what consent no longer covers are in no view, and can be taken off', async () => {
    const other = await inquiryOf(ana)
    await other.next(...firstCycle)
    await tags(ana, e1, k3, other.id)
    await other.next({ withdrawConsent: { consent: 'k1', scopes: ['COLLECT', 'ANALYSE'], on: '2025-12-01' } })
    const { node, section, files } = await seenBy(ana, 'TEAM', other.id)
    expect(node.tags).toEqual([])
    expect(section('MAPPING').status).toBe('MISSING')
    for (const { text } of Object.values(files)) expect(text).not.toContain('psf-2023:K3')
    expect(await tags(ana, e1, { awardOutcome: 'core:1' }, other.id)).toMatchObject({ code: 'not-found', path: 'item' })
    expect(await untags(ana, e1, k3, other.id)).toHaveProperty('id')
  })
})

describe('who', () => {
  test('writes and tags: authors alone', async () => {
    const before = [await rows('inquiry_section'), await rows('inquiry_tag')]
    for (const answer of [
      await writes(friend, 'LIMITS', 'x', 0),
      await tags(friend, e1, { awardOutcome: 'core:1' }),
      await untags(friend, e1, k3),
    ])
      expect(answer).toMatchObject({ code: 'inquiry-of-others', path: 'inquiry' })
    const stranger = await participant(gateway, 'Test Stranger')
    const southern = await participant(gateway, 'Southern', 'south')
    for (const asker of [stranger, southern])
      for (const id of [inquiry.id, globalId('Inquiry', 'south', '00000000-0000-4000-8000-000000000000')])
        for (const answer of [
          await writes(asker, 'LIMITS', 'x', 0, id),
          await tags(asker, e1, k3, id),
          await untags(asker, e1, k3, id),
        ])
          expect(answer).toMatchObject({ code: 'not-found', path: 'inquiry' })
    for (const role of ['coordinator', 'administrator', 'data-steward', 'analyst'] as const) {
      const asker = await gateway.signIn(role)
      expect(await writes(asker, 'LIMITS', 'x', 0)).toBe('FORBIDDEN')
      expect(await tags(asker, e1, k3)).toBe('FORBIDDEN')
      expect(await untags(asker, e1, k3)).toBe('FORBIDDEN')
    }
    expect([await rows('inquiry_section'), await rows('inquiry_tag')]).toEqual(before)
  })

  test('reads: members alone; who runs programmes sees nothing of either', async () => {
    const coordinator = await gateway.signIn('coordinator')
    expect((await coordinator.ask(read, { id: inquiry.id })).data.node).toEqual({
      id: inquiry.id,
      portfolioTexts: null,
      tags: null,
    })
    const stranger = await participant(gateway, 'Test Stranger Two')
    expect((await stranger.ask(read, { id: inquiry.id })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    const southern = await participant(gateway, 'Southern Two', 'south')
    expect((await southern.ask(read, { id: inquiry.id })).data.node).toBeNull()
  })

  test('rewrites a version: not the role that serves requests', async () => {
    for (const statement of [
      "update commons.inquiry_section set text = 'x'",
      'delete from commons.inquiry_section',
      "update commons.inquiry_tag set code = 'x:1'",
    ])
      await expect(
        gateway.database.within(
          JSON.parse(Buffer.from(inquiry.id, 'base64').toString().replace('Inquiry:', ''))[0],
          'write',
          (tx) => tx.execute(sql.raw(statement)),
        ),
        statement,
      ).rejects.toThrow()
  })
})

test('an award keeps the prose and the tags that there are, and an erasure strikes an author’s words everywhere', async () => {
  gateway.clock.now = '2026-03-02T09:00:00.000Z'
  const award = await awardIn(gateway)
  const coAuthor = await participant(gateway, 'Test Co-author')
  const shared = await inquiryOf(coAuthor, [award.candidate])
  await shared.next(...firstCycle)
  const words = { coAuthor: `${marker} of a co-author`, candidate: 'Of the candidate, staying' }
  await writes(coAuthor, 'WHY', `${words.coAuthor}, first`, 0, shared.id)
  await writes(coAuthor, 'WHY', words.coAuthor, 1, shared.id)
  await writes(award.candidate, 'LIMITS', words.candidate, 0, shared.id)
  await writes(coAuthor, 'LITERATURE', `${marker} replaced`, 0, shared.id)
  await tags(coAuthor, e1, k3, shared.id)
  const way = await candidacyIn({ ...award, inquiry: shared })
  await way.as(
    award.candidate,
    { linkRelationship: { relationship: award.meeting } },
    { linkInquiry: { inquiry: shared.id } },
    { takeSnapshot: { putForward: way.putForward, texts: [{ section: 'LITERATURE', text: 'In my own words' }] } },
  )
  const document = (await way.read(award.candidate)).snapshots[0].document as string
  for (const word of [words.coAuthor, words.candidate, 'In my own words', 'psf-2023:K3'])
    expect(document).toContain(word)
  for (const word of [`${words.coAuthor}, first`, `${marker} replaced`]) expect(document).not.toContain(word)

  const administrator = await gateway.signIn('administrator')
  const erase = `mutation ($person: ID!) { erasePerson(person: $person) { __typename ... on SubjectRequest { rows } ${refusal} } }`
  const take = `mutation ($person: ID!) { exportPerson(person: $person) { __typename ... on PersonExport { data } ${refusal} } }`
  const exported = JSON.stringify((await administrator.ask(take, { person: idOf(coAuthor) })).data)
  expect(exported).toContain(`${words.coAuthor}, first`)
  expect(exported).not.toContain(words.candidate)
  const before = await rows('inquiry_section')
  const erased = await administrator.ask(erase, { person: idOf(coAuthor) })
  expect(erased.data?.erasePerson, JSON.stringify(erased)).toMatchObject({
    __typename: 'SubjectRequest',
    rows: { inquiry_section: 3 },
  })
  const after = await rows('inquiry_section')
  expect(after).toHaveLength(before.length)
  const everything = [...after, ...(await rows('portfolio_snapshot')), ...(await rows('inquiry_tag'))].join('\n')
  expect(everything).not.toContain(marker)
  expect(everything).toContain(words.candidate)
  expect((await award.candidate.ask(read, { id: shared.id })).data.node.portfolioTexts).toEqual([
    { section: 'LIMITS', text: words.candidate, version: 1 },
    { section: 'LITERATURE', text: '[erased]', version: 1 },
    { section: 'WHY', text: '[erased]', version: 2 },
  ])
})
