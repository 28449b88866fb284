import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bridgeBurden,
  bridges,
  brokerage,
  brokerageByDepartment,
  brokerageRoles,
  type DepartmentFigures,
  eiIndex,
  type Network,
  networkFigures,
  networkOf,
  type PeopleFigures,
  personMeasures,
  publishFigures,
  reach,
  waveChange,
} from '../../../src/community/index.ts'
import { anyWave, network, waveOf } from './wave-of.ts'

const departments = ['art', 'law', 'music', 'zoology']
const idsOf = (net: Network) => net.people.map(({ personId }) => personId)
const homeOf = (net: Network, id: string) => net.people.find(({ personId }) => personId === id)?.departmentId
const isTied = (net: Network, a: string, b: string) =>
  net.ties.some(([x, y]) => (x === a && y === b) || (x === b && y === a))
const value = <T>(made: { value: T } | { refusal: { message: string } }): T => {
  if ('refusal' in made) throw new TypeError(made.refusal.message)
  return made.value
}

/** Steps between any two, by Floyd and Warshall. */
function stepsBetween(net: Network) {
  const ids = idsOf(net)
  const steps = new Map(
    ids.flatMap((a) => ids.map((b) => [`${a} ${b}`, Number(a === b ? 0 : isTied(net, a, b) ? 1 : 99)] as const)),
  )
  for (const k of ids)
    for (const a of ids)
      for (const b of ids) {
        const round = (steps.get(`${a} ${k}`) ?? 99) + (steps.get(`${k} ${b}`) ?? 99)
        if (round < (steps.get(`${a} ${b}`) ?? 99)) steps.set(`${a} ${b}`, round)
      }
  return (a: string, b: string) => steps.get(`${a} ${b}`) ?? 99
}

test('reach is what counting every path gives', () => {
  fc.assert(
    fc.property(anyWave, fc.array(fc.nat(8), { maxLength: 4 }), (wave, chosen) => {
      const net = networkOf(wave, 'either-named')
      const members = [...new Set(chosen.filter((one) => one < wave.people.length).map((one) => `p${one}`))]
      const figures = value(reach(net, members, departments))
      const steps = stepsBetween(net)
      const others = idsOf(net).filter((one) => !members.includes(one))
      const within = (most: number) => others.filter((one) => members.some((m) => steps(m, one) <= most))
      expect(figures.institution.measures).toMatchObject({
        members: members.length,
        others: others.length,
        othersWithinOneStep: within(1).length,
        othersWithinTwoSteps: within(2).length,
        departments: 4,
        departmentsTouched: new Set(members.map((one) => homeOf(net, one))).size,
      })
      const carriers = (department: string) =>
        members.filter(
          (m) =>
            homeOf(net, m) === department || others.some((o) => homeOf(net, o) === department && isTied(net, m, o)),
        )
      for (const { departmentId, measures, people } of figures.departments) {
        expect(people).toBe(net.people.filter((one) => one.departmentId === departmentId).length)
        expect(measures.carriers).toBe(carriers(departmentId).length)
        expect(measures.othersWithinTwoSteps).toBe(within(2).filter((one) => homeOf(net, one) === departmentId).length)
      }
      const through = departments.filter((one) => carriers(one).length === 1).length
      expect(figures.institution.measures.departmentsThroughOnePerson).toBe(through)
    }),
  )
})

test('reach refuses members outside the boundary and departments that are not listed', () => {
  expect(reach(network('a:art', ''), ['z'], ['art'])).toMatchObject({
    refusal: { code: 'person-outside-boundary', path: 'memberIds[0]' },
  })
  expect(reach(network('a:art', ''), ['a'], ['law'])).toMatchObject({ refusal: { code: 'department-not-listed' } })
})

/** Every way of dealing the labels out, each once for each order. */
function* orders<T>(items: readonly T[]): Generator<readonly T[]> {
  if (items.length <= 1) yield items
  for (const [index, item] of items.entries()) {
    for (const rest of orders(items.filter((_, other) => other !== index))) yield [item, ...rest]
  }
}

test('the expected E-I index is the mean over every way of dealing the departments out', () => {
  const cases = [
    'a:art b:art c:law d:law e:music',
    'a:art b:art c:art d:art e:law',
    'a:art b:law c:music',
    'a:art b:art',
  ]
  for (const people of cases) {
    const net = network(people, people.length > 20 ? 'a>b a>c b>c c>d d>e' : 'a>b')
    const { measures } = eiIndex(net, { seed: 1, runs: 9 }).institution
    let sum = 0
    let count = 0
    for (const labels of orders(net.people.map((one) => one.departmentId))) {
      const label = new Map(idsOf(net).map((id, index) => [id, labels[index]]))
      const external = net.ties.filter(([a, b]) => label.get(a) !== label.get(b)).length
      sum += (2 * external - net.ties.length) / net.ties.length
      count += 1
    }
    expect(measures.expected).toBeCloseTo(sum / count, 12)
  }
})

test('the seeded deals agree with the closed form, and repeat', () => {
  const people = Array.from(
    { length: 30 },
    (_, index) => `p${index}:${index < 18 ? 'art' : index < 27 ? 'law' : 'music'}`,
  )
  const ties = Array.from({ length: 60 }, (_, index) => [index % 30, (index * 7 + 1 + Math.floor(index / 30)) % 30])
  const net = network(
    people.join(' '),
    ties
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => `p${a}>p${b}`)
      .join(' '),
  )
  const found = eiIndex(net, { seed: 42, runs: 4000 })
  expect(found.institution.measures.permutedMean).toBeCloseTo(found.institution.measures.expected ?? 0, 1.9)
  expect(
    Math.abs((found.institution.measures.permutedMean ?? 9) - (found.institution.measures.expected ?? 0)),
  ).toBeLessThan(0.01)
  expect(eiIndex(net, { seed: 42, runs: 50 })).toEqual(eiIndex(net, { seed: 42, runs: 50 }))
  expect(eiIndex(net, { seed: 43, runs: 50 })).not.toEqual(eiIndex(net, { seed: 42, runs: 50 }))
})

test('a small department looks outward by arithmetic alone, and its expected value says so', () => {
  const net = network('a:tiny b:big c:big d:big e:big', 'a>b b>c c>d d>e e>b')
  const tiny = eiIndex(net, { seed: 1, runs: 200 }).departments.find((one) => one.departmentId === 'tiny')
  expect(tiny?.measures).toMatchObject({ index: 1, expected: 1, permutedAsFar: 1 })
  expect(tiny?.people).toBe(1)
})

test('without a tie there is no index, and runs are a whole number', () => {
  const { institution, departments: rows } = eiIndex(network('a:art b:law', ''), { seed: 1, runs: 5 })
  expect(institution.measures).toEqual({
    external: 0,
    internal: 0,
    index: null,
    expected: null,
    permutedMean: null,
    permutedLow: null,
    permutedHigh: null,
    permutedAsFar: null,
  })
  expect(rows).toHaveLength(2)
  expect(() => eiIndex(network('', ''), { seed: 1, runs: 0 })).toThrow(RangeError)
  expect(() => eiIndex(network('', ''), { seed: 0.5, runs: 1 })).toThrow(RangeError)
})

test('brokerage is what trying every three people gives, both ways and as named', () => {
  fc.assert(
    fc.property(anyWave, fc.constantFrom('as-named' as const, 'both-ways' as const), (wave, direction) => {
      const net = networkOf(wave, 'either-named')
      const leads = (a: string, b: string) =>
        direction === 'both-ways' ? isTied(net, a, b) : wave.ties.some((one) => one.from === a && one.to === b)
      const brute = new Map(idsOf(net).map((id) => [id, Object.fromEntries(brokerageRoles.map((role) => [role, 0]))]))
      for (const a of idsOf(net))
        for (const b of idsOf(net))
          for (const c of idsOf(net)) {
            if (a === c || !leads(a, b) || !leads(b, c) || leads(a, c)) continue
            const [x, y, z] = [homeOf(net, a), homeOf(net, b), homeOf(net, c)]
            const role =
              x === y && y === z
                ? 'coordinator'
                : x === z
                  ? 'itinerant'
                  : y === z
                    ? 'gatekeeper'
                    : x === y
                      ? 'representative'
                      : 'liaison'
            const row = brute.get(b) ?? {}
            row[role] = (row[role] ?? 0) + 1
          }
      const figures = brokerage(net, direction)
      for (const { personId, measures } of figures.people) expect(measures).toEqual(brute.get(personId))
      const sums = brokerageByDepartment(net, direction)
      for (const role of brokerageRoles) {
        const all = figures.people.reduce((sum, { measures }) => sum + (measures[role] ?? 0), 0)
        expect(sums.institution.measures[role]).toBe(all)
        expect(sums.departments.reduce((sum, { measures }) => sum + (measures[role] ?? 0), 0)).toBe(all)
      }
    }),
  )
})

test('a pair of departments hangs on one person exactly if taking somebody out unties it', () => {
  fc.assert(
    fc.property(anyWave, (wave) => {
      const net = networkOf(wave, 'either-named')
      const across = (a: string, b: string, without?: string) =>
        net.ties.filter(
          (ends) => !ends.includes(without ?? '') && [a, b].every((d) => ends.some((id) => homeOf(net, id) === d)),
        )
      const figures = bridges(net)
      for (const {
        departmentIds: [a, b],
        measures,
      } of figures.pairs ?? []) {
        const alone = idsOf(net).filter((id) => across(a, b, id).length === 0)
        expect(measures.ties).toBe(across(a, b).length)
        expect(measures.throughOnePerson).toBe(alone.length > 0 ? 1 : 0)
      }
      for (const { personId, measures } of bridgeBurden(net).people) {
        const alone = (figures.pairs ?? []).filter(({ departmentIds: [a, b] }) => across(a, b, personId).length === 0)
        expect(measures.pairsOnThemAlone).toBe(alone.length)
      }
    }),
  )
})

test('constraint and effective size are what Burt writes, summed over the whole matrix', () => {
  fc.assert(
    fc.property(anyWave, (wave) => {
      const net = networkOf(wave, 'either-named')
      const ids = idsOf(net)
      const degree = (a: string) => ids.filter((b) => isTied(net, a, b)).length
      const p = (a: string, b: string) => (isTied(net, a, b) ? 1 / degree(a) : 0)
      for (const { personId: i, measures } of personMeasures(net).people) {
        const own = ids.filter((j) => isTied(net, i, j))
        if (own.length === 0) {
          expect(measures).toMatchObject({ constraint: null, effectiveSize: null, efficiency: null })
          continue
        }
        const constraint = own.reduce(
          (sum, j) =>
            sum + (p(i, j) + ids.reduce((inner, q) => inner + (q === i || q === j ? 0 : p(i, q) * p(q, j)), 0)) ** 2,
          0,
        )
        const size = own.reduce(
          (sum, j) => sum + 1 - own.reduce((inner, q) => inner + (isTied(net, j, q) ? 1 / own.length : 0), 0),
          0,
        )
        expect(measures.constraint).toBeCloseTo(constraint, 10)
        expect(measures.effectiveSize).toBeCloseTo(size, 10)
      }
    }),
  )
})

test('the network as a whole is dense, connected and returned as counting gives', () => {
  fc.assert(
    fc.property(anyWave, (wave) => {
      const net = networkOf(wave, 'either-named')
      const { measures } = networkFigures(net, { seed: 3 }).institution
      const steps = stepsBetween(net)
      const ids = idsOf(net)
      const parts = new Set(ids.map((a) => ids.filter((b) => steps(a, b) < 99).join(' ')))
      expect(measures.components).toBe(parts.size)
      expect(measures.largestComponent).toBe(Math.max(0, ...[...parts].map((part) => part.split(' ').length)))
      if (ids.length < 2) expect(measures.density).toBeNull()
      else expect(measures.density).toBeCloseTo(net.ties.length / ((ids.length * (ids.length - 1)) / 2), 12)
      const m = net.ties.length
      if (m === 0) {
        expect([measures.departmentModularity, measures.subgroups, measures.subgroupModularity]).toEqual([
          null,
          null,
          null,
        ])
        return
      }
      const degree = (a: string) => ids.filter((b) => isTied(net, a, b)).length
      const q = ids.reduce(
        (sum, a) =>
          sum +
          ids.reduce(
            (inner, b) =>
              inner +
              (homeOf(net, a) === homeOf(net, b)
                ? Number(isTied(net, a, b)) / (2 * m) - (degree(a) * degree(b)) / (2 * m) ** 2
                : 0),
            0,
          ),
        0,
      )
      expect(measures.departmentModularity).toBeCloseTo(q, 10)
    }),
  )
})

test('change keeps to people who were within both times', () => {
  const before = waveOf('a:art b:art c:law d:law', 'a>b b>c c>d')
  const after = waveOf('a:art b:law c:law e:law', 'a>b a>c c>e', { id: 'w2', on: '2026-05-01' })
  const figures = value(waveChange(networkOf(before, 'either-named'), networkOf(after, 'either-named')))
  expect(figures.institution).toEqual({
    people: 3,
    measures: {
      kept: 1,
      new: 1,
      lost: 1,
      jaccard: 1 / 3,
      keptAcross: 1,
      newAcross: 1,
      lostAcross: 1,
      entered: 1,
      left: 1,
      moved: 1,
    },
  })
  expect(figures.departments.map(({ departmentId, people }) => [departmentId, people])).toEqual([
    ['art', 1],
    ['law', 2],
  ])
})

test('waves that differ in what a change would rest on are not compared', () => {
  const wave = waveOf('a:art b:law', 'a>b', { question: 'Whom do you ask?' })
  const next = { ...wave, id: 'w2', on: '2026-05-01' }
  const codeOf = (change: object, rule: 'either-named' | 'both-named' = 'either-named') => {
    const made = waveChange(networkOf(wave, 'either-named'), networkOf({ ...next, ...change }, rule))
    return 'refusal' in made ? [made.refusal.code, made.refusal.path] : 'taken'
  }
  expect(codeOf({})).toBe('taken')
  expect(codeOf({ boundary: 'all-staff' })).toEqual(['waves-not-comparable', 'boundary'])
  expect(codeOf({ tieKind: 'trusts' })).toEqual(['waves-not-comparable', 'tieKind'])
  expect(codeOf({ source: 'relationship' })).toEqual(['waves-not-comparable', 'source'])
  expect(codeOf({ question: 'Whom do you trust?' })).toEqual(['waves-not-comparable', 'question'])
  expect(codeOf({}, 'both-named')).toEqual(['waves-not-comparable', 'rule'])
  expect(codeOf({ on: wave.on })).toEqual(['date-goes-back', 'on'])
})

test('what is published names nobody, whatever the network', () => {
  fc.assert(
    fc.property(anyWave, (wave) => {
      const net = networkOf(wave, 'either-named')
      const later = networkOf({ ...wave, id: 'w2', on: '2026-05-01' }, 'either-named')
      const members = idsOf(net).slice(0, 2)
      const all: readonly DepartmentFigures[] = [
        value(reach(net, members, departments)),
        eiIndex(net, { seed: 1, runs: 5 }),
        brokerageByDepartment(net, 'both-ways'),
        bridges(net),
        networkFigures(net, { seed: 1 }),
        value(waveChange(net, later)),
      ]
      for (const figures of all) {
        const rows = publishFigures(figures)
        expect(JSON.stringify([figures, rows])).not.toMatch(/"p\d"|personId/)
        for (const row of rows) expect(row.value === null || Number.isFinite(row.value)).toBe(true)
        expect(rows.filter((row) => row.departmentId === null).every((row) => row.people <= wave.people.length)).toBe(
          true,
        )
      }
    }),
  )
})

test('figures of people cannot be published, by type or otherwise', () => {
  const named: PeopleFigures = brokerage(network('a:art', ''), 'as-named')
  // @ts-expect-error figures of people are not figures of departments
  expect(() => publishFigures(named)).toThrow(/never published/)
  // @ts-expect-error nor is a network
  expect(() => publishFigures(network('a:art', ''))).toThrow(/never published/)
})

test('pairs of departments carry the size of the smaller one', () => {
  const rows = publishFigures(bridges(network('a:art b:law c:law', 'a>b')))
  expect(rows.find((row) => row.otherDepartmentId === 'law')).toMatchObject({
    departmentId: 'art',
    measure: 'ties',
    value: 1,
    people: 1,
  })
})
