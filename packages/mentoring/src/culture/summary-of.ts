import type { ImpactAnswer, SelfAssessmentAnswers } from './self-assessment.ts'

/** What is said of one practice or community, or of the institution as a whole. */
export interface SummaryLine {
  readonly about: 'practice' | 'community' | 'institution'
  /** `null` for the institution. */
  readonly entryId: string | null
  readonly name: string
  /** How a practice is held, or how ready a community is; `null` for the institution. */
  readonly state: string | null
  /** What mentoring brings about now, and what it could; each in the order given. */
  readonly current: readonly ImpactAnswer[]
  readonly potential: readonly ImpactAnswer[]
}

/** The outcome of a session to take away. Counts of entries; no score. */
export interface SelfAssessmentSummary {
  readonly institution: string
  readonly heldOn: string
  readonly participants: number | null
  /** Practices, then communities, in the order given; the institution last, if anything is said of all of it. */
  readonly lines: readonly SummaryLine[]
  readonly counts: {
    readonly formal: number
    readonly informal: number
    readonly communities: number
    /** Communities that carry mentoring already. */
    readonly carrying: number
    readonly current: number
    readonly potential: number
    /** Current impacts that rest on something written down. */
    readonly currentOnRecord: number
    /** Practices and communities of which no impact, current or potential, is told. */
    readonly withoutImpact: number
  }
}

/**
 * Gives the summary table of a session: what there is, what it brings about, and what it could. Pass what
 * `readSelfAssessment` gave.
 *
 * @example
 * ```ts
 * import { type SelfAssessmentAnswers, summaryOf } from '@mentoring-commons/mentoring'
 *
 * const answers: SelfAssessmentAnswers = {
 *   assessment: 'institutional-self-assessment', version: 1, institution: 'Example University', heldOn: '2026-03-05', participants: 9,
 *   practices: [{ id: 'p1', name: 'New lecturers are paired', form: 'formal' }], communities: [],
 *   impacts: [{ id: 'i1', concerns: ['p1'], time: 'current', for: 'mentees', statement: 'They settle in.', sign: 'positive', evidence: 'record' }],
 * }
 * summaryOf(answers).lines.map((line) => [line.name, line.current.length, line.potential.length]) //=> [["New lecturers are paired", 1, 0]]
 * ```
 */
export function summaryOf(answers: SelfAssessmentAnswers): SelfAssessmentSummary {
  const { institution, heldOn, participants, practices, communities, impacts } = answers
  const split = (own: readonly ImpactAnswer[]) => ({
    current: own.filter(({ time }) => time === 'current'),
    potential: own.filter(({ time }) => time === 'potential'),
  })
  const of = (id: string) => split(impacts.filter(({ concerns }) => concerns.includes(id)))
  const whole = impacts.filter(({ concerns }) => concerns.length === 0)
  const entries: readonly SummaryLine[] = [
    ...practices.map(({ id, name, form }) => ({
      about: 'practice' as const,
      entryId: id,
      name,
      state: form,
      ...of(id),
    })),
    ...communities.map(({ id, name, readiness }) => ({
      about: 'community' as const,
      entryId: id,
      name,
      state: readiness,
      ...of(id),
    })),
  ]
  const all = split(impacts)
  return {
    institution,
    heldOn,
    participants,
    lines: [
      ...entries,
      ...(whole.length === 0
        ? []
        : [{ about: 'institution' as const, entryId: null, name: institution, state: null, ...split(whole) }]),
    ],
    counts: {
      formal: practices.filter(({ form }) => form === 'formal').length,
      informal: practices.filter(({ form }) => form === 'informal').length,
      communities: communities.length,
      carrying: communities.filter(({ readiness }) => readiness === 'does-already').length,
      current: all.current.length,
      potential: all.potential.length,
      currentOnRecord: all.current.filter(({ evidence }) => evidence === 'record').length,
      withoutImpact: entries.filter(({ current, potential }) => current.length + potential.length === 0).length,
    },
  }
}
