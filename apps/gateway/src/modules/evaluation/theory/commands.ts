import {
  type ClaimEvidence,
  defineEvidence,
  defineTheory,
  type TheoryLink,
  type TheoryNode,
  type TheoryOfChange,
} from '@mentoring-commons/reporting/evaluation'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { findProgrammeById } from '../../mentoring/store.ts'
import { once } from '../../people/idempotency.ts'
import { type Repeatable, sound, staleVersion } from '../answers.ts'
import { objectivesOf } from '../objective/store.ts'
import { insertEvidence, insertTheory, latestVersion, reviseTheoryRow, standingEvidence } from './store.ts'

/** What a theory of change is, and which indicators are measured. */
export interface TheoryInput {
  readonly title: string
  readonly nodes: readonly TheoryNode[]
  readonly links: readonly TheoryLink[]
  readonly indicatorIds: readonly string[]
}

/** Records a theory of change: its id. */
export function recordTheory(
  context: Context,
  input: TheoryInput & { readonly programmeId: string | null },
  { idempotencyKey }: Repeatable,
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'recordTheory', idempotencyKey, input }, async (tx) => {
    const { programmeId } = input
    if (programmeId !== null && (await findProgrammeById(tx, institutionId, programmeId)) === undefined)
      throw unknownId('Programme', 'theory.programme')
    const state = await soundTheory(tx, institutionId, context.newId(), input)
    await insertTheory(tx, { institutionId, programmeId }, state, { by: accountId, at: context.now() })
    return state.id
  })
}

/** Adds a version to a theory of change: its id. */
export function reviseTheory(
  context: Context,
  input: TheoryInput & { readonly reason: string },
  { idempotencyKey, ...which }: Repeatable & { readonly theoryId: string; readonly expectedVersion: number },
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'reviseTheory', idempotencyKey, input: [which, input] }, async (tx) => {
    const version = await latestVersion(tx, institutionId, which.theoryId, 'lock')
    if (version === undefined) throw unknownId('TheoryOfChange', 'theory')
    if (version !== which.expectedVersion) throw staleVersion('theory of change', version)
    const state = await soundTheory(tx, institutionId, which.theoryId, input)
    const recorded = { by: accountId, at: context.now() }
    await reviseTheoryRow(tx, institutionId, state, { version: version + 1, reason: input.reason, recorded })
    return which.theoryId
  })
}

/** Records a piece of evidence: its id. */
export function recordTheoryEvidence(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & Omit<ClaimEvidence, 'id'>,
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'recordTheoryEvidence', idempotencyKey, input }, async (tx) => {
    const evidence = sound(defineEvidence({ ...input, id: context.newId() }))
    await insertEvidence(tx, { institutionId, ...evidence, recordedBy: accountId, recordedAt: context.now() })
    return evidence.id
  })
}

async function soundTheory(
  tx: Tx,
  institutionId: string,
  id: string,
  { title, nodes, links, indicatorIds }: TheoryInput,
): Promise<TheoryOfChange> {
  const objectives = await objectivesOf(tx, institutionId)
  const evidence = await standingEvidence(
    tx,
    institutionId,
    links.flatMap((link) => link.evidenceIds),
  )
  return sound(
    defineTheory(
      { id, title, nodes, links },
      { indicatorIds, evidenceIds: [...evidence.keys()], objectiveIds: objectives.map((one) => one.id) },
    ),
  )
}
