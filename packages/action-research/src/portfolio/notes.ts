import type { Annotation } from '../annotation.ts'
import { dayInWords, wordInWords } from '../views/in-words.ts'
import type { EntryDetail, PortfolioEntry, PortfolioSection } from './portfolio-shape.ts'

/**
 * Sections with the annotations beside what they are about: at each entry of that thing, or, where there is none, in
 * the limits, for what was corrected or doubted limits what can be said.
 */
export function withNotes(
  sections: readonly PortfolioSection[],
  annotations: readonly Annotation[],
): readonly PortfolioSection[] {
  const placed = sections.map((one) => ({ ...one, entries: one.entries.map((entry) => annotated(entry, annotations)) }))
  const entries = sections.flatMap((one) => one.entries)
  const loose = annotations.filter((note) => !entries.some((entry) => isAbout(note, entry)))
  if (loose.length === 0) return placed
  return placed.map((one) =>
    one.id === 'limits'
      ? { ...one, status: 'present', entries: [...one.entries, ...loose.map(entryOf)], toDo: [] }
      : one,
  )
}

function isAbout({ about }: Annotation, { item }: PortfolioEntry): boolean {
  return item !== undefined && item.kind === about.kind && item.id === about.id
}

function annotated(entry: PortfolioEntry, annotations: readonly Annotation[]): PortfolioEntry {
  const notes = annotations.filter((note) => isAbout(note, entry)).map(detailOf)
  return notes.length === 0 ? entry : { ...entry, details: [...entry.details, ...notes] }
}

function detailOf({ id, on, by, text }: Annotation): EntryDetail {
  return { label: `Note of ${by}, ${dayInWords(on)}`, text, item: { kind: 'annotation', id } }
}

function entryOf({ id, about, by, on, text }: Annotation): PortfolioEntry {
  const heading = `Note of ${by} on the ${wordInWords(about.kind).toLowerCase()}`
  return { heading, text, item: { kind: 'annotation', id }, from: on, details: [] }
}
