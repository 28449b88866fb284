/** Where a zip ends that every reader opens: without the extension for more than 4 GiB. */
const bytesMax = 0xffff_ffff

/** A zip archive being written, one file after the other. Everything put in comes out of `take`, and is held no longer. */
export interface OpenZip {
  begin(path: string, how?: 'deflate' | 'store'): void
  write(bytes: Uint8Array): void
  end(): void
  finish(): void
  take(): readonly Uint8Array[]
}

/** Opens a zip archive. Every file in it bears the same time, so that equal contents give equal bytes. Needs the optional peer `fflate`. */
export async function openZip(): Promise<OpenZip> {
  const { Zip, ZipDeflate, ZipPassThrough } = await import('fflate')
  let ready: Uint8Array[] = []
  let total = 0
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    total += chunk.length
    if (total > bytesMax) throw new RangeError('The archive passes 4 GiB, which many programs cannot open. Take less.')
    ready.push(chunk)
  })
  let open: { readonly file: InstanceType<typeof ZipPassThrough>; bytes: number } | undefined
  return {
    begin: (path, how = 'deflate') => {
      const file = how === 'deflate' ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path)
      // A zip tells time by the clock on the wall, from 1980 on: said so, it is the same one everywhere.
      file.mtime = new Date(1980, 0, 1)
      zip.add(file)
      open = { file: file as InstanceType<typeof ZipPassThrough>, bytes: 0 }
    },
    write: (bytes) => {
      if (open === undefined) throw new TypeError('Nothing is begun in the archive.')
      open.bytes += bytes.length
      if (open.bytes > bytesMax) throw new RangeError('A file in the archive passes 4 GiB. Take less.')
      open.file.push(bytes, false)
    },
    end: () => {
      open?.file.push(new Uint8Array(0), true)
      open = undefined
    },
    finish: () => zip.end(),
    take: () => {
      const chunks = ready
      ready = []
      return chunks
    },
  }
}
