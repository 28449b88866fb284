import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { findChromium } from '../../src/pdf/find-chromium.ts'
import { type Asker, testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let coordinator: Asker
let programme: string
const request =
  'mutation ($programme: ID!, $format: ReportFormat!) { requestReport(programme: $programme, format: $format) { ... on Job { id } ... on Refusal { code message } } }'
const read = 'query ($id: ID!) { node(id: $id) { ... on Job { status message downloads { name url } } } }'

beforeAll(async () => {
  gateway = await testGateway()
  coordinator = await gateway.signIn('coordinator')
  programme = (
    await coordinator.ask('mutation { startProgramme(key: "p", title: "Programme") { ... on Programme { id } } }')
  ).data.startProgramme.id
  await coordinator.ask('mutation ($p: ID!) { openCohort(programme: $p, label: "=1+1") { ... on Cohort { id } } }', {
    p: programme,
  })
  const north = institutionIdOf('north')
  for (let number = 0; number < 7; number += 1) {
    const person = await gateway.person('north', { country: 'Wales' })
    await gateway.database.within(north, 'write', (tx) =>
      tx.execute(sql`insert into commons.participation select ${north}, id, ${person}, 'mentee' from commons.cohort`),
    )
  }
})

async function made(format: string): Promise<readonly { name: string; url: string }[]> {
  const id = (await coordinator.ask(request, { programme, format })).data.requestReport.id
  for (let tries = 0; tries < 300; tries += 1) {
    const job = (await coordinator.ask(read, { id })).data.node
    if (job.status === 'DONE') return job.downloads
    if (job.status === 'FAILED') throw new Error(`${job.message} ${gateway.failures.join()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the job did not end')
}

/** The one file of a form, as its signed address gives it. */
async function opened(format: string, name: string) {
  const [file] = await made(format)
  expect(file?.name).toBe(name)
  const url = file?.url.replace('http://gateway.example', '') ?? ''
  const answer = await gateway.app.inject(url)
  expect(answer.headers['cache-control']).toBe('private, no-store')
  expect((await gateway.app.inject(url.split('?')[0] ?? '')).statusCode).toBe(403)
  return answer
}

describe('a report to take away', () => {
  test('as Parquet holds the figures of the report, each with its key', async () => {
    const answer = await opened('PARQUET', 'figures.parquet')
    expect(answer.headers['content-type']).toBe('application/vnd.apache.parquet')
    const folder = mkdtempSync(path.join(tmpdir(), 'report-files-'))
    const file = path.join(folder, 'figures.parquet')
    writeFileSync(file, answer.rawPayload)
    const instance = await DuckDBInstance.create(':memory:')
    const duck = await instance.connect()
    const ask = async (query: string) => (await duck.runAndReadAll(query)).getRowObjectsJson()
    expect(
      await ask(`select value, status, n, unit from '${file}' where id = 'people.mentee' and by_cohort is null`),
    ).toEqual([{ value: 7, status: 'shown', n: 7, unit: 'people' }])
    expect(await ask(`select count(*) = count(distinct key) as own from '${file}'`)).toEqual([{ own: true }])
    duck.closeSync()
    instance.closeSync()
    rmSync(folder, { recursive: true })
  })

  test('as a workbook, and as a package with its page, descriptor and crate', async () => {
    const book = await opened('XLSX', 'report.xlsx')
    expect(book.headers['content-type']).toContain('spreadsheetml.sheet')
    expect(Object.keys(unzipSync(book.rawPayload))).toContain('xl/workbook.xml')
    const zip = await opened('PACKAGE', 'report.zip')
    expect(zip.headers['content-type']).toBe('application/zip')
    const parts = unzipSync(zip.rawPayload)
    for (const name of [
      'data/figures.csv',
      'data/figures.parquet',
      'data/indicators.csv',
      'datapackage.json',
      'ro-crate-metadata.json',
      'snapshot.json',
      'report.html',
    ])
      expect(Object.keys(parts)).toContain(name)
    const crate = JSON.parse(Buffer.from(parts['ro-crate-metadata.json'] ?? '').toString())['@graph']
    const snapshot = JSON.parse(Buffer.from(parts['snapshot.json'] ?? '').toString())
    expect(crate.find((entity: { '@id': string }) => entity['@id'] === '#definition').version).toBe(
      snapshot.definitionHash,
    )
    expect(crate.map(({ sha256 }: { sha256?: string }) => sha256)).toEqual(
      expect.arrayContaining(snapshot.inputs.map(({ hash }: { hash: string }) => hash)),
    )
    for (const part of Object.values(parts)) expect(Buffer.from(part).toString()).not.toMatch(/\b(NaN|Infinity)\b/)
  })

  test.skipIf(findChromium() === undefined)('as PDF, where Chromium is (skipped where it is absent)', async () => {
    const answer = await opened('PDF', 'report.pdf')
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.rawPayload.toString('latin1')).toContain('/StructTreeRoot')
  })

  test('as PDF is refused before any work where there is no Chromium', async () => {
    const before = process.env.CHROMIUM
    process.env.CHROMIUM = '/nowhere/chromium'
    try {
      const { requestReport } = (await coordinator.ask(request, { programme, format: 'PDF' })).data
      expect(requestReport.code).toBe('chromium-missing')
      expect(requestReport.message).toMatch(/HTML/)
    } finally {
      if (before === undefined) delete process.env.CHROMIUM
      else process.env.CHROMIUM = before
    }
  })
})
