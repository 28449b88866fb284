import { readdirSync, readFileSync } from 'node:fs'

/** The memory that a process and all below it hold for themselves, in bytes; undefined where the system does not tell. */
export function treeMemory(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const line = textOf(`/proc/${name}/stat`)
    if (line !== '') parents.set(Number(name), Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const below = (id: number): boolean => id === pid || (parents.has(id) && below(parents.get(id) ?? 0))
  let bytes = 0
  for (const id of parents.keys())
    if (below(id)) {
      const own = /^RssAnon:\s+(\d+) kB/m.exec(textOf(`/proc/${id}/status`))?.[1]
      bytes += Number(own ?? 0) * 1024
    }
  return bytes
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
