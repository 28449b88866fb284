import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { candidacyOf, type EventRow } from '../../src/modules/award/candidacy/store.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Award, awardIn, candidacyIn, outcomes } from '../harness/awards.ts'
import { type Asker, testGateway } from '../harness/gateway.ts'
import { firstCycle, inquiryOf, participant } from '../harness/inquiries.ts'
import { step } from '../harness/pair.ts'
import { marker } from '../harness/person-held.ts'

const base = 'https://gateway.example'
const north = institutionIdOf('north')
const privateKeyJwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
/** The words of each: of a co-author in the inquiry, of the candidate in the portfolio, and of the assessors. */
const said = {
  coAuthor: `${marker}-CO-AUTHOR`,
  candidate: `${marker}-CANDIDATE`,
  ada: `${marker}-ADA`,
  ben: `${marker}-BEN`,
}

const refusal = '... on Refusal { code message }'
const issue = `mutation ($id: ID!) { issueCredential(candidacy: $id, email: "c@university.example") { __typename ... on AwardCredential { key json verifyPath downloads } ${refusal} } }`
const verify = `query ($credential: JSON!) { verifyCredential(credential: $credential) { ... on CredentialVerification { verified reasons { code } } ${refusal} } }`
const erase = `mutation ($person: ID!) { erasePerson(person: $person) { __typename ... on SubjectRequest { rows } ${refusal} } }`
const take = `mutation ($person: ID!) { exportPerson(person: $person) { __typename ... on PersonExport { data } ${refusal} } }`

let gateway: Awaited<ReturnType<typeof testGateway>>
let administrator: Asker
let award: Award
let coAuthor: Asker
let way: Awaited<ReturnType<typeof candidacyIn>>
let badge: { key: string; json: string; verifyPath: string; downloads: string[] }
/** Another candidacy in which the same people judged: a copy of the first, in the name of somebody else. */
const other = '7d1f9d0e-0000-4000-8000-000000000001'
const idOfWay = () => JSON.parse(Buffer.from(way.id, 'base64').toString().replace('Candidacy:', ''))[1] as string

async function dump(): Promise<readonly string[]> {
  return gateway.database.asOwner(async (tx) => {
    const tables = await rowsOf<{ name: string }>(
      tx,
      sql`select relname as name from pg_class where relnamespace = 'commons'::regnamespace and relkind = 'r' order by 1`,
    )
    const lines: string[] = []
    for (const { name } of tables) {
      const rows = await rowsOf<{ row: string }>(
        tx,
        sql`select to_jsonb(t)::text as row from commons.${sql.identifier(name)} t`,
      )
      lines.push(...rows.map(({ row }) => `${name} ${row}`))
    }
    return lines
  })
}
const tablesWith = async (text: string) => [
  ...new Set((await dump()).filter((line) => line.includes(text)).map((line) => line.split(' ')[0])),
]
async function counts() {
  const found: Record<string, number> = {}
  for (const line of await dump()) {
    const [table = ''] = line.split(' ')
    found[table] = (found[table] ?? 0) + 1
  }
  const { candidacy, candidacy_event, candidacy_panel, portfolio_snapshot, award_credential, person } = found
  return { candidacy, candidacy_event, candidacy_panel, portfolio_snapshot, award_credential, person }
}
async function states() {
  const rows = await gateway.database.asOwner((tx) =>
    rowsOf<{ id: string; number: number; event: string }>(
      tx,
      sql`select candidacy_id as id, number, event::text as event from commons.candidacy_event order by 1, 2`,
    ),
  )
  const of = (id: string): EventRow[] =>
    rows.filter((row) => row.id === id).map(({ number, event }) => ({ number, event: JSON.parse(event) }))
  return { way: candidacyOf(idOfWay(), of(idOfWay())), other: candidacyOf(other, of(other)) }
}
async function snapshot(): Promise<{ content: string; content_hash: string }> {
  const [row] = await gateway.database.asOwner((tx) =>
    rowsOf<{ content: string; content_hash: string }>(
      tx,
      sql`select content, content_hash from commons.portfolio_snapshot`,
    ),
  )
  if (row === undefined) throw new Error('there is no snapshot')
  return row
}
const erased = async (who: Asker) => (await administrator.ask(erase, { person: award.idOf(who) })).data.erasePerson

beforeAll(async () => {
  gateway = await testGateway({
    publicUrl: base,
    badges: { byInstitution: { north: [{ name: '2026', privateKeyJwk }] } },
  })
  administrator = await gateway.signIn('administrator')
  award = await awardIn(gateway)
  coAuthor = await participant(gateway, 'Test Co-author')
  const inquiry = await inquiryOf(coAuthor, [award.candidate])
  await inquiry.next(
    ...firstCycle.map((command) =>
      'planAction' in command
        ? {
            planAction: {
              ...command.planAction,
              steps: [{ id: 's1', action: said.coAuthor, observationMethods: ['field notes'] }],
            },
          }
        : command,
    ),
  )
  way = await candidacyIn({ ...award, inquiry })
  const { candidate, ada, ben, chair, coordinator } = award
  await way.as(
    candidate,
    { linkRelationship: { relationship: award.meeting } },
    { linkInquiry: { inquiry: inquiry.id } },
    { takeSnapshot: { putForward: way.putForward, texts: [{ section: 'WHY', text: said.candidate }] } },
  )
  const { snapshots } = await way.read(candidate)
  await way.as(candidate, { submit: { snapshot: snapshots[0].key } })
  await way.appoint()
  for (const [asker, remark] of [
    [ada, said.ada],
    [ben, said.ben],
  ] as const) {
    const open = await erased(asker)
    expect(open, JSON.stringify(open)).toMatchObject({
      code: 'person-still-takes-part',
      message: expect.stringContaining('portfolios to assess: 1'),
    })
    for (const outcome of outcomes)
      await way.as(asker, { judge: { outcome, finding: 'SHOWN', reasons: ['EVIDENCE_FITS'], remark } })
  }
  await way.as(chair, { decide: { decision: 'AWARD', reason: marker } })
  expect(await erased(candidate)).toMatchObject({ message: expect.stringContaining('ways to an award: 1') })
  await way.as(coordinator, { confer: true })
  const issued = await candidate.ask(issue, { id: way.id })
  badge = issued.data.issueCredential
  expect(badge, JSON.stringify(issued)).toMatchObject({ __typename: 'AwardCredential' })
  await gateway.database.asOwner(async (tx) => {
    const [from, candidateId] = [idOfWay(), candidate.personId ?? '']
    const to = award.mentee.personId ?? ''
    await tx.execute(sql`insert into commons.candidacy (institution_id, id, candidate_id, scheme_id, scheme_version, status, version, enrolled_at)
      select institution_id, ${other}::uuid, ${to}::uuid, scheme_id, scheme_version, status, version, enrolled_at from commons.candidacy where id = ${from}::uuid`)
    await tx.execute(sql`insert into commons.candidacy_event (institution_id, candidacy_id, number, type, event, recorded_by, recorded_at)
      select institution_id, ${other}::uuid, number, type, replace(event::text, ${candidateId}::text, ${to}::text)::jsonb,
        case when event->>'by' = ${candidateId}::text then ${award.mentee.accountId}::uuid else recorded_by end, recorded_at
      from commons.candidacy_event where candidacy_id = ${from}::uuid`)
  })
  await step(candidate, award.meeting, { end: { by: award.idOf(candidate), on: '2026-03-02' } })
})

test('an export shows what is of oneself, and counts what assessors said', async () => {
  const answer = await award.candidate.ask(take, { person: award.idOf(award.candidate) })
  const { rows, namedIn } = answer.data.exportPerson.data
  expect(rows.candidacy).toMatchObject([{ status: 'awarded' }])
  expect(rows.award_credential).toMatchObject([{ json: badge.json }])
  expect(rows.portfolio_snapshot).toMatchObject([{ content_hash: (await snapshot()).content_hash }])
  expect(rows.portfolio_snapshot[0]).not.toHaveProperty('content')
  expect((await snapshot()).content).toContain(said.candidate)
  const types = (list: readonly { type: string }[]) => [...new Set(list.map(({ type }) => type))].sort()
  expect(types(rows.candidacy_event)).toEqual(['InquiryLinked', 'RelationshipLinked', 'SnapshotTaken', 'Submitted'])
  for (const text of [said.ada, said.ben, award.ada.personId ?? '?'])
    expect(JSON.stringify(rows.candidacy_event)).not.toContain(text)
  const { candidacy_event } = await counts()
  // Two candidacies of as many events: of one's own, all are one's own or counted.
  expect(rows.candidacy_event.length + namedIn.candidacy_event).toBe((candidacy_event ?? 0) / 2)
  const assessor = await award.ben.ask(take, { person: award.idOf(award.ben) })
  const theirs = assessor.data.exportPerson.data.rows
  expect(JSON.stringify(theirs.candidacy_event)).toContain(said.ben)
  expect(JSON.stringify(theirs)).not.toContain(said.ada)
  expect(theirs.portfolio_snapshot).toBeUndefined()
  expect(theirs.award_credential).toBeUndefined()
})

test('an erasure of a co-author takes their words out of a portfolio that was frozen, and leaves those of the candidate', async () => {
  const before = await snapshot()
  expect(before.content).toContain(said.coAuthor)
  const { rows } = await erased(coAuthor)
  expect(rows).toMatchObject({ portfolio_snapshot: 1 })
  const after = await snapshot()
  expect(await tablesWith(said.coAuthor)).toEqual([])
  expect(await tablesWith(coAuthor.personId ?? '?')).toEqual([])
  expect(after.content).toContain(said.candidate)
  expect(after.content_hash).toBe(before.content_hash)
  const [submission] = (await way.read(award.candidate)).snapshots
  expect(submission.documentHash).toBe(before.content_hash)
})

test('an erasure of an assessor takes what they said everywhere, and nothing of who judged beside them', async () => {
  const [before, numbers] = [await states(), await counts()]
  const { rows } = await erased(award.ada)
  expect(rows.candidacy_event).toBeGreaterThan(6)
  expect(await tablesWith(said.ada)).toEqual([])
  expect(await tablesWith(award.ada.personId ?? '?')).toEqual([])
  expect(await tablesWith(said.ben)).toEqual(['candidacy_event'])
  expect(await counts()).toEqual(numbers)
  const after = await states()
  for (const name of ['way', 'other'] as const) {
    const [one, two] = [before[name], after[name]]
    if (one.status !== 'awarded' || two.status !== 'awarded') throw new Error('the award is gone')
    const told = (state: typeof one) => state.assessment.judgements.map(({ remark }) => remark)
    expect(told(one)).toEqual([...outcomes.map(() => said.ada), ...outcomes.map(() => said.ben)])
    expect(told(two)).toEqual([...outcomes.map(() => '[erased]'), ...outcomes.map(() => said.ben)])
    expect(two.assessment.results).toEqual(one.assessment.results)
    expect(two.decision).toEqual(one.decision)
  }
  const seen = await way.read(award.candidate)
  expect(seen.judgements.map(({ remark }: { remark: string }) => remark).sort()).toEqual(
    [...outcomes.map(() => said.ben), ...outcomes.map(() => '[erased]')].sort(),
  )
})

test('an erasure of a candidate leaves an award under no name, and nothing that was said about them', async () => {
  const [before, numbers] = [await states(), await counts()]
  const { content_hash } = await snapshot()
  const download = async () => gateway.app.inject((badge.downloads[0] ?? '').slice(base.length))
  expect(await download()).toMatchObject({ statusCode: 200, body: badge.json })
  const answer = await erased(award.candidate)
  expect(answer, JSON.stringify([answer, gateway.failures])).toMatchObject({ __typename: 'SubjectRequest' })
  expect(answer.rows).toMatchObject({ candidacy: 1, portfolio_snapshot: 1, award_credential: 1 })
  expect(await tablesWith(said.candidate)).toEqual([])
  expect(await tablesWith(award.candidate.personId ?? '?')).toEqual([])
  const own = (await dump()).filter((line) => line.includes(idOfWay()) && line.includes(marker))
  expect(own).toEqual([])
  expect(await counts()).toEqual(numbers)
  // An address that was signed before opens nothing any more.
  const gone = await download()
  expect([gone.statusCode, gone.body]).toEqual([404, expect.stringContaining('it was erased')])
  expect(gone.body).not.toContain('[erased]')
  // The portfolio keeps the name that its events know it by, and the badge its place in the list.
  expect(await snapshot()).toEqual({ content: '[erased]', content_hash })
  const after = await states()
  if (before.way.status !== 'awarded' || after.way.status !== 'awarded') throw new Error('the award is gone')
  expect(after.way.award).toEqual(before.way.award)
  expect(after.way.assessment.results).toEqual(before.way.assessment.results)
  expect(after.way.file.snapshots[0]?.contentHash).toBe(content_hash)
  expect(after.way.file.candidate).not.toBe(award.candidate.personId)
  // What was said about somebody else stands.
  expect(after.other).toEqual(before.other)
  const seen = await way.read(award.chair)
  expect(seen).toMatchObject({
    status: 'AWARDED',
    candidateName: null,
    decision: { kind: 'award', reason: '[erased]' },
  })
})

test('a badge that was erased is not there, one that its holder kept is verified, and the award can be taken back', async () => {
  const page = await gateway.app.inject(new URL(badge.verifyPath, base).pathname)
  expect(page.statusCode).toBe(404)
  expect(page.body).toContain('the badge was erased')
  const held = async () => (await gateway.ask(verify, { credential: badge.json })).data.verifyCredential
  expect(await held()).toMatchObject({ verified: true })
  const revoked = await way.as(award.chair, { revoke: { reason: 'NOT_OWN_WORK' } })
  expect(revoked).toMatchObject({ status: 'REVOKED' })
  expect((await way.read(award.coordinator)).award).toMatchObject({ revokedFor: 'not-own-work' })
  expect(await held()).toMatchObject({ verified: false, reasons: [{ code: 'revoked' }] })
  const [row] = await gateway.database.within(north, 'read', (tx) =>
    rowsOf<{ status: string }>(tx, sql`select status from commons.candidacy where id = ${idOfWay()}::uuid`),
  )
  expect(row).toEqual({ status: 'revoked' })
})
