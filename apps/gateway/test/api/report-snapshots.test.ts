import { randomUUID } from 'node:crypto'
import { type Snapshot, sha256, verifySnapshot } from '@mentoring-commons/reporting'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { sqlStateOf } from '../../src/db/errors.ts'
import { seedDemo } from '../../src/demo/seed.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { snapshotFile } from '../../src/modules/reporting/files.ts'
import { findSnapshot, readSnapshot } from '../../src/modules/reporting/snapshot/store.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'

const gateway = await testGateway()
const demo = institutionIdOf('demo')
let coordinator: Asker
let steward: Asker
let analyst: Asker
let programme: string

const inDemo = <T>(work: Parameters<typeof gateway.database.within<T>>[2]) =>
  gateway.database.within(demo, 'read', work)
const uuidOf = (id: string) => JSON.parse(Buffer.from(id, 'base64').toString().replace(/^\w+:/, ''))[1] as string
const pathOf = (url: string) => url.replace('http://gateway.example', '')

beforeAll(async () => {
  gateway.clock.now = '2026-11-24T09:00:00.000Z'
  await gateway.database.asOwner(async (tx) => {
    await tx.execute(sql`delete from commons.institution`)
  })
  expect(await seedDemo(gateway.services)).toBe(true)
  coordinator = await gateway.signIn('coordinator', 'demo')
  steward = await gateway.signIn('data-steward', 'demo')
  analyst = await gateway.signIn('analyst', 'demo')
  programme = (await coordinator.ask('{ programme(key: "demo-mentoring") { id } }')).data.programme.id
}, 120_000)

const request =
  'mutation ($programme: ID!, $report: String!, $format: ReportFormat!) { requestReport(programme: $programme, format: $format, report: $report) { __typename ... on Job { id progressPage { url } } ... on Refusal { code message } } }'

/** Has a report made, and gives the id of its job and of its snapshot. */
async function made(asker: Asker, report = 'impact', format = 'HTML') {
  const { data, errors } = await asker.ask(request, { programme, report, format })
  expect(errors).toBeUndefined()
  const { id, progressPage } = data.requestReport
  const read = 'query ($id: ID!) { node(id: $id) { ... on Job { status message } } }'
  for (let tries = 0; tries < 600; tries++) {
    const job = (await asker.ask(read, { id })).data.node
    if (job.status === 'DONE')
      return { job: id, uuid: uuidOf(id), snapshot: globalId('ReportSnapshot', 'demo', uuidOf(id)), progressPage }
    if (job.status === 'FAILED') throw new Error(`${job.message} ${gateway.failures.map(String).join()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the job did not end')
}

const contentOf = async (uuid: string): Promise<Snapshot> => {
  const row = await inDemo((tx) => findSnapshot(tx, demo, uuid))
  if (row === undefined) throw new Error('no snapshot')
  return readSnapshot(row)
}

describe('the founding impact report of the demo institution', () => {
  let taken: Awaited<ReturnType<typeof made>>
  let snapshot: Snapshot
  beforeAll(async () => {
    taken = await made(coordinator)
    snapshot = await contentOf(taken.uuid)
  }, 120_000)

  test('is a page with every section, and says of what is not recorded that it is not', async () => {
    const page = String(await snapshotFile(snapshot, 'report.html'))
    for (const { heading } of snapshot.definition.sections) expect(page).toContain(`>${heading}</h2>`)
    expect(snapshot.definition.sections.map(({ key }) => key)).toEqual([
      'before',
      'growth',
      'outcomes-mentees',
      'outcomes-mentors',
      'outcomes-organisation',
      'objectives',
      'retention',
      'culture',
    ])
    for (const { indicators, absent } of snapshot.definition.sections) {
      const recorded = snapshot.figures.some(({ id }) =>
        indicators.some((one) => (one.endsWith('.*') ? id.startsWith(one.slice(0, -1)) : id === one)),
      )
      expect([page.includes(absent), absent]).toEqual([!recorded, absent])
    }
    expect(page).toContain('Not recorded: no survey of mentors was held')
    expect(page).toContain('I have been mentored (Experience of mentoring (made up))')
    expect(page).not.toMatch(/NaN|Infinity|undefined/)
    expect(page.replaceAll(/impact report/gi, '')).not.toMatch(/\bimpact of\b/i)
  })

  test('has a hash over all the rest, and one over its definition', () => {
    expect(verifySnapshot(snapshot)).toBe(true)
    expect(verifySnapshot({ ...snapshot, asOf: '2020-01-01' })).toBe(false)
    expect(snapshot.indicators.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
    expect(new Set(snapshot.figures.map(({ key }) => key)).size).toBe(snapshot.figures.length)
  })

  const open =
    'query ($id: ID!, $key: String!) { node(id: $id) { ... on ReportSnapshot { hash address figure(key: $key) { figure { id value } indicator { id hash numerator denominator population window aggregation tags } query input inputHash source tables rows(first: 100) { total unchanged rows } } } } }'

  test('each figure opens to its definition, its query and its inputs', async () => {
    const mentees = snapshot.figures.find(({ id, by }) => id === 'people.mentee' && Object.keys(by).length === 0)
    const { data, errors } = await steward.ask(open, { id: taken.snapshot, key: mentees?.key })
    expect(errors).toBeUndefined()
    const { figure, indicator, query, input, inputHash, source, rows } = data.node.figure
    expect(data.node.address).toBe(`/reports/${taken.uuid}`)
    expect(figure).toEqual({ id: 'people.mentee', value: 6 })
    expect(indicator).toMatchObject({
      id: 'people.mentee',
      numerator: 'different people who were a mentee',
      denominator: null,
      hash: mentees?.version,
      aggregation: { kind: 'count-distinct', of: 'person' },
      tags: { clutterbuck: 'programme-process', beneficiaries: [] },
    })
    expect(query.where).toEqual([{ column: 'role', op: 'eq', value: 'mentee' }])
    expect([input, inputHash]).toEqual(['participations', expect.stringMatching(/^[0-9a-f]{64}$/)])
    expect(source).toMatch(/^select .* from commons\.participation/)
    expect([rows.total, rows.unchanged, rows.rows.length]).toEqual([6, true, 6])
    expect(rows.rows[0].row.role).toBe('mentee')
    for (const { key } of snapshot.figures.slice(0, 5))
      expect((await steward.ask(open, { id: taken.snapshot, key })).data.node.figure).not.toBeNull()
    expect((await steward.ask(open, { id: taken.snapshot, key: 'nothing' })).data.node.figure).toBeNull()
  })

  test('its rows open to a coordinator, but answers to a survey do not; to an analyst nothing does', async () => {
    const mine = await made(analyst)
    const own = await contentOf(mine.uuid)
    expect(own.policy.name).toBe('hesa')
    const both = await gateway.signIn(['analyst', 'data-steward'], 'demo')
    const keyOf = (content: Snapshot, prefix: string) => content.figures.find(({ id }) => id.startsWith(prefix))?.key
    const answers = keyOf(own, 'survey.')
    const roles = keyOf(own, 'people.')
    const codeOf = async (asker: Asker, key: string | undefined) => {
      const { data, errors } = await asker.ask(open, { id: mine.snapshot, key })
      expect(data.node.figure?.rows ?? null).toBe(errors === undefined ? data.node.figure.rows : null)
      return errors?.[0]?.extensions?.code ?? 'opened'
    }
    expect(await codeOf(coordinator, roles)).toBe('opened')
    expect(await codeOf(coordinator, answers)).toBe('FORBIDDEN')
    expect(await codeOf(steward, answers)).toBe('opened')
    for (const asker of [analyst, both])
      for (const key of [roles, answers]) expect(await codeOf(asker, key)).toBe('FORBIDDEN')
  })

  test('what was made with exact counts is not for an analyst, and not for another institution', async () => {
    const read = 'query ($id: ID!) { node(id: $id) { ... on ReportSnapshot { hash } } }'
    expect((await analyst.ask(read, { id: taken.snapshot })).data.node).toBeNull()
    const list = '{ reportSnapshots(first: 100) { nodes { id policy } } }'
    const [all, strict] = [await coordinator.ask(list), await analyst.ask(list)]
    expect(new Set(all.data.reportSnapshots.nodes.map((one: { policy: string }) => one.policy))).toEqual(
      new Set(['exact', 'hesa']),
    )
    expect(new Set(strict.data.reportSnapshots.nodes.map((one: { policy: string }) => one.policy))).toEqual(
      new Set(['hesa']),
    )
    const participant = await gateway.signIn('participant', 'demo')
    expect((await participant.ask(list)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  test('its page stands at an address that stays, for whoever may read it', async () => {
    const get = (token?: string) =>
      gateway.app.inject({
        url: `/reports/${taken.uuid}`,
        ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
      })
    const opened = await get(coordinator.token)
    expect([opened.statusCode, opened.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(opened.headers['content-security-policy']).toContain("default-src 'none'")
    expect(opened.body).toContain(snapshot.hash)
    expect([(await get()).statusCode, (await get('x')).statusCode]).toEqual([401, 401])
    expect((await get(analyst.token)).statusCode).toBe(404)
    const { data } = await coordinator.ask(
      'query ($id: ID!) { node(id: $id) { ... on ReportSnapshot { pageLink { url } downloads(format: SNAPSHOT) { name url } } } }',
      { id: taken.snapshot },
    )
    expect((await gateway.app.inject(pathOf(data.node.pageLink.url))).body).toBe(opened.body)
    const file = await gateway.app.inject(pathOf(data.node.downloads[0].url))
    expect(verifySnapshot(file.json())).toBe(true)
  })

  test('how far it is stands on a page that needs no program', async () => {
    const url = pathOf(taken.progressPage.url)
    const page = await gateway.app.inject(url)
    expect(page.body).toContain('The report is ready')
    expect(page.body).toContain('report.html')
    expect(page.body).not.toContain('http-equiv')
    const [link = ''] = /\/reports\/[^"]*/.exec(page.body.replaceAll('&amp;', '&')) ?? []
    expect((await gateway.app.inject(link)).statusCode).toBe(200)
    const state = await gateway.app.inject({ url, headers: { accept: 'application/json' } })
    expect(state.json()).toMatchObject({ status: 'done', message: 'done' })
    expect((await gateway.app.inject(url.replace(/signature=../, 'signature=xx'))).statusCode).toBe(403)
    await gateway.database.within(demo, 'write', (tx) =>
      tx.execute(
        sql`insert into commons.job select institution_id, ${randomUUID()}::uuid, kind, input, 'running', 2, 6, '<b>counting</b>', requested_by, now(), null from commons.job where id = ${taken.uuid}::uuid`,
      ),
    )
    const [running] = await inDemo((tx) =>
      rowsOf<{ id: string }>(tx, sql`select id from commons.job where status = 'running'`),
    )
    const waiting = await gateway.app.inject(
      pathOf(gateway.signer.sign(`/jobs/${demo}/${running?.id}`, gateway.clock.now).url),
    )
    expect(waiting.body).toContain('<noscript><meta http-equiv="refresh" content="2"></noscript>')
    expect(waiting.body).toContain('2 of 6: &lt;b&gt;counting')
    expect((await gateway.app.inject('/jobs/progress.js')).headers['content-type']).toContain('text/javascript')
  })

  test('no role may change it or take it away, and a change by whoever owns the server is found', async () => {
    const statements = [
      "update commons.report_snapshot set content = ''",
      'delete from commons.report_snapshot',
      'truncate commons.report_snapshot',
    ]
    for (const statement of statements)
      for (const run of [
        gateway.database.within(demo, 'write', (tx) => tx.execute(sql.raw(statement))),
        gateway.database.erasing(demo, (tx) => tx.execute(sql.raw(statement))),
      ])
        await expect(run, statement).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
    const able = await gateway.database.asOwner((tx) =>
      rowsOf<{ role: string }>(
        tx,
        sql`select rolname as role from pg_roles where not rolsuper and rolname not like 'pg\\_%' and (
          has_table_privilege(oid, 'commons.report_snapshot', 'UPDATE') or has_any_column_privilege(oid, 'commons.report_snapshot', 'UPDATE')
          or has_table_privilege(oid, 'commons.report_snapshot', 'DELETE') or has_table_privilege(oid, 'commons.report_snapshot', 'TRUNCATE'))`,
      ),
    )
    expect(able).toEqual([])
    const row = await inDemo((tx) => findSnapshot(tx, demo, taken.uuid))
    expect(() =>
      readSnapshot({ ...present(row), content: present(row).content.replace('"asOf":"2', '"asOf":"1') }),
    ).toThrow('is not what it was made as')
  })
})

test('an erasure marks the snapshots that rest on what was erased, and changes none', async () => {
  const before = await made(coordinator)
  const kept = await contentOf(before.uuid)
  gateway.clock.now = '2026-11-25T09:00:00.000Z'
  const [person] = await inDemo((tx) =>
    rowsOf<{ id: string }>(tx, sql`select id from commons.person where name = 'Demo Mentee 6'`),
  )
  const erased = await steward.ask(
    'mutation ($person: ID!) { erasePerson(person: $person) { __typename ... on Refusal { code message } } }',
    { person: globalId('Person', 'demo', person?.id ?? '') },
  )
  expect(erased.data.erasePerson.__typename).not.toBe('Refusal')
  const read = 'query ($id: ID!) { node(id: $id) { ... on ReportSnapshot { hash withdrawn { at tables } } } }'
  const { withdrawn, hash } = (await coordinator.ask(read, { id: before.snapshot })).data.node
  expect([hash, await contentOf(before.uuid)]).toEqual([kept.hash, kept])
  expect(withdrawn).toEqual([{ at: '2026-11-25T09:00:00.000Z', tables: expect.arrayContaining(['participation']) }])
  const page = await gateway.app.inject({
    url: `/reports/${before.uuid}`,
    headers: { authorization: `Bearer ${coordinator.token}` },
  })
  expect(page.body).toContain('were withdrawn after it was made (on 2026-11-25)')
  gateway.clock.now = '2026-11-26T09:00:00.000Z'
  const after = await made(coordinator)
  expect((await coordinator.ask(read, { id: after.snapshot })).data.node.withdrawn).toEqual([])
})

test('a withdrawal of answers to a survey marks the snapshots of its programme that were made by that day', async () => {
  gateway.clock.now = '2026-12-01T09:00:00.000Z'
  const before = await made(coordinator)
  await gateway.database.within(demo, 'write', (tx) =>
    tx.execute(sql`insert into commons.survey_invitation
      select s.institution_id, ${randomUUID()}::uuid, s.id, p.id, c.id, null, '2026-12-31', p.id, now(), '2026-12-02'
      from commons.survey s, commons.cohort c, commons.person p where s.wave = 'mid' and p.name = 'Demo Mentee 1'`),
  )
  gateway.clock.now = '2026-12-03T09:00:00.000Z'
  const after = await made(coordinator)
  const read = 'query ($id: ID!) { node(id: $id) { ... on ReportSnapshot { withdrawn { at tables } } } }'
  const of = async (id: string) => (await coordinator.ask(read, { id })).data.node.withdrawn
  expect(await of(before.snapshot)).toEqual([
    { at: '2026-12-02T00:00:00.000Z', tables: ['survey_answer', 'survey_response'] },
  ])
  expect(await of(after.snapshot)).toEqual([])
})

describe('reports of the institution’s own', () => {
  const define =
    'mutation ($key: String!, $indicators: [String!]!) { defineReport(key: $key, title: "Own", sections: [{ key: "a", heading: "Who", indicators: $indicators, absent: "Nobody yet." }]) { __typename ... on ReportDefinition { key version hash } ... on Refusal { code message } } }'

  test('are defined in versions, and each snapshot keeps the one it was made by', async () => {
    const first = await coordinator.ask(define, { key: 'own', indicators: ['people.mentee'] })
    expect(first.data.defineReport).toMatchObject({ key: 'own', version: 1 })
    const one = await contentOf((await made(coordinator, 'own')).uuid)
    const second = await coordinator.ask(define, { key: 'own', indicators: ['people.mentor'] })
    expect(second.data.defineReport).toMatchObject({ version: 2 })
    const two = await contentOf((await made(coordinator, 'own')).uuid)
    expect([new Set(one.figures.map(({ id }) => id)), new Set(two.figures.map(({ id }) => id))]).toEqual([
      new Set(['people.mentee']),
      new Set(['people.mentor']),
    ])
    expect(one.definitionHash).toBe(first.data.defineReport.hash)
    expect(two.definitionHash).toBe(second.data.defineReport.hash)
  })

  test('are refused with an unknown indicator, a key that ships, and by an analyst', async () => {
    for (const [key, indicators, code] of [
      ['own', ['pets'], 'report-indicator-unknown'],
      ['impact', ['people.mentee'], 'report-key-wrong'],
      ['Not A Key', ['people.mentee'], 'report-key-wrong'],
    ] as const)
      expect((await coordinator.ask(define, { key, indicators })).data.defineReport.code, key).toBe(code)
    expect((await analyst.ask(define, { key: 'x', indicators: [] })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    const unknown = await coordinator.ask(request, { programme, report: 'nothing', format: 'JSON' })
    expect(unknown.data.requestReport.code).toBe('unknown-report')
  })
})

describe('schedules', () => {
  const schedule =
    'mutation ($programme: ID!, $cron: String, $terms: [String!]) { scheduleReport(programme: $programme, report: "impact", format: JSON, cron: $cron, termsBegin: $terms) { __typename ... on ReportSchedule { id crons paused version rhythm mine } ... on Refusal { code message } } }'
  const crons = (id: string) =>
    gateway.database.asOwner((tx) =>
      rowsOf<{ cron: string }>(
        tx,
        sql`select cron from commons_queue.schedule where key like ${`${uuidOf(id)}%`} order by key`,
      ),
    )

  test('come by a cron expression, or on the first day of every term; are paused and go on', async () => {
    const terms = await coordinator.ask(schedule, { programme, terms: ['10-01', '01-12', '04-20'] })
    expect(terms.errors).toBeUndefined()
    const { id, ...said } = terms.data.scheduleReport
    const at = ['0 5 1 10 *', '0 5 12 1 *', '0 5 20 4 *']
    expect(said).toMatchObject({ crons: at, paused: false, version: 1, rhythm: 'EVERY_TERM', mine: true })
    expect((await crons(id)).map(({ cron }) => cron)).toEqual(at)
    const pause =
      'mutation ($id: ID!, $paused: Boolean!, $v: Int!) { pauseReportSchedule(schedule: $id, paused: $paused, expectedVersion: $v) { ... on ReportSchedule { paused version } ... on Refusal { code } } }'
    expect((await coordinator.ask(pause, { id, paused: true, v: 1 })).data.pauseReportSchedule).toEqual({
      paused: true,
      version: 2,
    })
    expect(await crons(id)).toEqual([])
    expect((await coordinator.ask(pause, { id, paused: false, v: 1 })).data.pauseReportSchedule.code).toBe(
      'stale-version',
    )
    await coordinator.ask(pause, { id, paused: false, v: 2 })
    expect((await crons(id)).length).toBe(3)
    const listed = await analyst.ask('{ reportSchedules(first: 10) { nodes { id mine } } }')
    expect(listed.data.reportSchedules.nodes).toEqual([{ id, mine: false }])
  })

  test('are refused where they name no time, come too often, or name a day that is not in every year', async () => {
    for (const [given, code] of [
      [{ cron: 'tomorrow' }, 'cron-wrong'],
      [{ cron: '61 6 * * 1' }, 'cron-wrong'],
      [{ cron: '*/5 * * * *' }, 'cron-too-often'],
      [{ terms: ['02-29'] }, 'terms-wrong'],
      [{ terms: [] }, 'terms-wrong'],
      [{}, 'rhythm-wrong'],
      [{ cron: '0 6 * * 1', terms: ['10-01'] }, 'rhythm-wrong'],
    ] as const)
      expect(
        (await coordinator.ask(schedule, { programme, ...given })).data.scheduleReport.code,
        JSON.stringify(given),
      ).toBe(code)
  })

  test('are run in the name of whoever scheduled them, with the roles that they hold then', async () => {
    const { doJob } = await import('../../src/jobs/do-job.ts')
    const keeper = await gateway.signIn(['coordinator', 'administrator'], 'demo')
    const { id } = (await keeper.ask(schedule, { programme, cron: '0 6 * * 1' })).data.scheduleReport
    const run = async () => {
      const jobId = randomUUID()
      const ticket = { institutionId: demo, jobId, scheduleId: uuidOf(id), kind: 'report' as const }
      await doJob(gateway.services, ticket, (error) => gateway.failures.push(error))
      await doJob(gateway.services, ticket, (error) => gateway.failures.push(error))
      const [job] = await inDemo((tx) =>
        rowsOf<{ status: string; message: string; requested_by: string }>(
          tx,
          sql`select status, message, requested_by from commons.job where id = ${jobId}::uuid`,
        ),
      )
      return { job, row: await inDemo((tx) => findSnapshot(tx, demo, jobId)) }
    }
    const take = (role: string) =>
      gateway.database.within(demo, 'write', (tx) =>
        tx.execute(sql`delete from commons.role_grant where account_id = ${keeper.accountId}::uuid and role = ${role}`),
      )
    const exact = await run()
    expect([exact.job?.status, exact.job?.requested_by]).toEqual(['done', keeper.accountId])
    expect([exact.row?.policy, exact.row?.scheduleId, exact.row?.madeBy]).toEqual([
      'exact',
      uuidOf(id),
      keeper.accountId,
    ])
    await take('coordinator')
    const strict = await run()
    expect([strict.row?.policy, strict.row?.madeAs]).toEqual(['hesa', ['administrator']])
    await take('administrator')
    const nobody = await run()
    expect(nobody.row).toBeUndefined()
    expect(nobody.job).toMatchObject({ status: 'failed', message: expect.stringContaining('may not read reports') })
    const made = await coordinator.ask(
      'query ($id: ID!) { node(id: $id) { ... on ReportSchedule { snapshots(first: 5) { nodes { scheduled policy } } } } }',
      { id },
    )
    expect(made.data.node.snapshots.nodes).toHaveLength(2)
  })
})

test('an empty programme gives an honest report', async () => {
  const started = await coordinator.ask(
    'mutation { startProgramme(key: "empty", title: "Empty") { ... on Programme { id } } }',
  )
  const { id } = started.data.startProgramme
  for (const report of ['impact', 'programme']) {
    const asked = await coordinator.ask(request, { programme: id, report, format: 'JSON' })
    const uuid = uuidOf(asked.data.requestReport.id)
    await expect.poll(() => inDemo((tx) => findSnapshot(tx, demo, uuid)), { timeout: 20_000 }).toBeDefined()
    const snapshot = await contentOf(uuid)
    for (const name of ['report.html', 'report.json', 'figures.csv', 'codebook.csv', 'snapshot.json'])
      expect(String(await snapshotFile(snapshot, name)), name).not.toMatch(/NaN|Infinity|undefined/)
    if (report === 'impact')
      expect(snapshot.figures.filter(({ id: of }) => of.startsWith('people.') || of.startsWith('projects.'))).toEqual(
        [],
      )
  }
})

test('the hash of a text is the one that others reckon', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is not there')
  return value
}
