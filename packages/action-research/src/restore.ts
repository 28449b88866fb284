import { evolvePresent } from './evolve.ts'
import type { Inquiry } from './inquiry.ts'
import { type Result, refuse } from './refusal.ts'
import { type ReadFault, readEvent, type StoredEvent } from './upcast.ts'

/**
 * The inquiry that a stored history leads to, or a refusal that names its first odd event by its place (`events[3]`):
 * one of a newer version or an unknown type (`event-newer`, `event-unknown`), without the fields of its type
 * (`event-malformed`), or one that finds nothing to apply to, so that events before it must be missing or doubled
 * (`history-broken`). `fold` reads the same histories and passes over what is odd.
 * @example
 * ```ts
 * import { restore } from '@mentoring-commons/action-research'
 * restore([]) //=> { "value": { "status": "not-begun" } }
 * const answer = restore([{ type: 'CycleClosed', cycle: 'c1', on: '2026-06-30' }])
 * 'refusal' in answer && [answer.refusal.code, answer.refusal.path] //=> ["history-broken", "events[0]"]
 * ```
 */
export function restore(events: readonly StoredEvent[]): Result<Inquiry> {
  let inquiry: Inquiry = { status: 'not-begun' }
  for (const [index, stored] of events.entries()) {
    const path = `events[${index}]`
    const event = typeof stored === 'object' && stored !== null ? readEvent(stored) : 'malformed'
    if (typeof event === 'string') return refuse(codeOf[event], `${path} ${describe(stored)} ${faultSays[event]}`, path)
    const next = evolvePresent(inquiry, event)
    if (next === inquiry) return refuse('history-broken', `${path} ${describe(stored)} ${brokenSays}`, path)
    inquiry = next
  }
  return { value: inquiry }
}

const codeOf = { unknown: 'event-unknown', newer: 'event-newer', malformed: 'event-malformed' } as const

const faultSays: Readonly<Record<ReadFault, string>> = {
  unknown: 'is of no type that this version knows; read the history with the version that wrote it, or a later one',
  newer: 'is newer than this version can read; read the history with the version that wrote it, or a later one',
  malformed: 'lacks fields of its type, or has others in their place; restore the history from a backup',
}
const brokenSays =
  'finds nothing to apply to: an event before it is missing, or it is there twice; restore the history from a backup'

function describe(stored: unknown): string {
  if (typeof stored !== 'object' || stored === null) return `(${JSON.stringify(stored)})`
  const { type, eventVersion = 1 } = stored as { readonly type?: unknown; readonly eventVersion?: unknown }
  return `(${JSON.stringify(type)} in version ${JSON.stringify(eventVersion)})`
}
