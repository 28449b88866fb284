import fc from 'fast-check'
import { expect, test } from 'vitest'
import { psf2023 } from '../../src/editions/psf-2023.ts'
import { confirmedTags } from '../../src/evidence/confirmed-tags.ts'
import { coverageIn } from '../../src/evidence/coverage-in.ts'
import { defineEvidence } from '../../src/evidence/define-evidence.ts'
import { defineEvidenceIn } from '../../src/evidence/define-evidence-in.ts'
import type { Evidence, SoundEvidence } from '../../src/evidence/evidence.ts'

const sound: SoundEvidence = {
  id: 'e1',
  kind: 'mentoring',
  title: 'Module redesign',
  on: { from: '2025-09-01', to: '2025-09-01' },
  tags: ['psf-2023:A1', 'psf-2023:V1'],
  owner: 'p1',
  corroborations: [
    { by: 'observer-7', on: '2025-09-01', tags: ['psf-2023:A1'] },
    { by: 'observer-8', on: '2026-01-01' },
    { by: 'observer-8', on: '2026-01-02', tags: [] },
  ],
  words: 0,
  link: { kind: 'meeting', id: 'm-12' },
}

test('gives sound evidence back as it is, and a kind where none is said', () => {
  expect(defineEvidence(sound)).toEqual({ value: sound })
  expect(defineEvidenceIn(psf2023, sound)).toEqual({ value: sound })
  expect(confirmedTags(sound)).toEqual(['psf-2023:A1'])
  expect(defineEvidence({ id: 'e', on: '2024-02-29', tags: [] })).toEqual({
    value: { id: 'e', kind: 'other', on: '2024-02-29', tags: [] },
  })
})

test('takes a kind of an institution’s own', () => {
  expect(defineEvidence({ ...sound, kind: 'studio-critique' }).value?.kind).toBe('studio-critique')
})

test('writes codes in one spelling, each once, and takes several editions where no claim is made', () => {
  const input: Evidence = {
    ...sound,
    tags: [' psf-2023:a1', 'PSF-2023:A1', 'ukpsf-2011:K6'],
    corroborations: [{ by: 'x', on: '2026-01-01', tags: ['psf-2023:a1'] }],
  }
  expect(defineEvidence(input).value).toMatchObject({
    tags: ['psf-2023:A1', 'ukpsf-2011:K6'],
    corroborations: [{ by: 'x', on: '2026-01-01', tags: ['psf-2023:A1'] }],
  })
  expect(defineEvidenceIn(psf2023, input).refusal).toMatchObject({ code: 'mixed-editions', path: 'tags[2]' })
})

const by = (change: object) => ({
  corroborations: [
    { by: 'x', on: '2026-01-01' },
    { by: 'y', on: '2026-01-01', ...change },
  ],
})

const wrong: readonly (readonly [string, Partial<Record<keyof Evidence, unknown>>, string, string])[] = [
  ['no id', { id: '' }, 'empty-text', 'id'],
  ['a blank id', { id: ' ' }, 'empty-text', 'id'],
  ['an absent id', { id: undefined }, 'empty-text', 'id'],
  ['a blank title', { title: ' ' }, 'empty-text', 'title'],
  ['a blank kind', { kind: '' }, 'empty-text', 'kind'],
  ['a blank owner', { owner: '' }, 'empty-text', 'owner'],
  ['a link to nothing', { link: { kind: 'meeting', id: '' } }, 'empty-text', 'link.id'],
  ['a link of no kind', { link: { id: 'm' } }, 'empty-text', 'link.kind'],
  ['a day that is not', { on: '2025-02-29' }, 'malformed-date', 'on'],
  ['a date and time', { on: '2025-02-28T10:00:00Z' }, 'malformed-date', 'on'],
  ['a period with a bad start', { on: { from: '2025-13-01', to: '2025-12-01' } }, 'malformed-date', 'on.from'],
  ['a period with no end', { on: { from: '2025-12-01' } }, 'malformed-date', 'on.to'],
  ['no date', { on: null }, 'malformed-date', 'on.from'],
  ['a period that runs backwards', { on: { from: '2025-12-02', to: '2025-12-01' } }, 'reversed-period', 'on'],
  ['half a word', { words: 1.5 }, 'impossible-number', 'words'],
  ['fewer than no words', { words: -1 }, 'impossible-number', 'words'],
  ['words that are no number', { words: '300' }, 'impossible-number', 'words'],
  ['words that cannot be told', { words: Number.NaN }, 'impossible-number', 'words'],
  ['words without end', { words: Number.POSITIVE_INFINITY }, 'impossible-number', 'words'],
  ['a bare tag', { tags: ['psf-2023:A1', 'K3'] }, 'bare-code', 'tags[1]'],
  ['a tag that is no text', { tags: [7] }, 'malformed-code', 'tags[0]'],
  ['a blank corroborator', by({ by: '' }), 'empty-text', 'corroborations[1].by'],
  ['a word given on no day', by({ on: '2026-02-29' }), 'malformed-date', 'corroborations[1].on'],
  ['a word given too early', by({ on: '2025-08-31' }), 'early-corroboration', 'corroborations[1].on'],
  ['own corroboration', by({ by: 'p1' }), 'self-corroboration', 'corroborations[1].by'],
  ['own corroboration with a space', by({ by: 'p1 ' }), 'self-corroboration', 'corroborations[1].by'],
  ['an unknown confirmation', by({ tags: ['psf-2023:K6'] }), 'unknown-code', 'corroborations[1].tags[0]'],
  [
    'a confirmation of what is not claimed',
    by({ tags: ['psf-2023:A1', 'psf-2023:A2'] }),
    'confirmation-without-claim',
    'corroborations[1].tags',
  ],
]

test.each(wrong)('refuses %s, alone and in a body of evidence', (_, change, code, path) => {
  const input = { ...sound, ...change } as Evidence
  for (const { refusal } of [defineEvidence(input), defineEvidenceIn(psf2023, input)]) {
    expect(refusal).toMatchObject({ code, path })
    expect(refusal?.message).toMatch(/\.$/)
  }
  expect(coverageIn(psf2023, [{ ...sound, id: 'first' }, input]).refusal).toMatchObject({
    code,
    path: `evidence[1].${path}`,
  })
})

test('a confirmation in another edition stands without a claim', () => {
  const input: Evidence = { ...sound, corroborations: [{ by: 'x', on: '2026-01-01', tags: ['ukpsf-2011:A1'] }] }
  expect(defineEvidence(input).refusal?.code).toBe('confirmation-without-claim')
  expect(defineEvidenceIn(psf2023, input).refusal?.code).toBe('mixed-editions')
})

test('anybody may corroborate where the owner is not known, from the first day on', () => {
  const { owner: _, ...unowned } = sound
  expect(defineEvidence({ ...unowned, corroborations: [{ by: 'p1', on: '2025-09-01' }] }).refusal).toBeUndefined()
})

test('throws where tags are no list, which is a mistake of the calling code', () => {
  expect(() => defineEvidence({ ...sound, tags: 'psf-2023:A1' as unknown as string[] })).toThrow(TypeError)
  expect(() => coverageIn(psf2023, [{ ...sound, tags: 'psf-2023:A1' as unknown as string[] }])).toThrow(TypeError)
  expect(() => coverageIn(psf2023, sound as unknown as Evidence[])).toThrow(TypeError)
})

test('a body of evidence is refused exactly when its first unsound piece is, and for the same reason', () => {
  const codes = ['psf-2023:A1', 'psf-2023:V5', ' PSF-2023:k2', 'psf-2023:K6', 'ukpsf-2011:K6', 'K3', 'x', 'sedapdf:K1']
  const day = fc.constantFrom('2026-01-01', '2025-12-31', '2024-02-29', '2023-02-29')
  const tags = fc.array(fc.constantFrom(...codes.slice(0, 3), ...codes.slice(0, 3), ...codes), { maxLength: 3 })
  const piece: fc.Arbitrary<Evidence> = fc.record(
    {
      on: fc.oneof(day, fc.record({ from: day, to: day })),
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      tags,
      owner: fc.constantFrom('p1', 'p2'),
      words: fc.constantFrom(0, 10, -1),
      corroborations: fc.array(
        fc.record({ by: fc.constantFrom('p1', 'p3'), on: day, tags }, { requiredKeys: ['by', 'on'] }),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['on', 'id', 'tags'] },
  )
  fc.assert(
    fc.property(fc.uniqueArray(piece, { selector: (item) => item.id, maxLength: 3 }), (evidence) => {
      const { value, refusal } = coverageIn(psf2023, evidence)
      const each = evidence.map((item) => defineEvidenceIn(psf2023, item))
      const at = each.findIndex((one) => one.refusal)
      if (at >= 0) {
        const own = each[at]?.refusal
        expect(refusal).toEqual({ ...own, path: `evidence[${at}].${own?.path}` })
        return
      }
      for (const { dimension, claimed, confirmed } of value?.dimensions ?? []) {
        const pieces = each.flatMap((one) => (one.value === undefined ? [] : [one.value]))
        expect(claimed).toEqual(pieces.filter((item) => item.tags.includes(dimension)).map(({ id }) => id))
        const words = pieces.filter((item) => item.corroborations?.some((word) => word.tags?.includes(dimension)))
        expect(confirmed).toEqual(words.map(({ id }) => id))
      }
    }),
    { numRuns: 500 },
  )
})
