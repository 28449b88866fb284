type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type Step = string | number

/** Numbers from 0 to below 1 that a seed decides (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * What a document says, whatever order its keys and lists stand in, and whether one thing stands alone or in a list of one: JSON-LD
 * reads those alike. Two documents whose meanings differ do not say the same.
 */
export function meaning(value: Json, key = ''): string {
  if (Array.isArray(value)) {
    const members = value.map((member) => meaning(member))
    if (key === '@context') return JSON.stringify(members)
    return members.length === 1 ? (members[0] ?? '') : JSON.stringify(members.sort())
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([name, member]): [string, string] => [name, meaning(member, name)])
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function pathsIn(value: Json, path: readonly Step[] = []): readonly (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, member]) =>
    pathsIn(member, [...path, Array.isArray(value) ? Number(key) : key]),
  )
  return path.length === 0 ? inner : [path, ...inner]
}

const at = (root: Json, path: readonly Step[]): Json =>
  path.reduce((value, step) => (value as Record<Step, Json>)[step] as Json, root)
const put = (root: Json, path: readonly Step[], value: Json): void => {
  ;(at(root, path.slice(0, -1)) as Record<Step, Json>)[path.at(-1) as Step] = value
}

const extraKeys = [
  'name',
  'description',
  'narrative',
  'image',
  'id',
  'type',
  'validUntil',
  'salt',
  'role',
  'term',
  'wages',
  'proofValue',
  'expires',
  '@id',
  '@type',
  '@graph',
  '@context',
]

function changedText(text: string, random: () => number): string {
  const place = Math.floor(random() * (text.length + 1))
  const letter = String.fromCharCode(33 + Math.floor(random() * 94))
  const ways = [
    () => text.slice(0, place) + letter + text.slice(place + 1),
    () => text.slice(0, place) + letter + text.slice(place),
    () => text.slice(0, place) + text.slice(place + 1),
    () => text.normalize('NFD'),
    () => text.normalize('NFKC'),
    () => text.toUpperCase(),
    () => `${text} `,
    () => `${text}\u200b`,
    () => text.replace(/[aeio]/, (found) => ({ a: '\u0430', e: '\u0435', i: '\u0456', o: '\u043e' })[found] ?? found),
    () => '',
  ]
  return ways[Math.floor(random() * ways.length)]?.() ?? ''
}

function changed(value: Json, random: () => number): Json {
  if (typeof value === 'string') return changedText(value, random)
  if (typeof value === 'boolean') return random() < 0.5 ? !value : String(value)
  if (Array.isArray(value))
    return random() < 0.5 ? [] : [...value, random() < 0.5 ? 'Extra' : structuredClone(value[0] ?? 'x')]
  return ([null, 0, 'x', [], {}, true] as Json[])[Math.floor(random() * 6)] ?? null
}

/** A copy of a document in which one thing is changed, dropped, added, swapped with another or put in another's place. */
export function mutantOf(original: Json, random: () => number): Json {
  const root = structuredClone(original)
  const paths = pathsIn(root)
  const inProof = paths.filter(([first]) => first === 'proof')
  const pick = (): readonly Step[] => {
    const from = random() < 0.25 ? inProof : paths
    return from[Math.floor(random() * from.length)] ?? []
  }
  const path = pick()
  const other = pick()
  const within = at(root, path.slice(0, -1))
  const ways = [
    () => put(root, path, changed(at(root, path), random)),
    () => put(root, path, changed(at(root, path), random)),
    () =>
      Array.isArray(within)
        ? within.splice(Number(path.at(-1)), 1)
        : delete (within as Record<Step, Json>)[path.at(-1) as Step],
    () => {
      const key = extraKeys[Math.floor(random() * extraKeys.length)] ?? 'x'
      const target = Array.isArray(within) ? (within.find((member) => typeof member === 'object') ?? root) : within
      const value = (['added', 'urn:uuid:added', ['a'], { id: 'urn:added' }, null, 1, true] as Json[])[
        Math.floor(random() * 7)
      ]
      Object.assign(target as object, { [key]: value })
    },
    () => {
      const [one, two] = [structuredClone(at(root, path)), structuredClone(at(root, other))]
      const nested =
        path.join() === other.slice(0, path.length).join() || other.join() === path.slice(0, other.length).join()
      if (nested) return
      put(root, path, two)
      put(root, other, one)
    },
    () => put(root, path, structuredClone(at(original, other))),
  ]
  ways[Math.floor(random() * ways.length)]?.()
  return root
}
