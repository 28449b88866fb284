import { expect, test } from 'vitest'
import { eiIndex, type Network, networkFigures, networkOf, personMeasures } from '../../../src/community/index.ts'
import { mayLackStatistics, pairsIn, reference } from '../../statistics.ts'
import { waveOf } from './wave-of.ts'

/** Zachary's club: 34 people, 78 ties, and the two clubs it broke into as departments. */
function karate(): Network {
  const people = pairsIn('karate-clubs.csv').map(([node, club]) => `${node}:${club.replaceAll(' ', '')}`)
  const ties = pairsIn('karate.csv').map(([a, b]) => `${a}>${b}`)
  return networkOf(waveOf(people.join(' '), ties.join(' ')), 'either-named')
}

const run = test.skipIf(mayLackStatistics)

run('density, betweenness, closeness and the E-I index are those of R and networkx', () => {
  const club = karate()
  const answers = reference().karate ?? {}
  expect([club.people.length, club.ties.length]).toEqual([34, 78])
  const { people } = personMeasures(club)
  const of = (personId: string) => people.find((one) => one.personId === personId)?.measures
  expect(networkFigures(club, { seed: 1 }).institution.measures.density).toBeCloseTo(answers.density ?? 0, 12)
  expect(of('0')?.betweenness).toBeCloseTo(answers.betweenness_node0 ?? 0, 12)
  expect(of('33')?.betweenness).toBeCloseTo(answers.betweenness_node33 ?? 0, 12)
  expect(of('0')?.closeness).toBeCloseTo(answers.closeness_node0 ?? 0, 12)
  expect(eiIndex(club, { seed: 1, runs: 9 }).institution.measures.index).toBeCloseTo(answers.EI_club ?? 0, 12)
})

run('subgroups come close to the best modularity known, and repeat with the seed', () => {
  const best = reference().karate?.louvain_Q_best ?? 0
  const found = (seed: number) => networkFigures(karate(), { seed }).institution.measures
  const all = Array.from({ length: 30 }, (_, seed) => found(seed).subgroupModularity ?? 0)
  expect(Math.max(...all)).toBeCloseTo(best, 6)
  expect(Math.min(...all)).toBeGreaterThan(0.37)
  expect(found(5)).toEqual(found(5))
})

// Computed with networkx 3.6: constraint, effective_size, modularity of the two clubs.
run('constraint, effective size and the modularity of departments are those of networkx', () => {
  const { people } = personMeasures(karate())
  const of = (personId: string) => people.find((one) => one.personId === personId)?.measures
  expect(of('0')?.constraint).toBeCloseTo(0.15542329764660495, 12)
  expect(of('0')?.effectiveSize).toBeCloseTo(13.75, 12)
  expect(of('2')?.constraint).toBeCloseTo(0.18517663966049383, 12)
  expect(of('2')?.effectiveSize).toBeCloseTo(7.8, 12)
  expect(of('11')).toMatchObject({ constraint: 1, effectiveSize: 1, ties: 1 })
  const sum = (measure: 'constraint' | 'effectiveSize') =>
    people.reduce((total, { measures }) => total + (measures[measure] ?? 0), 0)
  expect(sum('constraint')).toBeCloseTo(15.44194954215808, 10)
  expect(sum('effectiveSize')).toBeCloseTo(109.28529411764704, 10)
  expect(networkFigures(karate(), { seed: 1 }).institution.measures.departmentModularity).toBeCloseTo(
    0.3582347140039448,
    12,
  )
})

run('the clubs keep to themselves far more than dealing out would make them', () => {
  const { measures } = eiIndex(karate(), { seed: 7, runs: 2000 }).institution
  expect(measures.expected).toBeCloseTo(1 - (2 * 2 * 17 * 16) / (34 * 33), 12)
  expect(measures.permutedMean).toBeCloseTo(measures.expected ?? 0, 1)
  expect(measures.permutedLow).toBeGreaterThan(measures.index ?? 0)
  expect(measures.permutedAsFar).toBeCloseTo(1 / 2001, 10)
})
