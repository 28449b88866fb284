import { hesa } from '@mentoring-commons/reporting'
import { type Context, type Tx, viewerOf } from '../../context.ts'
import { unknownId } from '../../own.ts'
import { Refused } from '../../refused.ts'
import { once } from '../people/idempotency.ts'
import { buildReport } from '../reporting/build.ts'
import { actedOn, type RecommendationStep, statusAfter, stepsFrom } from './course.ts'
import { citedFigures, type NamedFigure } from './figures.ts'
import {
  findingDays,
  findProject,
  findWave,
  has,
  insertAction,
  insertFinding,
  insertProject,
  insertRecommendation,
  lockRecommendation,
  updateRecommendation,
} from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** Begins a project on one wave of a survey: its id. */
export function beginBaseline(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly title: string; readonly surveyId: string; readonly on: string },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'beginBaseline', idempotencyKey, input }, async (tx) => {
    refuseFuture(context, input.on)
    const title = said(input.title, 'title')
    if ((await findWave(tx, institutionId, input.surveyId)) === undefined) throw unknownId('Survey', 'survey')
    const id = context.newId()
    await insertProject(tx, { institutionId, id, title, surveyId: input.surveyId, beganOn: input.on, ...by(context) })
    return id
  })
}

/** What was found, by whom, and which figures say so. */
export interface FindingInput extends Repeatable {
  readonly projectId: string
  readonly statement: string
  readonly on: string
  readonly foundById: string
  readonly figures: readonly NamedFigure[]
}

/**
 * Records a finding: its id. The figures are taken from the impact report as everybody who reads one may see it, under the HESA rules,
 * and kept as they were disclosed on that day.
 */
export function recordFinding(context: Context, { idempotencyKey, ...input }: FindingInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  const { projectId, foundById, on, figures } = input
  return once(context, { command: 'recordFinding', idempotencyKey, input }, async (tx) => {
    const project = await projectOf(tx, institutionId, projectId)
    refuseFuture(context, on)
    refuseBefore(on, project.beganOn, 'the project began')
    const statement = said(input.statement, 'statement')
    if (figures.length === 0 || figures.length > 50)
      throw new Refused({
        code: 'figures-number',
        message: `a finding rests on 1 to 50 figures, not ${figures.length}; name those that say it`,
        path: 'figures',
      })
    if (!(await has(tx, institutionId, 'person', foundById))) throw unknownId('Person', 'foundBy')
    const wave = await findWave(tx, institutionId, project.surveyId)
    if (wave === undefined) throw new TypeError('a project rests on a survey that is not there')
    const asOf = context.now().slice(0, 10)
    const report = await buildReport(tx, institutionId, wave.programme, hesa, asOf)
    const cited = citedFigures(report.figures, figures)
    const prefix = `survey.${wave.wave}.`
    const questionOf = (figure: string) =>
      figure.startsWith(prefix) && wave.questions.has(figure.slice(prefix.length)) ? figure.slice(prefix.length) : null
    if (cited.every(({ figure }) => questionOf(figure) === null))
      throw new Refused({
        code: 'no-question-cited',
        message: `at least one figure is of a question of the project's own survey: ${[...wave.questions].map((key) => prefix + key).join(', ')}`,
        path: 'figures',
      })
    const id = context.newId()
    await insertFinding(
      tx,
      { institutionId, id, projectId, statement, foundOn: on, foundById, ...by(context) },
      cited.map((figure) => ({ ...figure, question: questionOf(figure.figure), policy: 'hesa' as const, asOf })),
    )
    return id
  })
}

/** What is recommended, on which findings, and who answers for it. */
export interface AdviceInput extends Repeatable {
  readonly projectId: string
  readonly advice: string
  readonly on: string
  readonly ownerId: string
  readonly findingIds: readonly string[]
}

/** Recommends something that follows from findings: the recommendation's id. */
export function recommend(context: Context, { idempotencyKey, ...input }: AdviceInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  const { projectId, ownerId, on } = input
  return once(context, { command: 'recommend', idempotencyKey, input }, async (tx) => {
    await projectOf(tx, institutionId, projectId)
    refuseFuture(context, on)
    const advice = said(input.advice, 'advice')
    const findingIds = [...new Set(input.findingIds)]
    if (findingIds.length === 0)
      throw new Refused({
        code: 'no-finding',
        message: 'a recommendation follows from at least one finding; record what was found first',
        path: 'findings',
      })
    const days = await findingDays(tx, institutionId, projectId, findingIds)
    if (days.size < findingIds.length) throw unknownId('BaselineFinding', 'findings')
    refuseBefore(on, [...days.values()].sort().at(-1) ?? on, 'the last of its findings was found')
    if (!(await has(tx, institutionId, 'person', ownerId))) throw unknownId('Person', 'owner')
    const id = context.newId()
    await insertRecommendation(
      tx,
      {
        ...{ institutionId, id, projectId, advice, ownerId, proposedOn: on, since: on },
        ...{ status: 'proposed', cameOfIt: null, version: 1 },
      },
      findingIds,
      { type: 'propose', takenOn: on, because: null, ...by(context) },
    )
    return id
  })
}

/** Takes a step with a recommendation: its id. */
export function advanceRecommendation(
  context: Context,
  {
    idempotencyKey,
    ...input
  }: Repeatable & {
    readonly recommendationId: string
    readonly step: RecommendationStep
    readonly expectedVersion: number
  },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  const { recommendationId: id, step, expectedVersion } = input
  return once(context, { command: 'advanceRecommendation', idempotencyKey, input }, async (tx) => {
    const stored = await recommendationOf(tx, institutionId, id, expectedVersion)
    const status = statusAfter(stored.status, step.type)
    if (status === undefined)
      throw new Refused({
        code: 'step-not-possible',
        message: `a recommendation that is ${stored.status} cannot ${step.type}; it can ${stepsFrom(stored.status).join(', ') || 'do nothing any more: its course has ended'}`,
        path: 'step',
      })
    refuseFuture(context, step.on)
    refuseBefore(step.on, stored.since, 'its last step was taken')
    if (step.type === 'hand-over' && !(await has(tx, institutionId, 'person', step.ownerId)))
      throw unknownId('Person', 'step.handOver.owner')
    await updateRecommendation(
      tx,
      institutionId,
      id,
      {
        status,
        ownerId: step.type === 'hand-over' ? step.ownerId : stored.ownerId,
        since: step.on,
        cameOfIt: step.type === 'complete' ? said(step.cameOfIt, 'step.complete.cameOfIt') : null,
        version: expectedVersion + 1,
      },
      {
        type: step.type,
        takenOn: step.on,
        because: 'because' in step ? said(step.because, `step.${step.type}.because`) : null,
        ...by(context),
      },
    )
    return id
  })
}

/** What an action led to: a row of the institution, or something named by a key. */
export type Outcome =
  | { readonly kind: 'programme' | 'community'; readonly id: string; readonly title: string }
  | { readonly kind: 'award-scheme' | 'other'; readonly key: string; readonly title: string }

/** What was done on a recommendation. */
export interface ActionInput extends Repeatable {
  readonly recommendationId: string
  readonly what: string
  readonly on: string
  readonly outcome?: Outcome | undefined
  readonly expectedVersion: number
}

/** Records what was done on a recommendation, and what it led to: the action's id. */
export function recordAction(context: Context, { idempotencyKey, ...input }: ActionInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  const { recommendationId, on, outcome } = input
  return once(context, { command: 'recordAction', idempotencyKey, input }, async (tx) => {
    const stored = await recommendationOf(tx, institutionId, recommendationId, input.expectedVersion)
    if (!actedOn.includes(stored.status))
      throw new Refused({
        code: 'not-acted-on',
        message: `nothing is done on a recommendation that is ${stored.status}; accept it first`,
        path: 'recommendation',
      })
    refuseFuture(context, on)
    refuseBefore(on, stored.proposedOn, 'it was proposed')
    const what = said(input.what, 'what')
    const id = context.newId()
    await insertAction(tx, {
      ...{ institutionId, id, recommendationId, what, takenOn: on, ...by(context) },
      ...(outcome === undefined ? {} : await outcomeColumns(tx, institutionId, outcome)),
    })
    return id
  })
}

async function outcomeColumns(tx: Tx, institutionId: string, outcome: Outcome) {
  const { kind } = outcome
  const columns = { outcomeKind: kind, outcomeTitle: said(outcome.title, 'outcome.title') }
  if (!('id' in outcome)) return { ...columns, outcomeKey: said(outcome.key, 'outcome.key') }
  const { id } = outcome
  if (!(await has(tx, institutionId, outcome.kind, id)))
    throw unknownId(outcome.kind === 'programme' ? 'Programme' : 'Community', `outcome.${kind}`)
  return { ...columns, ...(kind === 'programme' ? { programmeId: id } : { communityId: id }) }
}

async function projectOf(tx: Tx, institutionId: string, id: string) {
  const project = await findProject(tx, institutionId, id)
  if (project === undefined) throw unknownId('BaselineProject', 'project')
  return project
}

async function recommendationOf(tx: Tx, institutionId: string, id: string, expectedVersion: number) {
  const stored = await lockRecommendation(tx, institutionId, id)
  if (stored === undefined) throw unknownId('BaselineRecommendation', 'recommendation')
  if (stored.version !== expectedVersion)
    throw new Refused({
      code: 'stale-version',
      message: `this recommendation was changed since you read it (it is at version ${stored.version} now); read it again and decide again`,
      path: 'expectedVersion',
    })
  return stored
}

function by(context: Context) {
  return { recordedBy: viewerOf(context).accountId, recordedAt: context.now() }
}

function said(text: string, path: string): string {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > 2000)
    throw new Refused({
      code: 'text-length',
      message: `say it in 1 to 2000 characters; these are ${trimmed.length}`,
      path,
    })
  return trimmed
}

function refuseFuture(context: Context, on: string) {
  const today = context.now().slice(0, 10)
  if (on > today)
    throw new Refused({
      code: 'day-in-the-future',
      message: `${on} is after today, ${today}: say what has happened`,
      path: 'on',
    })
}

function refuseBefore(on: string, earliest: string, what: string) {
  if (on < earliest)
    throw new Refused({
      code: 'day-too-early',
      message: `${on} is before ${earliest}, when ${what}; say a day from then on`,
      path: 'on',
    })
}
