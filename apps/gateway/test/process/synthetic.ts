import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { newPath } from './program.ts'

/** A mapping of a made-up programme. */
export const mapping = {
  version: 1,
  institution: { key: 'made-up', name: 'Made-up University' },
  programme: { key: 'made-up-programme', title: 'A made-up programme' },
  files: [
    {
      file: 'people.csv',
      as: 'people',
      fields: { externalId: { column: 'id' }, country: { column: 'country', optional: true } },
    },
    {
      file: 'roles.csv',
      as: 'participations',
      fields: { person: { column: 'person' }, cohort: { column: 'cohort' }, role: { column: 'role' } },
    },
  ],
}

/** Writes files beside a mapping; the folder and the mapping's path. */
export function writeFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  mapped: unknown = mapping,
): { dir: string; map: string } {
  const dir = newPath('files')
  mkdirSync(dir, { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(dir, name), content)
  const map = path.join(dir, 'mapping.json')
  writeFileSync(map, typeof mapped === 'string' ? mapped : JSON.stringify(mapped))
  return { dir, map }
}

/** A folder whose second file takes a while: two thousand people, each of whom was everything in each of four cohorts. */
export function writeMany() {
  const ids = Array.from({ length: 2_000 }, (_, at) => `P${at}`)
  const places = [1, 2, 3, 4].flatMap((cohort) =>
    ['mentee', 'mentor', 'expert', 'speaker', 'facilitator', 'organizer'].map((role) => `${cohort},${role}`),
  )
  const folder = writeFolder({
    'people.csv': `id,country\n${ids.map((id) => `${id},Nowhere\n`).join('')}`,
    'roles.csv': `person,cohort,role\n${places.map((place) => ids.map((id) => `${id},${place}\n`).join('')).join('')}`,
  })
  return { ...folder, people: ids.length, participations: ids.length * places.length }
}

/** A folder in order: so many people, each a mentee of the first cohort. */
export function writePeople(people: number) {
  const ids = Array.from({ length: people }, (_, at) => `P${at}`)
  return writeFolder({
    'people.csv': `id,country\n${ids.map((id) => `${id},Nowhere\n`).join('')}`,
    'roles.csv': `person,cohort,role\n${ids.map((id) => `${id},1,mentee\n`).join('')}`,
  })
}
