import fc from 'fast-check'
import { expect, test } from 'vitest'
import { identify, institutionIdOf } from '../src/modules/people/identity.ts'

test('an identity is a version 5 UUID and never changes', () => {
  expect(institutionIdOf('ols')).toBe('d770e766-0a9e-561f-a4c8-98545d32571b')
  expect(identify(institutionIdOf('ols'), 'person', 'P0001')).toBe('536f2358-dd61-54f9-bde7-13b9e482a614')
})

test('any name gives a well-formed UUID', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(identify(institutionIdOf('u'), 'person', name)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      )
    }),
  )
})

test('kind, institution and each part of the name count', () => {
  const [u, v] = [institutionIdOf('u'), institutionIdOf('v')]
  const ids = [
    identify(u, 'person', 'a'),
    identify(v, 'person', 'a'),
    identify(u, 'relationship', 'a'),
    identify(u, 'cohort', 'a', 1),
    identify(u, 'cohort', 'a', '1'),
    identify(u, 'cohort', 'a1'),
    identify(u, 'cohort', 'a","1'),
  ]
  expect(new Set(ids).size).toBe(ids.length)
})
