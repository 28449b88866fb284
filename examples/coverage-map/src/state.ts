import {
  type Counting,
  type DimensionCode,
  defineEvidence,
  type Evidence,
  type Refusal,
} from '@mentoring-commons/ukpsf'
import type { Portfolio } from './portfolio.ts'

/** Where on the page a tag is changed: behind an open cell, or at the piece of evidence. */
export type Place = 'panel' | 'piece'

/** Everything the page shows follows from this. */
export interface State {
  readonly portfolio: Portfolio
  /** The name of the file it came from; nothing for the sample. */
  readonly file?: string
  readonly counting: Counting
  /** Whether tags of other editions are left out of the reading. They stay in the portfolio. */
  readonly leaveOut: boolean
  /** The dimension whose evidence is shown. */
  readonly open?: DimensionCode
  /** A file that was not taken, and why. */
  readonly notTaken?: { readonly file: string; readonly refusals: readonly Refusal[] }
  /** A change that was not made, and why. */
  readonly notChanged?: { readonly refusal: Refusal; readonly place: Place; readonly id: string }
}

/** The state with a portfolio just opened. */
export function opened(portfolio: Portfolio, file?: string): State {
  return { portfolio, counting: 'claimed', leaveOut: false, ...(file === undefined ? {} : { file }) }
}

/** The state without what was said about the last file and the last change. */
export function settled({ notTaken: _, notChanged: __, ...state }: State): State {
  return state
}

/** The state with a tag set or taken away, or with the reason why the library does not have it. */
export function withTag(state: State, id: string, code: string, wanted: boolean, place: Place): State {
  const { portfolio } = state
  const at = portfolio.evidence.findIndex((item) => item.id === id)
  const item = portfolio.evidence[at]
  if (item === undefined) throw new RangeError(`There is no evidence called '${id}'.`)
  const others = item.tags.filter((tag) => tag !== code)
  const changed = defineEvidence({ ...item, tags: wanted ? [...others, code] : others })
  if (changed.refusal) {
    const refusal = { ...changed.refusal, path: `evidence[${at}].${changed.refusal.path}` }
    return { ...settled(state), notChanged: { refusal, place, id } }
  }
  return settled({ ...state, portfolio: { ...portfolio, evidence: portfolio.evidence.with(at, changed.value) } })
}

/** The state with a draft put forward as evidence. */
export function withDraft(state: State, id: string): State {
  const { portfolio } = state
  const taken = portfolio.drafts.filter((draft: Evidence) => draft.id === id)
  const drafts = portfolio.drafts.filter((draft: Evidence) => draft.id !== id)
  return settled({ ...state, portfolio: { ...portfolio, drafts, evidence: [...portfolio.evidence, ...taken] } })
}
