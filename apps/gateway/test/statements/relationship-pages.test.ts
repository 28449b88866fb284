import { expect, test } from 'vitest'
import { type Asker, testGateway } from '../harness/gateway.ts'
import { pairIn } from '../harness/pair.ts'
import { statementsOf } from '../harness/statements.ts'

const ofPair = `agreement { version terms { topicsIn } signatures { on } relationship { id } }
  agreements(first: 2) { nodes { version draftedBy signatures { on } } } goals(first: 2) { nodes { title milestones { title } relationship { id } } }
  phaseView(model: "kram") { stand } periods { status } statusOn(on: "2026-02-01") continuesId
  meetings(first: 2) { nodes { session { stages } } }`
const ofCoordinator = `agreement { version terms { topicsIn } } agreements(first: 2) { nodes { version } }
  goalProgress { open milestones } periods { status } meetings(first: 2) { nodes { session { stages } } }`
const ofPeople = `trainings(first: 2) { nodes { training } } briefings(first: 2) { nodes { role programme { key } } }
  supervisions(first: 2) { nodes { mentorIds functions } } careerStages { stage } careerStageOn`

test('a page of relationships, or of people, is read in as many statements as one of them', async () => {
  const gateway = await testGateway()
  const pair = await pairIn(gateway)
  const { coordinator, mentee, mentor, stranger, idOf } = pair
  for (let index = 0; index < 4; index++) {
    const relationship = await pair.relationship()
    const say = async (asker: Asker, mutation: string) => {
      const answer = await asker.ask(`mutation ($id: ID!) { said: ${mutation} }`, { id: relationship })
      expect(answer.data?.said.__typename, JSON.stringify(answer)).not.toBe('Refusal')
    }
    await say(mentee, 'setGoal(relationship: $id, title: "Lead", setOn: "2026-02-01") { __typename }')
    await say(
      mentee,
      'assessPhase(relationship: $id, role: MENTEE, model: "kram", phase: "initiation", on: "2026-02-01") { __typename }',
    )
    await say(
      mentor,
      `draftAgreement(relationship: $id, on: "2026-01-13", expectedVersion: 0, terms: {
          startsOn: "2026-02-01", endsOn: "2027-01-31", renewable: true, topicsIn: [], topicsOut: [], openness: PRIVATE, reviewEveryDays: 90, problems: TALK_TO_EACH_OTHER
          meetings: { everyDays: 42, durationMinutes: 60, modes: [ONLINE], arrangedBy: MENTEE, preparationDays: 2, cancellationHours: 24 }
          contact: { allowed: false, answerWithinDays: 0 }, confidentialityExceptions: [RISK_OF_HARM, LEGAL_DUTY], distance: { noJointInterests: true, noDecisionsAfterwards: true }
        }) { __typename }`,
    )
    for (const asker of [mentor, mentee])
      await say(asker, 'signAgreement(relationship: $id, version: 1, on: "2026-01-14") { __typename }')
    await say(
      mentor,
      'recordMeeting(relationship: $id, heldOn: "2026-02-03", durationMinutes: 60, mode: ONLINE, session: { framework: "grow", stages: ["goal"] }) { __typename }',
    )
  }
  await coordinator.ask(
    'mutation { defineCareerStages(stages: [{ code: "early", title: "Early" }], expectedVersion: 0) { __typename } }',
  )
  for (const person of [mentor, mentee, stranger].map(idOf)) {
    const supervisor = idOf(person === idOf(stranger) ? mentor : stranger)
    for (const mutation of [
      'recordTraining(person: $p, training: "foundations", completedOn: "2026-01-10") { __typename }',
      `recordBriefing(person: $p, programme: "${pair.programme}", role: MENTOR, completedOn: "2026-01-10") { __typename }`,
      `recordSupervision(supervisor: "${supervisor}", mentors: [$p], heldOn: "2026-02-10", durationMinutes: 60, mode: INDIVIDUAL, functions: [RESOURCING]) { __typename }`,
      'recordCareerStage(person: $p, from: "2024-09-01", stage: "early") { __typename }',
    ]) {
      const answer = await coordinator.ask(`mutation ($p: ID!) { said: ${mutation} }`, { p: person })
      expect(answer.data?.said.__typename, JSON.stringify(answer)).not.toBe('Refusal')
    }
  }
  const counted = async (asker: Asker, query: (first: number) => string, rows: number) => {
    const [one, many] = [1, rows].map(
      (first) => () =>
        asker.ask(query(first)).then((answer) => {
          expect(answer.errors, JSON.stringify(answer.errors)).toBeUndefined()
          expect(JSON.stringify(answer.data).match(/"row"/g)).toHaveLength(first)
        }),
    )
    return [
      await statementsOf(gateway, one as () => Promise<void>),
      await statementsOf(gateway, many as () => Promise<void>),
    ]
  }
  const pages: readonly [Asker, (first: number) => string, number][] = [
    [mentee, (first) => `{ myRelationships(first: ${first}) { nodes { row: id ${ofPair} } } }`, 4],
    [
      coordinator,
      (first) =>
        `{ programme(key: "pairs") { relationships(first: ${first}) { nodes { row: id ${ofCoordinator} } } } }`,
      4,
    ],
    [coordinator, (first) => `{ people(first: ${first}) { nodes { row: id ${ofPeople} } } }`, 3],
  ]
  for (const [asker, query, rows] of pages) {
    const [one, many] = await counted(asker, query, rows)
    expect(one).toBeGreaterThan(0)
    expect(many).toBe(one)
  }
})
