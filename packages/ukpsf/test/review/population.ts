import { type Category, holdsAtLeast } from '../../src/fellowship/category.ts'
import type { Applicant, Assessor } from '../../src/review/conflict.ts'
import type { WorkflowInput } from '../../src/review/workflow.ts'

export interface Population {
  readonly applicant: Applicant
  readonly people: readonly Assessor[]
}

/** Real people for a workflow: those of its pool, or plenty; and the applicant who finds the fewest of them free. */
export function populationFor(workflow: WorkflowInput, category: Category): Population {
  const pool = workflow.pool ?? [
    { unit: 'history', holds: 'principal' as const, people: 40 },
    { unit: 'physics', holds: 'principal' as const, people: 40 },
  ]
  const inside = pool.flatMap(({ unit, holds, people }, group) =>
    Array.from({ length: people }, (_, index) => ({
      id: `${unit}-${group}-${index}`,
      kind: 'internal' as const,
      units: [unit],
      holds,
    })),
  )
  const outside = Array.from({ length: workflow.externals }, (_, index) => ({
    id: `outside-${index}`,
    kind: 'external' as const,
    holds: 'principal' as const,
  }))
  const has = (rule: string) => (workflow.conflicts as readonly string[]).includes(rule)
  const able = inside.filter((person) => !has('holds-the-category') || holdsAtLeast(person.holds, category))
  const size = (unit: string) => able.filter((person) => person.units[0] === unit).length
  const unit = ['history', 'physics', 'law'].reduce((most, each) => (size(each) > size(most) ? each : most))
  const others = has('not-the-same-unit') ? able.filter((person) => person.units[0] !== unit) : [...able]
  const self = !has('not-the-same-unit') && !has('holds-the-category') ? others.shift()?.id : undefined
  const id = self ?? 'ada'
  const taken = (rule: string, count: number) =>
    has(rule) ? Array.from({ length: count }, () => others.shift()?.id ?? 'somebody else') : ['nobody']
  const referees = workflow.tracks[category]?.referees.count ?? 0
  const refereeIds = has('not-a-referee')
    ? Array.from({ length: referees }, (_, index) => others.shift()?.id ?? `referee-${index}`)
    : Array.from({ length: referees }, (_, index) => `referee-${index}`)
  return {
    applicant: {
      id,
      units: [unit],
      mentorIds: taken('not-the-mentor', 1),
      lineManagerIds: taken('not-the-line-manager', 1),
      refereeIds,
    },
    people: [...inside, ...outside],
  }
}
