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
