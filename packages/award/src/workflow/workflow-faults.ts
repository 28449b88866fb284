import type { Refusal } from '../refusal.ts'
import { peopleNeeded } from './people-needed.ts'
import { relations } from './relation.ts'
import type { PartialWorkflow } from './workflow.ts'

type Fields = Readonly<Record<string, unknown>>

const daysMax = 3660
const most = { assessors: 7, attempts: 6, practice: 100_000, people: 100_000 } as const

/** The faults of the parts of a workflow that are given, and of how they fit together. */
export function* workflowFaults(workflow: PartialWorkflow, path: string): Generator<Refusal> {
  if (!isRecord(workflow)) return yield malformed(path, 'a workflow', workflow)
  const { practice, inquiry, assessors, keptOut, moderation, decidedBy, resubmission, appeal, clocks, people } =
    workflow
  if (practice !== undefined) yield* practiceFaults(practice, `${path}.practice`)
  if (inquiry !== undefined && !['required', 'optional'].includes(inquiry)) {
    yield malformed(`${path}.inquiry`, 'required or optional', inquiry)
  }
  if (assessors !== undefined && !isWhole(assessors, 1, most.assessors)) {
    yield malformed(`${path}.assessors`, `a whole number from 1 to ${most.assessors}`, assessors)
  }
  if (keptOut !== undefined) yield* keptOutFaults(keptOut, `${path}.keptOut`)
  if (moderation !== undefined) yield* moderationFaults(moderation, `${path}.moderation`)
  if (decidedBy !== undefined && !['anyone', 'others'].includes(decidedBy)) {
    yield malformed(`${path}.decidedBy`, 'anyone or others', decidedBy)
  }
  if (resubmission !== undefined && resubmission !== 'none') {
    yield* resubmissionFaults(resubmission, `${path}.resubmission`)
  }
  if (appeal !== undefined && appeal !== 'none') yield* appealFaults(appeal, `${path}.appeal`)
  if (clocks !== undefined) yield* clockFaults(clocks, `${path}.clocks`)
  if (people === undefined) return
  if (!isWhole(people, 0, most.people)) yield malformed(`${path}.people`, 'a whole number of people', people)
  if (assessors === undefined || decidedBy === undefined || appeal === undefined) return
  const needed = peopleNeeded({ assessors, decidedBy, appeal })
  if (people >= needed) return
  const message = `With ${people} people the way to an award can come to a halt: ${needed} can be needed to assess, moderate, decide${appeal === 'none' ? '' : ', and do so anew after an appeal'}. Find more people, or ask for fewer.`
  yield { code: 'workflow-dead-end', message, path: `${path}.people` }
}

function* practiceFaults(practice: unknown, path: string): Generator<Refusal> {
  if (!isRecord(practice)) return yield malformed(path, 'relationships, hours, meetings and duringProgramme', practice)
  for (const field of ['relationships', 'meetings']) {
    if (isWhole(practice[field], 0, most.practice)) continue
    yield malformed(`${path}.${field}`, 'a whole number, 0 for none', practice[field])
  }
  if (!isNumber(practice.hours, 0, most.practice)) yield malformed(`${path}.hours`, 'hours, 0 for none', practice.hours)
  if (typeof practice.duringProgramme !== 'boolean') {
    yield malformed(`${path}.duringProgramme`, 'true or false', practice.duringProgramme)
  }
  const asks = Number(practice.hours) > 0 || Number(practice.meetings) > 0
  if (!asks || practice.relationships !== 0) return
  const message = `${path} asks for hours or meetings and for no relationship to count them in: ask for at least 1 relationship.`
  yield { code: 'workflow-malformed', message, path: `${path}.relationships` }
}

function* keptOutFaults(keptOut: unknown, path: string): Generator<Refusal> {
  const known = Object.keys(relations)
  if (!Array.isArray(keptOut))
    return yield malformed(path, `a list, which may be empty, of ${known.join(', ')}`, keptOut)
  for (const [index, relation] of keptOut.entries()) {
    if (!known.includes(relation)) yield malformed(`${path}[${index}]`, `one of ${known.join(', ')}`, relation)
  }
}

function* moderationFaults(moderation: unknown, path: string): Generator<Refusal> {
  if (!isRecord(moderation)) return yield malformed(path, 'a share and a seed', moderation)
  if (!isNumber(moderation.share, 0, 1)) yield malformed(`${path}.share`, 'a number from 0 to 1', moderation.share)
  if (typeof moderation.seed !== 'string' || moderation.seed.trim() === '') {
    yield malformed(`${path}.seed`, 'a text that is not empty', moderation.seed)
  }
}

function* resubmissionFaults(resubmission: unknown, path: string): Generator<Refusal> {
  if (!isRecord(resubmission)) return yield malformed(path, 'none, or attemptsMax and withinDays', resubmission)
  const { attemptsMax, withinDays } = resubmission
  if (!isWhole(attemptsMax, 2, most.attempts)) {
    yield malformed(`${path}.attemptsMax`, `2 to ${most.attempts} submissions, or write resubmission none`, attemptsMax)
  }
  if (!isWhole(withinDays, 1, daysMax)) yield malformed(`${path}.withinDays`, days, withinDays)
}

function* appealFaults(appeal: unknown, path: string): Generator<Refusal> {
  if (!isRecord(appeal)) return yield malformed(path, 'none, or withinDays', appeal)
  const { withinDays, decideWithinDays } = appeal
  if (!isWhole(withinDays, 1, daysMax)) yield malformed(`${path}.withinDays`, days, withinDays)
  if (decideWithinDays !== undefined && !isWhole(decideWithinDays, 1, daysMax)) {
    yield malformed(`${path}.decideWithinDays`, days, decideWithinDays)
  }
}

function* clockFaults(clocks: unknown, path: string): Generator<Refusal> {
  if (!isRecord(clocks)) return yield malformed(path, 'clocks, which may be {}', clocks)
  const known = ['assessWithinDays', 'moderateWithinDays', 'decideWithinDays', 'conferWithinDays']
  for (const [clock, length] of Object.entries(clocks)) {
    if (!known.includes(clock)) yield malformed(`${path}.${clock}`, `one of ${known.join(', ')}`, clock)
    else if (!isWhole(length, 1, daysMax)) yield malformed(`${path}.${clock}`, days, length)
  }
}

const days = `a whole number of days from 1 to ${daysMax}`

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNumber(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && value >= min && value <= max
}

function isWhole(value: unknown, min: number, max: number): value is number {
  return isNumber(value, min, max) && Number.isInteger(value)
}

function malformed(path: string, needed: string, got: unknown): Refusal {
  const message = `${path} is ${JSON.stringify(got) ?? 'absent'}: write ${needed}.`
  return { code: 'workflow-malformed', message, path }
}
