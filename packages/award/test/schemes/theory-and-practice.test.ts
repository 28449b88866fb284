import { expect, test } from 'vitest'
import { defineScheme } from '../../src/define-scheme.ts'
import { missingOutcomes } from '../../src/missing-outcomes.ts'
import { outcomesOf } from '../../src/outcome-requirement.ts'
import { recognisedOn } from '../../src/recognised-on.ts'
import { theoryAndPractice } from '../../src/schemes/theory-and-practice.ts'
import { sedaActionResearchOutcomes } from '../../src/seda/action-research.ts'
import { sedaCoreOutcomes } from '../../src/seda/core-outcomes.ts'
import { sedaValuesBefore2014 } from '../../src/seda/values.ts'

const { versions, ...head } = theoryAndPractice
const [only] = versions

test('it makes sense as a scheme', () => {
  expect(defineScheme(theoryAndPractice).refusal).toBeUndefined()
})

test('it states what the document says, and no start, end, review or rule that the document does not', () => {
  expect(head).toMatchObject({
    title: 'Mentoring: Theory & Practice',
    provider: 'Liverpool John Moores University',
    certainty: '1',
  })
  expect(head.recognisingBody).toMatchObject({ name: 'SEDA', certainty: 'A' })
  expect(versions).toHaveLength(1)
  expect(Object.keys(only).sort()).toEqual([
    'assessmentRules',
    'certainty',
    'frameworkLinks',
    'outcomes',
    'recognition',
    'source',
    'version',
  ])
  expect(only.recognition).toEqual([
    {
      body: 'SEDA',
      under: 'SEDA-PDF Action Research Award',
      term: 'recognition',
      recognisedOn: '2009-07',
      source: expect.stringContaining('Liverpool John Moores University'),
      certainty: '1',
    },
  ])
  expect(only.frameworkLinks.map(({ to, certainty }) => [to, certainty])).toEqual([['ukpsf-2006:SD3', 'A']])
  expect(only.assessmentRules).toEqual([])
})

test('its values are those of its time, and its specialist outcomes are to be loaded, none invented', () => {
  expect(only.outcomes.map(({ set }) => set)).toEqual([
    sedaValuesBefore2014,
    sedaCoreOutcomes,
    sedaActionResearchOutcomes,
  ])
  expect(only.outcomes.map((required) => outcomesOf(required).length)).toEqual([2, 4, 0])
  expect(missingOutcomes(only).map(({ group }) => group)).toEqual(['value', 'specialist'])
})

test.each([
  ['2007', 'not-recognised'],
  ['2009-06-30', 'not-recognised'],
  ['2009-07-01', 'unknown'],
  ['2009-07-30', 'unknown'],
  ['2009-07', 'unknown'],
  ['2009', 'unknown'],
  ['2009-07-31', 'recognised'],
  ['2009-08', 'recognised'],
  ['2026', 'recognised'],
])('recognition on %s, as far as the record goes: %s', (date, status) => {
  const { value } = recognisedOn(theoryAndPractice, date)
  expect(value?.status).toBe(status)
  if (status === 'recognised') expect(value?.reasons.map(({ code }) => code)).toContain('no-end-on-record')
})
