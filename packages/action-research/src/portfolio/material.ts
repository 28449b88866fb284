import type { Evidence } from '../evidence.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import { wordInWords } from '../views/in-words.ts'
import type { Shown } from '../views/shown.ts'
import {
  type EntryDetail,
  type PortfolioEntry,
  type PortfolioItem,
  type PortfolioSection,
  portfolioSections,
  type SectionId,
} from './portfolio-shape.ts'

/** A tag given to an item by whoever asks for the portfolio, such as the code of an outcome or a dimension. */
export interface Tag {
  readonly item: PortfolioItem
  readonly tag: string
}

/** What sections are made of: what is shown, the authors' words that need nobody's consent, and what the caller adds. */
export interface Material {
  readonly inquiry: Pick<
    InquiryUnderway,
    'question' | 'values' | 'derivedFrom' | 'ethics' | 'problems' | 'consents' | 'criticalFriends' | 'groups'
  >
  readonly shown: Shown
  readonly labels: ReadonlyMap<string, string>
  readonly texts: Readonly<Partial<Record<SectionId, string>>>
  readonly tags: readonly Tag[]
}

/** A section: the caller's own text first, then the entries; missing when there is neither. */
export function section(
  id: SectionId,
  { texts }: Material,
  entries: readonly PortfolioEntry[],
  toDo: readonly string[] = [],
): PortfolioSection {
  const text = texts[id]
  const { title, toDo: supply } = portfolioSections[id]
  const all = [...(text === undefined ? [] : [{ heading: '', text, details: [] }]), ...entries]
  if (all.length === 0) return { id, title, status: 'missing', entries: [], toDo: [supply] }
  return { id, title, status: 'present', entries: all, toDo }
}

/** The heading of a cycle, by its number. */
export function cycleHeading({ labels }: Material, id: string): string {
  return `Cycle ${labels.get(id) ?? id}`
}

/** The detail that names an item of evidence as readers know it. */
export function evidenceDetail({ shown }: Material, label: string, id: string): readonly EntryDetail[] {
  const item = shown.evidence.find((one) => one.id === id)
  return item === undefined ? [] : [{ label, text: evidenceInWords(item), item: { kind: 'evidence', id } }]
}

/** Evidence in a few words: its kind and its source. */
export function evidenceInWords({ kind, source }: Evidence): string {
  return `${wordInWords(kind)}, ${source}`
}
