import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editions } from '../../../src/editions/catalogue.ts'
import { psf2023 } from '../../../src/editions/psf-2023.ts'
import type { Matrix } from '../../../src/formats/mahara/matrix.ts'
import { readMatrix } from '../../../src/formats/mahara/read-matrix.ts'
import { toMatrix } from '../../../src/formats/mahara/to-matrix.ts'
import { writeMatrix } from '../../../src/formats/mahara/write-matrix.ts'
import { withWording } from '../../../src/wording/with-wording.ts'
import { anyWorded } from '../any-edition.ts'
import { anyText } from '../nasty-texts.ts'

test('writes families as standards and dimensions as elements, in the edition’s order', () => {
  const made = toMatrix(psf2023, { institution: 'example', selfAssess: true }).value
  const { framework } = made?.matrix ?? { framework: undefined }
  expect(framework?.institution).toBe('example')
  expect(framework?.selfassess).toBe(true)
  expect(framework?.evidencestatuses?.map((one) => Object.keys(one)[0])).toEqual([
    'begun',
    'incomplete',
    'partialcomplete',
    'completed',
  ])
  expect(framework?.standards.map((one) => [one.shortname, one.standardid])).toEqual([
    ['V', 1],
    ['K', 2],
    ['A', 3],
  ])
  expect(framework?.standardelements).toHaveLength(15)
  expect(framework?.standardelements[7]).toEqual({
    shortname: 'K3',
    name: 'Evaluating practice critically',
    description: '',
    standardid: 2,
    elementid: 'psf-2023:K3',
  })
})

test('puts wording in as HTML, and says what stays behind', () => {
  const dimensions = psf2023.dimensions.map(({ code }) => ({ code: `psf-2023:${code}`, text: `<${code}> & "x"` }))
  const descriptors = psf2023.descriptors.map(({ code }) => ({ code: `psf-2023:${code}`, text: 'x' }))
  const wording = { language: 'en', source: 'made up', rights: 'made up', dimensions, descriptors }
  const welsh = { language: 'cy', source: 'made up', rights: 'made up', dimensions }
  const english = withWording(psf2023, wording).value
  const both = english && withWording(english, welsh).value
  const made = both && toMatrix(both).value
  expect(made?.matrix.framework.standardelements[0]?.description).toBe('&lt;V1&gt; &amp; &quot;x&quot;')
  const paths = made?.notCarried.map((one) => one.path)
  expect(paths).toEqual(
    expect.arrayContaining(['published', 'descriptors[3]', 'wordings (en).descriptors', 'wordings (cy)']),
  )
  expect(both && toMatrix(both, { language: 'gd' }).refusal?.code).toBe('unknown-language')
})

test('refuses texts that Mahara would cut or drop', () => {
  const statuses = { begun: 'a', incomplete: 'b', partialcomplete: 'c', completed: '\u{1f393}'.repeat(255) }
  expect(toMatrix(psf2023, { statuses }).value).toBeDefined()
  expect(toMatrix(psf2023, { statuses: { ...statuses, completed: 'x'.repeat(256) } }).refusal).toMatchObject({
    code: 'too-long',
    path: 'framework.evidencestatuses[3].completed',
  })
  expect(toMatrix(psf2023, { statuses: { ...statuses, completed: ' ' } }).refusal?.code).toBe('wrong-field')
})

test.each(editions)('$id is read back as written', (edition) => {
  const made = toMatrix(edition).value
  const text = made && writeMatrix(made.matrix)
  expect(readMatrix(text).value).toEqual({ matrix: made?.matrix, notCarried: [] })
  expect(text).toBe(writeMatrix(readMatrix(text).value?.matrix as Matrix))
})

test('any edition with any wording is read back as written', () => {
  fc.assert(
    fc.property(anyWorded, (worded) => {
      const made = toMatrix(worded).value
      expect(made).toBeDefined()
      expect(readMatrix(made && writeMatrix(made.matrix)).value?.matrix).toEqual(made?.matrix)
    }),
    { numRuns: 30 },
  )
})

const anyMatrix: fc.Arbitrary<Matrix> = fc
  .array(
    anyText.map((text) => text.slice(0, 40)).filter((text) => text.trim() !== '' && text !== '0'),
    { minLength: 1, maxLength: 8 },
  )
  .map((names) => ({
    framework: {
      name: names[0] ?? 'x',
      selfassess: names.length % 2 === 0,
      standards: [1, 'two'].map((standardid) => ({ shortname: 's', name: 'S', standardid })),
      standardelements: names.map((name, index) => ({
        shortname: `e${index}`,
        name,
        description: `<p>${name}</p>`,
        standardid: index % 2 === 0 ? 1 : 'two',
        elementid: index % 3 === 0 ? index + 1 : `${index + 1}.0`,
        ...(index >= 2 ? { parentelementid: (index - 2) % 3 === 0 ? index - 1 : `${index - 1}.0` } : {}),
      })),
    },
  }))

test('any matrix is read back as written, to the letter', () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      const text = writeMatrix(matrix)
      expect(readMatrix(text).value).toEqual({ matrix, notCarried: [] })
      expect(writeMatrix(readMatrix(text).value?.matrix as Matrix)).toBe(text)
    }),
  )
})

test('lists fields that Mahara does not read', () => {
  const matrix = {
    framework: {
      name: 'x',
      colour: 'red',
      standards: [{ shortname: 's', name: 'S', standardid: 1, priority: 1 }],
      standardelements: [],
    },
  }
  expect(readMatrix(matrix).value?.notCarried.map((one) => one.path)).toEqual([
    'framework.colour',
    'framework.standards[0].priority',
  ])
})

test('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.json()), (any) => {
      for (const input of [
        any,
        { framework: any },
        { framework: { name: 'x', standards: any, standardelements: any } },
      ]) {
        const { value, refusal } = readMatrix(input)
        expect(value === undefined).toBe(refusal !== undefined)
      }
    }),
  )
})
