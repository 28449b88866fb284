import { periodsOf, type Relationship, type RelationshipStep, type StatusPeriod } from '@mentoring-commons/mentoring'

/** The course of a relationship as its stored steps tell it, in the order of their versions. */
export function courseOf(
  state: Relationship,
  taken: readonly { readonly step: RelationshipStep | { readonly type: 'propose' } }[],
): readonly StatusPeriod[] {
  const course = periodsOf(
    state,
    taken.map(({ step }) => step),
  )
  if ('value' in course) return course.value
  throw new TypeError(`the steps of relationship ${state.id} do not lead to its state: ${course.refusal.message}`)
}
