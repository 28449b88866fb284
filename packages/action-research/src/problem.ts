/** What is to be better, as a statement that an observed change can be linked to. */
export interface Problem {
  readonly id: string
  readonly statement: string
  readonly statedOn: string
}

/** What observing found with regard to a problem: a change, or that nothing changed. */
export const observedKinds = ['change', 'no-change'] as const

/** An observed change, or none, of a problem, in words and with the evidence that shows it. */
export interface ObservedChange {
  readonly id: string
  readonly problem: string
  readonly observed: (typeof observedKinds)[number]
  readonly text: string
  readonly evidence: readonly string[]
  readonly on: string
}
