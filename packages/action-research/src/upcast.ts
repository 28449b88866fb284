import { eventShapes, type FieldShape } from './event-shapes.ts'
import type { InquiryEvent } from './events.ts'

/** An event as a store gives it back: perhaps older or newer than this package. No `eventVersion` means version 1. */
export interface StoredEvent {
  readonly type: string
  readonly eventVersion?: number
  readonly [field: string]: unknown
}

/** For each event type, the steps that lead from version 1 to 2, from 2 to 3, and so on. */
export type UpcastSteps = Readonly<Record<string, readonly ((event: StoredEvent) => StoredEvent)[]>>

/** Why an event cannot be read: of a type that there is not, of a newer version, or without the fields of its type. */
export type ReadFault = 'unknown' | 'newer' | 'malformed'

/** The steps of this package. In its first version a claim named no standards of judgement. */
export const upcastSteps: UpcastSteps = {
  ClaimMade: [(event) => ({ ...event, eventVersion: 2, standards: [] })],
}

/**
 * The event in its present shape, or undefined for one that this package cannot read: of a type it does not know, of a
 * newer version, or without the fields of its type. `restore` says which.
 * @example
 * ```ts
 * import { upcast } from '@mentoring-commons/action-research'
 * upcast({ type: 'CycleClosed', cycle: 'c1', on: '2026-06-30' }) //=> { "type": "CycleClosed", "cycle": "c1", "on": "2026-06-30" }
 * upcast({ type: 'SomethingOfTheFuture' }) //=> undefined
 * ```
 */
export function upcast(stored: StoredEvent, steps: UpcastSteps = upcastSteps): InquiryEvent | undefined {
  const read = readEvent(stored, steps)
  return typeof read === 'string' ? undefined : read
}

/** The event in its present shape, or why it cannot be read. */
export function readEvent(stored: StoredEvent, steps: UpcastSteps = upcastSteps): InquiryEvent | ReadFault {
  if (typeof stored.type !== 'string' || !Object.hasOwn(fieldsOf, stored.type)) return 'unknown'
  const chain = Object.hasOwn(steps, stored.type) ? (steps[stored.type] ?? []) : []
  const version = stored.eventVersion ?? 1
  if (!Number.isInteger(version) || version < 1) return 'malformed'
  if (version > chain.length + 1) return 'newer'
  const present = chain.slice(version - 1).reduce((event, step) => step(event), stored)
  return hasShape(present) ? present : 'malformed'
}

const fieldsOf = Object.fromEntries(
  Object.entries(eventShapes).map(([type, shapes]) => [type, Object.entries(shapes)]),
) as unknown as Readonly<Record<string, readonly (readonly [field: string, shape: FieldShape])[]>>

function hasShape(event: StoredEvent | InquiryEvent): event is InquiryEvent {
  const values = event as StoredEvent
  return (fieldsOf[event.type] ?? []).every(([field, shape]) => fits(values[field], shape))
}

function fits(value: unknown, shape: FieldShape): boolean {
  if (shape === 'list') return Array.isArray(value)
  if (shape === 'object') return typeof value === 'object' && value !== null
  if (shape === 'object?') return value === undefined || (typeof value === 'object' && value !== null)
  return typeof value === 'string' || (shape === 'text?' && value === undefined)
}
