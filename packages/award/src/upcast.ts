import type { CandidacyEvent } from './candidacy/events.ts'
import { eventShapes, type FieldShape } from './event-shapes.ts'

/** An event as a store gives it back: perhaps older or newer than this package. No `eventVersion` means version 1. */
export interface StoredEvent {
  readonly type: string
  readonly eventVersion?: number
  readonly [field: string]: unknown
}

/** For each event type, the steps that lead from version 1 to 2, from 2 to 3, and so on. */
export type UpcastSteps = Readonly<Record<string, readonly ((event: StoredEvent) => StoredEvent)[]>>

/** The steps of this package. All events are still of version 1, so there are none. */
export const upcastSteps: UpcastSteps = {}

/**
 * The event in its present shape, or undefined for one that this package cannot read: of a type it does not know, of a newer
 * version, or without the fields of its type.
 *
 * @example
 * ```ts
 * import { upcast } from '@mentoring-commons/award'
 *
 * upcast({ type: 'CandidacyWithdrawn', by: 'candidate', on: '2026-03-02' }) //=> { type: 'CandidacyWithdrawn', by: 'candidate', on: '2026-03-02' }
 * upcast({ type: 'SomethingOfTheFuture' }) //=> undefined
 * ```
 */
export function upcast(stored: StoredEvent, steps: UpcastSteps = upcastSteps): CandidacyEvent | undefined {
  if (typeof stored.type !== 'string' || !Object.hasOwn(eventShapes, stored.type)) return undefined
  const chain = Object.hasOwn(steps, stored.type) ? (steps[stored.type] ?? []) : []
  const version = stored.eventVersion ?? 1
  if (!Number.isInteger(version) || version < 1 || version > chain.length + 1) return undefined
  const present = chain.slice(version - 1).reduce((event, step) => step(event), stored)
  return hasShape(present) ? present : undefined
}

function hasShape(event: StoredEvent | CandidacyEvent): event is CandidacyEvent {
  const fields: Readonly<Record<string, FieldShape>> = eventShapes[event.type as CandidacyEvent['type']]
  const values: Readonly<Record<string, unknown>> = { ...event }
  return Object.entries(fields).every(([field, shape]) => fits(values[field], shape))
}

function fits(value: unknown, shape: FieldShape): boolean {
  if (value === undefined) return shape.endsWith('?')
  if (shape === 'list') return Array.isArray(value)
  if (shape === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (shape.startsWith('object')) return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === 'string'
}
