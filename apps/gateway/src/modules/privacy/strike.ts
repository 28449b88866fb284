import { erasedText } from '../../db/erased.ts'

/**
 * The fields by which the events of a kind of history find each other, and their codes and days: they stay, or the history could not be
 * read any more. Every other text is struck out, so a field that is new is struck out until it is named here. `Type.field` is a field in
 * the events of one type, where the others of that name hold words.
 */
export interface Structure {
  readonly kept: ReadonlySet<string>
  /** Fields that hold words and are keys all the same: what stands in their place tells them from each other. */
  readonly toldApart: ReadonlySet<string>
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** The structure of each kind of history. */
export const structures = {
  inquiry: {
    kept: words(
      `type eventVersion id kind inquiry model policy facets facet cycle follows parent on from to consent consents participant version
       scopes removableUntil evidence level timing claim claims cites quoted audience because meeting reflection approval annotation about
       group stakeholder problem change observed outlook role moment reopens derivedFrom`,
    ),
    toldApart: words('friend'),
  },
  candidacy: {
    kept: words(
      `type eventVersion by on candidacy candidate scheme version versionBasis status body inquiry decidedBy keptOut seed resubmission appeal
       relationship from to relation person snapshot contentHash id outcome outcomes evidenceIds because finding reasons causes deadline
       grounds excluded until AwardRevoked.reason`,
    ),
    toldApart: new Set<string>(),
  },
} as const satisfies Readonly<Record<string, Structure>>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An event, the `number`th of its history, in which every text is struck out but ids of people and what the structure keeps. Its shape stays. */
export function strikeEvent(event: unknown, { kept, toldApart }: Structure, number: number): unknown {
  const { type } = (event ?? {}) as { readonly type?: unknown }
  const strike = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      if (kept.has(key) || kept.has(`${type}.${key}`) || uuid.test(value)) return value
      return toldApart.has(key) ? `[erased ${number}]` : erasedText
    }
    return Array.isArray(value) ? value.map((part) => strike(part, key)) : mapped(value, strike)
  }
  return strike(event, '')
}

/** The texts that striking out an event takes away. */
export function struckTexts(before: unknown, after: unknown): readonly string[] {
  if (typeof before === 'string') return before === after ? [] : [before]
  if (typeof before !== 'object' || before === null) return []
  const other = after as Readonly<Record<string, unknown>>
  return Object.entries(before).flatMap(([key, part]) => struckTexts(part, other[key]))
}

/** The fewest letters of a text that is looked for inside others: shorter ones are struck out only where they stand alone. */
const lettersMin = 8

/** A value in which some texts are struck out wherever they stand as they were written: alone, or inside a longer one. */
export function strikeTexts(value: unknown, texts: readonly string[]): unknown {
  const alone = new Set(texts)
  const within = texts.filter((text) => text.length >= lettersMin).sort((one, other) => other.length - one.length)
  const strike = (part: unknown): unknown => {
    if (typeof part === 'string')
      return alone.has(part) ? erasedText : within.reduce((left, text) => left.replaceAll(text, erasedText), part)
    return Array.isArray(part) ? part.map(strike) : mapped(part, strike)
  }
  return strike(value)
}

/** A value in which what stands under some keys is struck out: of a text the words, of a list or an object all that is in it. */
export function strikeUnder(value: unknown, keys: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((part) => strikeUnder(part, keys))
  return mapped(value, (part, name) => (keys.includes(name) ? emptied(part) : strikeUnder(part, keys)))
}

/** A value in which that is struck out of the parts that say they are by a person: `by`, `by.id` or `personId`. */
export function strikeBy(value: unknown, personId: string, keys: readonly string[]): unknown {
  if (isBy(value, personId)) return strikeUnder(value, keys)
  if (Array.isArray(value)) return value.map((part) => strikeBy(part, personId, keys))
  return mapped(value, (part) => strikeBy(part, personId, keys))
}

function isBy(value: unknown, personId: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { by, personId: whose } = value as { by?: unknown; personId?: unknown }
  return by === personId || whose === personId || (typeof by === 'object' && (by as { id?: unknown })?.id === personId)
}

function emptied(value: unknown): unknown {
  if (typeof value === 'string') return erasedText
  if (Array.isArray(value)) return []
  return typeof value === 'object' && value !== null ? {} : value
}

function mapped(value: unknown, change: (part: unknown, name: string) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, change(part, name)]))
}
