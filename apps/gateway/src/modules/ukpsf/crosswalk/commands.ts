import { acceptMoved, defineEvidence, editionById, type MoveProposal, moveTags } from '@mentoring-commons/ukpsf'
import { type Context, viewerOf } from '../../../context.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { ownEvidence, refuseStale } from '../evidence/commands.ts'
import { evidenceOf, type StoredEvidence, updateEvidence, updateWord } from '../evidence/store.ts'

/** What the crosswalk offers for the tags of a piece of evidence. */
export function proposalOf(stored: StoredEvidence, to: string): MoveProposal {
  const edition = editionById(to)
  if (edition.refusal) throw new Refused({ ...edition.refusal, path: 'to' })
  const { tags, corroborations } = accepted(defineEvidence(evidenceOf(stored)))
  const { moved } = stored.row
  return accepted(
    moveTags(
      { tags, ...(corroborations ? { corroborations } : {}), ...(moved === null ? {} : { moved }) },
      edition.value.id,
    ),
  )
}

/** Tags that the owner takes over into another edition. */
export interface MoveInput {
  readonly evidenceId: string
  readonly to: string
  readonly accept: readonly string[]
  readonly expectedVersion: number
  readonly idempotencyKey?: string | null | undefined
}

/**
 * Moves the tags of a piece of the viewer's evidence to another edition: its id. Only what is accepted by name moves, with its
 * trail; what others confirmed does not, since they confirmed it in the edition that they read.
 */
export function moveEvidenceTags(context: Context, { idempotencyKey, ...input }: MoveInput): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'moveEvidenceTags', idempotencyKey, input }, async (tx) => {
    const stored = await ownEvidence(context, tx, input.evidenceId)
    refuseStale(stored.row, input.expectedVersion)
    const { row, words } = stored
    const on = context.now().slice(0, 10)
    const next = accepted(acceptMoved(proposalOf(stored, input.to), input.accept, row.personId, on))
    await updateEvidence(tx, institutionId, row.id, {
      tags: [...next.tags],
      moved: next.moved.length === 0 ? null : next.moved,
      version: row.version + 1,
    })
    for (const { byPersonId, givenOn, tags } of words) {
      const kept = tags.filter((tag) => next.tags.some((one) => one === tag))
      await updateWord(tx, { institutionId, evidenceId: row.id, byPersonId }, { givenOn, tags: kept })
    }
    return row.id
  })
}
