import { expect } from 'vitest'
import type { SurveyFile } from '../../src/intake/mapping.ts'
import { intakeStore } from '../../src/intake/store.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Asker, globalId, type testGateway } from './gateway.ts'

type Gateway = Awaited<ReturnType<typeof testGateway>>

const refusal = '... on Refusal { code message path }'

/** Begins a project. */
export const begin = `mutation ($title: String!, $survey: ID!, $on: Day!, $key: String) {
  beginBaseline(title: $title, survey: $survey, on: $on, idempotencyKey: $key) {
    __typename ... on BaselineProject { id title beganOn survey { wave } } ${refusal} } }`

/** Records a finding. */
export const find = `mutation ($project: ID!, $statement: String!, $on: Day!, $by: ID!, $figures: [BaselineFigureInput!]!, $key: String) {
  recordFinding(project: $project, statement: $statement, on: $on, foundBy: $by, figures: $figures, idempotencyKey: $key) {
    __typename ... on BaselineFinding { id statement foundOn foundBy { name }
      figures { figure question cohort choice value n unit policy asOf } } ${refusal} } }`

/** Recommends something. */
export const recommend = `mutation ($project: ID!, $advice: String!, $findings: [ID!]!, $owner: ID!, $on: Day!, $key: String) {
  recommend(project: $project, advice: $advice, findings: $findings, owner: $owner, on: $on, idempotencyKey: $key) {
    __typename ... on BaselineRecommendation { id status version allowedSteps owner { name } } ${refusal} } }`

/** Takes a step with a recommendation. */
export const advance = `mutation ($id: ID!, $step: BaselineRecommendationStepInput!, $version: Int!, $key: String) {
  advanceRecommendation(recommendation: $id, step: $step, expectedVersion: $version, idempotencyKey: $key) {
    __typename ... on BaselineRecommendation { id status version since cameOfIt allowedSteps owner { name } } ${refusal} } }`

/** Records what was done. */
export const act = `mutation ($id: ID!, $what: String!, $on: Day!, $outcome: BaselineOutcomeInput, $version: Int!, $key: String) {
  recordAction(recommendation: $id, what: $what, on: $on, outcome: $outcome, expectedVersion: $version, idempotencyKey: $key) {
    __typename ... on BaselineAction { id what on outcome { kind key title programme { key } community { label } } } ${refusal} } }`

/** A survey on how far people have experienced mentoring. */
export const experience: SurveyFile = {
  file: 'experience.csv',
  as: 'survey',
  wave: { key: 'baseline', label: 'Mentoring experience (made up)', audience: 'mentee' },
  fields: { cohort: { column: 'cohort' }, respondent: { column: 'respondent' } },
  items: ['been_mentored', 'recognised'].map((key) => ({
    key,
    label: key === 'been_mentored' ? 'I have been mentored' : 'My mentoring is recognised',
    column: key,
    kind: 'one' as const,
    choices: ['yes', 'no'].map((code) => ({ code, label: code, pattern: code })),
  })),
}

/** The programme and the survey, answered by 60 people of cohort 1: the ids of both, as the API names them. */
export async function answeredSurvey(gateway: Gateway, asker: Asker, institution = 'north', key = 'experience') {
  const started = await asker.ask(
    `mutation { startProgramme(key: "${key}", title: "Experience") { ... on Programme { id } } }`,
  )
  const programme = started.data.startProgramme.id as string
  await asker.ask('mutation ($p: ID!) { openCohort(programme: $p, label: "2007") { __typename } }', { p: programme })
  const store = intakeStore(gateway.database, institutionIdOf(institution), { key, title: 'Experience' })
  await store.transaction(async (writer) => {
    await writer.survey(experience)
    await writer.responses(
      experience,
      Array.from({ length: 60 }, (_, at) => ({
        cohort: 1,
        respondent: String(at + 1),
        answers: [
          { item: 'been_mentored', choices: [at < 41 ? 'yes' : 'no'] },
          ...(at < 3 ? [{ item: 'recognised', choices: ['yes'] }] : []),
        ],
      })),
    )
    return { keep: true, value: undefined }
  })
  const read = await asker.ask(
    'query ($p: ID!) { node(id: $p) { ... on Programme { surveys { id wave } impactReport { figures(ids: ["survey.baseline.been_mentored"]) { id by { cohort choice } value suppressed } } } } }',
    { p: programme },
  )
  expect(read.errors).toBeUndefined()
  return { programme, survey: read.data.node.surveys[0].id as string, figures: read.data.node.impactReport.figures }
}

/** A person of an institution as the API names them. */
export const personOf = (id: string, institution = 'north') => globalId('Person', institution, id)
