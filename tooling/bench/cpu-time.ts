import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts processor time in ticks of this many milliseconds. */
const tickMs = 10

interface Stat {
  readonly pid: number
  readonly parent: number
  readonly ticks: number
}

/** The parent and the processor time, ended children included, from one line of /proc/PID/stat. */
export function readStat(line: string): Stat {
  // The name stands in parentheses and may itself hold spaces and parentheses.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15).map(Number)
  return { pid: Number.parseInt(line, 10), parent: Number(fields[1]), ticks: user + system + childUser + childSystem }
}

/** The processor time, user and system, that a running process and everything below it took so far, in milliseconds. */
export function cpuOfTree(pid: number): number {
  if (process.platform !== 'linux')
    throw new Error('processor time of other processes is read from /proc: run the benches on Linux')
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): readonly Stat[] => {
      try {
        return [readStat(readFileSync(`/proc/${name}/stat`, 'utf8'))]
      } catch {
        return []
      }
    })
  const sum = (id: number): number => {
    const own = all.find((each) => each.pid === id)?.ticks ?? 0
    return all.filter((each) => each.parent === id).reduce((ticks, each) => ticks + sum(each.pid), own)
  }
  return sum(pid) * tickMs
}
