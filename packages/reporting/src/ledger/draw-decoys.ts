import { chanceOf, type Seed } from './chance.ts'
import { Landscape, type Secret, type Step } from './landscape.ts'
import { byText, type Profile } from './population.ts'
import type { World, Worlds } from './worlds.ts'

/** What is asked of decoys. */
export interface Wanted {
  readonly dimensions: readonly string[]
  readonly profiles: readonly Profile[]
  /** The truth, and what to start each decoy from. */
  readonly start: readonly World[]
  /** States that the same worlds were in before: what changed since is secret too where it is of few. */
  readonly earlier: readonly (readonly World[])[]
  readonly seed: Seed
}

/** The worlds, and whether every secret differs in one of them. */
export interface Drawn {
  readonly profiles: Worlds['profiles']
  readonly sizes: readonly World[]
  readonly sound: boolean
}

/** Tries for each secret, and for each group. */
const triesEach = 120

/** The most tries of one round, and rounds in which keeping secrets weighs ever more. */
const triesMax = 50_000
const rounds = 8

/**
 * Worlds in which every group of 1 to 4 people, and every remainder of 1 to 4, is another number in at least one of them, while larger
 * groups are as alike as can be: found by moving single people from trait to trait, at first freely and then only for the better.
 *
 * Every move has its reverse, so that each world might as well have been the truth with the others as its decoys.
 */
export function drawDecoys({ dimensions, profiles, start, earlier, seed }: Wanted): Drawn {
  const land = new Landscape(dimensions.length, profiles, start)
  guardAll(land, profiles, earlier)
  const chance = chanceOf(seed)
  const people = (start[0] ?? []).flatMap((size, place) => Array.from({ length: Math.min(size, 50) }, () => place))
  for (let round = 0; round < rounds && (land.openCount > 0 || round === 0); round += 1) {
    anneal(land, dimensions.length, people, chance, round === 0)
    land.secretWeight *= 6
  }
  return { ...present(land, profiles.length), sound: land.openCount === 0 }
}

/** The profiles that somebody has in some world, or that were given: those come first and keep their places. */
function present(land: Landscape, given: number): Pick<Drawn, 'profiles' | 'sizes'> {
  const places = [...land.profiles.keys()].filter(
    (place) => place < given || land.worlds.some((world) => (world[place] ?? 0) > 0),
  )
  return {
    profiles: places.flatMap((place) => land.profiles[place] ?? []),
    sizes: land.worlds.map((world) => places.map((place) => world[place] ?? 0)),
  }
}

function guardAll(land: Landscape, profiles: readonly Profile[], earlier: readonly (readonly World[])[]): void {
  const nothing = land.worlds.map(() => 0)
  const groups = land.groupCount
  for (let whole = 0; whole < groups; whole += 1) land.guard({ whole, before: nothing })
  for (let part = 0; part < groups; part += 1)
    for (const whole of land.wholesOf(part)) land.guard({ whole, part, before: nothing })
  for (const worlds of earlier) {
    const old = new Landscape(land.splits.at(-1)?.length ?? 0, profiles, worlds)
    for (let whole = 0; whole < Math.min(groups, old.groupCount); whole += 1)
      land.guard({ whole, before: worlds.map((_, world) => old.sizeOf(whole, world)) })
  }
}

function anneal(
  land: Landscape,
  dimensions: number,
  people: readonly number[],
  chance: () => number,
  first: boolean,
): void {
  const decoys = land.worlds.length - 1
  if (people.length === 0 || decoys === 0 || dimensions === 0) return
  const all = Math.min(triesMax, triesEach * (land.secrets.length + 20))
  // What is left to mend after the first round is little: a short walk, hardly ever uphill.
  const [tries, hottest] = first ? [all, 6] : [Math.ceil(all / 5), 0.6]
  for (let turn = 0; turn < tries; turn += 1) {
    const heat = hottest * (0.01 / hottest) ** (turn / tries)
    const world = 1 + Math.floor(chance() * decoys)
    const steps = propose(land, dimensions, people, world, chance)
    if (steps === undefined) continue
    const { groups, secrets } = land.touchedBy(steps)
    const before = costOf(land, world, groups, secrets)
    take(land, world, steps, secrets)
    const loss = costOf(land, world, groups, secrets) - before
    if (loss > 0 && chance() >= Math.exp(-loss / heat)) take(land, world, reversed(steps), secrets)
  }
}

function reversed(steps: readonly Step[]): readonly Step[] {
  return steps.map(({ from, to }) => ({ from: to, to: from }))
}

function take(land: Landscape, world: number, steps: readonly Step[], secrets: readonly number[]): void {
  for (const { from, to } of steps) {
    land.add(world, from, -1)
    land.add(world, to, 1)
  }
  for (const place of secrets) land.judge(place)
}

function costOf(land: Landscape, world: number, groups: readonly number[], secrets: readonly number[]): number {
  let cost = 0
  for (const group of groups) cost += land.costOf(group, world)
  for (const place of secrets) if (land.isOpen(place)) cost += land.secretWeight
  return cost
}

/** A change of one person, or of two who exchange a trait; nothing where chance chose nobody. */
function propose(
  land: Landscape,
  dimensions: number,
  people: readonly number[],
  world: number,
  chance: () => number,
): readonly Step[] | undefined {
  const sizes = land.worlds[world] ?? []
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)]
  const somebody = () => {
    for (let turn = 0; turn < 8; turn += 1) {
      const place = pick(people) ?? 0
      if ((sizes[place] ?? 0) > 0) return place
    }
    return undefined
  }
  const kind = chance()
  if (kind < 0.5 && land.openCount > 0) {
    const secret = land.secrets[land.openAt(Math.floor(chance() * land.openCount))]
    return secret === undefined ? undefined : towards(land, secret, sizes, somebody, chance)
  }
  const [from, other] = [somebody(), somebody()]
  if (from === undefined || other === undefined) return undefined
  const dimension = Math.floor(chance() * dimensions)
  const [mine, theirs] = [land.profiles[from], land.profiles[other]]
  if (mine === undefined || theirs === undefined) return undefined
  const [row, theirRow] = [Math.floor(chance() * mine.rows.length), Math.floor(chance() * theirs.rows.length)]
  const [value, theirValue] = [mine.rows[row]?.[dimension], theirs.rows[theirRow]?.[dimension]]
  if (value === undefined || theirValue === undefined || value === theirValue) return undefined
  const step = { from, to: land.placeOf(altered(mine, row, dimension, theirValue)) }
  if (kind < 0.75 || from === other) return [step]
  return [step, { from: other, to: land.placeOf(altered(theirs, theirRow, dimension, value)) }]
}

/** A change that may make a secret differ: somebody leaves the group, or somebody comes to be like one of it. */
function towards(
  land: Landscape,
  secret: Secret,
  sizes: readonly number[],
  somebody: () => number | undefined,
  chance: () => number,
): readonly Step[] | undefined {
  const group = secret.part !== undefined && chance() < 0.3 ? secret.part : secret.whole
  const members = land.members[group] ?? []
  const other = somebody()
  if (other === undefined) return undefined
  const inside = members[Math.floor(chance() * members.length)] ?? -1
  const profile = land.profiles[inside]
  if (profile === undefined) return undefined
  if (chance() < 0.5) return inside === other ? undefined : [{ from: other, to: inside }]
  if ((sizes[inside] ?? 0) < 1) return undefined
  const split = land.splitOf[group] ?? []
  const dimension = split[Math.floor(chance() * split.length)]
  const row = Math.floor(chance() * profile.rows.length)
  const value = dimension === undefined ? undefined : land.profiles[other]?.rows[0]?.[dimension]
  if (dimension === undefined || value === undefined || value === profile.rows[row]?.[dimension]) return undefined
  return [{ from: inside, to: land.placeOf(altered(profile, row, dimension, value)) }]
}

function altered({ rows, named }: Profile, row: number, dimension: number, value: string): Profile {
  const changed = rows.map((traits, place) => (place === row ? traits.with(dimension, value) : traits))
  return { rows: changed.sort(byText), named }
}
