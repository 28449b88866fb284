import { type Category, holdsAtLeast } from '../fellowship/category.ts'

/**
 * A rule on who may assess a claim. `not-the-applicant` always holds, listed or not.
 *
 * - `not-the-mentor`: is not and never was a mentor of the applicant.
 * - `not-the-same-unit`: shares no unit with the applicant; people from outside have none here.
 * - `holds-the-category`: holds at least the category that is claimed.
 * - `not-the-line-manager`: is no line manager of the applicant.
 * - `not-a-referee`: is no referee of the claim.
 */
export type ConflictRule =
  | 'not-the-applicant'
  | 'not-the-mentor'
  | 'not-the-same-unit'
  | 'holds-the-category'
  | 'not-the-line-manager'
  | 'not-a-referee'

/** All rules, the one that cannot be left out first. */
export const conflictRules: readonly ConflictRule[] = [
  'not-the-applicant',
  'not-the-mentor',
  'not-the-same-unit',
  'holds-the-category',
  'not-the-line-manager',
  'not-a-referee',
]

/** Somebody who may review, moderate or read a claim, as the caller knows them on the day. */
export type Assessor =
  | {
      readonly id: string
      readonly kind: 'internal'
      /** All units that the person belongs to. Ids are compared as they are. */
      readonly units: readonly string[]
      readonly holds: Category | 'none'
    }
  | { readonly id: string; readonly kind: 'external'; readonly holds: Category | 'none' }

/** What must be known of an applicant to keep conflicts out. */
export interface Applicant {
  readonly id: string
  readonly units: readonly string[]
  /** Everybody who is or ever was a mentor of the applicant. */
  readonly mentorIds: readonly string[]
  readonly lineManagerIds: readonly string[]
  /** The referees of the claim as it is submitted. */
  readonly refereeIds: readonly string[]
}

/** A rule that keeps somebody out, and why, as a clause that follows on a name. */
export interface Conflict {
  readonly rule: ConflictRule
  readonly why: string
}

/**
 * Gives every rule that keeps somebody from assessing a claim, in the order of `conflictRules`. A rule that cannot be answered
 * because no unit is on record keeps out.
 *
 * @example
 * ```ts
 * import { conflictsOf } from '@mentoring-commons/ukpsf/review'
 * const ada = { id: 'ada', units: ['history'], mentorIds: ['mia'], lineManagerIds: [], refereeIds: [] }
 * const mia = { id: 'mia', kind: 'internal', units: ['history'], holds: 'senior' } as const
 * const rules = ['not-the-mentor', 'not-the-same-unit', 'holds-the-category'] as const
 * conflictsOf(rules, 'fellow', ada, mia).map((conflict) => conflict.rule) //=> ["not-the-mentor","not-the-same-unit"]
 * ```
 */
export function conflictsOf(
  rules: readonly ConflictRule[],
  category: Category,
  applicant: Applicant,
  assessor: Assessor,
): readonly Conflict[] {
  return conflictRules.flatMap((rule) => {
    const why =
      rule === 'not-the-applicant' || rules.includes(rule) ? reasonFor(rule, category, applicant, assessor) : undefined
    return why === undefined ? [] : [{ rule, why }]
  })
}

function reasonFor(
  rule: ConflictRule,
  category: Category,
  applicant: Applicant,
  assessor: Assessor,
): string | undefined {
  switch (rule) {
    case 'not-the-applicant':
      return assessor.id === applicant.id ? 'is the applicant' : undefined
    case 'not-the-mentor':
      return applicant.mentorIds.includes(assessor.id) ? 'is or was a mentor of the applicant' : undefined
    case 'not-the-same-unit':
      return unitReason(applicant, assessor)
    case 'holds-the-category':
      if (holdsAtLeast(assessor.holds, category)) return undefined
      return `holds ${assessor.holds === 'none' ? 'no fellowship' : `the category ${assessor.holds}`}, and ${category} is claimed`
    case 'not-the-line-manager':
      return applicant.lineManagerIds.includes(assessor.id) ? 'is a line manager of the applicant' : undefined
    case 'not-a-referee':
      return applicant.refereeIds.includes(assessor.id) ? 'is a referee of the claim' : undefined
  }
}

function unitReason(applicant: Applicant, assessor: Assessor): string | undefined {
  if (assessor.kind === 'external') return undefined
  if (assessor.units.length === 0) return 'has no unit on record, so that it cannot be told from that of the applicant'
  if (applicant.units.length === 0) return 'cannot be told from the unit of the applicant, who has none on record'
  const shared = assessor.units.find((unit) => applicant.units.includes(unit))
  return shared === undefined ? undefined : `belongs to '${shared}', as the applicant does`
}
