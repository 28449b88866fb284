import { expect, test } from 'vitest'
import { defineEvidence, type Evidence } from '../../src/evidence/evidence.ts'

const sound: Evidence = {
  id: 'e1',
  title: 'Module redesign',
  on: { from: '2025-09-01', to: '2025-09-01' },
  tags: ['psf-2023:A1', 'ukpsf-2011:A1'],
  confirmed: ['psf-2023:A1'],
  corroboratedBy: 'observer-7',
}

test('gives sound evidence back as it is', () => {
  expect(defineEvidence(sound)).toEqual({ value: sound })
  expect(defineEvidence({ id: 'e', on: '2024-02-29', tags: [] })).toEqual({
    value: { id: 'e', on: '2024-02-29', tags: [] },
  })
})

test('writes codes in one spelling, each once', () => {
  const { value } = defineEvidence({ ...sound, tags: [' psf-2023:a1', 'PSF-2023:A1'], confirmed: ['psf-2023:a1'] })
  expect(value).toMatchObject({ tags: ['psf-2023:A1'], confirmed: ['psf-2023:A1'] })
})

const wrong: readonly (readonly [string, Partial<Record<keyof Evidence, unknown>>, string, string])[] = [
  ['no id', { id: '' }, 'empty-text', 'id'],
  ['a blank id', { id: ' ' }, 'empty-text', 'id'],
  ['an absent id', { id: undefined }, 'empty-text', 'id'],
  ['a blank title', { title: ' ' }, 'empty-text', 'title'],
  ['a blank corroborator', { corroboratedBy: '' }, 'empty-text', 'corroboratedBy'],
  ['a day that is not', { on: '2025-02-29' }, 'malformed-date', 'on'],
  ['a date and time', { on: '2025-02-28T10:00:00Z' }, 'malformed-date', 'on'],
  ['a period with a bad start', { on: { from: '2025-13-01', to: '2025-12-01' } }, 'malformed-date', 'on.from'],
  ['a period with no end', { on: { from: '2025-12-01' } }, 'malformed-date', 'on.to'],
  ['no date', { on: null }, 'malformed-date', 'on.from'],
  ['a period that runs backwards', { on: { from: '2025-12-02', to: '2025-12-01' } }, 'reversed-period', 'on'],
  ['a bare tag', { tags: ['psf-2023:A1', 'K3'] }, 'bare-code', 'tags[1]'],
  ['an unknown confirmation', { confirmed: ['psf-2023:K6'] }, 'unknown-code', 'confirmed[0]'],
  ['a confirmation of what is not claimed', { confirmed: ['psf-2023:A2'] }, 'confirmation-without-claim', 'confirmed'],
  [
    'a confirmation in the other edition',
    { tags: ['psf-2023:A1'], confirmed: ['ukpsf-2011:A1'] },
    'confirmation-without-claim',
    'confirmed',
  ],
]

test.each(wrong)('refuses %s', (_, change, code, path) => {
  const { refusal } = defineEvidence({ ...sound, ...change } as Evidence)
  expect(refusal).toMatchObject({ code, path })
  expect(refusal?.message).toMatch(/\.$/)
})

test('throws where tags are no list, which is a mistake of the calling code', () => {
  expect(() => defineEvidence({ ...sound, tags: 'psf-2023:A1' as unknown as string[] })).toThrow(TypeError)
})
