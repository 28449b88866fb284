import { defineScheme, defineWorkflow, stillToDecide, theoryAndPractice } from '@mentoring-commons/award'
import { expect, test } from 'vitest'
import { scheme, workflow } from '../way.ts'

test('a workflow that is whole is given back', () => {
  expect(defineWorkflow(workflow).value).toBe(workflow)
  expect(stillToDecide(workflow)).toEqual([])
})

test('the award this project begins from has all of it still to decide, and the scheme says so', () => {
  expect(stillToDecide(theoryAndPractice.versions[0].workflow).map(({ field }) => field)).toEqual([
    'practice',
    'inquiry',
    'assessors',
    'keptOut',
    'moderation',
    'decidedBy',
    'resubmission',
    'appeal',
    'clocks',
  ])
})

test('each part that is left out is asked for', () => {
  for (const { field } of stillToDecide({})) {
    const { [field]: _, ...rest } = workflow
    expect(stillToDecide(rest).map((open) => open.field)).toEqual([field])
    const { refusal } = defineWorkflow(rest)
    expect([refusal?.code, refusal?.path]).toEqual(['workflow-incomplete', `workflow.${field}`])
    expect(refusal?.message).toMatch(/\?$/)
  }
})

const faulty: readonly (readonly [path: string, over: object])[] = [
  ['practice', { practice: 4 }],
  ['practice.relationships', { practice: { ...workflow.practice, relationships: 1.5 } }],
  ['practice.relationships', { practice: { ...workflow.practice, relationships: 0 } }],
  ['practice.meetings', { practice: { ...workflow.practice, meetings: -1 } }],
  ['practice.hours', { practice: { ...workflow.practice, hours: Number.NaN } }],
  ['practice.duringProgramme', { practice: { ...workflow.practice, duringProgramme: 'yes' } }],
  ['inquiry', { inquiry: 'maybe' }],
  ['assessors', { assessors: 0 }],
  ['assessors', { assessors: 8 }],
  ['assessors', { assessors: 1.5 }],
  ['keptOut', { keptOut: 'mentor' }],
  ['keptOut[1]', { keptOut: ['mentor', 'friend'] }],
  ['moderation', { moderation: null }],
  ['moderation.share', { moderation: { share: 1.01, seed: 'x' } }],
  ['moderation.share', { moderation: { share: Number.NaN, seed: 'x' } }],
  ['moderation.seed', { moderation: { share: 0, seed: ' ' } }],
  ['decidedBy', { decidedBy: 'somebody' }],
  ['resubmission', { resubmission: [] }],
  ['resubmission.attemptsMax', { resubmission: { attemptsMax: 1, withinDays: 30 } }],
  ['resubmission.attemptsMax', { resubmission: { attemptsMax: 7, withinDays: 30 } }],
  ['resubmission.withinDays', { resubmission: { attemptsMax: 2, withinDays: 0 } }],
  ['appeal', { appeal: 20 }],
  ['appeal.withinDays', { appeal: { withinDays: 3661 } }],
  ['appeal.decideWithinDays', { appeal: { withinDays: 20, decideWithinDays: 0 } }],
  ['clocks', { clocks: 30 }],
  ['clocks.assessWithinDays', { clocks: { assessWithinDays: '30' } }],
  ['clocks.assessWithinWeeks', { clocks: { assessWithinWeeks: 4 } }],
  ['people', { people: -1 }],
]

test.each(faulty)('%s is refused in %j, by itself and in a scheme', (path, over) => {
  const { refusal } = defineWorkflow({ ...workflow, ...over })
  expect([refusal?.code, refusal?.path]).toEqual(['workflow-malformed', `workflow.${path}`])
  expect(defineScheme(scheme(over)).refusal?.path).toBe(`versions[0].workflow.${path}`)
})

test('what is no workflow is refused', () => {
  expect(defineWorkflow(null as never).refusal?.code).toBe('workflow-malformed')
})

test('too few people are refused in a scheme too', () => {
  expect(defineScheme(scheme({ people: 3 })).refusal?.code).toBe('workflow-dead-end')
  expect(defineScheme(scheme({ people: 9 })).value?.title).toBe('Synthetic award')
})

test('a credit says how many points of what', () => {
  const [version] = scheme().versions
  const credit = {
    points: 30,
    system: 'Synthetic credits',
    level: '7',
    source: 'Synthetic handbook',
    certainty: '1',
  } as const
  const withCredit = (over: object) =>
    defineScheme({ ...scheme(), versions: [{ ...version, credit: { ...credit, ...over } }] })
  expect(withCredit({}).value?.versions[0].credit).toEqual(credit)
  expect(withCredit({ points: 0 }).refusal?.code).toBe('count-invalid')
  expect(withCredit({ points: Number.POSITIVE_INFINITY }).refusal?.path).toBe('versions[0].credit.points')
  expect(withCredit({ system: '' }).refusal?.path).toBe('versions[0].credit.system')
  expect(withCredit({ level: ' ' }).refusal?.path).toBe('versions[0].credit.level')
  expect(withCredit({ source: '' }).refusal?.code).toBe('blank-text')
})
