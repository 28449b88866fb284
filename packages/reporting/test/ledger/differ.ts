import type { Condition, DisclosedFigure, Indicator, Table } from '../../src/index.ts'
import type { Fact } from './attacker.ts'

/** A stream of numbers from 0 to 1 from a printed seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
}

/** The values of each dimension, and every combination of them as one unknown. */
export interface Frame {
  readonly dimensions: readonly string[]
  readonly values: readonly (readonly (string | boolean)[])[]
  readonly atoms: readonly Readonly<Record<string, string | boolean>>[]
}

export function frameOf(table: Table, dimensions: readonly string[]): Frame {
  const values = dimensions.map((name) =>
    [...new Set(table.rows.map((row) => row[name] as string | boolean))].sort((a, b) =>
      String(a) < String(b) ? -1 : 1,
    ),
  )
  let atoms: Record<string, string | boolean>[] = [{}]
  for (const [place, name] of dimensions.entries())
    atoms = atoms.flatMap((atom) => (values[place] ?? []).map((value) => ({ ...atom, [name]: value })))
  return { dimensions, values, atoms }
}

/** A question that an analyst might ask: a count or a percentage with any filters, split by up to three dimensions. */
export function randomQuestion(frame: Frame, roll: () => number, place: number): Indicator {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T
  const where = frame.dimensions.flatMap((column, at): Condition[] => {
    const values = frame.values[at] ?? []
    const kind = roll()
    if (kind < 0.5 || values.length < 2) return []
    if (kind < 0.75 || values.length < 3) return [{ column, op: 'eq', value: pick(values) }]
    const some = values.filter(() => roll() < 0.5)
    return some.length === 0 ? [] : [{ column, op: 'in', value: some }]
  })
  const by = frame.dimensions.filter(() => roll() < 0.35).slice(0, 3)
  const said = { id: `q${place}`, label: 'A question', definition: 'A question.', where, by, people: true }
  const [column, at] = [frame.dimensions.at(-1) ?? '', frame.dimensions.length - 1]
  if (roll() < 0.3)
    return {
      ...said,
      unit: 'percent',
      measure: { kind: 'rate', of: { column, op: 'eq', value: pick(frame.values[at] ?? []) } },
    }
  return { ...said, unit: 'people', measure: { kind: 'count' } }
}

/** What an answer says: rounded counts as intervals, whole percents as two inequalities, and that a listed group has somebody. */
export function factsOf(frame: Frame, question: Indicator, figure: DisclosedFigure): readonly Fact[] {
  const isIn = (atom: Frame['atoms'][number]) =>
    (question.where ?? []).every((condition) =>
      condition.op === 'eq'
        ? atom[condition.column] === condition.value
        : condition.op === 'in' && condition.value.includes(atom[condition.column] ?? ''),
    ) && Object.entries(figure.by).every(([column, value]) => String(atom[column]) === value)
  const whole = frame.atoms.flatMap((atom, place) => (isIn(atom) ? [place] : []))
  const sum = (places: readonly number[], times = 1) => places.map((place) => [place, times] as const)
  const facts: Fact[] = []
  if (typeof figure.n === 'number') facts.push({ terms: sum(whole), low: figure.n - 2, high: figure.n + 2 })
  if (Object.keys(figure.by).length > 0) {
    const listed = frame.atoms.flatMap((atom, place) =>
      Object.entries(figure.by).every(([column, value]) => String(atom[column]) === value) ? [place] : [],
    )
    facts.push({ terms: sum(listed), low: 1, high: 1e9 })
  }
  if (question.measure.kind === 'rate' && 'value' in figure) {
    const { of } = question.measure
    const part = new Set(whole.filter((place) => of.op === 'eq' && frame.atoms[place]?.[of.column] === of.value))
    const between = (share: number) =>
      whole.map((place) => [place, (part.has(place) ? 200 : 0) - 2 * share] as const).filter(([, times]) => times !== 0)
    facts.push({ terms: between(figure.value - 0.5), low: 0, high: 1e9 })
    facts.push({ terms: between(figure.value + 0.5), low: -1e9, high: -1 })
  }
  return facts
}

/** Every combination of up to all dimensions, and every group without one of its parts, with how many are in it. */
export function secretsOf(
  frame: Frame,
  table: Table,
): readonly { readonly atoms: readonly number[]; readonly value: number }[] {
  const size = frame.atoms.map(
    (atom) => table.rows.filter((row) => frame.dimensions.every((name) => row[name] === atom[name])).length,
  )
  const groups = new Map<string, number[]>()
  for (let split = 0; split < 2 ** frame.dimensions.length; split += 1)
    for (const [place, atom] of frame.atoms.entries()) {
      const key = JSON.stringify(frame.dimensions.map((name, at) => ((split >> at) & 1 ? atom[name] : null)))
      groups.set(key, [...(groups.get(key) ?? []), place])
    }
  const all = [...groups].flatMap(([key, atoms]) => {
    const values: (string | boolean | null)[] = JSON.parse(key)
    const rests = values.flatMap((value, at) => {
      if (value === null) return []
      const whole = groups.get(JSON.stringify(values.with(at, null))) ?? []
      return [whole.filter((place) => !atoms.includes(place))]
    })
    return [atoms, ...rests]
  })
  const unique = new Map(all.map((atoms) => [atoms.join(), atoms]))
  return [...unique.values()]
    .map((atoms) => ({ atoms, value: atoms.reduce((sum, place) => sum + (size[place] ?? 0), 0) }))
    .filter(({ value }) => value >= 1 && value <= 4)
}

/** Facts each once: of those about the same sum only the narrowest. */
export function narrowed(facts: readonly Fact[]): readonly Fact[] {
  const known = new Map<string, Fact>()
  for (const fact of facts) {
    const key = JSON.stringify(fact.terms)
    const other = known.get(key)
    known.set(
      key,
      other === undefined
        ? fact
        : { terms: fact.terms, low: Math.max(fact.low, other.low), high: Math.min(fact.high, other.high) },
    )
  }
  return [...known.values()]
}
