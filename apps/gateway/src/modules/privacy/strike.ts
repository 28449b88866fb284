/** What stands in place of a text that was erased. */
export const erasedText = '[erased]'

/**
 * The fields by which the events of a history find each other, and their codes and days: they stay, or the history could not be read
 * any more. Every other text of an event is struck out, so a field that is new is struck out until it is named here.
 */
export const structure: ReadonlySet<string> = new Set(
  `type eventVersion id kind inquiry model policy facets facet cycle follows parent detached on from to consent consents participant
   version scopes removableUntil evidence level timing claim claims cites quoted audience because meeting reflection approval annotation
   about group stakeholder problem change observed outlook role moment reopens derivedFrom`.split(/\s+/),
)

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A value in which every text is struck out but ids of people and what `structure` names. Its shape stays. */
export function strikeAllBut(value: unknown, kept: ReadonlySet<string>, key = ''): unknown {
  if (typeof value === 'string') return kept.has(key) || uuid.test(value) ? value : erasedText
  if (Array.isArray(value)) return value.map((part) => strikeAllBut(part, kept, key))
  return mapped(value, (part, name) => strikeAllBut(part, kept, name))
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
