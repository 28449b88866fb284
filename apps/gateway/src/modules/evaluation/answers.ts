import { Refused } from '../../refused.ts'

/** What can be sent again after a lost answer. */
export interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** The value of a package's answer, or a throw of its refusal with the path as a text. */
export function sound<T>(
  answer:
    | { readonly value: T }
    | {
        readonly refusal: {
          readonly code: string
          readonly message: string
          readonly path?: readonly (string | number)[]
        }
      },
): T {
  if ('value' in answer) return answer.value
  const { code, message, path = [] } = answer.refusal
  throw new Refused({ code, message, ...(path.length === 0 ? {} : { path: path.join('.') }) })
}

/** The refusal of a version that is not the one there is. */
export function staleVersion(what: string, version: number): Refused {
  return new Refused({
    code: 'stale-version',
    message: `this ${what} was changed since you read it (it is at version ${version} now); read it again and decide again`,
    path: 'expectedVersion',
  })
}
