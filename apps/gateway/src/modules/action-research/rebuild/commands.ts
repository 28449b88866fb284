import type { Transaction } from '../../../db/database.ts'
import { columnsOf, inquiryOf, UnreadableHistory } from '../store.ts'
import {
  countInquiries,
  endRebuild,
  eventsOfInquiries,
  findRebuild,
  type InquiryRow,
  lockNextInquiries,
  type RebuildState,
  type RecordedEvent,
  saveRebuild,
  updateInquiry,
} from './store.ts'

/** How a rebuild is run. */
export interface RebuildSetting {
  /** Runs `work` in a transaction of its own, inside the institution. */
  readonly write: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
  readonly institutionId: string
  readonly now: () => string
  readonly signal: AbortSignal
  /** Hears how far it is, after each batch. */
  readonly onProgress: (state: RebuildState, total: number) => void
  /** Hears of a history that cannot be read; its row stays as it is. */
  readonly onUnreadable: (message: string) => void
  /** How many inquiries are looked at in one transaction. */
  readonly batch?: number
}

/** How a rebuild ended: done, or stopped, and then the next one goes on from there. */
export interface Rebuilt extends RebuildState {
  readonly total: number
  readonly resumed: boolean
  readonly stopped: boolean
}

const before = { after: '00000000-0000-0000-0000-000000000000', done: 0, repaired: 0, unreadable: 0 }

/**
 * Makes the rows of all inquiries of an institution anew from their events: one that says something else is repaired. A
 * batch and how far it has come are one transaction, so that whatever stops it, the next run goes on where this one was.
 */
export async function rebuildInquiries(setting: RebuildSetting): Promise<Rebuilt> {
  const { write, institutionId, signal, onProgress } = setting
  const { found, total } = await write(async (tx) => ({
    found: await findRebuild(tx, institutionId),
    total: await countInquiries(tx, institutionId),
  }))
  let state: RebuildState = found ?? before
  const ended = (stopped: boolean): Rebuilt => ({ ...state, total, resumed: found !== undefined, stopped })
  for (;;) {
    if (signal.aborted) return ended(true)
    const next = await write((tx) => rebuildBatch(tx, state, setting))
    if (next === undefined) return ended(false)
    state = next
    onProgress(state, total)
    await othersTurn()
  }
}

/** An embedded database answers without letting anything else have its turn, not even a signal to stop. */
function othersTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

/** The state after a batch; undefined where nothing was left. */
async function rebuildBatch(
  tx: Transaction,
  state: RebuildState,
  { institutionId, now, onUnreadable, batch = 100 }: RebuildSetting,
): Promise<RebuildState | undefined> {
  const rows = await lockNextInquiries(tx, institutionId, state.after, batch)
  const last = rows.at(-1)
  if (last === undefined) {
    await endRebuild(tx, institutionId)
    return undefined
  }
  const events = await eventsOfInquiries(
    tx,
    institutionId,
    rows.map(({ id }) => id),
  )
  let { repaired, unreadable } = state
  for (const row of rows) {
    const right = rightRow(row, events.get(row.id) ?? [])
    if (right instanceof UnreadableHistory) {
      unreadable += 1
      onUnreadable(right.message)
    } else if (JSON.stringify(right) !== JSON.stringify(row)) {
      repaired += 1
      await updateInquiry(tx, institutionId, right)
    }
  }
  const next = { after: last.id, done: state.done + rows.length, repaired, unreadable }
  await saveRebuild(tx, institutionId, next, now())
  return next
}

/** What the row of an inquiry should say, its columns in the order of the one it has. */
function rightRow(row: InquiryRow, events: readonly RecordedEvent[]): InquiryRow | UnreadableHistory {
  try {
    const { question, modelId, status } = columnsOf(inquiryOf(row.id, events))
    const begunAt = events[0]?.recordedAt ?? row.begunAt
    return { id: row.id, question, modelId, status, version: events.length, begunAt }
  } catch (error) {
    if (error instanceof UnreadableHistory) return error
    throw error
  }
}
