const key = 'mentoring-commons:token'

/** The token of this tab; empty when there is none. */
export function readToken(): string {
  return sessionStorage.getItem(key) ?? ''
}

/** Keeps a token for this tab alone, however it was pasted: with `Bearer` before it, quoted, or broken over lines. */
export function keepToken(pasted: string): void {
  const token = pasted.replace(/["'\s]/g, '').replace(/^(?:authorization:)?bearer/i, '')
  if (token === '') sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, token)
}
