import { utf8 } from '../text/utf8.ts'
import { sha1 } from './sha1.ts'

/** The namespace of the GUIDs: version 5 of the name `urn:mentoring-commons:action-research` in the namespace of URLs. */
export const guidNamespace = 'd3c1fd49-d60c-5e2e-8369-0a5d04d21fe2'

/**
 * A GUID of parts that name a thing: the version 5 UUID (RFC 9562) of the parts as a JSON list, in `guidNamespace`. The
 * same parts always give the same GUID, other parts in practice another.
 * @example
 * ```ts
 * import { guid } from '@mentoring-commons/action-research'
 * guid('code', 'trust') //=> "843169c3-5c45-547b-a4d9-54e1c4c8371f"
 * ```
 */
export function guid(...parts: readonly string[]): string {
  const name = utf8(JSON.stringify(parts))
  const space = Uint8Array.from(guidNamespace.replaceAll('-', '').match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  )
  const bytes = sha1(Uint8Array.from([...space, ...name])).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
