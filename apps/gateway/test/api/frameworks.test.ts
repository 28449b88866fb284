import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { editions } from '@mentoring-commons/ukpsf'
import { fromCase, readJsonLd, readMatrix, readTurtle } from '@mentoring-commons/ukpsf/formats'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { caseBase, exportEditions } from '../../src/modules/ukpsf/framework/exports.ts'
import { testGateway } from '../harness/gateway.ts'

const gateway = await testGateway()
const get = (url: string, headers: Record<string, string> = {}) => gateway.app.inject({ method: 'GET', url, headers })
const names = ['case.json', 'skos.ttl', 'skos.jsonld', 'mahara.matrix']
const everyPath = editions.flatMap(({ id }) => names.map((name) => `/frameworks/${id}/${name}`))
const schemaFile = path.resolve(
  process.env.MENTORING_SHARED ?? path.join(import.meta.dirname, '../../../../../shared'),
  'data/schemas/case-v1p1-cfpackage.json',
)
const here = existsSync(schemaFile)

test.runIf(process.env.CI === 'true')('has the official schema of CASE where nothing may be skipped', () => {
  expect(here, `${schemaFile} is missing`).toBe(true)
})

describe('the files', () => {
  test('are open to everybody, of one type each, and stay the same to the byte', async () => {
    const digests = new Set<string>()
    for (const url of everyPath) {
      const [first, second] = [await get(url, { host: 'one.example' }), await get(url, { host: 'two.example' })]
      expect(first.statusCode, url).toBe(200)
      expect(first.headers['cache-control']).toContain('public')
      expect(second.body).toBe(first.body)
      expect(second.headers.etag).toBe(first.headers.etag)
      expect(first.body).not.toMatch(/one\.example|localhost|127\.0\.0\.1/)
      digests.add(createHash('sha256').update(first.body).digest('hex'))
    }
    expect(digests.size).toBe(12)
    const typeOf = async (name: string) => (await get(`/frameworks/psf-2023/${name}`)).headers['content-type']
    expect(await typeOf('case.json')).toBe('application/json; charset=utf-8')
    expect(await typeOf('skos.ttl')).toBe('text/turtle; charset=utf-8')
    expect(await typeOf('skos.jsonld')).toBe('application/ld+json; charset=utf-8')
  })

  test('change neither with the clock nor with whoever starts the gateway', () => {
    const texts = () => exportEditions(undefined).flatMap(({ files }) => files.map(({ text }) => text))
    expect(texts()).toEqual(texts())
    const days = exportEditions(undefined).map(({ casePackage }) => casePackage.CFDocument.lastChangeDateTime)
    expect(days).toEqual(editions.map((edition) => `${edition.dimensions[0]?.readOn}T00:00:00Z`))
  })

  test('are read back as what they say', async () => {
    for (const { id, dimensions } of editions) {
      const text = async (name: string) => (await get(`/frameworks/${id}/${name}`)).body
      const codes = dimensions.map(({ code }) => `${id}:${code}`)
      const said = fromCase(await text('case.json')).value
      expect(said?.package.CFDocument.version).toBe(id)
      const turtle = readTurtle(await text('skos.ttl')).value
      const jsonLd = readJsonLd(await text('skos.jsonld')).value
      expect(turtle).toEqual(jsonLd)
      const notations = turtle?.concepts.flatMap(({ notations: own }) => own)
      expect(notations).toEqual(expect.arrayContaining(codes))
      const matrix = readMatrix(await text('mahara.matrix')).value?.matrix
      expect(matrix?.framework.standardelements.map(({ elementid }) => elementid)).toEqual(codes)
    }
  })

  test('live under the configured address, and nowhere where there is none', () => {
    const uri = (publicUrl?: string) => exportEditions(publicUrl)[2]?.casePackage.CFDocument.uri
    expect(uri('https://mentoring.example.ac.uk/')).toMatch(
      /^https:\/\/mentoring\.example\.ac\.uk\/ims\/case\/v1p1\/CFDocuments\/[0-9a-f-]{36}$/,
    )
    expect(uri()).toMatch(/^https:\/\/mentoring-commons\.invalid\/ims\/case\/v1p1\/CFDocuments\//)
    expect(caseBase('https://a.example')).toBe('https://a.example/ims/case/v1p1')
  })

  test.each(everyPath.slice(0, 4))('%s is not sent again to whoever holds it', async (url) => {
    const { headers } = await get(url)
    const etag = String(headers.etag)
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(url, { 'if-none-match': held })
      expect([again.statusCode, again.body], held).toEqual([304, ''])
      expect(again.headers.etag).toBe(etag)
      expect(again.headers['cache-control']).toContain('public')
    }
    for (const other of ['"other"', etag.slice(1, -1), `${etag}x`])
      expect((await get(url, { 'if-none-match': other })).statusCode, other).toBe(200)
  })

  test('HEAD tells what GET would, without the body', async () => {
    for (const url of [...everyPath.slice(0, 4), '/frameworks']) {
      const [head, whole] = [await gateway.app.inject({ method: 'HEAD', url }), await get(url)]
      expect([head.statusCode, head.body], url).toEqual([200, ''])
      for (const name of ['etag', 'content-type', 'content-length', 'cache-control'])
        expect(head.headers[name], name).toBe(whole.headers[name])
    }
    const { etag } = (await get('/frameworks')).headers
    const held = await gateway.app.inject({
      method: 'HEAD',
      url: '/frameworks',
      headers: { 'if-none-match': String(etag) },
    })
    expect(held.statusCode).toBe(304)
  })

  test('that are not there are told with those that are', async () => {
    const edition = await get('/frameworks/psf-2030/case.json')
    expect(edition.statusCode).toBe(404)
    for (const { id } of editions) expect(edition.json().errors[0].message).toContain(id)
    const name = await get('/frameworks/psf-2023/case.xml')
    expect(name.statusCode).toBe(404)
    for (const known of names) expect(name.json().errors[0].message).toContain(known)
    for (const odd of ['/frameworks/__proto__/case.json', '/frameworks/psf-2023/..%2f..%2fetc', '/frameworks/%00/x'])
      expect((await get(odd)).statusCode, odd).toBe(404)
  })
})

describe('CASE', () => {
  const documentOf = async (id: string) => (await get(`/frameworks/${id}/case.json`)).json().CFDocument

  test('answers packages and documents at its own addresses', async () => {
    for (const { id } of editions) {
      const { identifier } = await documentOf(id)
      const packaged = await get(`/ims/case/v1p1/CFPackages/${identifier}`)
      expect(packaged.body).toBe((await get(`/frameworks/${id}/case.json`)).body)
      expect((await get(`/ims/case/v1p1/CFPackages/${identifier.toUpperCase()}`)).statusCode).toBe(200)
      const document = (await get(`/ims/case/v1p1/CFDocuments/${identifier}`)).json()
      expect(document).toMatchObject({ identifier, version: id, CFPackageURI: { identifier } })
      expect(new URL(document.CFPackageURI.uri).pathname).toBe(`/ims/case/v1p1/CFPackages/${identifier}`)
    }
  })

  test('answers every item and association at the address that a package gives it', async () => {
    const { CFDocument, CFItems, CFAssociations } = (await get('/frameworks/psf-2023/case.json')).json()
    expect(CFItems.length + CFAssociations.length).toBeGreaterThan(60)
    for (const part of [...CFItems, ...CFAssociations]) {
      const answer = await get(new URL(part.uri).pathname)
      expect(answer.statusCode, part.uri).toBe(200)
      expect(answer.json()).toEqual({
        ...part,
        CFDocumentURI: { title: CFDocument.title, identifier: CFDocument.identifier, uri: CFDocument.uri },
      })
    }
  })

  test('says what it has not as CASE does', async () => {
    for (const url of [
      'CFPackages/00000000-0000-0000-0000-000000000000',
      'CFDocuments/x',
      'CFRubrics/x',
      '__proto__/x',
    ]) {
      const answer = await get(`/ims/case/v1p1/${url}`)
      expect(answer.statusCode, url).toBe(404)
      expect(answer.json()).toEqual({
        imsx_codeMajor: 'failure',
        imsx_severity: 'error',
        imsx_description: expect.any(String),
        imsx_codeMinor: {
          imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'sourcedId', imsx_codeMinorFieldValue: 'unknownobject' }],
        },
      })
    }
    const { identifier } = await documentOf('psf-2023')
    expect((await get('/ims/case/v1p1/CFPackages/x')).json().imsx_description).toContain(identifier)
  })

  describe.skipIf(!here)(
    `against the official schema${here ? '' : ' (skipped: ../shared/data/schemas is not here)'}`,
    () => {
      const ajv = new Ajv2019({ strict: false, logger: false })
      addFormats.default(ajv)
      const valid = here ? ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8'))) : () => false

      test.each(editions.map(({ id }) => id))('%s is valid as it is served', async (id) => {
        const file = (await get(`/frameworks/${id}/case.json`)).json()
        expect(valid(file) ? [] : (valid as unknown as { errors: unknown }).errors).toEqual([])
        expect(valid({ ...file, more: 1 })).toBe(false)
      })
    },
  )
})

describe('the index', () => {
  test('lists every address, and what each format does not carry', async () => {
    const index = (await get('/frameworks')).json()
    expect(index.editions.map(({ edition }: { edition: string }) => edition)).toEqual(editions.map(({ id }) => id))
    const files = index.editions.flatMap((one: { files: object[] }) => one.files)
    expect(files.map((file: { path: string }) => file.path)).toEqual(everyPath)
    for (const { path: at, notCarried } of files) {
      expect((await get(at)).statusCode, at).toBe(200)
      expect(notCarried.length, at).toBeGreaterThan(0)
      for (const one of notCarried) expect(one).toEqual({ path: expect.any(String), why: expect.any(String) })
    }
    for (const at of index.editions.flatMap((one: { case: string[] }) => one.case))
      expect((await get(at)).statusCode, at).toBe(200)
  })

  test('is a page for a browser, with the same addresses', async () => {
    const page = await get('/frameworks', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers.vary).toBe('accept')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    const links = [...page.body.matchAll(/href="([^"]+)"/g)].map(([, link]) => link)
    expect(links).toEqual(expect.arrayContaining(everyPath))
    expect(links).toHaveLength(everyPath.length + 6)
    expect(page.headers.etag).not.toBe((await get('/frameworks')).headers.etag)
  })
})

describe('wording', async () => {
  const coordinator = await gateway.signIn('coordinator')
  const administrator = await gateway.signIn('administrator')
  const participant = await gateway.signIn('participant')
  const southern = await gateway.signIn('coordinator', 'south')
  const marked = 'MADE-UP WORDING'
  const entries = (edition: string, language: string) =>
    (editions.find(({ id }) => id === edition)?.dimensions ?? []).map(({ code }) => ({
      code: `${edition}:${code}`,
      text: `${marked} ${language} ${code}`,
    }))
  const load = (asker: typeof coordinator, input: Record<string, unknown>) =>
    asker.ask(
      'mutation ($edition: String!, $language: String!, $wording: WordingInput!, $key: String) { loadWording(edition: $edition, language: $language, wording: $wording, idempotencyKey: $key) { __typename ... on LoadedWording { edition language source rights parts loadedAt } ... on Refusal { code message path } } }',
      input,
    )
  const input = (edition: string, language: string, more: object = {}) => ({
    edition,
    language,
    wording: { entries: entries(edition, language), source: 'made up', rights: 'made up for this test', ...more },
  })
  const read = (asker: typeof coordinator, edition: string, language?: string) =>
    asker.ask(
      'query ($edition: String!, $language: String) { framework(edition: $edition) { dimensions { code wording(language: $language) { text language rights } } descriptors { code wording(language: $language) { text } criteria { code wording { text } } } families { code wording { text } } } wordings { edition language parts } }',
      { edition, language },
    )
  const textsOf = async (asker: typeof coordinator, edition: string, language?: string) => {
    const { data, errors } = await read(asker, edition, language)
    expect(errors).toBeUndefined()
    return data.framework.dimensions.map((one: { wording: { text: string } | null }) => one.wording?.text ?? null)
  }

  test('is loaded whole and shown to everybody of the institution, and to nobody of another', async () => {
    expect(await textsOf(participant, 'ukpsf-2011')).toEqual(Array(15).fill(null))
    const { data } = await load(coordinator, { ...input('ukpsf-2011', 'cy-GB'), key: 'load-2011-cy' })
    expect(data.loadWording).toEqual({
      __typename: 'LoadedWording',
      edition: 'ukpsf-2011',
      language: 'cy-GB',
      source: 'made up',
      rights: 'made up for this test',
      parts: ['dimensions'],
      loadedAt: gateway.clock.now,
    })
    expect((await textsOf(participant, 'ukpsf-2011'))[0]).toBe(`${marked} cy-GB A1`)
    expect(await textsOf(southern, 'ukpsf-2011')).toEqual(Array(15).fill(null))
    expect((await southern.ask('{ wordings { edition } }')).data.wordings).toEqual([])
    const nobody = await gateway.ask('{ framework(edition: "ukpsf-2011") { edition } }')
    expect(nobody.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
    const theirs = await load(southern, input('ukpsf-2011', 'cy-gb', { entries: entries('ukpsf-2011', 'south') }))
    expect(theirs.data.loadWording.__typename).toBe('LoadedWording')
    expect((await textsOf(participant, 'ukpsf-2011'))[0]).toBe(`${marked} cy-GB A1`)
    expect((await textsOf(southern, 'ukpsf-2011'))[0]).toBe(`${marked} south A1`)
  })

  test('never leaves in a public file', async () => {
    for (const url of [...everyPath, '/frameworks']) expect((await get(url)).body).not.toContain(marked)
  })

  test('is found in the language asked for or a more general one, and in no other', async () => {
    await load(administrator, input('psf-2023', 'cy'))
    await load(administrator, input('psf-2023', 'en-GB'))
    expect((await textsOf(participant, 'psf-2023', 'cy-GB'))[0]).toBe(`${marked} cy V1`)
    expect((await textsOf(participant, 'psf-2023', 'EN-gb'))[0]).toBe(`${marked} en-GB V1`)
    expect((await textsOf(participant, 'psf-2023'))[0]).toBe(`${marked} cy V1`)
    expect((await textsOf(participant, 'psf-2023', 'en'))[0]).toBeNull()
    const odd = await read(participant, 'psf-2023', 'Welsh')
    expect(odd.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })

  test('replaces what was there in that language, whatever its case, and nothing else', async () => {
    await load(coordinator, input('psf-2023', 'EN-gb', { entries: entries('psf-2023', 'newer') }))
    expect((await textsOf(participant, 'psf-2023', 'en-GB'))[0]).toBe(`${marked} newer V1`)
    expect((await textsOf(participant, 'psf-2023', 'cy'))[0]).toBe(`${marked} cy V1`)
    const { data } = await participant.ask('{ wordings(edition: "psf-2023") { language } }')
    expect(data.wordings).toEqual([{ language: 'cy' }, { language: 'EN-gb' }])
  })

  test('covers descriptors, criteria and families where they are given whole, codes in any case', async () => {
    const edition = editions.find(({ id }) => id === 'ukpsf-2011')
    const others = [
      ...(edition?.families.value ?? []),
      ...(edition?.descriptors ?? []).flatMap(({ code, criteria }) => [code, ...criteria.map((one) => one.code)]),
    ].map((code) => ({ code: ` UKPSF-2011:${code.toLowerCase()} `, text: `text ${code}` }))
    const all = [...others.reverse(), ...entries('ukpsf-2011', 'fr')]
    const { data } = await load(coordinator, input('ukpsf-2011', 'fr', { entries: all }))
    expect(data.loadWording.parts).toEqual(['dimensions', 'descriptors', 'criteria', 'families'])
    const { framework } = (
      await participant.ask(
        '{ framework(edition: "ukpsf-2011") { families { code wording(language: "fr") { text } } descriptors { code wording(language: "fr") { text } criteria { code wording(language: "fr") { text } } } } }',
      )
    ).data
    const parts = framework.descriptors.flatMap((one: { criteria: object[] }) => [one, ...one.criteria])
    for (const { code, wording } of [...framework.families, ...parts])
      expect(wording.text).toBe(`text ${code.replace('ukpsf-2011:', '')}`)
  })

  test.each([
    ['a bare code', { entries: [{ code: 'K3', text: 'x' }] }, 'bare-code', 'entries[0].code'],
    [
      'another edition',
      { entries: [...entries('psf-2023', 'x').slice(1), { code: 'ukpsf-2011:K3', text: 'x' }] },
      'mixed-editions',
      'entries[14].code',
    ],
    ['a gap', { entries: entries('psf-2023', 'x').slice(1) }, 'missing-wording', 'entries'],
    [
      'a gap in a further part',
      { entries: [{ code: 'psf-2023:K', text: 'x' }, ...entries('psf-2023', 'x')] },
      'missing-wording',
      'entries',
    ],
    [
      'two texts for one',
      {
        entries: [{ code: 'psf-2023:D1', text: 'x' }, ...entries('psf-2023', 'x'), { code: 'psf-2023:v1', text: 'x' }],
      },
      'duplicate-wording',
      'entries[16].code',
    ],
    [
      'an empty text',
      { entries: [{ code: 'psf-2023:V1', text: ' ' }, ...entries('psf-2023', 'x').slice(1)] },
      'empty-text',
      'entries[0].text',
    ],
    ['no source', { source: ' ' }, 'empty-text', 'source'],
    ['no rights', { rights: '' }, 'empty-text', 'rights'],
  ] as const)('with %s is refused, and what was there stays', async (_what, more, code, at) => {
    const before = await textsOf(participant, 'psf-2023', 'cy')
    const { data } = await load(coordinator, input('psf-2023', 'cy', more))
    expect(data.loadWording).toMatchObject({ __typename: 'Refusal', code, path: at })
    expect(await textsOf(participant, 'psf-2023', 'cy')).toEqual(before)
  })

  test('of an edition or a language that is none is refused', async () => {
    const edition = await load(coordinator, { ...input('psf-2023', 'cy'), edition: 'psf-2030' })
    expect(edition.data.loadWording).toMatchObject({ code: 'unknown-edition', path: 'edition' })
    const language = await load(coordinator, { ...input('psf-2023', 'cy'), language: 'Welsh' })
    expect(language.data.loadWording).toMatchObject({ code: 'malformed-language', path: 'language' })
  })

  test('is loaded by coordinators and administrators alone, once for a key', async () => {
    for (const role of ['participant', 'assessor', 'analyst', 'data-steward'] as const) {
      const { errors } = await load(await gateway.signIn(role), input('psf-2023', 'de'))
      expect(errors?.[0]?.extensions?.code, role).toBe('FORBIDDEN')
    }
    const first = await load(coordinator, { ...input('psf-2023', 'de'), key: 'load-2023-de' })
    gateway.clock.now = '2026-03-03T09:00:00.000Z'
    const again = await load(coordinator, { ...input('psf-2023', 'de'), key: 'load-2023-de' })
    gateway.clock.now = '2026-03-02T09:00:00.000Z'
    expect(again.data).toEqual(first.data)
    const other = await load(coordinator, { ...input('psf-2023', 'it'), key: 'load-2023-de' })
    expect(other.data.loadWording.code).toBe('idempotency-key-reused')
  })

  test('of 50 MB is turned away before it is read, with the limit', async () => {
    const text = 'x'.repeat(50_000_000)
    const answer = await gateway.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${coordinator.token}` },
      payload: JSON.stringify({ query: '{ __typename }', variables: { text } }),
    })
    expect(answer.statusCode).toBe(413)
    expect(answer.json().errors[0]).toMatchObject({
      message: 'a request has at most 1048576 bytes; send less at a time',
      extensions: { code: 'BAD_REQUEST' },
    })
  })
})

describe('editions over GraphQL', async () => {
  const participant = await gateway.signIn('participant')
  const provenance = 'source certainty readOn'
  const whole = `{ frameworks { edition officialTitle official published { value ${provenance} } numbering { value ${provenance} } orderOfFamilies { value ${provenance} }
    families { code localCode } dimensions { code localCode family title remark ${provenance} wording { text } }
    descriptors { code localCode category postNominal ${provenance} recency { yearsMax remark ${provenance} }
      criteria { code localCode title remark ${provenance} rules { kind inWords count codes words } } }
    files { path format mediaType } } }`

  test('are all there in one query, with source and certainty on every fact', async () => {
    const { data, errors } = await participant.ask(whole)
    expect(errors).toBeUndefined()
    expect(data.frameworks.map((one: { edition: string }) => one.edition)).toEqual(editions.map(({ id }) => id))
    const facts: Record<string, unknown>[] = []
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) for (const one of value) walk(one)
      else if (typeof value === 'object' && value !== null) {
        if ('certainty' in value) facts.push(value as Record<string, unknown>)
        for (const one of Object.values(value)) walk(one)
      }
    }
    walk(data)
    expect(facts.length).toBeGreaterThan(90)
    for (const fact of facts) {
      expect(['2+', '1', 'A', 'M']).toContain(fact.certainty)
      expect(fact.source).not.toBe('')
      expect(fact.readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
    for (const [index, { id, dimensions, descriptors }] of editions.entries()) {
      const told = data.frameworks[index]
      expect(told.dimensions.map((one: { code: string }) => one.code)).toEqual(
        dimensions.map(({ code }) => `${id}:${code}`),
      )
      expect(told.descriptors.map((one: { localCode: string }) => one.localCode)).toEqual(
        descriptors.map(({ code }) => code),
      )
      expect(told.files.map((one: { path: string }) => one.path)).toEqual(
        names.map((name) => `/frameworks/${id}/${name}`),
      )
    }
  })

  test('say their rules in words and as data', async () => {
    const { data } = await participant.ask(whole)
    const [d1] = data.frameworks[2].descriptors
    expect(d1.criteria[2].rules).toEqual([
      {
        kind: 'AT_LEAST',
        inWords: 'Evidence for at least 2 of psf-2023:A1, psf-2023:A2, psf-2023:A3, psf-2023:A4, psf-2023:A5.',
        count: 2,
        codes: ['psf-2023:A1', 'psf-2023:A2', 'psf-2023:A3', 'psf-2023:A4', 'psf-2023:A5'],
        words: [],
      },
      {
        kind: 'QUALITY',
        inWords: 'A reviewer judges whether it is effective and inclusive.',
        count: null,
        codes: [],
        words: ['effective', 'inclusive'],
      },
    ])
    expect(d1.criteria[0].rules[0]).toMatchObject({ kind: 'ALL_OF', count: 2, codes: ['psf-2023:V1', 'psf-2023:V3'] })
  })

  test('that are not known are told with those that are', async () => {
    const { errors } = await participant.ask('{ framework(edition: "psf-2030") { edition } }')
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
    for (const { id } of editions) expect(errors?.[0]?.message).toContain(id)
  })
})
