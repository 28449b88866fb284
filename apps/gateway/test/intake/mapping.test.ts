import { expect, test } from 'vitest'
import { parseMapping } from '../../src/intake/mapping.ts'

const people = { file: 'people.csv', as: 'people', fields: { externalId: { column: 'id' } } }
const item = {
  key: 'q',
  label: 'Q',
  column: 'q',
  kind: 'one',
  choices: [{ code: 'yes', label: 'Yes', pattern: 'Yes' }],
}
const survey = {
  file: 'survey.csv',
  as: 'survey',
  wave: { key: 'mid', label: 'Mid', audience: 'mentee' },
  fields: { cohort: { constant: '1' }, respondent: { column: 'r' } },
  items: [item],
}
const whole = {
  version: 1,
  institution: { key: 'u', name: 'U' },
  programme: { key: 'p', title: 'P' },
  files: [people, survey],
}

const refusalsOf = (mapping: unknown) => {
  const parsed = parseMapping(typeof mapping === 'string' ? mapping : JSON.stringify(mapping))
  return 'refusals' in parsed ? parsed.refusals : []
}
const withFile = (file: unknown) => ({ ...whole, files: [file] })
const withItem = (change: object) => withFile({ ...survey, items: [{ ...item, ...change }] })

test('a whole mapping is given as it stands', () => {
  expect(parseMapping(JSON.stringify(whole))).toEqual({ value: whole })
  expect(parseMapping(`\ufeff${JSON.stringify(whole)}`)).toEqual({ value: whole })
})

test('text that is no JSON is refused', () => {
  expect(refusalsOf('{')).toEqual([
    { code: 'bad-mapping', path: '$', message: expect.stringMatching(/^the mapping is no JSON: /) },
  ])
})

test('a key that is not known is refused, with the one it may be meant to be', () => {
  expect(refusalsOf(withFile({ ...people, fields: { externalId: { colum: 'id' } } }))).toContainEqual({
    code: 'bad-mapping',
    path: '$.files[0].fields.externalId',
    message:
      '$.files[0].fields.externalId: the key "colum" is not known here; did you mean "column"? Correct or remove it',
  })
})

test.each([
  ['another version', { ...whole, version: 2 }, '$.version', 'expected 1'],
  ['no files', { ...whole, files: [] }, '$.files', '>=1 items'],
  ['an unknown kind of file', withFile({ ...people, as: 'persons' }), '$.files[0].as', ''],
  ['a field that is missing', withFile({ ...people, fields: {} }), '$.files[0].fields.externalId', 'expected object'],
  [
    'both column and constant',
    withFile({ ...people, fields: { externalId: { column: 'a', constant: 'b' } } }),
    '$.files[0].fields.externalId',
    'exactly one',
  ],
  [
    'neither column nor constant',
    withFile({ ...people, fields: { externalId: {} } }),
    '$.files[0].fields.externalId',
    'exactly one',
  ],
  [
    'an optional constant',
    withFile({ ...people, fields: { externalId: { constant: 'b', optional: true } } }),
    '$.files[0].fields.externalId',
    'remove "optional"',
  ],
  ['a path out of the folder', withFile({ ...people, file: '../people.csv' }), '$.files[0].file', 'inside the folder'],
  [
    'a path that hides the way out',
    withFile({ ...people, file: 'a/../../people.csv' }),
    '$.files[0].file',
    'inside the folder',
  ],
  ['an absolute path', withFile({ ...people, file: '/people.csv' }), '$.files[0].file', 'inside the folder'],
  ['a path of another system', withFile({ ...people, file: 'C:people.csv' }), '$.files[0].file', 'inside the folder'],
  ['a key in capitals', { ...whole, institution: { key: 'OLS', name: 'OLS' } }, '$.institution.key', 'lower-case'],
  [
    'a label without its cohort',
    { ...whole, programme: { ...whole.programme, cohortLabel: 'Cohort' } },
    '$.programme.cohortLabel',
    '{cohort}',
  ],
  ['the same wave twice', { ...whole, files: [survey, survey] }, '$.files', 'wave.key "mid" twice'],
  ['the same item twice', withFile({ ...survey, items: [item, item] }), '$.files[0].items', 'key "q" twice'],
  [
    'the same code twice',
    withItem({ choices: [...item.choices, ...item.choices] }),
    '$.files[0].items[0].choices',
    'code "yes" twice',
  ],
  [
    'a choice called other',
    withItem({ choices: [{ code: 'other', label: 'O', pattern: 'O' }] }),
    '$.files[0].items[0].choices[0].code',
    'undeclared',
  ],
  ['an item without choices', withItem({ choices: [] }), '$.files[0].items[0].choices', '>=1 items'],
  ['a kind for free text', withItem({ kind: 'text' }), '$.files[0].items[0].kind', ''],
])('refuses %s', (_, mapping, path, message) => {
  expect(refusalsOf(mapping)).toContainEqual({ code: 'bad-mapping', path, message: expect.stringContaining(message) })
})

test.each(['(', '(a+)+', '(?=a)'])('refuses the pattern %s', (pattern) => {
  const choices = [{ code: 'yes', label: 'Yes', pattern }]
  const path = '$.files[0].items[0].choices[0].pattern'
  expect(refusalsOf(withItem({ choices }))).toEqual([
    { code: 'unsafe-pattern', path, message: expect.stringContaining('write it in a simpler way') },
  ])
})

test('every reason is named at once', () => {
  expect(
    refusalsOf({
      ...whole,
      version: 0,
      files: [
        { ...people, file: '/x' },
        { ...survey, extra: 1 },
      ],
    }),
  ).toHaveLength(3)
})
