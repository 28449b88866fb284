import v8 from 'node:v8'

/**
 * Runs `work` while V8 does not enlarge its space for young objects. A stream of short-lived rows would have it grow to its full size, some
 * 60 MB more than is in use, to collect a little less often. The setting belongs to the process, and is V8's own again afterwards.
 */
export async function holdHeap<T>(work: () => Promise<T>): Promise<T> {
  v8.setFlagsFromString('--semi-space-growth-factor=1')
  try {
    return await work()
  } finally {
    v8.setFlagsFromString('--semi-space-growth-factor=2')
  }
}
