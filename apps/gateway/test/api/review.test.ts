import { describe, expect, test } from 'vitest'
import { globalId, testGateway } from '../harness/gateway.ts'

const gateway = await testGateway()
const { signIn, person, clock, database } = gateway
const coordinator = await signIn('coordinator')
const people = async (n: number) => Promise.all(Array.from({ length: n }, () => person('north')))
const [anaId, ravId, rexId, modId, extId] = (await people(5)) as [string, string, string, string, string]
const ana = await signIn('participant', 'north', anaId)
const rav = await signIn('assessor', 'north', ravId)
const rex = await signIn('assessor', 'north', rexId)
const mod = await signIn('assessor', 'north', modId)
const outsider = await signIn('participant', 'north', extId)
const stranger = await signIn('participant', 'south', await person('south'))
type Asker = typeof ana
const of = (id: string) => globalId('Person', 'north', id)
const dimensions = ['V1', 'V2', 'V3', 'V4', 'V5', 'K1', 'K2', 'K3', 'K4', 'K5', 'A1', 'A2', 'A3', 'A4', 'A5']
const all = dimensions.map((code) => `psf-2023:${code}`)

for (const id of [ravId, rexId, modId]) {
  await coordinator.ask(
    'mutation($person: ID!) { keepAssessor(person: $person, kind: INTERNAL, since: "2026-01-01") { __typename ... on Refusal { message } } }',
    { person: of(id) },
  )
}

const workflow = (more: object = {}) => ({
  tracks: [
    {
      category: 'FELLOW',
      reviewers: { count: 2, external: 0 },
      sampleShare: 0,
      sampleBorderline: false,
      refereeCount: 0,
      refereeRules: [],
    },
  ],
  conflicts: ['NOT_THE_MENTOR'],
  scale: [
    { id: 'met', passes: true },
    { id: 'not-met', passes: false },
  ],
  doubleBlind: false,
  adminCheck: false,
  onSplit: [{ kind: 'MODERATORS', moderators: { count: 1, external: 0 } }],
  notAwarded: true,
  referral: { windows: [{ kind: 'minor', within: { weeks: 2 } }], resubmissionsMax: 1, newReviewers: false },
  disagreementNoted: true,
  externals: 0,
  ratification: { none: true },
  noClocks: true,
  ...more,
})
const define = (key: string, input: object, overlay?: object, asker: Asker = coordinator) =>
  asker.ask(
    'mutation($key: String!, $workflow: ReviewWorkflowInput!, $overlay: OverlayInput) { defineReviewWorkflow(key: $key, title: "W", workflow: $workflow, overlay: $overlay) { __typename ... on ReviewWorkflow { key } ... on Refusal { code message path } } }',
    { key, workflow: input, overlay },
  )
await define('plain', workflow())

const claimOf = async (asker: Asker, tags: readonly string[] = all, descriptor = 'psf-2023:D2') => {
  const added = await asker.ask(
    'mutation($evidence: EvidenceInput!) { addEvidence(evidence: $evidence) { ... on Evidence { id } } }',
    { evidence: { fromDay: '2026-01-10', title: 'All of it', tags } },
  )
  const evidence = added.data.addEvidence.id
  const started = await asker.ask('mutation($d: String!) { startClaim(descriptor: $d) { ... on Claim { id } } }', {
    d: descriptor,
  })
  const claim: string = started.data.startClaim.id
  await asker.ask(
    'mutation($claim: ID!, $evidence: [ID!]!) { chooseEvidence(claim: $claim, evidence: $evidence, expectedVersion: 1) { __typename } }',
    { claim, evidence: [evidence] },
  )
  return { claim, evidence }
}
const submit = async (asker: Asker, claim: string, key = 'plain', expectedVersion = 2) => {
  const answer = await asker.ask(
    'mutation($claim: ID!, $key: String!, $expectedVersion: Int!) { submitClaim(claim: $claim, workflow: $key, expectedVersion: $expectedVersion) { __typename ... on Claim { status review { stage version } submissions { number hash } } ... on Refusal { code message path } } }',
    { claim, key, expectedVersion },
  )
  return answer.data.submitClaim
}
const view =
  '{ status claimant evidence { nodes { id } } submissions { number evidence { title } } review { stage version applicant opinions { by judgements { level } recommendation { outcome } } settlement { by recommendation { outcome kind } } openSteps { type } due } }'
const look = async (asker: Asker, claim: string) =>
  (await asker.ask(`query($id: ID!) { node(id: $id) { ... on Claim ${view} } }`, { id: claim })).data?.node ?? null
const step = async (asker: Asker, claim: string, taken: object, version?: number) => {
  const seen = version ?? (await look(coordinator, claim)).review.version
  const answer = await asker.ask(
    `mutation($claim: ID!, $step: ReviewStepInput!, $version: Int!) { advanceReview(claim: $claim, step: $step, expectedVersion: $version) { __typename ... on Claim ${view} ... on Refusal { code message path } } }`,
    { claim, step: taken, version: seen },
  )
  return answer.data?.advanceReview ?? answer
}
const opinion = (outcome: string, level = 'met', kind?: string) => ({
  judgements: ['psf-2023:D2.1', 'psf-2023:D2.2', 'psf-2023:D2.3'].map((criterion) => ({ criterion, level })),
  outcome,
  ...(kind === undefined ? {} : { kind }),
})
const assign = (claim: string, ids: readonly string[] = [ravId, rexId]) =>
  step(coordinator, claim, { assignReviewers: ids.map(of) })

describe('a workflow', () => {
  test('that could come to a halt is refused when it is defined, with the state where it would', async () => {
    const { data } = await define('halting', workflow({ onSplit: [{ kind: 'MAJORITY' }] }))
    expect(data.defineReviewWorkflow).toMatchObject({ code: 'dead-end', path: 'tracks.fellow' })
  })

  test('never changes: a key is used once', async () => {
    expect((await define('plain', workflow())).data.defineReviewWorkflow.code).toBe('workflow-key-taken')
  })

  test('says what is still undecided, and an overlay that loosens the framework is refused', async () => {
    expect((await define('open', {})).data.defineReviewWorkflow.code).toBe('incomplete-workflow')
    const rules = [{ descriptor: 'psf-2023:D1', title: 'One value', of: ['psf-2023:V1'] }]
    const loose = await define('loose', workflow(), { institution: 'North', rules })
    expect(loose.data.defineReviewWorkflow.code).toBe('overlay-loosens')
  })

  test('is defined by those who run programmes', async () => {
    const answer = await define('mine', workflow(), undefined, rav)
    expect(answer.errors?.[0]?.extensions?.code).toBe('FORBIDDEN')
  })

  test('begins from a published practice, with its source', async () => {
    const { data } = await ana.ask('{ reviewWorkflowPresets { id source certainty stillToDecide } }')
    expect(data.reviewWorkflowPresets.length).toBeGreaterThan(4)
    for (const preset of data.reviewWorkflowPresets) expect(preset.source).not.toBe('')
  })
})

describe('submitting', () => {
  test('freezes what the claim rests on: later changes do not reach reviewers', async () => {
    const { claim, evidence } = await claimOf(ana)
    expect(await submit(ana, claim)).toMatchObject({
      status: 'SUBMITTED',
      review: { stage: 'under-review', version: 1 },
      submissions: [{ number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    })
    await ana.ask(
      'mutation($id: ID!) { reviseEvidence(evidence: $id, change: { title: "Changed" }, expectedVersion: 1) { __typename } }',
      { id: evidence },
    )
    await assign(claim)
    expect((await look(rav, claim)).submissions).toEqual([{ number: 1, evidence: [{ title: 'All of it' }] }])
    const late = await ana.ask(
      'mutation($claim: ID!) { chooseEvidence(claim: $claim, evidence: [], expectedVersion: 3) { ... on Refusal { code } } }',
      { claim },
    )
    expect(late.data.chooseEvidence.code).toBe('claim-not-open')
  })

  test('a claim with a gap, without evidence, of two editions, or to a category without a track is refused', async () => {
    expect(await submit(ana, (await claimOf(ana, all.slice(1))).claim)).toMatchObject({ code: 'not-covered' })
    const { claim } = await claimOf(ana, [...all, 'ukpsf-2011:K6'])
    expect(await submit(ana, claim)).toMatchObject({ code: 'mixed-editions' })
    expect(await submit(ana, (await claimOf(ana, all, 'psf-2023:D3')).claim)).toMatchObject({ code: 'no-track' })
    const empty = await ana.ask('mutation { startClaim(descriptor: "psf-2023:D2") { ... on Claim { id } } }')
    expect(await submit(ana, empty.data.startClaim.id, 'plain', 1)).toMatchObject({ code: 'no-evidence' })
    expect(await submit(ana, (await claimOf(ana)).claim, 'nowhere')).toMatchObject({ code: 'not-found' })
  })

  test('rules of the institution tighten: a claim that the framework lets through is refused by them', async () => {
    const tracks = [{ ...workflow().tracks[0], category: 'ASSOCIATE' }]
    const rules = [{ descriptor: 'psf-2023:D1', title: 'Teaching', of: ['psf-2023:A2'] }]
    await define('associate', workflow({ tracks }))
    await define('tight', workflow({ tracks }), { institution: 'North', rules })
    const tags = ['V1', 'V3', 'K1', 'K2', 'K3', 'A1', 'A3'].map((code) => `psf-2023:${code}`)
    const { claim } = await claimOf(ana, tags, 'psf-2023:D1')
    const refused = await submit(ana, claim, 'tight')
    expect(refused.code).toBe('not-covered')
    expect(refused.message).toContain('tight#1')
    expect(await submit(ana, claim, 'associate')).toMatchObject({ status: 'SUBMITTED' })
  })

  test('nobody submits for another, and a closed workflow takes nothing new', async () => {
    const { claim } = await claimOf(ana)
    expect(await submit(rav, claim)).toMatchObject({ code: 'not-found' })
    await define('closing', workflow())
    await coordinator.ask('mutation { closeReviewWorkflow(key: "closing") { __typename } }')
    expect(await submit(ana, claim, 'closing')).toMatchObject({ code: 'workflow-closed' })
  })
})

describe('a review', () => {
  test('runs from assignment to a fellowship when reviewers agree', async () => {
    const { claim } = await claimOf(ana)
    await submit(ana, claim)
    expect((await look(coordinator, claim)).review.openSteps.map(({ type }: { type: string }) => type)).toContain(
      'assign-reviewers',
    )
    await assign(claim)
    await step(rav, claim, { judge: opinion('AWARD') })
    expect((await look(rex, claim)).review.opinions).toEqual([])
    expect((await look(rav, claim)).review.opinions).toHaveLength(1)
    expect((await look(ana, claim)).review).toMatchObject({ stage: 'under-review', opinions: [] })
    const done = await step(rex, claim, { judge: opinion('AWARD') })
    expect(done).toMatchObject({ status: 'AWARDED', review: { stage: 'awarded', settlement: { by: 'agreement' } } })
    expect((await look(ana, claim)).review.opinions).toHaveLength(2)
    const held = await database.within(JSON.parse(Buffer.from(claim, 'base64').toString().slice(6))[0], 'read', (tx) =>
      tx.query.fellowship.findMany({ columns: { descriptor: true, personId: true, claimId: true } }),
    )
    expect(held).toContainEqual({
      descriptor: 'psf-2023:D2',
      personId: anaId,
      claimId: JSON.parse(Buffer.from(claim, 'base64').toString().slice(6))[1],
    })
  })

  test('goes to moderation when reviewers differ, and is referred with a day to answer by', async () => {
    const boId = await person('north')
    const bo = await signIn('participant', 'north', boId)
    const { claim } = await claimOf(bo)
    await submit(bo, claim)
    await assign(claim)
    await step(rav, claim, { judge: opinion('AWARD') })
    await step(rex, claim, { judge: opinion('NOT_AWARD', 'not-met') })
    expect((await look(mod, claim)) ?? null).toBeNull()
    expect(await step(coordinator, claim, { appointModerators: [of(ravId)] })).toMatchObject({
      code: 'duplicate-person',
    })
    await step(coordinator, claim, { appointModerators: [of(modId)] })
    const moderated = await step(mod, claim, {
      moderate: { opinion: opinion('REFER', 'not-met', 'minor'), reason: 'Say more of A5.' },
    })
    expect(moderated.code).toBeUndefined()
    expect(await look(bo, claim)).toMatchObject({
      status: 'REFERRED',
      review: { stage: 'referred', due: '2026-03-16' },
    })
    const again = await step(bo, claim, { plain: 'RESUBMIT' })
    expect(again.code).toBe('same-version')
  })

  test('keeps out conflicts of interest, with the rule, and people who are no assessors', async () => {
    const boId = await person('north')
    const bo = await signIn('participant', 'north', boId)
    const { claim } = await claimOf(bo)
    const programme = await coordinator.ask(
      'mutation { startProgramme(key: "r", title: "P", agreementRequired: false) { ... on Programme { id } } }',
    )
    const pair = await coordinator.ask(
      'mutation($programme: ID!, $participants: [ParticipantInput!]!) { proposeRelationship(programme: $programme, kind: DYAD, participants: $participants, on: "2026-02-01") { ... on Relationship { id } ... on Refusal { message } } }',
      {
        programme: programme.data.startProgramme.id,
        participants: [
          { person: of(ravId), role: 'MENTOR' },
          { person: of(boId), role: 'MENTEE' },
        ],
      },
    )
    for (const [index, who] of [boId, ravId].entries())
      await coordinator.ask(
        'mutation($relationship: ID!, $by: ID!, $version: Int!) { advanceRelationship(relationship: $relationship, step: { accept: { by: $by, on: "2026-02-01" } }, expectedVersion: $version) { __typename } }',
        { relationship: pair.data.proposeRelationship.id, by: of(who), version: index + 1 },
      )
    await submit(bo, claim)
    const refused = await assign(claim)
    expect(refused).toMatchObject({ code: 'conflict-of-interest', path: 'reviewers[0]' })
    expect(refused.message).toContain('not-the-mentor')
    expect(await assign(claim, [rexId, extId])).toMatchObject({ code: 'not-an-assessor', path: 'step.reviewers[1]' })
    expect(await assign(claim, [rexId, modId])).toMatchObject({ status: 'SUBMITTED' })
  })

  test('is open to those who have a part in it and to nobody else; each takes their own steps', async () => {
    const { claim } = await claimOf(ana)
    await submit(ana, claim)
    for (const other of [rav, outsider, await signIn('analyst'), await signIn('data-steward')])
      expect(await look(other, claim)).toBeNull()
    expect(await look(stranger, claim)).toBeNull()
    await assign(claim)
    const seen = await look(coordinator, claim)
    expect(seen.submissions).toEqual([{ number: 1, evidence: null }])
    expect(seen.evidence.nodes).toEqual([])
    expect((await look(rav, claim)).claimant).toBeNull()
    expect(await step(coordinator, claim, { judge: opinion('AWARD') })).toMatchObject({ code: 'not-your-step' })
    expect(await step(mod, claim, { judge: opinion('AWARD') })).toMatchObject({ code: 'not-found' })
    expect(await step(ana, claim, { judge: opinion('AWARD') })).toMatchObject({ code: 'not-your-step' })
    const swap = { replaceReviewer: { leaves: of(rexId), reviewer: of(modId) } }
    expect(await step(rav, claim, swap)).toMatchObject({ code: 'not-your-step' })
    expect(await step(rav, claim, { judge: opinion('AWARD') }, 1)).toMatchObject({ code: 'stale-version' })
    expect(await step(ana, claim, { plain: 'WITHDRAW' })).toMatchObject({ status: 'WITHDRAWN' })
    expect(await look(rav, claim)).toBeNull()
    const mine = await rav.ask('{ myReviews { nodes { id } } }')
    expect(mine.data.myReviews.nodes.map(({ id }: { id: string }) => id)).not.toContain(claim)
  })

  test('hides who applies where it is double-blind', async () => {
    await define('blind', workflow({ doubleBlind: true }))
    const { claim } = await claimOf(ana)
    await submit(ana, claim, 'blind')
    await assign(claim)
    expect((await look(rav, claim)).review.applicant).toBeNull()
    expect((await look(coordinator, claim)).review.applicant).toBe(of(anaId))
    await step(rav, claim, { judge: opinion('NOT_AWARD', 'not-met') })
    await step(rex, claim, { judge: opinion('NOT_AWARD', 'not-met') })
    const seen = await look(ana, claim)
    expect(seen.review.opinions.map(({ by }: { by: string }) => by)).toEqual(['reviewer 1', 'reviewer 2'])
    expect(JSON.stringify(seen)).not.toContain(ravId)
  })
})

describe('referees', () => {
  const named = async (asker: Asker, claim: string, more: object, expectedVersion: number) => {
    const answer = await asker.ask(
      'mutation($claim: ID!, $name: String!, $observed: Boolean, $expectedVersion: Int!, $person: ID) { nameReferee(claim: $claim, name: $name, observedPractice: $observed, expectedVersion: $expectedVersion, person: $person) { __typename ... on Referee { id state } ... on Refusal { code path } } }',
      { claim, name: 'Ref', expectedVersion, ...more },
    )
    return answer.data.nameReferee
  }
  const invite = async (asker: Asker, referee: string, expiresOn = '2026-04-01') => {
    const answer = await asker.ask(
      'mutation($referee: ID!, $expiresOn: Day!) { inviteReferee(referee: $referee, expiresOn: $expiresOn) { __typename ... on Invited { token } ... on Refusal { code message } } }',
      { referee, expiresOn },
    )
    return answer.data.inviteReferee
  }
  const open = async (token: string, asker: { ask: typeof gateway.ask } = gateway) => {
    const answer = await asker.ask(
      'query($token: String!) { refereeInvitation(token: $token) { __typename ... on RefereeInvitation { name state descriptor version evidence { title } } ... on Refusal { code } } }',
      { token },
    )
    return answer.data.refereeInvitation
  }
  const answerIt = async (token: string, accept: boolean) =>
    (
      await gateway.ask(
        'mutation($token: String!, $accept: Boolean!) { answerInvitation(token: $token, accept: $accept) { __typename ... on RefereeInvitation { state } ... on Refusal { code } } }',
        { token, accept },
      )
    ).data.answerInvitation
  const stateIt = async (token: string, version: string, statement = 'I saw it.') =>
    (
      await gateway.ask(
        'mutation($token: String!, $version: String!, $statement: String!) { giveStatement(token: $token, version: $version, statement: $statement, confirms: ["psf-2023:A2"]) { __typename ... on RefereeInvitation { state } ... on Refusal { code path } } }',
        { token, version, statement },
      )
    ).data.giveStatement
  const withReferees = {
    tracks: [
      {
        category: 'FELLOW',
        reviewers: { count: 2, external: 0 },
        sampleShare: 0,
        sampleBorderline: false,
        refereeCount: 1,
        refereeRules: [{ condition: 'OBSERVED_PRACTICE', atLeastOne: true }],
      },
    ],
  }

  test('are asked for by the workflow: too few, or none who is eligible, is refused at submission', async () => {
    await define('refereed', workflow(withReferees))
    const { claim } = await claimOf(ana)
    expect(await submit(ana, claim, 'refereed')).toMatchObject({ code: 'wrong-count' })
    const one = await named(ana, claim, { observed: false }, 2)
    expect(one.state).toBe('NAMED')
    expect(await submit(ana, claim, 'refereed', 3)).toMatchObject({ code: 'ineligible-referee' })
    expect((await named(ana, claim, { person: of(anaId) }, 3)).__typename).toBe('Referee')
    expect((await named(outsider, claim, {}, 4)).code).toBe('not-found')
  })

  test('answer by a token, without signing in, on the very version that is submitted', async () => {
    const { claim, evidence } = await claimOf(ana)
    const referee = (await named(ana, claim, { observed: true }, 2)).id
    const { token } = await invite(ana, referee)
    expect(await open(token)).toMatchObject({ state: 'INVITED', descriptor: null, evidence: [] })
    expect((await answerIt(token, true)).state).toBe('ACCEPTED')
    expect(await stateIt(token, 'x')).toMatchObject({ code: 'nothing-submitted' })
    const { submissions } = await submit(ana, claim, 'refereed', 3)
    const { hash } = submissions[0]
    expect(await open(token)).toMatchObject({ version: hash, evidence: [{ title: 'All of it' }] })
    expect(await stateIt(token, 'f'.repeat(64))).toMatchObject({ code: 'wrong-version' })
    expect(await stateIt(token, hash)).toMatchObject({ state: 'STATED' })

    // Those who review read it, the applicant does not, and it is void once another version is submitted.
    await assign(claim)
    const read = async (asker: Asker) =>
      (
        await asker.ask(
          'query($id: ID!) { node(id: $id) { ... on Claim { referees { state statement confirms statedVersion } } } }',
          { id: claim },
        )
      ).data.node.referees[0]
    expect(await read(rav)).toMatchObject({ state: 'STATED', statement: 'I saw it.', confirms: ['psf-2023:A2'] })
    expect(await read(ana)).toMatchObject({ state: 'STATED', statement: null })
    expect(await read(coordinator)).toMatchObject({ state: 'STATED', statement: null })
    await step(rav, claim, { judge: opinion('REFER', 'not-met', 'minor') })
    await step(rex, claim, { judge: opinion('REFER', 'not-met', 'minor') })
    await ana.ask(
      'mutation($id: ID!) { reviseEvidence(evidence: $id, change: { title: "More of it" }, expectedVersion: 1) { __typename } }',
      { id: evidence },
    )
    const resubmitted = await step(ana, claim, { plain: 'RESUBMIT' })
    expect(resubmitted.submissions).toHaveLength(2)
    expect(await read(rav)).toMatchObject({ state: 'VOID', statement: null, confirms: [] })
    const second = await open(token)
    expect(second.version).not.toBe(hash)
    expect(await stateIt(token, hash)).toMatchObject({ code: 'wrong-version' })
    expect(await stateIt(token, second.version, 'I saw more.')).toMatchObject({ state: 'STATED' })
  })

  test('a token opens one invitation, until its day, and nothing once a newer one took its place', async () => {
    const { claim } = await claimOf(ana)
    const referee = (await named(ana, claim, { observed: true }, 2)).id
    const first = await invite(ana, referee)
    expect((await invite(outsider, referee)).code).toBe('not-found')
    const second = await invite(ana, referee)
    expect(second.token).not.toBe(first.token)
    expect(await open(first.token)).toMatchObject({ code: 'invitation-closed' })
    const changed = second.token.slice(0, -1) + (second.token.endsWith('0') ? '1' : '0')
    for (const wrong of [changed, '', 'x'.repeat(200), `${second.token} drop`])
      expect(await open(wrong)).toMatchObject({ code: 'invitation-closed' })
    expect(await open(second.token, ana)).toMatchObject({ state: 'INVITED' })
    expect(await open(second.token, stranger)).toMatchObject({ code: 'signed-in-elsewhere' })
    clock.now = '2026-04-02T09:00:00.000Z'
    expect(await open(second.token)).toMatchObject({ code: 'invitation-expired' })
    clock.now = '2026-03-02T09:00:00.000Z'
    expect((await answerIt(second.token, false)).state).toBe('DECLINED')
    expect(await answerIt(second.token, true)).toMatchObject({ code: 'step-not-open' })
  })

  test('no row holds a token', async () => {
    const { claim } = await claimOf(ana)
    const referee = (await named(ana, claim, { observed: true }, 2)).id
    const { token } = await invite(ana, referee)
    const [institutionId] = JSON.parse(Buffer.from(claim, 'base64').toString().slice(6))
    const rows = await database.within(institutionId, 'read', (tx) => tx.query.referee.findMany())
    expect(JSON.stringify(rows)).not.toContain(token.split('.')[2])
  })
})
