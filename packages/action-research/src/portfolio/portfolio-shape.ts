import type { Completeness } from '../completeness.ts'
import type { Audience } from '../consent.ts'
import type { Certainty } from '../models/model.ts'
import type { LeftOut } from '../views/shown.ts'
import type { Spiral } from '../views/spiral.ts'

/** The sections of a portfolio in their order, each with its title and how to supply it when it is missing. */
export const portfolioSections = {
  context: { title: 'Context and values', toDo: 'Say where you work and which values the inquiry is held to.' },
  concern: { title: 'Concern', toDo: 'Name the problem in practice that the inquiry starts from.' },
  why: { title: 'Why it matters', toDo: 'Say why the concern matters, to whom, and why now.' },
  baseline: {
    title: 'Where things stood',
    toDo: 'Record what was found before acting: a time of diagnosing, or evidence marked as baseline.',
  },
  literature: { title: 'What others have found', toDo: 'Say what has been read and what it adds.' },
  question: { title: 'Question', toDo: 'Ask one question of your own practice.' },
  ethics: { title: 'Ethics and consent', toDo: 'Record the approval that covers the days of acting.' },
  plan: { title: 'Plan and how it changed', toDo: 'Plan at least one step, and how it will be observed.' },
  actions: { title: 'What was done', toDo: 'Record when the plan was acted on.' },
  data: { title: 'Data and analysis', toDo: 'Add evidence: without data it is no action research.' },
  findings: {
    title: 'Findings, and what speaks against them',
    toDo: 'Make a claim, look for evidence against it, and record what was found or where none was.',
  },
  claims: { title: 'Claims and what they stand on', toDo: 'Claim what the evidence bears out, and cite it.' },
  validation: {
    title: 'Validation by others',
    toDo: 'Have the claims heard by someone who is not an author, and record the challenges.',
  },
  change: { title: 'What changed in practice', toDo: 'Say what is done differently now, also if nothing is.' },
  learning: {
    title: 'Learning',
    toDo: 'Reflect in a cycle, and carry into the next what you, your team or the organisation learned.',
  },
  limits: { title: 'Limits', toDo: 'Say what the inquiry cannot show, and why.' },
  next: { title: 'Next cycle', toDo: 'Begin a cycle that follows, or say why the inquiry ends here.' },
  mapping: { title: 'Mapping to outcomes', toDo: 'Tag items with the outcomes or dimensions that they speak to.' },
} as const

/** The name of a section. */
export type SectionId = keyof typeof portfolioSections

/** The sorts of things that a portfolio holds a snapshot of. */
export const itemKinds = [
  'cycle',
  'evidence',
  'reflection',
  'outlook',
  'claim',
  'meeting',
  'problem',
  'change',
  'stakeholder',
  'annotation',
] as const

/** A thing of the inquiry that is in a portfolio. */
export interface PortfolioItem {
  readonly kind: (typeof itemKinds)[number]
  readonly id: string
}

/** A labelled fact of an entry; `item` when it speaks of another thing, `isWords` when it may be withdrawn while that stays. */
export interface EntryDetail {
  readonly label: string
  readonly text: string
  readonly isWords?: true
  readonly item?: PortfolioItem
}

/** One thing said in a section; `text` may be empty when the details say it all. Days are `YYYY-MM-DD`. */
export interface PortfolioEntry {
  readonly heading: string
  readonly text: string
  readonly item?: PortfolioItem
  readonly from?: string
  readonly to?: string
  readonly details: readonly EntryDetail[]
}

/** A section; `toDo` says what it lacks, and is not empty when it is missing. */
export interface PortfolioSection {
  readonly id: SectionId
  readonly title: string
  readonly status: 'present' | 'missing'
  readonly entries: readonly PortfolioEntry[]
  readonly toDo: readonly string[]
}

/** A criterion of quality: by name which of its checks are met and which are not; never a score. */
export interface PortfolioCriterion {
  readonly title: string
  readonly source: string
  readonly certainty: Certainty
  readonly present: readonly string[]
  readonly missing: readonly string[]
}

/**
 * An inquiry as it stood at one version of its stream, for one audience: a value that never changes. `items` are all
 * things in it, `leftOut` counts those that are not.
 */
export interface Portfolio {
  readonly format: 'action-research-portfolio'
  readonly formatVersion: 1
  readonly inquiry: string
  readonly version: number
  readonly frozenOn: string
  readonly audience: Audience
  readonly authors: readonly string[]
  readonly begunOn: string
  readonly model: string
  readonly label: Completeness['label']
  readonly sections: readonly PortfolioSection[]
  readonly quality: readonly PortfolioCriterion[]
  readonly spiral: Spiral
  readonly items: readonly PortfolioItem[]
  readonly leftOut: readonly LeftOut[]
}
