import type { AssessmentRule } from './assessment-rule.ts'
import type { Credit } from './credit.ts'
import type { OutcomeRequirement } from './outcome-requirement.ts'
import type { Period } from './period.ts'
import type { RecognisingBody, Recognition } from './recognition.ts'
import type { Sourced } from './sourced.ts'
import type { PartialWorkflow } from './workflow/workflow.ts'

/** A place in a framework that a version is tied to, with its edition, such as `ukpsf-2006:SD3`; `says` is how, in own short words. */
export interface FrameworkLink extends Sourced {
  readonly to: string
  readonly says: string
}

/** One version of a scheme: what it requires while it is in force. Each of the three groups of outcomes is required once. */
export interface SchemeVersion extends Sourced, Period {
  readonly version: string
  readonly recognition: readonly Recognition[]
  readonly outcomes: readonly OutcomeRequirement[]
  readonly frameworkLinks: readonly FrameworkLink[]
  readonly assessmentRules: readonly AssessmentRule[]
  readonly credit?: Credit
  /** How it is assessed, as far as the institution has decided it. */
  readonly workflow?: PartialWorkflow
}

/** An accredited award over time. At least one version; no two are in force on one day. `source` is the one of title and provider. */
export interface Scheme extends Sourced {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly provider: string
  readonly recognisingBody?: RecognisingBody
  readonly versions: readonly [SchemeVersion, ...SchemeVersion[]]
}

/** A scheme as it is handed in, whose versions may still be none. */
export interface SchemeInput extends Omit<Scheme, 'versions'> {
  readonly versions: readonly SchemeVersion[]
}
