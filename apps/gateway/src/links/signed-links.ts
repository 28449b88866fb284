import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long an address stays open, in minutes. */
export const linkMinutes = 15

/** Signs addresses that open one file for a while, and checks them. */
export interface LinkSigner {
  /** The address of a path of the gateway, as others reach it. */
  address(path: string): string
  sign(path: string, now: string): { readonly url: string; readonly expiresAt: string }
  /** Why an address does not open; undefined when it does. */
  refuse(path: string, expires: string | undefined, signature: string | undefined, now: string): string | undefined
}

/** A signer with a secret key; `base` is the gateway's own address. */
export function linkSigner(key: string, base: () => string): LinkSigner {
  const mark = (path: string, expires: string) =>
    createHmac('sha256', key).update(`${path}\n${expires}`).digest('base64url')
  return {
    address: (path) => `${base()}${path}`,
    sign: (path, now) => {
      const expires = String(Date.parse(now) + linkMinutes * 60_000)
      const url = `${base()}${path}?expires=${expires}&signature=${mark(path, expires)}`
      return { url, expiresAt: new Date(Number(expires)).toISOString() }
    },
    refuse: (path, expires = '', signature = '', now) => {
      const expected = Buffer.from(mark(path, expires))
      const given = Buffer.from(signature)
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        return 'this address is not signed by this gateway; ask the API for a new one'
      if (!(Number(expires) > Date.parse(now)))
        return `this address was open for ${linkMinutes} minutes and has closed; ask the API for a new one`
      return undefined
    },
  }
}
