import type { Refusal } from '../../refusal.ts'
import { isReckonable } from '../estimate/is-reckonable.ts'
import type { Responses } from './covariances.ts'

/** Numbers that make a reliability rough, not wrong: fewer than three items, or fewer than thirty respondents behind the sparsest pair. */
export type ReliabilityFlag = 'few-items' | 'few-respondents'

const itemsMax = 500

/** Why answers are no rectangle of finite numbers and nulls, or nothing when they are. */
export function checkResponses(responses: Responses): Refusal | undefined {
  const items = responses[0]?.length ?? 0
  if (items > itemsMax)
    return {
      code: 'too-large-for-exact',
      message: `There are ${items} items, and a scale has ${itemsMax} at most. Give the items of one scale.`,
      path: ['responses'],
    }
  for (const [index, row] of responses.entries()) {
    if (row.length !== items)
      return {
        code: 'lengths-differ',
        message: `Respondent ${index + 1} has ${row.length} answers and the first has ${items}. Put null where an answer is missing.`,
        path: ['responses', index],
      }
    const wrong = row.findIndex((answer) => answer !== null && !isReckonable(answer))
    if (wrong >= 0)
      return {
        code: 'value-not-finite',
        message: `Respondent ${index + 1} has the answer ${String(row[wrong])} to item ${wrong + 1}. Put null where an answer is missing.`,
        path: ['responses', index, wrong],
      }
  }
  return undefined
}

/**
 * The flags that numbers deserve, or the refusal of one that the caller has not said to accept. A single item, and answers without covariances, are never
 * accepted.
 */
export function checkEnough(
  items: number,
  found: { readonly n: number } | undefined,
  accepted: readonly ReliabilityFlag[],
): { readonly flags: readonly ReliabilityFlag[] } | { readonly refusal: Refusal } {
  const n = found?.n ?? 0
  const flags: ReliabilityFlag[] = []
  if (items < 3) flags.push('few-items')
  if (n < 30) flags.push('few-respondents')
  if (items < 2 || (items < 3 && !accepted.includes('few-items'))) return { refusal: tooFewItems(items) }
  if (found === undefined || (n < 30 && !accepted.includes('few-respondents'))) return { refusal: tooFewRespondents(n) }
  return { flags }
}

const tooFewItems = (items: number): Refusal => ({
  code: 'too-few-items',
  message: `A reliability of ${items} ${items === 1 ? 'item' : 'items'} was asked for, and it takes three to be worth the name. Add items, or accept 'few-items' where there are two and show the flag beside the figure.`,
  path: ['responses'],
})

const tooFewRespondents = (n: number): Refusal => ({
  code: 'too-few-values',
  message: `The answers rest on ${n} ${n === 1 ? 'respondent' : 'respondents'}, and below 30 a reliability is a guess. Wait for more answers, or accept 'few-respondents' and show the flag beside the figure.`,
  path: ['responses'],
})
