import { utf8 } from '../text/utf8.ts'
import { crc32 } from './crc32.ts'

/** A file of an archive: its path with forward slashes, and its bytes. */
export interface ZipEntry {
  readonly path: string
  readonly bytes: Uint8Array
}

const localSize = 30
const centralSize = 46
const endSize = 22

/**
 * A ZIP archive of files in the order given, stored and not compressed, dated 1980-01-01, so that the same files give the
 * same bytes. Throws a RangeError for a path that repeats, and beyond what the format holds without its 64-bit form:
 * 65,534 files and 4 GiB.
 * @example
 * ```ts
 * import { zip } from '@mentoring-commons/action-research'
 * zip([{ path: 'a.txt', bytes: Uint8Array.of(97) }]).length //=> 109
 * ```
 */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files = entries.map(({ path, bytes }) => ({ name: utf8(path), bytes, crc: crc32(bytes) }))
  const body = files.reduce((sum, { name, bytes }) => sum + localSize + name.length + bytes.length, 0)
  const index = files.reduce((sum, { name }) => sum + centralSize + name.length, 0)
  const total = body + index + endSize
  if (files.length > 0xfffe || total > 0xfffffffe) {
    throw new RangeError(`${files.length} files of ${total} bytes are more than this archive holds`)
  }
  const paths = entries.map(({ path }) => path)
  const twice = paths.find((path, place) => paths.indexOf(path) < place)
  if (twice !== undefined) throw new RangeError(`the path "${twice}" repeats; give each file its own`)
  const archive = new Uint8Array(total)
  const view = new DataView(archive.buffer)
  let at = 0
  let central = body
  for (const { name, bytes, crc } of files) {
    view.setUint32(at, 0x04034b50, true)
    describe(view, at + 4, { name, bytes, crc })
    archive.set(name, at + localSize)
    archive.set(bytes, at + localSize + name.length)
    view.setUint32(central, 0x02014b50, true)
    view.setUint16(central + 4, 20, true)
    describe(view, central + 6, { name, bytes, crc })
    view.setUint32(central + 42, at, true)
    archive.set(name, central + centralSize)
    at += localSize + name.length + bytes.length
    central += centralSize + name.length
  }
  view.setUint32(central, 0x06054b50, true)
  view.setUint16(central + 8, files.length, true)
  view.setUint16(central + 10, files.length, true)
  view.setUint32(central + 12, index, true)
  view.setUint32(central + 16, body, true)
  return archive
}

/** The fields that both headers of a file have: version 2.0, UTF-8 names, stored, 1980-01-01, checksum and sizes. */
function describe(
  view: DataView,
  at: number,
  { name, bytes, crc }: { readonly name: Uint8Array; readonly bytes: Uint8Array; readonly crc: number },
): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, 0x0800, true)
  view.setUint16(at + 8, 0x0021, true)
  view.setUint32(at + 10, crc, true)
  view.setUint32(at + 14, bytes.length, true)
  view.setUint32(at + 18, bytes.length, true)
  view.setUint16(at + 22, name.length, true)
}
