import { expect, test } from 'vitest'
import * as statistics from '../../src/statistics/index.ts'

test('the public names', () => {
  expect(Object.keys(statistics).sort()).toEqual([])
})
