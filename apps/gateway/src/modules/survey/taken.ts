import { Refused } from '../../refused.ts'

interface No {
  readonly code: string
  readonly message: string
  readonly path?: readonly (string | number)[]
}

/** The value of an answer of the package, or a throw of its refusal, with the place where it is wrong as the API writes places. */
export function taken<T>(answer: { readonly value: T } | { readonly refusal: No }): T {
  if ('value' in answer) return answer.value
  throw refusedBy(answer.refusal)
}

/** A refusal of the package as the API carries it. */
export function refusedBy({ code, message, path }: No): Refused {
  const place = (path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('')
  return new Refused({ code, message, ...(place === '' ? {} : { path: place.replace(/^\./, '') }) })
}
