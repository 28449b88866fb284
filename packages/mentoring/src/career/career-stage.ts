import { type Result, refuse } from '../refusal.ts'
import { parseShape } from '../shape/parse-shape.ts'
import { code, day, id, list, type ObjectShape, object, optional, text, whole } from '../shape/shape.ts'

/** A stage of a career, as an institution names it. */
export interface CareerStage {
  readonly code: string
  readonly title: string
}

/** The stages that an institution tells apart. Their order says nothing: to take a new role is no step down. */
export interface StageSet {
  readonly id: string
  readonly version: number
  readonly stages: readonly CareerStage[]
}

/** That somebody is at a stage from a day until their next spell; without `stage` it is not known from then on. */
export interface CareerSpell {
  readonly personId: string
  readonly from: string
  readonly stage?: string
}

/** The declared shape of a set of stages. */
export const stageSetShape: ObjectShape<StageSet> = object<StageSet>({
  id,
  version: whole(1, 10_000),
  stages: list<CareerStage>(object<CareerStage>({ code, title: text(120) }), 1),
})

/** The declared shape of a spell. */
export const careerSpellShape: ObjectShape<CareerSpell> = object<CareerSpell>({
  personId: id,
  from: day,
  stage: optional(code),
})

/**
 * Gives a set of stages, each code once.
 *
 * @example
 * ```ts
 * import { defineStages } from '@mentoring-commons/mentoring'
 *
 * const stages = [{ code: 'early', title: 'Early career' }, { code: 'new-role', title: 'Experienced, new to the role' }]
 * 'value' in defineStages({ id: 'stages', version: 1, stages }) //=> true
 * ```
 */
export function defineStages(input: StageSet): Result<StageSet> {
  const parsed = parseShape(input, stageSetShape)
  if ('refusal' in parsed) return parsed
  const codes = input.stages.map((one) => one.code)
  const index = codes.findIndex((one, at) => codes.indexOf(one) !== at)
  if (index === -1) return parsed
  return refuse('stage-not-listed', `Stage "${codes[index]}" stands twice: name each once.`, `stages[${index}].code`)
}

/**
 * Gives a spell that may be added to those of the person: its stage is one of the set, and no other spell begins that day.
 *
 * @example
 * ```ts
 * import { recordSpell } from '@mentoring-commons/mentoring'
 *
 * const set = { id: 'stages', version: 1, stages: [{ code: 'early', title: 'Early career' }] }
 * 'value' in recordSpell({ personId: 'ada', from: '2024-09-01', stage: 'early' }, set, []) //=> true
 * ```
 */
export function recordSpell(
  input: CareerSpell,
  { stages }: StageSet,
  spells: readonly CareerSpell[],
): Result<CareerSpell> {
  const parsed = parseShape(input, careerSpellShape)
  if ('refusal' in parsed) return parsed
  const { personId, from, stage } = input
  if (stage !== undefined && !stages.some((one) => one.code === stage)) {
    const message = `"${stage}" is no stage here: use one of ${stages.map((one) => one.code).join(', ')}, or leave it out where it is not known.`
    return refuse('stage-not-listed', message, 'stage')
  }
  if (spells.some((one) => one.personId === personId && one.from === from)) {
    return refuse('already-done', `A spell of "${personId}" begins on ${from} already: correct that one.`, 'from')
  }
  return parsed
}
