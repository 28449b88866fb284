import { expect, test } from 'vitest'
import * as community from '../../src/community/index.ts'
import * as mentoring from '../../src/index.ts'

test('the public names of the subpath are these and no other', () => {
  expect(Object.keys(community).sort()).toEqual([
    'bridgeBurden',
    'bridges',
    'brokerage',
    'brokerageByDepartment',
    'brokerageRoles',
    'eiIndex',
    'networkFigures',
    'networkOf',
    'personMeasures',
    'publishFigures',
    'reach',
    'readWave',
    'tieRules',
    'tieSources',
    'waveChange',
  ])
})

test('no name stands in both entries', () => {
  expect(Object.keys(community).filter((name) => name in mentoring)).toEqual([])
})
