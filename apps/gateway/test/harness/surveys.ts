import { expect } from 'vitest'
import { participation } from '../../src/modules/mentoring/table.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, globalId, type testGateway } from './gateway.ts'

type Gateway = Awaited<ReturnType<typeof testGateway>>

const refusal = '... on Refusal { code message path }'

/** Plans a survey. */
export const plan = `mutation ($p: ID!, $i: ID!, $key: String!, $waves: [SurveyWaveInput!]!, $again: String) {
  planSurvey(programme: $p, instrument: $i, key: $key, title: "Your experience", waves: $waves, idempotencyKey: $again) {
    ... on SurveySeries { id key version launchedOn responsesMin instrument { key } waves { key moment opensOn closesOn roles survey { id wave label audience } } } ${refusal} } }`

/** Launches one. */
export const launch = `mutation ($s: ID!, $min: Int, $version: Int!) {
  launchSurvey(series: $s, responsesMin: $min, expectedVersion: $version) { ... on SurveySeries { id version launchedOn responsesMin } ${refusal} } }`

/** Moves a wave. */
export const move = `mutation ($s: ID!, $opens: Day!, $closes: Day!, $version: Int!) {
  moveSurveyWave(survey: $s, opensOn: $opens, closesOn: $closes, expectedVersion: $version) { ... on SurveySeries { version waves { key opensOn closesOn } } ${refusal} } }`

/** Invites people. */
export const invite = `mutation ($s: ID!, $cohort: ID, $first: Int, $expires: Day) {
  inviteToSurvey(survey: $s, cohort: $cohort, first: $first, expiresOn: $expires) { ... on SurveyInvited { left links { invitation person url expiresOn } } ${refusal} } }`

/** Gives a new link. */
export const renew = `mutation ($i: ID!, $expires: Day) {
  renewSurveyLink(invitation: $i, expiresOn: $expires) { ... on SurveyLink { url expiresOn } ${refusal} } }`

const questionnaire = `... on SurveyQuestionnaire { survey title language standing withdrawnOn opensOn closesOn answers { item choices number } questions { item label kind required min max choices { code label } } }`

/** One's own questionnaire. */
export const mine = `query ($s: ID!, $l: String) { mySurvey(survey: $s, language: $l) { ${questionnaire} ${refusal} } }`

/** Answers. */
export const answer = `mutation ($s: ID!, $a: [SurveyAnswerInput!]!) { answerSurvey(survey: $s, answers: $a) { ${questionnaire} ${refusal} } }`

/** Withdraws. */
export const withdraw = `mutation ($s: ID!) { withdrawFromSurvey(survey: $s) { ${questionnaire} ${refusal} } }`

/** Response and attrition. */
export const returns = `query ($s: ID!) { node(id: $s) { ... on SurveySeries { returns {
  waves { wave invited answered complete withdrawn outstanding responseRate }
  pairs { from to answeredFrom answeredTo paired lost joined attrition }
  patterns { answered respondents } } } } }`

/** A first wave that is open on the day of the tests, and a later one. */
export const waves = [
  {
    key: 'before',
    label: 'Before',
    moment: 'BASELINE',
    opensOn: '2026-03-01',
    closesOn: '2026-03-14',
    roles: ['mentee'],
  },
  { key: 'after', label: 'After', moment: 'END', opensOn: '2026-09-01', closesOn: '2026-09-14', roles: [] },
]

/** A launched survey of a programme with people in a cohort: ids as the API names them. */
export async function launchedSurvey(
  gateway: Gateway,
  coordinator: Asker,
  { key, people, responsesMin = 5 }: { key: string; people: number; responsesMin?: number },
) {
  const value = async <T = { readonly id: string }>(query: string, variables?: Record<string, unknown>): Promise<T> => {
    const answer = await coordinator.ask(query, variables)
    expect(answer.errors).toBeUndefined()
    return Object.values(answer.data)[0] as T
  }
  const { id: programme } = await value(
    `mutation { startProgramme(key: "${key}", title: "Programme ${key}") { ... on Programme { id } } }`,
  )
  const { id: cohort } = await value(
    'mutation ($p: ID!) { openCohort(programme: $p, label: "1") { ... on Cohort { id } } }',
    { p: programme },
  )
  const rowOf = (id: string) => JSON.parse(Buffer.from(id, 'base64').toString().replace(/^\w+:/, ''))[1] as string
  const ids: string[] = []
  for (let at = 0; at < people; at++) {
    const personId = await gateway.person('north', { name: `Test Person ${at}` })
    ids.push(personId)
  }
  const institutionId = institutionIdOf('north')
  await gateway.database.within(institutionId, 'write', (tx) =>
    tx
      .insert(participation)
      .values(ids.map((personId) => ({ institutionId, cohortId: rowOf(cohort), personId, role: 'mentee' as const }))),
  )
  const known = await coordinator.ask('{ surveyInstruments { nodes { id key } } }')
  let instrument = known.data.surveyInstruments.nodes.find(
    (one: { key: string }) => one.key === 'experience-of-mentoring',
  )?.id as string | undefined
  instrument ??= (
    await value('mutation { adoptSurveyInstrument(key: "experience-of-mentoring") { ... on SurveyInstrument { id } } }')
  ).id
  const planned = await value<{
    readonly id: string
    readonly waves: readonly { readonly survey: { readonly id: string } }[]
  }>(plan, { p: programme, i: instrument, key, waves })
  const series = planned.id
  await value(launch, { s: series, min: responsesMin, version: 1 })
  const [before, after] = planned.waves.map(({ survey }) => survey.id)
  if (before === undefined || after === undefined) throw new Error('a wave is missing')
  return { programme, cohort, instrument, series, before, after, people: ids, rowOf }
}

/** The path of a link, to be asked for without a network. */
export function pathIn(url: string): string {
  const { pathname } = new URL(url)
  return pathname
}

/** A person of the north as the API names them. */
export const personOf = (id: string) => globalId('Person', 'north', id)
