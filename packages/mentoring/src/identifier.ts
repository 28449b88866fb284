import { type Refusal, refuse } from './refusal.ts'

/** Tells whether a value may stand as an id: 1 to 128 characters, none of them white space or a control character. */
export function isIdentifier(value: unknown): value is string {
  return typeof value === 'string' && /^[^\s\p{Cc}]{1,128}$/u.test(value)
}

/** Gives the refusal of a value that may not stand as an id, and nothing for one that may. */
export function identifierRefusal(value: unknown, path: string): Refusal | undefined {
  if (isIdentifier(value)) return undefined
  return refuse(
    'id-not-usable',
    `${JSON.stringify(value)} is no id: give 1 to 128 characters without white space.`,
    path,
  ).refusal
}

/** Gives the refusal of a text that is blank or no text, and nothing for any other. */
export function textRefusal(value: unknown, path: string): Refusal | undefined {
  if (typeof value === 'string' && value.trim() !== '') return undefined
  return refuse('text-missing', `${JSON.stringify(value)} says nothing: give a text for "${path}".`, path).refusal
}
