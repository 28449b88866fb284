import { type Edition, editionById, type Wording, type WordingEntry, withWording } from '@mentoring-commons/ukpsf'
import { type Context, viewerOf } from '../../../context.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { replaceWording, wordingParts } from './store.ts'

type Part = (typeof wordingParts)[number]

/** Wording to load: texts by code, of any parts of the edition, and where they are from. */
export interface WordingInput {
  readonly edition: string
  readonly language: string
  readonly entries: readonly WordingEntry[]
  readonly source: string
  readonly rights: string
  readonly idempotencyKey?: string | null | undefined
}

/** Loads an edition's wording in one language, whole, in place of what was there: the edition and the language as they are kept. */
export async function loadWording(
  context: Context,
  { idempotencyKey, ...input }: WordingInput,
): Promise<{ readonly edition: string; readonly language: string }> {
  const viewer = viewerOf(context)
  const language = await once(context, { command: 'loadWording', idempotencyKey, input }, async (tx) => {
    const edition = editionById(input.edition)
    if (edition.refusal) throw new Refused({ ...edition.refusal, path: 'edition' })
    const wording = soundWording(edition.value, input)
    // Tags are the same whatever their case; the one that was written is kept in the wording.
    const key = wording.language.toLowerCase()
    await replaceWording(tx, {
      institutionId: viewer.institutionId,
      edition: edition.value.id,
      language: key,
      wording,
      loadedBy: viewer.accountId,
      loadedAt: context.now(),
    })
    return key
  })
  return { edition: input.edition, language }
}

/** The wording as the package accepts it, each code in its own spelling. */
function soundWording(edition: Edition, { language, source, rights, entries }: WordingInput): Wording {
  const parts = partsOf(edition)
  const sorted: Record<Part, { readonly entry: WordingEntry; readonly at: number }[]> = {
    dimensions: [],
    descriptors: [],
    criteria: [],
    families: [],
  }
  for (const [at, entry] of entries.entries())
    sorted[parts.get(entry.code.trim().toLowerCase()) ?? 'dimensions'].push({ entry, at })
  const given = wordingParts.filter((part) => part === 'dimensions' || sorted[part].length > 0)
  const fieldsOf = (texts: (part: Part) => readonly WordingEntry[]) =>
    ({
      language,
      source,
      rights,
      ...Object.fromEntries(given.map((part) => [part, texts(part)])),
    }) as unknown as Wording
  const answer = withWording(
    edition,
    fieldsOf((part) => sorted[part].map(({ entry }) => entry)),
  )
  if (answer.refusal) {
    const { path, ...refusal } = answer.refusal
    throw new Refused(
      path === undefined ? refusal : { ...refusal, path: pathIn(path, (part, at) => sorted[part][at]?.at) },
    )
  }
  const [attached] = accepted(answer).wordings
  const texts = Object.entries(attached?.texts ?? {}).map(([code, text]) => ({ code, text }))
  return fieldsOf((part) => texts.filter(({ code }) => (parts.get(code.toLowerCase()) ?? 'dimensions') === part))
}

/** Where `dimensions[2].code` stands in the list that was sent. */
function pathIn(path: string, place: (part: Part, at: number) => number | undefined): string {
  const [, part, at, rest = ''] = /^(dimensions|descriptors|criteria|families)(?:\[(\d+)\](.*))?$/.exec(path) ?? []
  if (part === undefined) return path
  return at === undefined ? 'entries' : `entries[${place(part as Part, Number(at))}]${rest}`
}

/** Which part of an edition a code is of, by its qualified spelling in lower case. What is of none is left to be refused as a dimension. */
function partsOf({ id, families, descriptors }: Edition): ReadonlyMap<string, Part> {
  const lower = (code: string) => `${id}:${code}`.toLowerCase()
  return new Map<string, Part>([
    ...families.value.map((family) => [lower(family), 'families'] as const),
    ...descriptors.map(({ code }) => [lower(code), 'descriptors'] as const),
    ...descriptors.flatMap(({ criteria }) => criteria.map(({ code }) => [lower(code), 'criteria'] as const)),
  ])
}
