import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import * as files from '../../src/files/index.ts'
import { sampleTable, whole } from './sample.ts'
import { takeAway } from './take-away.ts'

const python = '/usr/bin/python3'
const hasPandas = spawnSync(python, ['-c', 'import pandas']).status === 0
const hasRdflib = spawnSync(python, ['-c', 'import rdflib']).status === 0
const schemas = path.resolve(
  process.env.MENTORING_SHARED ?? path.join(import.meta.dirname, '../../../../../shared'),
  'data/schemas',
)
const here = existsSync(path.join(schemas, 'datapackage.json'))

const folder = mkdtempSync(path.join(tmpdir(), 'reporting-package-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const answers = {
  name: 'answers',
  title: 'Answers',
  columns: [
    { name: 'sample', type: 'integer', label: 'Which' },
    { name: 'answer', type: 'string', label: 'Answer' },
  ],
  rows: [
    { sample: 1, answer: 'yes' },
    { sample: 2, answer: null },
  ],
  foreignKeys: [{ fields: ['sample'], table: 'sample', references: ['id'] }],
} as const
const others = [
  { path: 'report.html', mediaType: 'text/html', title: 'The report', bytes: new TextEncoder().encode('<p>') },
]
const bytes = await whole(files.packageChunks({ ...takeAway([sampleTable(40), answers]), others }))
const file = path.join(folder, 'package.zip')
writeFileSync(file, bytes)
const parts = unzipSync(bytes)
const json = (name: string) => JSON.parse(strFromU8(parts[name] ?? new Uint8Array()))

test('the public names', () => {
  expect(Object.keys(files).sort()).toEqual([
    'csvChunks',
    'dataPackage',
    'figureTable',
    'packageChunks',
    'parquetChunks',
    'roCrate',
    'tableCodebook',
    'xlsxChunks',
  ])
})

test('says of every file how large it is and what its hash is', () => {
  const listed = json('datapackage.json').resources
  expect(listed.map(({ name }: { name: string }) => name)).toEqual([
    'sample',
    'sample-parquet',
    'sample.codebook.csv',
    'answers',
    'answers-parquet',
    'answers.codebook.csv',
    'report.html',
  ])
  for (const { path: name, bytes: size, hash } of listed) {
    expect(parts[name]?.length, name).toBe(size)
    expect(hash).toBe(
      `sha256:${createHash('sha256')
        .update(parts[name] ?? '')
        .digest('hex')}`,
    )
  }
  const crate = json('ro-crate-metadata.json')['@graph']
  for (const entity of crate.filter(
    ({ sha256 }: { sha256?: string }) => sha256 !== undefined && sha256 !== 'ab'.repeat(32),
  ))
    expect(
      createHash('sha256')
        .update(parts[entity['@id']] ?? '')
        .digest('hex'),
    ).toBe(entity.sha256)
})

test.runIf(process.env.CI === 'true')('has schemas and readers where nothing may be skipped', () => {
  expect([here, hasPandas, hasRdflib], `${schemas}, python3-pandas, python3-rdflib`).toEqual([true, true, true])
})

describe.skipIf(!here)(
  `against the official schemas${here ? '' : ' (skipped: ../shared/data/schemas is not here)'}`,
  () => {
    const validate = (name: string) => {
      const ajv = new Ajv({ strict: false, allErrors: true, formats: { textarea: true } })
      addFormats.default(ajv)
      return ajv.compile(JSON.parse(readFileSync(path.join(schemas, name), 'utf8')))
    }
    test('the descriptor, each resource and each table schema', () => {
      const descriptor = json('datapackage.json')
      const whole = validate('datapackage.json')
      expect(whole(descriptor), JSON.stringify(whole.errors)).toBe(true)
      const [resource, schema] = [validate('dataresource.json'), validate('tableschema.json')]
      for (const each of descriptor.resources) {
        expect(resource(each), `${each.name}: ${JSON.stringify(resource.errors)}`).toBe(true)
        if (each.schema !== undefined) expect(schema(each.schema), JSON.stringify(schema.errors)).toBe(true)
      }
      const broken = structuredClone(descriptor)
      broken.resources[0].schema.fields[0].type = 'whole-number'
      expect(schema(broken.resources[0].schema)).toBe(false)
      expect(whole({ ...descriptor, resources: [] })).toBe(false)
    })
  },
)

test('a foreign key points to a table that is there, on columns that are', () => {
  const { resources } = json('datapackage.json')
  const { reference } = resources[3].schema.foreignKeys[0]
  const target = resources.find(({ name }: { name: string }) => name === reference.resource)
  expect(target.schema.primaryKey).toEqual(reference.fields)
})

test.skipIf(!hasPandas)(
  'read by Python alone: zipfile, and pandas by the descriptor (skipped where it is absent)',
  () => {
    const ask = `
import io, json, sys, zipfile, pandas
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
d = json.loads(z.read('datapackage.json'))
r = d['resources'][0]
missing = {f['name']: [m['value'] for m in f['missingValues']] for f in r['schema']['fields']}
t = pandas.read_csv(io.BytesIO(z.read(r['path'])), na_values=missing, keep_default_na=False, parse_dates=['day'])
print(len(t), t['id'].dtype, t['day'].dtype, t['share'].dtype, int((t['share'].isna() & (t['share_status'] == 'percentage-of-few')).sum()), int(t['n'].sum()))
`
    const { stdout, stderr } = spawnSync(python, ['-c', ask, file], { encoding: 'utf8' })
    const rows = sampleTable(40).rows
    const hidden = rows.filter(({ share }) => typeof share === 'object' && share !== null).length
    const n = rows.reduce((sum, row) => sum + (typeof row.n === 'number' ? row.n : 0), 0)
    expect(stdout.trim(), stderr).toBe(`40 int64 datetime64[ns] float64 ${hidden} ${n}`)
  },
)

test.skipIf(!hasRdflib)(
  'the crate, read by rdflib, says who made what from what, when and how (skipped where it is absent)',
  () => {
    // The context lies on the web: these are the terms of it that are used, as RO-Crate 1.3 maps them.
    const context = {
      '@vocab': 'http://schema.org/',
      File: 'http://schema.org/MediaObject',
      conformsTo: 'http://purl.org/dc/terms/conformsTo',
      wasDerivedFrom: 'http://www.w3.org/ns/prov#wasDerivedFrom',
      prov: 'http://www.w3.org/ns/prov#',
    }
    const crate = { ...json('ro-crate-metadata.json'), '@context': context }
    const ask = `
import sys, json, rdflib
g = rdflib.Graph().parse(data=sys.stdin.read(), format='json-ld', base='http://crate.example/')
q = '''PREFIX s: <http://schema.org/> PREFIX p: <http://www.w3.org/ns/prov#>
SELECT ?file ?input ?agent ?when ?version ?software WHERE {
  <http://crate.example/> a s:Dataset ; s:hasPart ?file ; s:license ?l ; s:name ?n ; s:description ?d ; s:datePublished ?published .
  ?l s:name ?licence .
  ?file a s:MediaObject ; s:sha256 ?hash ; p:wasDerivedFrom ?in ; p:wasGeneratedBy ?act .
  ?in s:sha256 ?input .
  ?act a p:Activity, s:CreateAction ; p:used ?in ; s:agent ?a ; p:endedAtTime ?when ; s:result ?file ; s:instrument ?i ; p:qualifiedAssociation ?q .
  ?q p:hadPlan ?plan . ?plan s:version ?version . ?a s:name ?agent . ?i s:version ?software }'''
print(json.dumps([[str(x) for x in row] for row in g.query(q)]))
`
    const { stdout, stderr } = spawnSync(python, ['-c', ask], { input: JSON.stringify(crate), encoding: 'utf8' })
    expect(stdout, stderr).not.toBe('')
    const rows = JSON.parse(stdout) as string[][]
    expect(rows.map(([name]) => name?.replace('http://crate.example/', '')).sort()).toEqual(
      Object.keys(parts)
        .filter((name) => name !== 'ro-crate-metadata.json')
        .sort(),
    )
    expect(rows[0]?.slice(1)).toEqual([
      'ab'.repeat(32),
      'Example University',
      '2026-01-31T09:00:00+00:00',
      '3',
      '0.1.0',
    ])
  },
)

test('a crate has what RO-Crate 1.3 asks of its descriptor and root, and names nothing that it does not describe', () => {
  const graph: Record<string, unknown>[] = json('ro-crate-metadata.json')['@graph']
  const ids = graph.map((entity) => entity['@id'])
  expect(new Set(ids).size).toBe(ids.length)
  expect(graph[0]).toEqual({
    '@id': 'ro-crate-metadata.json',
    '@type': 'CreativeWork',
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.3' },
  })
  const named = JSON.stringify(graph.slice(1)).matchAll(/\{"@id":"([^"]*)"\}/g)
  const outside = [...named].map(([, id]) => id).filter((id) => !ids.includes(id))
  expect([...new Set(outside)]).toEqual(['http://schema.org/CompletedActionStatus'])
})
