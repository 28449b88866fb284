import { expect, test } from 'vitest'
import { defineSurvey } from '../../src/surveys/define-survey.ts'
import { launchSurvey } from '../../src/surveys/launch-survey.ts'
import { moveWave } from '../../src/surveys/move-wave.ts'
import type { Wave } from '../../src/surveys/survey.ts'
import { baseline, codeIn, end, launched, valueIn } from './fixtures.ts'

test('a survey without a baseline is one', () => {
  expect(valueIn(defineSurvey('pilot', [end]))).toEqual({ state: 'draft', key: 'pilot', waves: [end] })
})

test.each<[string, string, readonly Wave[]]>([
  ['no wave', 'wave-unknown', []],
  ['a key twice', 'survey-key-wrong', [baseline, { ...end, key: 'before' }]],
  ['a day that is none', 'wave-days-wrong', [{ ...end, opensOn: '2026-02-30' }]],
  ['a day that is a text', 'wave-days-wrong', [{ ...end, closesOn: 'soon' }]],
  ['closing before opening', 'wave-days-wrong', [{ ...end, closesOn: '2026-08-31' }]],
  ['the end before the baseline', 'wave-days-wrong', [end, baseline]],
  ['one moment twice', 'wave-days-wrong', [baseline, { ...end, moment: 'baseline' }]],
  ['two waves at a time', 'wave-days-wrong', [baseline, { ...end, opensOn: '2026-03-14' }]],
])('%s is refused as %s', (_what, code, waves) => {
  expect(codeIn(defineSurvey('pilot', waves))).toBe(code)
})

test('a launch freezes the threshold, once', () => {
  const draft = valueIn(defineSurvey('pilot', [baseline, end]))
  expect(valueIn(launchSurvey(draft, { on: '2026-02-01', responsesMin: 5 }))).toEqual(launched)
  expect(codeIn(launchSurvey(launched, { on: '2026-02-02', responsesMin: 10 }))).toBe('survey-launched')
  for (const responsesMin of [2, 4.5, Number.NaN, -5])
    expect(codeIn(launchSurvey(draft, { on: '2026-02-01', responsesMin }))).toBe('threshold-too-low')
  expect(codeIn(launchSurvey(draft, { on: '2026-09-15', responsesMin: 5 }))).toBe('wave-closed')
})

test('no verb takes a threshold once it is frozen', () => {
  const moved = valueIn(
    moveWave(launched, 'after', { opensOn: '2026-10-01', closesOn: '2026-10-14', on: '2026-04-01' }),
  )
  expect(moved.responsesMin).toBe(5)
  const lower = () => {
    // @ts-expect-error: a threshold is read only
    Object.freeze(moved).responsesMin = 1
  }
  expect(lower).toThrow(TypeError)
})

test.each([
  ['a wave that is not there', 'wave-unknown', 'mid', '2026-09-01', '2026-09-20', '2026-04-01'],
  ['a wave that has closed', 'wave-closed', 'before', '2026-03-01', '2026-04-14', '2026-03-15'],
  ['the opening day of an open wave', 'wave-days-wrong', 'before', '2026-03-03', '2026-03-14', '2026-03-01'],
  ['a closing day that is past', 'wave-days-wrong', 'before', '2026-03-01', '2026-03-04', '2026-03-05'],
  ['into another wave', 'wave-days-wrong', 'before', '2026-03-01', '2026-09-01', '2026-03-05'],
])('%s cannot be moved: %s', (_what, code, key, opensOn, closesOn, on) => {
  expect(codeIn(moveWave(launched, key, { opensOn, closesOn, on }))).toBe(code)
})

test('an open wave can close later', () => {
  const moved = valueIn(
    moveWave(launched, 'before', { opensOn: '2026-03-01', closesOn: '2026-03-21', on: '2026-03-14' }),
  )
  expect(moved.waves[0]?.closesOn).toBe('2026-03-21')
  expect(moved.waves[1]).toBe(end)
})
