import { daysAfter } from '../days.ts'
import { type ParticipantRole, participantRoles } from '../people/participant.ts'
import { type CasesShape, cases, code, id, listed, optional, whole } from '../shape/shape.ts'
import type { BriefingRecord, SupervisionSession, TrainingRecord } from './preparation.ts'

/** One thing that a programme asks of its mentors. */
export type EligibilityRule =
  /** A training, completed at most `withinDays` ago where that is given, and still valid. */
  | { readonly asks: 'training'; readonly training: string; readonly withinDays?: number }
  | {
      readonly asks: 'briefing'
      readonly programmeId: string
      readonly role: ParticipantRole
      readonly withinDays?: number
    }
  /** So many minutes of supervision altogether in the last `withinDays` days. */
  | { readonly asks: 'supervision'; readonly minutes: number; readonly withinDays: number }

/** The declared shape of a rule. */
export const eligibilityRuleShape: CasesShape<EligibilityRule> = cases<EligibilityRule, 'asks'>('asks', {
  training: { training: code, withinDays: optional(whole(1, 36_500)) },
  briefing: { programmeId: id, role: listed(participantRoles), withinDays: optional(whole(1, 36_500)) },
  supervision: { minutes: whole(1, 100_000), withinDays: whole(1, 36_500) },
})

/** What is recorded of people. */
export interface PreparationRecords {
  readonly trainings: readonly TrainingRecord[]
  readonly briefings: readonly BriefingRecord[]
  readonly supervisions: readonly SupervisionSession[]
}

/** Every reason why a rule is not met. */
export const unmetReasons = ['missing', 'too-long-ago', 'no-longer-valid', 'too-little'] as const

/** A rule that somebody does not meet, why, and what to do next. */
export interface UnmetRule {
  readonly rule: EligibilityRule
  readonly reason: (typeof unmetReasons)[number]
  readonly next: string
}

/** Whether somebody meets every rule, and what is missing, in the order of the rules. */
export interface Eligibility {
  readonly eligible: boolean
  readonly unmet: readonly UnmetRule[]
}

/**
 * Gives whether somebody may mentor on a day as a programme's rules ask, and what to do where not. What is recorded for a later day
 * does not count yet; a period of `withinDays` reaches back from the day itself, which is its last.
 *
 * @example
 * ```ts
 * import { eligibleMentor } from '@mentoring-commons/mentoring'
 *
 * const records = { trainings: [{ personId: 'mia', training: 'foundations', completedOn: '2025-09-01' }], briefings: [], supervisions: [] }
 * eligibleMentor('mia', records, [{ asks: 'training', training: 'foundations' }], '2026-01-05').eligible //=> true
 * eligibleMentor('mia', records, [{ asks: 'supervision', minutes: 60, withinDays: 92 }], '2026-01-05').unmet[0]?.reason //=> "missing"
 * ```
 */
export function eligibleMentor(
  personId: string,
  records: PreparationRecords,
  rules: readonly EligibilityRule[],
  on: string,
): Eligibility {
  const unmet = rules.flatMap((rule) => unmetBy(personId, records, rule, on))
  return { eligible: unmet.length === 0, unmet }
}

function unmetBy(
  personId: string,
  records: PreparationRecords,
  rule: EligibilityRule,
  on: string,
): readonly UnmetRule[] {
  switch (rule.asks) {
    case 'training': {
      const done = records.trainings.filter((one) => one.personId === personId && one.training === rule.training)
      const next = `complete the training "${rule.training}"`
      return dated(rule, done, next, on)
    }
    case 'briefing': {
      const { programmeId, role } = rule
      const done = records.briefings.filter(
        (one) => one.personId === personId && one.programmeId === programmeId && one.role === role,
      )
      return dated(rule, done, `take part in the briefing for the role of ${role}`, on)
    }
    case 'supervision': {
      const first = firstDay(on, rule.withinDays)
      const held = records.supervisions.filter(
        ({ mentorIds, heldOn }) => mentorIds.includes(personId) && heldOn >= first && heldOn <= on,
      )
      const minutes = held.reduce((sum, one) => sum + one.durationMinutes, 0)
      if (minutes >= rule.minutes) return []
      const next = `take ${rule.minutes - minutes} more minutes of supervision`
      return [{ rule, reason: minutes === 0 ? 'missing' : 'too-little', next }]
    }
  }
}

function dated(
  rule: Extract<EligibilityRule, { readonly asks: 'training' | 'briefing' }>,
  records: readonly { readonly completedOn: string; readonly validUntil?: string }[],
  next: string,
  on: string,
): readonly UnmetRule[] {
  const done = records.filter((one) => one.completedOn <= on)
  if (done.length === 0) return [{ rule, reason: 'missing', next }]
  const valid = done.filter(({ validUntil }) => validUntil === undefined || on <= validUntil)
  if (valid.length === 0) return [{ rule, reason: 'no-longer-valid', next: `${next} again` }]
  const first = rule.withinDays === undefined ? '' : firstDay(on, rule.withinDays)
  if (valid.some((one) => one.completedOn >= first)) return []
  return [{ rule, reason: 'too-long-ago', next: `${next} again` }]
}

function firstDay(on: string, withinDays: number): string {
  return daysAfter(on, 1 - withinDays)
}
