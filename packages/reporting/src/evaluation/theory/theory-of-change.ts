/** Every kind of node, in the order in which one leads to the next. */
export const nodeKinds = ['input', 'activity', 'output', 'outcome', 'impact', 'objective'] as const

/** One of those. The last change that is hoped for is of the kind `impact`, and is called long-term change wherever it is shown. */
export type NodeKind = (typeof nodeKinds)[number]

/** How each kind is called where it is shown. */
export const kindTitles: Readonly<Record<NodeKind, string>> = {
  input: 'Inputs',
  activity: 'Activities',
  output: 'Outputs',
  outcome: 'Outcomes',
  impact: 'Long-term change',
  objective: 'Objectives',
}

/** How well the evidence carries a link. */
export const strengths = ['none', 'weak', 'moderate', 'strong'] as const

/** One of those. */
export type Strength = (typeof strengths)[number]

/** One thing that is put in, done, or hoped for. A node of the kind `objective` stands for an objective of the organisation. */
export type TheoryNode = {
  readonly id: string
  readonly title: string
  /** Which indicators tell of it; each hangs on one node at least. */
  readonly indicatorIds: readonly string[]
} & ({ readonly kind: Exclude<NodeKind, 'objective'> } | { readonly kind: 'objective'; readonly objectiveId: string })

/** Another explanation of what a link says that mentoring brings about. */
export interface Rival {
  readonly id: string
  readonly explanation: string
}

/** That one node leads to another: why it should, under what assumption, and what speaks for it and against it. */
export interface TheoryLink {
  readonly id: string
  readonly from: string
  readonly to: string
  /** `feeds-back` may run backwards; all others together have no circle. */
  readonly relation: 'leads-to' | 'feeds-back'
  /** How the one brings about the other. */
  readonly mechanism: string
  /** What has to hold for that. */
  readonly assumption: string
  readonly evidenceIds: readonly string[]
  readonly strength: Strength
  readonly rivals: readonly Rival[]
}

/** A programme's theory of change. */
export interface TheoryOfChange {
  readonly id: string
  readonly title: string
  readonly nodes: readonly TheoryNode[]
  readonly links: readonly TheoryLink[]
}
