import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Who owns a data directory. `address` and `secret` let a command of the same user ask the owner to do its work. */
export interface Owner {
  readonly id: string
  readonly pid: number
  readonly started: string
  readonly address?: string
  readonly secret: string
}

/** The lock on a data directory: one process at a time, or acknowledged rows are lost. */
export interface Lock {
  readonly owner: Owner
  /** Tells others where the owner listens. */
  announce(address: string): Promise<void>
  release(): Promise<void>
}

/** Takes the lock, or gives the living owner. A lock whose process is gone is taken over. */
export async function takeLock(directory: string): Promise<{ lock: Lock } | { heldBy: Owner }> {
  await mkdir(directory, { recursive: true })
  const file = path.join(directory, 'owner.json')
  const owner: Owner = { id: randomUUID(), pid: process.pid, started: await startOf(process.pid), secret: randomUUID() }
  for (let attempt = 0; attempt < 50; attempt++) {
    if (await create(file, owner)) return { lock: lockOn(file, owner) }
    const holder = await ownerIn(file)
    if (holder !== undefined && (await alive(holder))) return { heldBy: holder }
    await removeStale(file, holder)
  }
  throw new Error(`the lock ${file} changes hands too fast; stop the other processes that use ${directory}`)
}

/** The living owner of a data directory, if there is one. */
export async function ownerOf(directory: string): Promise<Owner | undefined> {
  const owner = await ownerIn(path.join(directory, 'owner.json'))
  return owner !== undefined && (await alive(owner)) ? owner : undefined
}

function lockOn(file: string, owner: Owner): Lock {
  return {
    owner,
    announce: async (address) => {
      const temporary = `${file}.${owner.id}`
      await writeFile(temporary, JSON.stringify({ ...owner, address }), { mode: 0o600 })
      await rename(temporary, file)
    },
    release: async () => {
      const held = await ownerIn(file)
      if (held?.id === owner.id) await rm(file, { force: true })
    },
  }
}

/** A hard link appears whole or not at all, and never over an existing file. */
async function create(file: string, owner: Owner): Promise<boolean> {
  const temporary = `${file}.${owner.id}`
  await writeFile(temporary, JSON.stringify(owner), { mode: 0o600 })
  try {
    await link(temporary, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(temporary, { force: true })
  }
}

async function ownerIn(file: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner
  } catch {
    return undefined
  }
}

/** Only one process clears a stale lock at a time, and only the very lock that it has seen to be stale. */
async function removeStale(file: string, seen: Owner | undefined) {
  const clearing = `${file}.clearing`
  try {
    await mkdir(clearing)
  } catch {
    const age = await stat(clearing).then(
      (s) => Date.now() - s.mtimeMs,
      () => 0,
    )
    if (age > 10_000) await rm(clearing, { recursive: true, force: true })
    await new Promise((resolve) => setTimeout(resolve, 50))
    return
  }
  try {
    const held = await ownerIn(file)
    if (held?.id === seen?.id) await rm(file, { force: true })
  } finally {
    await rm(clearing, { recursive: true, force: true })
  }
}

/** A process number is used again after a while: the process must also have started when the lock says. */
async function alive(owner: Owner): Promise<boolean> {
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const started = await startOf(owner.pid)
  return started === '' || owner.started === '' || started === owner.started
}

/** When a process started, in ticks since boot, with the boot itself; empty where the system does not tell. */
async function startOf(pid: number): Promise<string> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8')
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    return `${boot.trim()}:${line.slice(line.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return ''
  }
}
