import { type Context, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { once } from '../../people/idempotency.ts'
import type { ContractProblem } from './contracts.ts'
import { deleteSpell } from './store.ts'
import { type ContractFile, type EmploymentOutcome, takeInContracts } from './take-in.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** How many problems an answer names. */
const problemsMax = 100

/** What an import did, with the first problems alone. */
export interface ToldOutcome extends Omit<EmploymentOutcome, 'problems'> {
  readonly problemCount: number
  readonly problems: readonly ContractProblem[]
}

/** Imports contracts from a file, all rows or none. */
export async function importEmployment(
  context: Context,
  { idempotencyKey, ...input }: ContractFile & Repeatable,
): Promise<ToldOutcome> {
  const { institutionId, accountId } = viewerOf(context)
  const told = await once(context, { command: 'importEmployment', idempotencyKey, input }, async (tx) => {
    const { problems, ...outcome } = await takeInContracts(tx, input, {
      ...{ institutionId, newId: context.newId, now: context.now(), by: accountId },
    })
    const first = problems.slice(0, problemsMax)
    return JSON.stringify({ ...outcome, problemCount: problems.length, problems: first } satisfies ToldOutcome)
  })
  return JSON.parse(told)
}

/** Takes a contract away that should not be there: its id. */
export function removeEmploymentSpell(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly spellId: string },
): Promise<string> {
  const { institutionId } = viewerOf(context)
  return once(context, { command: 'removeEmploymentSpell', idempotencyKey, input }, async (tx) => {
    if (!(await deleteSpell(tx, institutionId, input.spellId))) throw unknownId('EmploymentSpell', 'spell')
    return input.spellId
  })
}
