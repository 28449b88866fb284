import type { AssessmentRule } from '../assessment-rule.ts'
import type { Sourced } from '../sourced.ts'

/** What SEDA-PDF asks of the assessment of every programme, in own short words. */
export const sedaAssessmentRules: readonly AssessmentRule[] = [
  {
    code: 'seda-pdf:each-group',
    says: 'Values, core outcomes and the specialist outcomes of the named award are each shown and assessed.',
    source: 'seda.ac.uk: SEDA-PDF further guidance; Mentoring and Coaching award page',
    certainty: '2+',
  },
  {
    code: 'seda-pdf:moderated',
    says: 'Systems monitor, moderate and review assessment, for example by external examining and appeals.',
    source: 'seda.ac.uk: SEDA-PDF criteria, process, forms, glossary and guidance for recognisers',
    certainty: '2+',
  },
]

/** How many years after recognition, or after the last review, SEDA-PDF reviews a programme. It is an interval, not an expiry. */
export const sedaReviewInterval: Sourced & { readonly years: number } = {
  years: 5,
  source: 'seda.ac.uk: SEDA-PDF process, cost page and forms',
  certainty: '2+',
}
