import { gunzipSync, gzipSync } from 'fflate'

/** Gives bytes compressed as gzip does, without a time in the header, so that the same bytes always give the same. */
export function gzip(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { mtime: 0, level: 9 })
}

/** Gives what gzip compressed, or nothing when it is no gzip or would be longer than `bytesMax`. */
export function gunzip(bytes: Uint8Array, bytesMax: number): Uint8Array | undefined {
  if (bytes.length < 18) return undefined
  // The length stands in the last four bytes; room for one byte more shows whether it is true.
  const size = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true)
  if (size > bytesMax) return undefined
  try {
    const out = gunzipSync(bytes, { out: new Uint8Array(size + 1) })
    return out.length === size ? out : undefined
  } catch {
    return undefined
  }
}
