import { defineOverlay, type Overlay } from '@mentoring-commons/ukpsf'
import {
  completePreset,
  defineWorkflow,
  type PartialWorkflow,
  type WorkflowPreset,
  workflowPresets,
} from '@mentoring-commons/ukpsf/review'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { sqlState, sqlStateOf } from '../../../db/errors.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { closeWorkflowOn, findWorkflow, insertWorkflow, type WorkflowRow } from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** How an institution wants to review claims: all of it, or what a published practice leaves open. */
export interface WorkflowDecisions extends Repeatable {
  readonly key: string
  readonly title: string
  readonly preset?: string | null | undefined
  readonly decisions: PartialWorkflow
  readonly overlay?: Omit<Overlay, 'id'> | undefined
}

/** Defines a workflow, once and for all: its key. One that could come to a halt is refused. */
export function defineReviewWorkflow(context: Context, { idempotencyKey, ...input }: WorkflowDecisions) {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'defineReviewWorkflow', idempotencyKey, input }, async (tx) => {
    const named = { ...input.decisions, id: input.key, title: input.title }
    const definition = accepted(defineWorkflow(completePreset(presetOf(input.preset), named)))
    const overlay = input.overlay && accepted(defineOverlay({ ...input.overlay, id: input.key }))
    try {
      await insertWorkflow(tx, {
        institutionId,
        key: input.key,
        title: input.title,
        definition,
        ...(overlay ? { overlay } : {}),
        definedBy: accountId,
        definedAt: context.now(),
      })
    } catch (error) {
      if (sqlStateOf(error) !== sqlState.uniqueViolation) throw error
      throw new Refused({
        code: 'workflow-key-taken',
        message: `there is a workflow "${input.key}", and a workflow never changes: choose a new key for a new version`,
        path: 'key',
      })
    }
    return input.key
  })
}

/** Closes a workflow, so that nothing new is submitted to it: its key. Reviews under way go on. */
export function closeReviewWorkflow(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly key: string },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'closeReviewWorkflow', idempotencyKey, input }, async (tx) => {
    const row = await knownWorkflow(tx, institutionId, input.key)
    if (row.closedOn === null) await closeWorkflowOn(tx, institutionId, row.key, context.now().slice(0, 10))
    return row.key
  })
}

/** The workflow of a key; a refusal where the institution has none. */
export async function knownWorkflow(tx: Tx, institutionId: string, key: string): Promise<WorkflowRow> {
  const row = await findWorkflow(tx, institutionId, key)
  if (row === undefined) throw unknownId('ReviewWorkflow', 'workflow')
  return row
}

/** Nothing that anybody has published: everything is still to be decided. */
const blank: WorkflowPreset = {
  id: 'blank',
  title: 'Nothing given',
  given: {},
  stillToDecide: [],
  notes: [],
  source: 'none',
  certainty: 'A',
  readOn: '2026-11-24',
}

function presetOf(id: string | null | undefined): WorkflowPreset {
  if (id === null || id === undefined) return blank
  const preset = workflowPresets.find((each) => each.id === id)
  if (preset !== undefined) return preset
  throw new Refused({
    code: 'unknown-preset',
    message: `there is no preset "${id}"; there are ${workflowPresets.map((each) => each.id).join(', ')}`,
    path: 'preset',
  })
}
