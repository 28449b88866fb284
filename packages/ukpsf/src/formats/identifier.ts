import { sha1 } from './sha-1.ts'

/** The namespace of every identifier that this package mints. It was drawn once, at random, and never changes. */
export const identifierNamespace = 'ae5bf074-4da4-4132-acd3-b1e9cfb327f7'

/**
 * Gives the UUID of a name in a namespace, version 5 (RFC 9562, 5.5): the same two give the same UUID everywhere and for
 * ever. It is in lower case. Throws a `TypeError` when the namespace is no UUID.
 */
export function uuidOfName(namespace: string, name: string): string {
  const hex = namespace.replaceAll('-', '')
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new TypeError(`The namespace '${namespace}' is no UUID`)
  const head = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  const bytes = sha1([...head, ...utf8(name)]).slice(0, 16)
  const marked = bytes.map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x50
    return index === 8 ? (byte & 0x3f) | 0x80 : byte
  })
  const text = marked.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/**
 * Gives the identifier that an edition, a family, a dimension, a descriptor or a criterion has in every format, from its
 * qualified code: `psf-2023`, `psf-2023:K`, `psf-2023:K3`, `psf-2023:D1`, `psf-2023:D1.2`. A statement in another language
 * than English is another item, and has another identifier; the primary subtag alone counts, so `en-GB` is English.
 *
 * @example
 * ```ts
 * import { identifierOf } from '@mentoring-commons/ukpsf/formats'
 * identifierOf('psf-2023:K3') //=> "fa3a7bea-2bae-5806-b16a-11181b344a72"
 * identifierOf('psf-2023:K3', 'en-GB') === identifierOf('psf-2023:K3') //=> true
 * identifierOf('psf-2023:K3', 'cy') === identifierOf('psf-2023:K3') //=> false
 * ```
 */
export function identifierOf(code: string, language = 'en'): string {
  const [primary = ''] = language.toLowerCase().split('-')
  return uuidOfName(identifierNamespace, primary === 'en' ? code : `${code}@${primary}`)
}

function utf8(text: string): readonly number[] {
  return [...text].flatMap((char) => {
    const code = char.codePointAt(0) ?? 0
    if (code < 0x80) return [code]
    if (code < 0x800) return [0xc0 | (code >> 6), tail(code)]
    if (code < 0x10000) return [0xe0 | (code >> 12), tail(code >> 6), tail(code)]
    return [0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code)]
  })
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f)
}
