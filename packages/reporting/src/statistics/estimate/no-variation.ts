import type { Refusal } from '../../refusal.ts'

/** The refusal of data in which nothing varies that should. */
export function noVariation(what: string): Refusal {
  return {
    code: 'no-variation',
    message: `${what}, so that there is nothing to hold a difference against. Show the values themselves.`,
  }
}
