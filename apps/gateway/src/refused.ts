/** A no that the caller can act on: what is wrong and what to do, with the place where it is wrong. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly path?: string
}

/** Carries a refusal out of a transaction, so that it rolls back; the API makes a union member of it. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

type ValueOf<Answer> = Answer extends { readonly value: infer Value } ? Value : never

/** The value of a domain answer, or a throw of its refusal. */
export function accepted<Answer extends { readonly value: unknown } | { readonly refusal: Refusal }>(
  answer: Answer,
): ValueOf<Answer> {
  if ('refusal' in answer && answer.refusal !== undefined) throw new Refused(answer.refusal)
  return (answer as { readonly value: ValueOf<Answer> }).value
}

/** A row that must be there, because it was just written or named by a key; a caller's bug otherwise. */
export function present<T>(row: T | undefined): T {
  if (row === undefined) throw new TypeError('a row that was just written is not there')
  return row
}
