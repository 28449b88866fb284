import { randomUUID } from 'node:crypto'
import type { GraphQLEnumType, GraphQLInputObjectType } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildSchema } from '../../src/schema.ts'
import { type Asker, globalId, testGateway } from '../harness/gateway.ts'
import { advance, begin, claimHeard, firstCycle, idOf, inquiryOf, invite, participant } from '../harness/inquiries.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let ana: Asker
let ben: Asker
let friend: Asker

const question = { question: 'How do first meetings become more open?', values: ['trust'], on: '2025-09-01' }
const cycle = (key: string) => ({ beginCycle: { cycle: key, on: '2025-09-08' } })

beforeAll(async () => {
  gateway = await testGateway()
  ana = await participant(gateway, 'Test Author Ana')
  ben = await participant(gateway, 'Test Author Ben')
  friend = await participant(gateway, 'Test Friend')
})

test('the story of an inquiry: two cycles, a claim validated, consent withdrawn, and heard again', async () => {
  const inquiry = await inquiryOf(ana, [ben])
  expect(await inquiry.read(ben)).toMatchObject({
    status: 'UNDERWAY',
    version: 1,
    viewerRole: 'AUTHOR',
    model: { key: 'kemmis-mctaggart' },
    values: ['trust'],
    openFacets: [],
    allowedCommands: [
      'RECORD_ETHICS_APPROVAL',
      'BEGIN_CYCLE',
      'NAME_STAKEHOLDER',
      'NAME_CRITICAL_FRIEND',
      'FORM_VALIDATION_GROUP',
      'STATE_PROBLEM',
      'ANNOTATE',
    ],
    completeness: { label: 'cannot be called action research', missing: ['data', 'action', 'reflection'] },
    members: expect.arrayContaining([
      { role: 'AUTHOR', personId: idOf(ana), name: 'Test Author Ana' },
      { role: 'AUTHOR', personId: idOf(ben), name: 'Test Author Ben' },
    ]),
  })
  const acting = await inquiry.next(...firstCycle)
  expect(acting).toMatchObject({
    openFacets: ['ACT', 'OBSERVE'],
    completeness: { label: 'work in progress', missing: ['reflection'] },
  })

  await inquiry.next(
    {
      revisePlan: {
        cycle: 'c1',
        on: '2025-10-05',
        reason: 'They wait for us',
        evidence: 'e2',
        steps: [
          { id: 's1', action: 'Begin with their question', observationMethods: ['field notes'] },
          { id: 's2', action: 'Wait ten seconds', observationMethods: ['field notes', 'interview'] },
        ],
      },
    },
    { endFacet: { cycle: 'c1', facet: 'ACT', on: '2025-11-01' } },
    { endFacet: { cycle: 'c1', facet: 'OBSERVE', on: '2025-11-05' } },
    { beginFacet: { cycle: 'c1', facet: 'REFLECT', on: '2025-11-06' } },
    { reflect: { cycle: 'c1', reflection: 'r1', on: '2025-11-07', text: 'We filled every silence' } },
    { reflect: { cycle: 'c1', reflection: 'r2', participant: 'P1', on: '2025-11-08', text: 'I had time to think' } },
    ...claimHeard,
    { validateClaim: { claim: 'q1', on: '2025-11-26' } },
    { closeCycle: { cycle: 'c1', on: '2025-11-30' } },
    {
      beginCycle: {
        cycle: 'c2',
        on: '2025-12-01',
        follows: 'c1',
        learning: [{ level: 'SELF', kind: 'PREMISE', text: 'Silence is not failure' }],
      },
    },
    {
      addEvidence: {
        evidence: 'e3',
        cycle: 'c1',
        kind: 'DOCUMENT',
        source: 'minutes of January',
        on: '2026-01-15',
        timing: 'FOLLOW_UP',
      },
    },
  )
  const closed = await inquiry.read(ben)
  expect(closed.completeness).toEqual({ label: 'action research', missing: [] })
  expect(closed.cycles[0]).toMatchObject({
    key: 'c1',
    status: 'CLOSED',
    endedOn: '2025-11-30',
    allowedFacets: [],
    plan: { steps: [{ key: 's1' }, { key: 's2' }], revisions: [{ evidence: 'e2', stepsBefore: [{ key: 's1' }] }] },
    reflections: [
      { key: 'r1', by: { personId: idOf(ana), word: null } },
      { key: 'r2', by: { personId: null, word: 'P1' } },
    ],
  })
  expect(closed.cycles[1]).toMatchObject({
    follows: 'c1',
    learning: [{ level: 'SELF', kind: 'PREMISE', text: 'Silence is not failure' }],
    allowedFacets: ['DIAGNOSE', 'PLAN'],
  })
  expect(closed.claims).toEqual([
    {
      key: 'q1',
      text: 'They ask "more" of their own',
      standards: [],
      status: 'VALIDATED',
      audience: 'INTERNAL',
      madeOn: '2025-11-20',
      validatedOn: '2025-11-26',
      flag: null,
      citations: [
        { quoted: true, evidence: { key: 'e1' } },
        { quoted: false, evidence: { key: 'e2' } },
      ],
      citationsBeyondConsent: 0,
      evidenceAgainst: [],
      soughtIn: ['all field notes'],
      heardAt: ['m1'],
    },
  ])
  expect(closed.meetings).toEqual([
    {
      key: 'm1',
      on: '2025-11-25',
      attendees: [{ personId: null, word: 'a colleague of another faculty' }],
      claims: ['q1'],
      challenges: [{ challenge: 'Is it the term?', response: 'The baseline says no' }],
      group: null,
    },
  ])

  const withdrawn = await inquiry.next({
    withdrawConsent: { consent: 'k1', scopes: ['COLLECT', 'ANALYSE', 'QUOTE'], on: '2026-02-01' },
  })
  expect(withdrawn.allowedCommands).not.toContain('VALIDATE_CLAIM')
  const flagged = await inquiry.read()
  expect(flagged.claims[0]).toMatchObject({
    status: 'REVALIDATE',
    text: null,
    flag: { because: 'CONSENT_WITHDRAWN', on: '2026-02-01' },
    citations: [{ evidence: { key: 'e2' } }],
    citationsBeyondConsent: 1,
    heardAt: [],
  })

  // A new claim, without the words that are withdrawn, heard by somebody of the institution who is no author.
  const said = await inquiry.next(
    {
      makeClaim: {
        claim: 'q2',
        text: 'Waiting makes room for their questions',
        cites: [{ evidence: 'e2' }, { evidence: 'e3' }],
        audience: 'PUBLIC',
        on: '2026-02-02',
      },
    },
    { addDisconfirming: { claim: 'q2', on: '2026-02-03', finding: { noneFoundIn: 'minutes' } } },
    {
      holdValidationMeeting: { meeting: 'm2', on: '2026-02-05', attendees: [idOf(ana), idOf(friend)], claims: ['q2'] },
    },
    { validateClaim: { claim: 'q2', on: '2026-02-06' } },
    { addDisconfirming: { claim: 'q2', on: '2026-02-07', finding: { found: 'e3' } } },
    { abandonCycle: { cycle: 'c2', on: '2026-02-20', reason: 'The term is over' } },
  )
  expect(said.openFacets).toEqual([])
  const end = await inquiry.read()
  expect(end.claims[1]).toMatchObject({ flag: { because: 'DISCONFIRMED' }, evidenceAgainst: ['e3'] })
  expect(end.meetings[1].attendees).toEqual([
    { personId: idOf(ana), word: null },
    { personId: idOf(friend), word: null },
  ])
  expect(end.cycles[1]).toMatchObject({ status: 'ABANDONED', abandonedBecause: 'The term is over' })
  expect(end.version).toBe(inquiry.at.version)
  expect(end.timeline.map(({ kind }: { kind: string }) => kind)).toContain('claim')
})

describe('beginning', () => {
  test('makes whoever begins an author, once, whoever else is named', async () => {
    const answer = await ana.ask(begin, { ...question, coAuthors: [idOf(ana), idOf(ben), idOf(ben)] })
    const { id, members } = answer.data.beginInquiry
    expect(members).toHaveLength(2)
    const first = 'query ($id: ID!) { node(id: $id) { ... on Inquiry { events(first: 1) { nodes { event } } } } }'
    expect((await ben.ask(first, { id })).data.node.events.nodes[0].event.authors).toEqual([ana.personId, ben.personId])
  })

  test('is refused with the place: a blank question, no values, an unknown model, a day to come', async () => {
    const wrong: readonly [object, object][] = [
      [{ question: ' ' }, { code: 'blank-text', path: 'question' }],
      [{ values: [] }, { code: 'empty-list', path: 'values' }],
      [{ model: 'my-own' }, { code: 'unknown-model', path: 'model' }],
      [{ on: '2026-03-03' }, { code: 'day-in-the-future', path: 'on' }],
      [{ question: 'Why\u0000?' }, { code: 'character-not-storable', path: 'question' }],
      [{ values: ['trust', '\ud83d'] }, { code: 'character-not-storable', path: 'values[1]' }],
    ]
    for (const [change, refusal] of wrong)
      expect((await ana.ask(begin, { ...question, ...change })).data.beginInquiry).toMatchObject(refusal)
  })

  test('is refused where a co-author is nobody of the institution, and then nothing has begun', async () => {
    const count = async () =>
      (await ana.ask('{ myInquiries(first: 100) { nodes { id } } }')).data.myInquiries.nodes.length
    const before = await count()
    const theirs = await gateway.person('south')
    for (const coAuthor of [
      globalId('Person', 'south', theirs),
      globalId('Person', 'north', theirs),
      globalId('Person', 'north', randomUUID()),
    ])
      expect((await ana.ask(begin, { ...question, coAuthors: [coAuthor] })).data.beginInquiry).toMatchObject({
        code: 'not-found',
        path: 'coAuthors',
      })
    expect(await count()).toBe(before)
  })

  test('needs a person behind the account', async () => {
    const nobody = await gateway.signIn('participant')
    expect((await nobody.ask(begin, question)).data.beginInquiry.code).toBe('no-person')
  })

  test('goes by one of the models that are listed', async () => {
    const { data } = await ana.ask(
      '{ actionResearchModels { key title authors year initial phases { key title facets } arrows { from to } source certainty } }',
    )
    const model = data.actionResearchModels.find(({ key }: { key: string }) => key === 'kemmis-mctaggart')
    expect(model).toMatchObject({ key: 'kemmis-mctaggart', initial: 'reconnaissance', certainty: 'ONE_SOURCE' })
    expect(model.arrows).toContainEqual({ from: 'reflect', to: 'plan' })
    expect((await ana.ask(begin, { ...question, model: model.key })).data.beginInquiry.status).toBe('UNDERWAY')
  })
})

describe('recording', () => {
  test('what the rules do not allow is refused with what to do instead, and changes nothing', async () => {
    const inquiry = await inquiryOf(ana)
    await inquiry.next(cycle('c1'))
    expect(await inquiry.refused({ beginFacet: { cycle: 'c1', facet: 'ACT', on: '2025-09-09' } })).toMatchObject({
      code: 'move-not-allowed',
      message: expect.stringContaining('plan first'),
    })
    expect(await inquiry.refused(cycle('c1'))).toMatchObject({ code: 'duplicate-id', path: 'cycle' })
    expect(await inquiry.refused({ beginCycle: { cycle: 'c9', on: '2026-03-03' } })).toMatchObject({
      code: 'day-in-the-future',
    })
    expect(await inquiry.refused({ beginCycle: { cycle: 'c\u0000', on: '2025-09-08' } })).toMatchObject({
      code: 'character-not-storable',
      path: 'cycle',
    })
    expect((await inquiry.read()).version).toBe(2)
  })

  test('has an input for every command that may be told to come next', () => {
    const schema = buildSchema()
    const named = (schema.getType('InquiryCommandType') as GraphQLEnumType)
      .getValues()
      .map(({ value }: { value: string }) => `${value.charAt(0).toLowerCase()}${value.slice(1)}`)
    const given = Object.keys((schema.getType('InquiryCommandInput') as GraphQLInputObjectType).getFields())
    expect(named.sort()).toEqual(given.sort())
    expect(given.length).toBe(27)
  })

  test('exactly one command at a time', async () => {
    const inquiry = await inquiryOf(ana)
    for (const command of [{}, { ...cycle('c1'), closeCycle: { cycle: 'c1', on: '2025-09-08' } }]) {
      const { errors } = await ana.ask(advance, { inquiry: inquiry.id, command, version: 1 })
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
    }
  })

  test('an author reflects in their own name, not in another author’s', async () => {
    const inquiry = await inquiryOf(ana, [ben])
    const reflect = { cycle: 'c1', reflection: 'r1', on: '2025-11-07', text: 'We rushed' }
    expect(await inquiry.refused({ reflect: { ...reflect, participant: ben.personId } })).toMatchObject({
      code: 'reflection-of-somebody-else',
      path: 'participant',
    })
  })

  test('a meeting is attended by people that there are, and by one who is no author', async () => {
    const inquiry = await inquiryOf(ana, [ben])
    await inquiry.next(...firstCycle, ...claimHeard.slice(0, 1))
    const hold = (who: object) =>
      inquiry.refused({ holdValidationMeeting: { meeting: 'm1', on: '2025-11-25', claims: ['q1'], ...who } })
    for (const [institution, person] of [
      ['north', randomUUID()],
      ['south', await gateway.person('south')],
    ] as const)
      expect(await hold({ attendees: [globalId('Person', institution, person)] })).toMatchObject({
        code: 'not-found',
        path: 'attendees',
      })
    expect((await hold({ attendees: [idOf(ana), idOf(ben)] })).code).toBe('outsider-missing')
    expect((await hold({ attendees: [idOf(ana)], guests: [ben.personId] })).code).toBe('outsider-missing')
    expect((await hold({})).code).toBe('empty-list')
  })
})

describe('versions', () => {
  test('a stale one is refused as a conflict that names the current one, and so is one ahead', async () => {
    const inquiry = await inquiryOf(ana, [ben])
    await inquiry.next(cycle('c1'), cycle('c2'))
    for (const version of [1, 2, 4]) {
      const late = await ben.ask(advance, { inquiry: inquiry.id, command: cycle('c3'), version })
      expect(late.data.advanceInquiry).toMatchObject({
        code: 'stale-version',
        path: 'expectedVersion',
        message: expect.stringContaining('version 3'),
      })
    }
  })

  test('of two commands at one version, at the same moment, exactly one is recorded', async () => {
    const inquiry = await inquiryOf(ana, [ben])
    await inquiry.next(...firstCycle.slice(0, 3))
    // Ending facets and the cycle with them: two events each.
    const abandon = { abandonCycle: { cycle: 'c1', on: '2025-09-20', reason: 'No time' } }
    const answers = await Promise.all(
      [ana, ben, ana, ben].map((asker) => asker.ask(advance, { inquiry: inquiry.id, command: abandon, version: 4 })),
    )
    const [won, ...lost] = answers
      .map(({ data }) => data.advanceInquiry)
      .sort((one, other) => one.__typename.localeCompare(other.__typename))
    expect(won).toMatchObject({ __typename: 'Inquiry', version: 6 })
    expect(lost.map(({ code }) => code)).toEqual(['stale-version', 'stale-version', 'stale-version'])
    expect((await inquiry.read()).version).toBe(6)
  })
})

describe('sending again', () => {
  test('the same key gives one effect and the same answer, at once or later', async () => {
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 4 }, () => ana.ask(begin, { ...question, key })))
    const [id, ...more] = new Set(answers.map(({ data }) => data.beginInquiry.id as string))
    expect(more).toEqual([])
    const again = { inquiry: id, command: cycle('c1'), version: 1, key: randomUUID() }
    for (let time = 0; time < 3; time++)
      expect((await ana.ask(advance, again)).data.advanceInquiry).toMatchObject({ __typename: 'Inquiry', version: 2 })
    const invitation = { inquiry: id, person: idOf(friend), key: randomUUID() }
    for (let time = 0; time < 2; time++)
      expect((await ana.ask(invite, invitation)).data.inviteCriticalFriend.__typename).toBe('Inquiry')
  })

  test('the same key with another command is refused, and a refused command does not use it up', async () => {
    const inquiry = await inquiryOf(ana)
    const key = randomUUID()
    const close = { closeCycle: { cycle: 'c1', on: '2025-09-08' } }
    const ask = async (command: object) =>
      (await ana.ask(advance, { inquiry: inquiry.id, command, version: 1, key })).data.advanceInquiry
    expect((await ask(close)).code).toBe('not-found')
    expect((await ask(cycle('c1'))).version).toBe(2)
    expect((await ask(cycle('c2'))).code).toBe('idempotency-key-reused')
  })
})
