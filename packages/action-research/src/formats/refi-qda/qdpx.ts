import { type Audience, audiences } from '../../consent.ts'
import type { Inquiry, InquiryUnderway } from '../../inquiry.ts'
import { isIsoDate } from '../../iso-date.ts'
import { tooLong } from '../../portfolio/text-limit.ts'
import { type Refusal, type Result, refuse } from '../../refusal.ts'
import { cycleTree, flat } from '../../views/cycle-tree.ts'
import { countLeftOut, type LeftOut, type Shown } from '../../views/shown.ts'
import { shownTo } from '../../views/shown-to.ts'
import { utf8 } from '../text/utf8.ts'
import { allCodes, type Code } from './code.ts'
import { type NotCarried, notCarried } from './not-carried.ts'
import { linksLost, type ProjectParts, projectXml } from './project.ts'
import { type Coding, faultInTexts, place, type Source, type SourceText } from './source.ts'
import { type Place, sourceGuid } from './source-element.ts'
import { gather } from './sources.ts'
import { type ZipEntry, zip } from './zip.ts'

/** For whom and of which day a project is, what it is called, and the texts, codes and codings kept by the caller. */
export interface QdpxOptions {
  readonly audience: Audience
  readonly on: string
  readonly name: string
  readonly texts?: readonly SourceText[]
  readonly codes?: readonly Code[]
  readonly codings?: readonly Coding[]
}

/** A project as a `.qdpx` file: its bytes, the files in it, what consent left out, and what the format does not carry. */
export interface Qdpx {
  readonly bytes: Uint8Array
  readonly entries: readonly ZipEntry[]
  readonly leftOut: readonly LeftOut[]
  readonly notCarried: readonly NotCarried[]
}

/**
 * An inquiry as a project of the REFI-QDA standard, for programs of qualitative analysis. Sources are the texts given of
 * evidence, where its participants consent to being quoted to the audience, and the reflections that it may read; claims,
 * challenges and annotations are notes, cycles are sets, participants are cases by number. The same input gives the same
 * bytes. Refuses an inquiry that has not begun, an unknown audience, a day that is none, a blank name, texts of no
 * evidence, codes that make no codebook, codings beyond their text or of no code, and texts beyond `textLengthMax`.
 * @example
 * ```ts
 * import { actionResearch, fold, qdpx, type InquiryEvent } from '@mentoring-commons/action-research'
 * const begun: InquiryEvent = {
 *   type: 'InquiryBegun', inquiry: 'i1', question: 'How do I listen?', values: ['trust'], model: 'lewin',
 *   facets: ['plan', 'act', 'observe', 'reflect'], policy: 'responsive', authors: ['ana'], on: '2026-01-05',
 * }
 * const answer = qdpx(fold(actionResearch(), [begun]), { audience: 'internal', on: '2026-06-30', name: 'Listening' })
 * 'value' in answer && answer.value.entries.map(({ path }) => path) //=> ["project.qde"]
 * ```
 */
export function qdpx(inquiry: Inquiry, options: QdpxOptions): Result<Qdpx> {
  if (inquiry.status === 'not-begun') return refuse('not-begun', 'the inquiry has not begun; begin it first')
  const { audience, on, name, texts = [], codings = [] } = options
  const all = allCodes(options.codes ?? [])
  if ('refusal' in all) return all
  const refusal = faultIn(options) ?? faultInTexts(texts, inquiry) ?? faultInCodings(codings, inquiry, all.value)
  if (refusal !== undefined) return { refusal }
  const people = inquiry.authors.map((_, index) => `author ${index + 1}`)
  const called = Object.fromEntries(inquiry.authors.map((id, index) => [id, people[index] ?? id]))
  const shown = shownTo(inquiry, audience, called)
  const { sources, left } = gather(inquiry, shown, texts, audience, people)
  const placed = placesOf(codings, sources)
  if ('refusal' in placed) return placed
  const lost = codings.length - placed.value.length
  const codingsLeft = Array.from({ length: lost }, () => ['coding', 'rests-on-withheld'] as const)
  const parts: ProjectParts = {
    inquiry: inquiry.id,
    name,
    description: inquiry.question,
    on,
    people,
    codes: all.value,
    sources,
    places: placed.value,
    labels: new Map(flat(cycleTree(inquiry.cycles)).map(({ cycle, label }) => [cycle.id, label])),
    shown,
  }
  const long = longText(parts)
  if (long !== undefined) return { refusal: long }
  const entries = [
    { path: 'project.qde', bytes: utf8(projectXml(parts)) },
    ...parts.sources.map(({ ref, text }) => ({
      path: `Sources/${sourceGuid(inquiry.id, ref)}.txt`,
      bytes: utf8(text),
    })),
  ]
  const leftOut = [...shown.leftOut, ...countLeftOut([...left, ...codingsLeft])]
  return { value: { bytes: zip(entries), entries, leftOut, notCarried: notCarried(shown, sources, linksLost(parts)) } }
}

function faultIn({ audience, on, name }: QdpxOptions): Refusal | undefined {
  if (!audiences.includes(audience)) {
    const says = `audience is ${JSON.stringify(audience)}; use one of ${audiences.join(', ')}`
    return refuse('unknown-value', says, 'audience').refusal
  }
  if (!isIsoDate(on)) {
    return refuse('invalid-date', `on is ${JSON.stringify(on)}; give a calendar day as YYYY-MM-DD`, 'on').refusal
  }
  return name.trim() === ''
    ? refuse('blank-text', 'name is blank; say what to call the project', 'name').refusal
    : undefined
}

function faultInCodings(
  codings: readonly Coding[],
  { evidence, cycles }: InquiryUnderway,
  codes: readonly Code[],
): Refusal | undefined {
  const reflections = cycles.flatMap((cycle) => cycle.reflections)
  for (const [index, { source, code }] of codings.entries()) {
    const path = `codings[${index}]`
    const known = source.kind === 'evidence' ? evidence : reflections
    if (!known.some(({ id }) => id === source.id)) {
      const says = `${path} names ${source.kind} "${source.id}", which is not there; leave it out`
      return refuse('not-found', says, `${path}.source`).refusal
    }
    if (!codes.some(({ id }) => id === code)) {
      return refuse('not-found', `${path} names the code "${code}", which is not given; give it`, `${path}.code`)
        .refusal
    }
  }
  return undefined
}

function placesOf(codings: readonly Coding[], sources: readonly Source[]): Result<readonly Place[]> {
  const places: Place[] = []
  for (const [index, { source: ref, code, from, to }] of codings.entries()) {
    const source = sources.find((one) => one.ref.kind === ref.kind && one.ref.id === ref.id)
    if (source === undefined) continue
    const start = place(source.given, from, `codings[${index}].from`)
    if ('refusal' in start) return start
    const end = place(source.given, to, `codings[${index}].to`)
    if ('refusal' in end) return end
    if (end.value <= start.value) {
      const path = `codings[${index}].to`
      return refuse('range-outside-text', `${path} is ${to}, not after ${from}; code a character at least`, path)
    }
    places.push({ source: ref, code, start: start.value, end: end.value })
  }
  return { value: places }
}

function longText({ name, description, sources, codes, shown }: ProjectParts): Refusal | undefined {
  const texts: readonly (readonly [string, string])[] = [
    ['name', name],
    ['the question', description],
    ...codes.map(({ id, name }) => [`the name of code "${id}"`, name] as const),
    ...sources.map(({ ref, text }) => [`the text of ${ref.kind} "${ref.id}"`, text] as const),
    ...codes.map(({ id, description }) => [`the description of code "${id}"`, description ?? ''] as const),
    ...notesOf(shown),
  ]
  return texts.map(([path, text]) => tooLong(text, path)).find((one) => one !== undefined)
}

function notesOf({ claims, meetings, annotations }: Shown): readonly (readonly [string, string])[] {
  return [
    ...claims.map(({ claim }) => [`claim "${claim.id}"`, claim.text] as const),
    ...meetings.flatMap(({ id, challenges }) =>
      (challenges ?? []).flatMap((one) => [
        [`a challenge of meeting "${id}"`, one.challenge] as const,
        [`a response of meeting "${id}"`, one.response] as const,
      ]),
    ),
    ...annotations.map(({ id, text }) => [`annotation "${id}"`, text] as const),
  ]
}
