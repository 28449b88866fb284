import { membershipsOf, splitsOf } from './cells.ts'
import { keyOf, type Profile } from './population.ts'
import type { World } from './worlds.ts'

/** A number that must not be the same in all worlds: a group, or a group without one of its parts, against what it was before. */
export interface Secret {
  readonly whole: number
  readonly part?: number
  /** What is taken off in each world, the truth first. */
  readonly before: readonly number[]
}

/** Somebody with one profile gets another. */
export interface Step {
  readonly from: number
  readonly to: number
}

/** What a secret has cost too much not to be kept. */
const secretCost = 60

/** Most people whom a group of few has. */
const fewMax = 4

/**
 * The groups of a population in every world, with what it costs that worlds disagree about one, or agree where they must not.
 *
 * A large group should be alike in all worlds, so that it may be shown; a group of 1 to 4 must differ in one of them.
 */
export class Landscape {
  readonly worlds: number[][]
  readonly profiles: Profile[]
  readonly secrets: Secret[] = []
  readonly splits: readonly (readonly number[])[]
  /** The profiles that are in a group, by group. */
  readonly members: number[][] = []
  readonly splitOf: (readonly number[])[] = []
  secretWeight = secretCost
  private readonly places = new Map<string, number>()
  private readonly groups = new Map<string, number>()
  private readonly named: { readonly unit: 'people' | 'rows'; readonly values: readonly string[] }[] = []
  private readonly groupsOf: (readonly (readonly [group: number, amount: number])[])[] = []
  private readonly sizes: number[][] = []
  private readonly weights: number[] = []
  private readonly watching: number[][] = []
  private readonly single: boolean[] = []
  /** Secrets that differ nowhere, in no order, and where each stands among them. */
  private readonly open: number[] = []
  private readonly openPlace: (number | undefined)[] = []
  /** Scratch: the net change of each group, and the last look at each secret. */
  private readonly net: number[] = []
  private readonly seen: number[] = []
  private look = 0
  /** Whether counting people and counting rows are two things. */
  private readonly rowsApart: boolean

  /** `worlds` holds the truth first. */
  constructor(dimensions: number, profiles: readonly Profile[], worlds: readonly World[]) {
    this.splits = splitsOf(dimensions)
    this.rowsApart = profiles.some(({ rows, named }) => rows.length > 1 || !named)
    this.profiles = []
    this.worlds = worlds.map(() => [])
    for (const [place, profile] of profiles.entries()) {
      this.placeOf(profile)
      for (const [number, world] of worlds.entries()) this.add(number, place, world[place] ?? 0)
    }
  }

  /** The place of a profile, which gets one when it is new. */
  placeOf(profile: Profile): number {
    const key = keyOf(profile)
    const known = this.places.get(key)
    if (known !== undefined) return known
    const place = this.profiles.push(profile) - 1
    this.places.set(key, place)
    for (const world of this.worlds) world[place] = 0
    this.groupsOf[place] = membershipsOf(profile, this.splits).flatMap(({ split, values, people, rows }) => {
      const found: [number, number][] = []
      if (people > 0) found.push([this.groupAt('people', split, values), people])
      if (this.rowsApart) found.push([this.groupAt('rows', split, values), rows])
      return found
    })
    for (const [group] of this.groupsOf[place] ?? []) this.members[group]?.push(place)
    return place
  }

  /** Adds so many of a profile to a world. */
  add(world: number, place: number, amount: number): void {
    if (amount === 0) return
    const sizes = this.worlds[world]
    if (sizes === undefined) return
    sizes[place] = (sizes[place] ?? 0) + amount
    for (const [group, each] of this.groupsOf[place] ?? []) {
      const here = this.sizes[group]
      if (here !== undefined) here[world] = (here[world] ?? 0) + amount * each
    }
  }

  /** What a group is in a world. */
  sizeOf(group: number, world: number): number {
    return this.sizes[group]?.[world] ?? 0
  }

  get groupCount(): number {
    return this.sizes.length
  }

  groupsOfProfile(place: number): readonly (readonly [group: number, amount: number])[] {
    return this.groupsOf[place] ?? []
  }

  /** Says that a number is one of few people wherever it is 1 to 4 in the truth: it must differ in a world. */
  guard(secret: Secret): void {
    const value = Math.abs(this.valueOf(secret, 0))
    if (value < 1 || value > fewMax) return
    const place = this.secrets.push(secret) - 1
    for (const group of [secret.whole, ...(secret.part === undefined ? [] : [secret.part])])
      this.watching[group]?.push(place)
    this.judge(place)
  }

  /** What a secret is in a world. */
  valueOf(secret: Secret, world: number): number {
    const whole = this.sizes[secret.whole]?.[world] ?? 0
    const part = secret.part === undefined ? 0 : (this.sizes[secret.part]?.[world] ?? 0)
    return whole - part - (secret.before[world] ?? 0)
  }

  /** Counts again in how many worlds a secret differs. */
  judge(place: number): void {
    const secret = this.secrets[place]
    if (secret === undefined) return
    const truth = this.valueOf(secret, 0)
    let same = true
    for (let world = 1; same && world < this.worlds.length; world += 1) same = this.valueOf(secret, world) === truth
    if (same) {
      if (this.openPlace[place] === undefined) this.openPlace[place] = this.open.push(place) - 1
      return
    }
    const at = this.openPlace[place]
    const last = this.open.at(-1)
    if (at === undefined || last === undefined) return
    this.open[at] = last
    this.openPlace[last] = at
    this.open.pop()
    this.openPlace[place] = undefined
  }

  /** How many secrets are the same in all worlds. */
  get openCount(): number {
    return this.open.length
  }

  isOpen(place: number): boolean {
    return this.openPlace[place] !== undefined
  }

  /** One of the secrets that are the same in all worlds. */
  openAt(place: number): number {
    return this.open[place] ?? -1
  }

  /** The groups that steps change, and the secrets that these are part of. */
  touchedBy(steps: readonly Step[]): { readonly groups: readonly number[]; readonly secrets: readonly number[] } {
    const touched: number[] = []
    const change = (place: number, sign: number) => {
      for (const [group, amount] of this.groupsOf[place] ?? []) {
        touched.push(group)
        this.net[group] = (this.net[group] ?? 0) + sign * amount
      }
    }
    for (const { from, to } of steps) {
      change(from, -1)
      change(to, 1)
    }
    const groups: number[] = []
    const secrets: number[] = []
    this.look += 1
    for (const group of touched) {
      if ((this.net[group] ?? 0) === 0) continue
      this.net[group] = 0
      groups.push(group)
      for (const place of this.watching[group] ?? [])
        if (this.seen[place] !== this.look) {
          this.seen[place] = this.look
          secrets.push(place)
        }
    }
    return { groups, secrets }
  }

  /** What the size of a group costs in one world: nothing where it is as in the truth, most where a reader would see the difference. */
  costOf(group: number, world: number): number {
    const sizes = this.sizes[group]
    const [truth = 0, here = 0] = [sizes?.[0], sizes?.[world]]
    if (truth === here) return 0
    if (here === 0 && this.single[group]) return 1000
    const shown = 5 * Math.floor((truth + 2) / 5)
    const beyond = Math.max(0, here - shown - 2, shown - 2 - here)
    const vanishes = here === 0 || truth === 0 ? 0.3 : 0
    return (this.weights[group] ?? 1) * (0.06 * Math.abs(here - truth) + (beyond > 0 ? 1 + beyond : 0) + vanishes)
  }

  /** The groups that a group is a part of by one dimension of its own. */
  wholesOf(group: number): readonly number[] {
    const { unit, values } = this.named[group] ?? { unit: 'people', values: [] }
    const split = this.splitOf[group] ?? []
    return split.flatMap((_, left) => {
      const key = keyOfGroup(unit, split.toSpliced(left, 1), values.toSpliced(left, 1))
      return this.groups.get(key) ?? []
    })
  }

  private groupAt(unit: 'people' | 'rows', split: readonly number[], values: readonly string[]): number {
    const key = keyOfGroup(unit, split, values)
    const known = this.groups.get(key)
    if (known !== undefined) return known
    const group = this.sizes.push(this.worlds.map(() => 0)) - 1
    this.groups.set(key, group)
    this.named[group] = { unit, values }
    this.members[group] = []
    this.splitOf[group] = split
    this.watching[group] = []
    this.weights[group] = [200, 50, 8, 1.5][split.length] ?? 1
    this.single[group] = split.length === 1
    return group
  }
}

function keyOfGroup(unit: string, split: readonly number[], values: readonly string[]): string {
  return `${unit} ${split.join()} ${JSON.stringify(values)}`
}
