import {
  awarding,
  type Candidacy,
  type CandidacyEvent,
  type Enrolled,
  fold,
  type Moderating,
  type Panel,
  upcast,
} from '@mentoring-commons/award'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import type { Recorded } from '../scheme/store.ts'
import { candidacy, candidacyEvent, candidacyPanel, type PanelRole } from '../table.ts'

/** A history with an event that this version of the gateway cannot read: a newer one wrote it, or a row is missing. */
export class UnreadableCandidacy extends Error {
  override readonly name = 'UnreadableCandidacy'
}

/** An event as its row holds it. */
export interface EventRow {
  readonly number: number
  readonly event: CandidacyEvent
}

/** Somebody who is appointed, and as what. */
export interface Appointed {
  readonly personId: string
  readonly role: PanelRole
}

/** How histories fold; it needs no schemes. */
const folding = awarding([])

/** The state that rows of events lead to. All of them or none: throws `UnreadableCandidacy` at the first odd one. */
export function candidacyOf(id: string, rows: readonly EventRow[]): Candidacy {
  const events = rows.map(({ number, event }, index) => {
    const present = number === index + 1 ? upcast({ ...event }) : undefined
    if (present !== undefined) return present
    throw new UnreadableCandidacy(
      `event ${index + 1} of candidacy ${id} is missing, or was written by a later version of the gateway; restore it from a backup, or run that version`,
    )
  })
  return fold(folding, events)
}

/** The state after some more events. */
export function after(state: Candidacy, events: readonly CandidacyEvent[]): Candidacy {
  return events.reduce(folding.evolve, state)
}

/** A candidacy that is held still until the transaction ends. */
export interface Held {
  readonly row: typeof candidacy.$inferSelect
  readonly state: Enrolled
  readonly panel: readonly Appointed[]
}

/** The candidacy of an id, held still; undefined where there is none. Throws as `candidacyOf` does. */
export async function lockCandidacy(tx: Transaction, institutionId: string, id: string): Promise<Held | undefined> {
  const [row] = await tx
    .select()
    .from(candidacy)
    .where(and(eq(candidacy.institutionId, institutionId), eq(candidacy.id, id)))
    .for('update')
  if (row === undefined) return undefined
  const rows = await tx
    .select({ number: candidacyEvent.number, event: candidacyEvent.event })
    .from(candidacyEvent)
    .where(and(eq(candidacyEvent.institutionId, institutionId), eq(candidacyEvent.candidacyId, id)))
    .orderBy(asc(candidacyEvent.number))
  const state = candidacyOf(id, rows)
  if (state.status === 'not-enrolled' || rows.length !== row.version)
    throw new UnreadableCandidacy(
      `candidacy ${id} is at version ${row.version} and has ${rows.length} events; restore it`,
    )
  return { row, state, panel: await panelOf(tx, institutionId, id) }
}

/** Who is appointed to a candidacy. */
export function panelOf(tx: Transaction, institutionId: string, candidacyId: string): Promise<Appointed[]> {
  return tx
    .select({ personId: candidacyPanel.personId, role: candidacyPanel.role })
    .from(candidacyPanel)
    .where(and(eq(candidacyPanel.institutionId, institutionId), eq(candidacyPanel.candidacyId, candidacyId)))
    .orderBy(asc(candidacyPanel.personId))
}

/** Stores a new candidacy and its first events. Throws a unique violation where the person has one of this scheme under way. */
export async function insertCandidacy(
  tx: Transaction,
  row: Omit<typeof candidacy.$inferInsert, 'status' | 'version' | 'enrolledAt'>,
  events: readonly CandidacyEvent[],
  recorded: Recorded,
): Promise<void> {
  const { status } = after(folding.initialState, events)
  await tx.insert(candidacy).values({ ...row, status, version: events.length, enrolledAt: recorded.at })
  await insertEvents(tx, row, 0, events, recorded)
}

/** Adds events to a candidacy that is held still, and keeps its row and panel in step with them. */
export async function appendEvents(
  tx: Transaction,
  { row, panel }: Held,
  next: Enrolled,
  events: readonly CandidacyEvent[],
  recorded: Recorded,
): Promise<void> {
  const { institutionId, id, version } = row
  await insertEvents(tx, row, version, events, recorded)
  await tx
    .update(candidacy)
    .set({ status: next.status, version: version + events.length })
    .where(and(eq(candidacy.institutionId, institutionId), eq(candidacy.id, id)))
  await keepPanel(tx, institutionId, id, panel, appointedIn(next))
}

async function insertEvents(
  tx: Transaction,
  { institutionId, id }: { readonly institutionId: string; readonly id: string },
  version: number,
  events: readonly CandidacyEvent[],
  { by, at }: Recorded,
): Promise<void> {
  await tx.insert(candidacyEvent).values(
    events.map((event, index) => ({
      institutionId,
      candidacyId: id,
      number: version + index + 1,
      type: event.type,
      event,
      recordedBy: by,
      recordedAt: at,
    })),
  )
}

async function keepPanel(
  tx: Transaction,
  institutionId: string,
  candidacyId: string,
  before: readonly Appointed[],
  now: readonly Appointed[],
): Promise<void> {
  const isIn = (list: readonly Appointed[], { personId, role }: Appointed) =>
    list.some((each) => each.personId === personId && each.role === role)
  const gone = before.filter((each) => !isIn(now, each)).map(({ personId }) => personId)
  if (gone.length > 0)
    await tx
      .delete(candidacyPanel)
      .where(
        and(
          eq(candidacyPanel.institutionId, institutionId),
          eq(candidacyPanel.candidacyId, candidacyId),
          inArray(candidacyPanel.personId, gone),
        ),
      )
  const come = now.filter((each) => !isIn(before, each))
  if (come.length > 0)
    await tx.insert(candidacyPanel).values(come.map((each) => ({ institutionId, candidacyId, ...each })))
}

/** Who acts on the submission of a state: its assessors and its moderator, for as long as it has a panel. */
function appointedIn(state: Enrolled): readonly Appointed[] {
  const panel = panelIn(state)
  if (panel === undefined) return []
  const moderator =
    state.status === 'moderating'
      ? (state as Moderating).moderator
      : 'moderation' in panel && panel.moderation?.moderator
  return [
    ...panel.assessors.map((personId) => ({ personId, role: 'assessor' as const })),
    ...(moderator ? [{ personId: moderator, role: 'moderator' as const }] : []),
  ]
}

function panelIn(state: Enrolled): (Panel & { readonly moderation?: { readonly moderator: string } }) | undefined {
  switch (state.status) {
    case 'assessing':
    case 'moderating':
      return state
    case 'appealing':
      return state.against.assessment
    default:
      return 'assessment' in state ? state.assessment : undefined
  }
}
