import { isBuiltin } from 'node:module'
import path from 'node:path'
import type { Breach } from './breach.ts'
import { matches, roomOf, type SourceFile } from './floor.ts'
import type { Import } from './imports.ts'
import type { Plan, Room } from './room.ts'

const openIn = 'or, if it should, open the door in tooling/boundaries/plan.ts'

/** The file from the root that a relative specifier names. */
export function target(from: string, specifier: string): string {
  return path.posix.join(path.posix.dirname(from), specifier)
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

const opens = (list: readonly string[] | undefined, name: string): boolean =>
  list !== undefined && (list.includes(name) || list.includes('*'))

function refuseOutside(room: Room, specifier: string): string | undefined {
  if (isBuiltin(specifier)) {
    if (room.node) return undefined
    return `the room "${room.name}" may not use Node's own modules: take what you need as an argument, ${openIn}`
  }
  if (specifier.startsWith('/') || /^[a-z]+:/.test(specifier))
    return 'neither a relative path nor a package: import by a relative path'
  if (opens(room.npm, packageOf(specifier))) return undefined
  return `the room "${room.name}" may not use ${packageOf(specifier)}: pass it in as plain data or a function, ${openIn}`
}

function refuseInside(
  plan: Plan,
  room: Room,
  from: string,
  to: string,
  known: ReadonlySet<string>,
): string | undefined {
  if (!known.has(to)) {
    const home = from.split('/').slice(0, 2).join('/')
    if (to.endsWith('.json') && to.startsWith(`${home}/`)) return undefined
    return `${to} is no file on the floor: write the whole file name with its .ts`
  }
  if (plan.entries.some((entry) => matches(entry, to)) && room === roomOf(plan, to))
    return 'an index only names what is public: import from the file that defines the thing'
  const there = roomOf(plan, to)
  if (there === undefined || there === room || opens(room.rooms, there.name)) return undefined
  return `the room "${room.name}" has no door to "${there.name}" (${to}): turn the arrow round, pass plain data, ${openIn}`
}

/** Every import that opens a door which is not on the plan, and every file that is in no room. */
export function checkDoors(plan: Plan, files: readonly SourceFile[]): readonly Breach[] {
  const known = new Set(files.map((file) => file.path))
  const refuse = (room: Room, from: string, { specifier, kind }: Import): string | undefined => {
    if (specifier === undefined) {
      if (room.node && room.npm?.includes('*')) return undefined
      return `a ${kind} whose target is only known at run time cannot be checked: name the module in quotes`
    }
    const to = /^\.\.?(?:\/|$)/.test(specifier) ? target(from, specifier) : undefined
    const library = to?.split('node_modules/').slice(1).at(-1)
    const message =
      to !== undefined && library === undefined
        ? refuseInside(plan, room, from, to, known)
        : refuseOutside(room, library ?? specifier)
    return message && `${kind} of '${specifier}': ${message}`
  }
  return files.flatMap((file): readonly Breach[] => {
    const room = roomOf(plan, file.path)
    if (!room) {
      const message =
        'this file is in no room of the floor plan: move it, or add its room to tooling/boundaries/plan.ts'
      return [{ rule: 'room', file: file.path, line: 1, message }]
    }
    return file.imports.flatMap((each): readonly Breach[] => {
      const message = refuse(room, file.path, each)
      return message ? [{ rule: 'door', file: file.path, line: each.line, message }] : []
    })
  })
}
