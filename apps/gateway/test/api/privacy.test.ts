import { randomUUID } from 'node:crypto'
import { fold } from '@mentoring-commons/action-research'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { sqlStateOf } from '../../src/db/errors.ts'
import { type EventRow, eventsOf, inquiryRules } from '../../src/modules/action-research/store.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { holdings } from '../../src/modules/privacy/holdings.ts'
import { markOf } from '../../src/modules/privacy/mark.ts'
import { type Asker, globalId, issuer, testGateway } from '../harness/gateway.ts'
import { claimHeard, firstCycle, idOf, inquiryOf, participant, whole } from '../harness/inquiries.ts'
import { type Pair, pairIn, step } from '../harness/pair.ts'
import { marker, plantRows } from '../harness/person-held.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let administrator: Asker
let pair: Pair
const north = institutionIdOf('north')

const erase = `mutation ($person: ID!, $key: String) { erasePerson(person: $person, idempotencyKey: $key) {
  __typename ... on SubjectRequest { id kind rows mentions } ... on Refusal { code message path } } }`
const take = `mutation ($person: ID!, $key: String) { exportPerson(person: $person, idempotencyKey: $key) {
  __typename ... on PersonExport { at data file { url expiresAt } } ... on Refusal { code message path } } }`

beforeAll(async () => {
  gateway = await testGateway()
  gateway.clock.now = '2026-06-01T09:00:00.000Z'
  administrator = await gateway.signIn('administrator')
  pair = await pairIn(gateway)
})

/** Every table of the gateway, whole, as the owner reads it. */
async function dump(): Promise<string> {
  return gateway.database.asOwner(async (tx) => {
    const tables = await rowsOf<{ name: string }>(
      tx,
      sql`select c.relname as name from pg_class c where c.relnamespace = 'commons'::regnamespace and c.relkind = 'r' order by 1`,
    )
    const parts: string[] = []
    for (const { name } of tables) {
      const rows = await rowsOf<{ row: string }>(
        tx,
        sql`select to_jsonb(t)::text as row from commons.${sql.identifier(name)} t`,
      )
      parts.push(...rows.map(({ row }) => `${name} ${row}`))
    }
    return parts.join('\n')
  })
}

async function counts(): Promise<Record<string, number>> {
  const lines = (await dump()).split('\n')
  const found: Record<string, number> = {}
  for (const line of lines) {
    const table = line.slice(0, line.indexOf(' '))
    found[table] = (found[table] ?? 0) + 1
  }
  return found
}

async function streams() {
  const rows = await gateway.database.asOwner((tx) =>
    rowsOf<{ inquiry: string; number: number; event: string }>(
      tx,
      sql`select inquiry_id as inquiry, number, event::text as event from commons.inquiry_event order by 1, 2`,
    ),
  )
  const found = new Map<string, EventRow[]>()
  for (const { inquiry, number, event } of rows)
    found.set(inquiry, [...(found.get(inquiry) ?? []), { number, event: JSON.parse(event) }])
  return new Map([...found].map(([id, events]) => [id, fold(inquiryRules, eventsOf(id, events))]))
}

describe('the register of what is held', () => {
  /** JSON columns that hold nothing of anybody: rules, terms, codes and figures. */
  const jsonOfNobody = new Set(
    `programme.policy programme.source meeting.session question_set.questions offer_terms.terms queue_thresholds.thresholds
     agreement_version.terms eligibility_rules.rules career_stage_set.stages match_run.summary match_pair.parts
     match_unmatched.excluded_by match_unmatched.change participation_thresholds.thresholds value_indicator.state practice.state
     hallmark_reading.state self_assessment.answers self_assessment_wording.texts framework_wording.wording inquiry_model.definition evidence.moved
     disclosure_ledger.ledger analysis_plan_draft.analyses analysis_plan_version.analyses analysis_look.groups
     contribution_claim.state contribution_step.state estimate.state objective.state theory_version.state report_definition.content review_workflow.definition review_workflow.overlay teaching_qualification.qualification job.input report.files
     survey_instrument.definition subject_request.rows subject_request.mentions award_scheme.scheme award_scheme_revision.scheme`.split(
      /\s+/,
    ),
  )
  /** Ids without a foreign key that are of no person and no account. */
  const idsOfNothing = new Set(['evidence.origin_id', 'inquiry_rebuild.after', 'report_snapshot.schedule_id'])
  /** Texts in rows of people that are codes, keys of things or words of the institution: they tell nothing beside what they count. */
  const codes = new Set(
    `person.name person.external_id person.unit person.country person.continent account.issuer account.subject role_grant.role
     role_grant.granted_by idempotency_key.key idempotency_key.request_hash idempotency_key.result_id participation.role
     relationship.external_id relationship.kind relationship.status relationship.keywords participant.role meeting.mode meeting.topics
     application.role capacity.role offer.status offer_participant.role conflict_record.kind phase_assessment.role phase_assessment.model
     phase_assessment.phase goal.visibility goal.stand training_record.training briefing_record.role supervision_session.mode
     supervision_session.functions career_spell.stage participation_event.kind value_story.framework value_story.circle
     network_wave_person.department_id dimension_reading.party dimension_reading.dimension inquiry.model_id inquiry.status
     inquiry_member.role inquiry_event.type inquiry_section.section inquiry_tag.item_kind inquiry_tag.item_key inquiry_tag.kind
     inquiry_tag.code evidence.kind evidence.tags evidence.origin_kind corroboration.tags claim.descriptor
     claim.status claim_submission.hash referee.holds referee.tags assessor.kind review.workflow_key review.stage review_task.part
     fellowship.descriptor fellowship.category survey_response.respondent survey_answer.choice survey_pseudonym.pseudonym job.kind job.status job.message baseline_finding.statement baseline_recommendation.advice
     baseline_recommendation.status baseline_recommendation.came_of_it baseline_step.type baseline_step.because baseline_step.status
     subject_request.kind subject_request.marks candidacy.scheme_version candidacy.status candidacy_panel.role candidacy_event.type
     portfolio_snapshot.content_hash report_schedule.crons report_schedule.definition report_schedule.format report_schedule.rhythm
     report_snapshot.as_of report_snapshot.content report_snapshot.definition report_snapshot.hash report_snapshot.made_as
     report_snapshot.policy report_snapshot.salt report_snapshot.tables report_snapshot.title`.split(/\s+/),
  )

  /** Columns of the catalogue that could name a person, and that no holding speaks of. */
  async function uncovered(): Promise<readonly string[]> {
    const columns = await gateway.database.asOwner((tx) =>
      rowsOf<{ table: string; column: string; type: string; to: string | null; isKey: boolean }>(
        tx,
        sql`select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
          (select f.relname from pg_constraint k join pg_class f on f.oid = k.confrelid
            where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey) and f.relname <> 'institution'
            order by (f.relname = 'person') desc limit 1) as "to",
          (a.attname = 'id') as "isKey"
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          where c.relnamespace = 'commons'::regnamespace and c.relkind = 'r' and c.relname <> 'institution' and a.attname <> 'institution_id' order by c.relname, a.attname`,
      ),
    )
    expect(columns.length).toBeGreaterThan(400)
    return columns.flatMap(({ table, column, type, to, isKey }) => {
      const place = `${table}.${column}`
      const {
        people = [],
        accounts = [],
        peopleIn = [],
        struck = [],
        emptied = {},
        own,
        removed,
      } = holdings[table] ?? {}
      const isPerson = type === 'uuid' && (to === 'person' || tiedColumns.has(place))
      if (isPerson) return people.includes(column) ? [] : [`${place}: names a person`]
      if (type === 'uuid' && to === null && !isKey)
        return people.includes(column) || accounts.includes(column) || idsOfNothing.has(place)
          ? []
          : [`${place}: an id of whom?`]
      if (type === 'jsonb')
        return peopleIn.includes(column) || struck.some((one) => one.column === column) || jsonOfNobody.has(place)
          ? []
          : [`${place}: JSON of whom?`]
      // Rows that go whole leave no words behind.
      if (type.startsWith('text') && own !== undefined && own !== removed)
        return column in emptied || codes.has(place) ? [] : [`${place}: words of whom?`]
      return []
    })
  }
  /** Columns that name a person by way of another table’s key. */
  const tiedColumns = new Set(['network_tie.from_id', 'network_tie.to_id', 'match_offer.mentee_id'])

  test('speaks of every column that could name a person', async () => {
    expect(await uncovered()).toEqual([])
  })

  test('sees a new one', async () => {
    const alter = (statement: string) => gateway.database.asOwner((tx) => tx.execute(sql.raw(statement)))
    await alter('create table commons.planted (institution_id uuid, person_id uuid, seen_by uuid, told jsonb)')
    await alter('alter table commons.planted add foreign key (institution_id, person_id) references commons.person')
    await alter('alter table commons.goal add column aside text')
    expect(await uncovered()).toEqual([
      'goal.aside: words of whom?',
      'planted.person_id: names a person',
      'planted.seen_by: an id of whom?',
      'planted.told: JSON of whom?',
    ])
    await alter('drop table commons.planted')
    await alter('alter table commons.goal drop column aside')
  })

  test('says nothing of a column that is not there, and the eraser may do what it says', async () => {
    for (const [table, holding] of Object.entries(holdings)) {
      const changed = new Set([
        ...(holding.removed !== undefined && holding.peopleIn === undefined ? [] : (holding.people ?? [])),
        ...(holding.peopleIn ?? []),
        ...Object.keys(holding.emptied ?? {}),
        ...(holding.struck ?? []).map(({ column }) => column),
      ])
      const [row] = await gateway.database.asOwner((tx) =>
        rowsOf<{ reads: boolean; deletes: boolean; missing: string | null }>(
          tx,
          sql`select has_table_privilege('data_eraser', ${`commons.${table}`}, 'SELECT') as reads,
            has_table_privilege('data_eraser', ${`commons.${table}`}, 'DELETE') as deletes,
            (select string_agg(c, ' ') from unnest(string_to_array(${[...changed].join(' ')}, ' ')) c
              where c <> '' and not has_column_privilege('data_eraser', ${`commons.${table}`}, c, 'UPDATE')) as missing`,
        ),
      )
      expect({ table, ...row }).toEqual({
        ...{ table, reads: true, missing: null },
        deletes: holding.removed !== undefined || table === 'person',
      })
    }
  })
})

describe('who', () => {
  test('takes out their own data, or anybody’s where they answer for it', async () => {
    const own = await pair.mentee.ask(take, { person: pair.idOf(pair.mentee) })
    expect(own.data.exportPerson.__typename).toBe('PersonExport')
    const steward = await pair.steward.ask(take, { person: pair.idOf(pair.mentee) })
    expect(steward.data.exportPerson.__typename).toBe('PersonExport')
    for (const asker of [pair.mentor, pair.coordinator, pair.analyst, pair.southern])
      expect((await asker.ask(take, { person: pair.idOf(pair.mentee) })).data.exportPerson).toMatchObject({
        code: 'not-found',
      })
    expect(
      (await pair.steward.ask(take, { person: globalId('Person', 'north', randomUUID()) })).data.exportPerson.code,
    ).toBe('not-found')
    const list = '{ subjectRequests(first: 50) { nodes { kind rows requestedAt } } }'
    expect((await pair.steward.ask(list)).data.subjectRequests.nodes.length).toBe(2)
    expect((await pair.mentee.ask(list)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
    expect((await pair.southern.ask(list)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  test('erases: whoever answers for the data, in their own institution', async () => {
    for (const asker of [pair.mentee, pair.coordinator, pair.analyst, pair.southern])
      expect((await asker.ask(erase, { person: pair.idOf(pair.mentee) })).errors?.[0]?.extensions?.code).toBe(
        'FORBIDDEN',
      )
    const south = await gateway.signIn('administrator', 'south')
    expect((await south.ask(erase, { person: pair.idOf(pair.mentee) })).data.erasePerson).toMatchObject({
      code: 'not-found',
    })
    expect((await administrator.ask(erase, { person: pair.idOf(pair.southern) })).data.erasePerson).toMatchObject({
      code: 'not-found',
    })
  })

  test('is not erased: somebody who still takes part, and the last administrator', async () => {
    await pair.relationship('active')
    expect((await administrator.ask(erase, { person: pair.idOf(pair.mentee) })).data.erasePerson).toMatchObject({
      code: 'person-still-takes-part',
      message: expect.stringContaining('relationships: 1'),
    })
    const last = await gateway.person('south', { name: 'Southern Administrator' })
    const alone = await gateway.signIn('administrator', 'south', last)
    await gateway.database.asOwner((tx) =>
      tx.execute(
        sql`delete from commons.role_grant where institution_id = ${institutionIdOf('south')} and role = 'administrator' and account_id <> ${alone.accountId}`,
      ),
    )
    const steward = await gateway.signIn('data-steward', 'south')
    expect((await steward.ask(erase, { person: globalId('Person', 'south', last) })).data.erasePerson).toMatchObject({
      code: 'last-administrator',
    })
  })
})

describe('an erasure', () => {
  const name = 'Quintessa Unmistakable'
  let me: Asker
  let coAuthor: Asker
  let person: string
  let answer: { rows: Record<string, number>; mentions: Record<string, number>; id: string }
  let before: { counts: Record<string, number>; figures: unknown; streams: Awaited<ReturnType<typeof streams>> }
  let file: string
  let inquiryId: string

  const figures = async () => {
    const query =
      'query ($p: ID!) { node(id: $p) { ... on Programme { impactReport { figures { id by { cohort country choice } value suppressed n } } } } }'
    const { data, errors } = await pair.coordinator.ask(query, { p: pair.programme })
    expect(errors).toBeUndefined()
    return data.node.impactReport.figures
  }

  beforeAll(async () => {
    const id = await gateway.person('north', { name, externalId: 'Q0001', country: 'Wales' })
    me = await gateway.signIn(['participant', 'administrator'], 'north', id)
    coAuthor = await participant(gateway, 'Test Co-author')
    person = idOf(me)
    // A relationship of theirs that is over, and an inquiry together with somebody else.
    const proposed = await pair.coordinator.ask(
      `mutation ($p: ID!, $people: [ParticipantInput!]!) { proposeRelationship(programme: $p, kind: DYAD, participants: $people, on: "2026-01-05") { __typename ... on Relationship { id } } }`,
      {
        p: pair.programme,
        people: [
          { person: pair.idOf(pair.mentor), role: 'MENTOR' },
          { person, role: 'MENTEE' },
        ],
      },
    )
    const relationship = proposed.data.proposeRelationship.id
    const on = '2026-01-12'
    for (const [asker, whose] of [
      [me, person],
      [pair.mentor, pair.idOf(pair.mentor)],
    ] as const)
      await step(asker, relationship, { accept: { by: whose, on } })
    for (const [asker, whose] of [
      [me, person],
      [pair.mentor, pair.idOf(pair.mentor)],
    ] as const)
      await step(asker, relationship, { signAgreement: { by: whose, on } })
    expect(await step(me, relationship, { end: { by: person, on: '2026-02-01' } })).toMatchObject({ status: 'ENDED' })
    const { next, at, id: inquiry } = await inquiryOf(me, [coAuthor])
    inquiryId = inquiry
    await next(...firstCycle, ...claimHeard)
    await next(
      ...(['ACT', 'OBSERVE'] as const).map((facet) => ({ endFacet: { cycle: 'c1', facet, on: '2025-11-26' } })),
      { beginFacet: { cycle: 'c1', facet: 'REFLECT', on: '2025-11-26' } },
    )
    await next({ reflect: { cycle: 'c1', reflection: 'r1', on: '2025-11-26', text: marker } })
    await next({ abandonCycle: { cycle: 'c1', on: '2025-12-01', reason: marker } })
    const theirs = await coAuthor.ask(
      `mutation ($i: ID!, $v: Int!) { advanceInquiry(inquiry: $i, expectedVersion: $v, command: { recordEthicsApproval: { approval: "kept by the co-author", from: "2026-01-01", to: "2026-12-31" } }) { __typename ... on Refusal { message } } }`,
      { i: inquiry, v: at.version },
    )
    expect(theirs.data?.advanceInquiry.__typename, JSON.stringify(theirs)).toBe('Inquiry')
    await plantRows(gateway, {
      me: id,
      other: pair.mentor.personId ?? '',
      relationship: JSON.parse(Buffer.from(relationship, 'base64').toString().replace('Relationship:', ''))[1],
      programme: JSON.parse(Buffer.from(pair.programme, 'base64').toString().replace('Programme:', ''))[1],
    })
    // They gave somebody a role, and somebody else wrote their name down.
    const grant = `mutation { grantRole(subject: "given", role: PARTICIPANT) { __typename } }`
    expect((await me.ask(grant)).data.grantRole.__typename).toBe('Account')
    await pair.coordinator.ask(`mutation { startProgramme(key: "named", title: "After ${name}") { __typename } }`)
    const exported = await administrator.ask(take, { person })
    file = exported.data.exportPerson.file.url
    before = { counts: await counts(), figures: await figures(), streams: await streams() }
    const erased = await administrator.ask(erase, { person })
    expect(erased.data?.erasePerson.__typename, JSON.stringify([erased, gateway.failures])).toBe('SubjectRequest')
    answer = erased.data.erasePerson
  })

  test('was of somebody whose words stood in many tables, as their export says', async () => {
    expect(Object.keys(answer.rows).length).toBeGreaterThan(30)
    expect(answer.rows).toMatchObject({ person: 1, account: 1, goal: 2, inquiry_event: expect.any(Number) })
  })

  test('leaves neither the id, the outside id, the subject nor a word of theirs in any table', async () => {
    const all = await dump()
    expect(all.length).toBeGreaterThan(10_000)
    const lines = (text: string) => all.split('\n').filter((line) => line.includes(text))
    expect(lines(me.personId ?? '?')).toEqual([])
    expect(lines('Q0001')).toEqual([])
    expect(lines(marker)).toEqual([])
    expect(lines('participant+administrator-')).toEqual([])
    // Their mark is in the row that says they were erased, and leads to nobody.
    const marked = lines(markOf(north, me.personId ?? ''))
    expect(marked).toHaveLength(1)
    expect(marked[0]).toMatch(/^subject_request .*"person_id": null/)
    expect(marked[0]).toContain('"kind": "erasure"')
    // What another wrote stands, and is told to whoever asked for the erasure.
    expect(lines(name).map((line) => line.split(' ')[0])).toEqual(['programme'])
    expect(answer.mentions).toEqual({ programme: 1 })
  })

  test('changes no figure, and no number of rows but of what is about nobody else', async () => {
    expect(await figures()).toEqual(before.figures)
    const after = await counts()
    const changed = Object.keys({ ...before.counts, ...after }).filter((table) => before.counts[table] !== after[table])
    expect(changed.sort()).toEqual([
      ...['account', 'application_not_with', 'conflict_record', 'employment_spell', 'management_line', 'match_proof'],
      ...['role_grant', 'subject_request'],
    ])
    expect(after.subject_request).toBe((before.counts.subject_request ?? 0) + 1)
    expect(after.inquiry_event).toBe(before.counts.inquiry_event)
  })

  test('leaves every history whole, with the words of others', async () => {
    const after = await streams()
    expect([...after.keys()].sort()).toEqual([...before.streams.keys()].sort())
    const shape = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shape)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shape(part)]))
          : typeof value
    for (const [id, state] of after) {
      expect(shape(state)).toEqual(shape(before.streams.get(id)))
      if (state.status === 'not-begun') throw new Error('a history that began has not begun')
      expect(state.question).toBe('[erased]')
      expect(state.ethics.map(({ id: key }) => key)).toContain('kept by the co-author')
      expect(state.cycles[0]?.status).toBe('abandoned')
      expect(state.claims[0]).toMatchObject({ text: '[erased]', cites: [{ evidence: 'e1' }, { evidence: 'e2' }] })
      expect(state.authors).not.toContain(me.personId)
      expect(state.authors).toContain(coAuthor.personId)
    }
    const seen = await coAuthor.ask(whole, { id: inquiryId })
    expect(seen.errors).toBeUndefined()
    expect(seen.data.node).toMatchObject({ question: '[erased]' })
    expect(seen.data.node.members.map(({ name: one }: { name: string | null }) => one).sort()).toEqual([
      'Test Co-author',
      null,
    ])
  })

  test('leaves what others have as it was', async () => {
    const all = await dump()
    expect(all).toContain('Test Mentor')
    expect(all.match(/a word that stays/g)).toHaveLength(2)
    expect(all).toContain('"theirs"')
  })

  test('lets nobody in with their token, and closes what was exported', async () => {
    const asked = await me.ask('{ viewer { subject } }')
    expect(asked.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
    const { pathname, search } = new URL(file)
    expect((await gateway.app.inject(pathname + search)).statusCode).toBe(404)
  })

  test('asked again does nothing, and answers the same', async () => {
    const all = await dump()
    const again = await administrator.ask(erase, { person })
    expect(again.data.erasePerson).toMatchObject({ id: answer.id, rows: answer.rows })
    expect(await dump()).toBe(all)
  })

  test('names nobody in what is kept of it', async () => {
    const read = await pair.steward.ask('{ subjectRequests(first: 50) { nodes { kind rows mentions } } }')
    expect(read.data.subjectRequests.nodes.filter(({ kind }: { kind: string }) => kind === 'ERASURE')).toHaveLength(1)
    expect(issuer).toBeDefined()
  })
})

describe('the door', () => {
  test('is closed to the role that serves requests', async () => {
    for (const statement of [
      "update commons.inquiry_event set event = '{}'",
      "update commons.relationship_step set step = '{}'",
      'delete from commons.person',
      'update commons.subject_request set marks = marks',
      'set local role data_eraser',
    ])
      await expect(
        process.env.TEST_DATABASE !== 'postgres' && statement.startsWith('set')
          ? Promise.reject({ code: '42501' })
          : gateway.database.within(north, 'write', (tx) => tx.execute(sql.raw(statement))),
        statement,
      ).rejects.toSatisfy((error) => (error as { code?: string }).code === '42501' || sqlStateOf(error) === '42501')
  })

  test('opens one institution, as row-level security has it for everybody', async () => {
    const theirs = await gateway.person('south', { name: 'Southern Person' })
    const seen = await gateway.database.erasing(north, (tx) =>
      rowsOf<{ who: string; people: number; theirs: number }>(
        tx,
        sql`select current_user as who, count(*)::int as people, count(*) filter (where id = ${theirs})::int as theirs from commons.person`,
      ),
    )
    expect(seen[0]).toMatchObject({ who: 'data_eraser', theirs: 0 })
    expect(seen[0]?.people).toBeGreaterThan(3)
    const changed = await gateway.database.erasing(north, (tx) =>
      rowsOf(tx, sql`delete from commons.person where id = ${theirs} returning id`),
    )
    expect(changed).toEqual([])
    const [role] = await gateway.database.asOwner((tx) =>
      rowsOf<Record<string, boolean>>(
        tx,
        sql`select rolsuper, rolbypassrls, rolcreaterole, pg_has_role('app_user', 'data_eraser', 'MEMBER') as reachable from pg_roles where rolname = 'data_eraser'`,
      ),
    )
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, reachable: false })
  })

  test('lets it change no column but those of people and their words', async () => {
    for (const statement of [
      'update commons.inquiry_event set number = number',
      'update commons.meeting set duration_minutes = 1',
      'update commons.survey_answer set choice = choice',
      "update commons.person set country = 'x'",
      'delete from commons.inquiry_event',
      'delete from commons.participant',
    ])
      await expect(
        gateway.database.erasing(north, (tx) => tx.execute(sql.raw(statement))),
        statement,
      ).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
  })
})
