import type { Audience } from '../../consent.ts'
import { type Cycle, endedOn } from '../../cycle.ts'
import type { InquiryUnderway } from '../../inquiry.ts'
import { dayInWords, wordInWords } from '../../views/in-words.ts'
import type { LeftOutSort, Shown } from '../../views/shown.ts'
import { type WithholdingReason, withheldEvidence } from '../../views/withheld.ts'
import { plain, type Source, type SourceText } from './source.ts'

/** The sources of a project, and why texts that were given are not among them. */
export interface Gathered {
  readonly sources: readonly Source[]
  readonly left: readonly (readonly [LeftOutSort, WithholdingReason])[]
}

/**
 * The texts that may be exported to an audience: evidence whose participants consent to being quoted to it, since its
 * text is their words, and the reflections that are shown; `authors` are the names that authors have there. Each is coded with its kind and the facets of its day.
 */
export function gather(
  inquiry: InquiryUnderway,
  shown: Shown,
  texts: readonly SourceText[],
  audience: Audience,
  authors: readonly string[],
): Gathered {
  const left: [LeftOutSort, WithholdingReason][] = []
  const evidence = texts.flatMap(({ evidence: id, text }): readonly Source[] => {
    const raw = inquiry.evidence.find((item) => item.id === id)
    const item = shown.evidence.find((one) => one.id === id)
    const because = raw === undefined ? undefined : withheldEvidence(inquiry, raw, audience, true)
    if (because !== undefined) left.push(['text of evidence', because])
    if (item === undefined || because !== undefined) return []
    const cycle = inquiry.cycles.find((one) => one.id === item.cycle)
    return [
      {
        ref: { kind: 'evidence', id },
        name: `${wordInWords(item.kind)}, ${item.source}, ${dayInWords(item.on)}`,
        given: text,
        text: plain(text),
        on: item.on,
        cycle: item.cycle,
        codes: [`kind:${item.kind}`, ...facetsOn(cycle, item.on)],
        participants: item.participants,
        evidence: item,
      },
    ]
  })
  const reflections = shown.cycles.flatMap(({ cycle, reflections }) =>
    reflections.map(
      ({ id, by, on, text }): Source => ({
        ref: { kind: 'reflection', id },
        name: `Reflection, ${by}, ${dayInWords(on)}`,
        given: text,
        text: plain(text),
        on,
        cycle: cycle.id,
        codes: ['facet:reflect'],
        participants: authors.includes(by) ? [] : [by],
        ...(authors.includes(by) ? { author: by } : {}),
      }),
    ),
  )
  return { sources: [...evidence, ...reflections], left }
}

function facetsOn(cycle: Cycle | undefined, day: string): readonly string[] {
  if (cycle === undefined) return []
  const end = endedOn(cycle) ?? '9999-12-31'
  const open = cycle.facets
    .filter(({ from, to }) => from <= day && day <= (to ?? end))
    .map(({ facet }) => `facet:${facet}`)
  return [...new Set(open)]
}
