import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editions } from '../../../src/editions/catalogue.ts'
import { psf2023 } from '../../../src/editions/psf-2023.ts'
import { ukpsf2006 } from '../../../src/editions/ukpsf-2006.ts'
import { ukpsf2011 } from '../../../src/editions/ukpsf-2011.ts'
import { fromCase } from '../../../src/formats/case/from-case.ts'
import { recogniseEdition } from '../../../src/formats/case/recognise-edition.ts'
import { toCase } from '../../../src/formats/case/to-case.ts'
import { identifierOf } from '../../../src/formats/identifier.ts'
import { outline } from '../../../src/formats/outline.ts'
import { withWording } from '../../../src/wording/with-wording.ts'
import { anyWorded, crosswalksFrom, options } from '../any-edition.ts'

test('writes a dimension with its qualified code, our own title, and a note that it is ours', () => {
  const item = toCase(psf2023, options).value?.CFItems?.find((one) => one.humanCodingScheme === 'psf-2023:K3')
  expect(item).toEqual({
    identifier: 'fa3a7bea-2bae-5806-b16a-11181b344a72',
    uri: 'https://standards.example.ac.uk/ims/case/v1p1/CFItems/fa3a7bea-2bae-5806-b16a-11181b344a72',
    lastChangeDateTime: '2026-11-24T12:00:00Z',
    fullStatement: 'Evaluating practice critically',
    abbreviatedStatement: 'Evaluating practice critically',
    humanCodingScheme: 'psf-2023:K3',
    listEnumeration: 'K3',
    CFItemType: 'Dimension',
    CFItemTypeURI: {
      title: 'Dimension',
      identifier: identifierOf('type dimension'),
      uri: `${options.baseUri}/CFItemTypes/${identifierOf('type dimension')}`,
    },
    language: 'en',
    licenseURI: { ...options.licence, identifier: identifierOf('licence https://licences.example.org/one') },
    notes: "The statement is a short title of this file's maker, not the framework's wording.",
    extensions: {
      mentoringCommons: {
        kind: 'dimension',
        source: 'two independent public listings that agree; in part qmul.ac.uk/queenmaryacademy',
        certainty: '2+',
        readOn: '2026-11-24',
      },
    },
  })
})

test('keeps the order of the edition: values first in 2023, areas first in 2011', () => {
  const tops = (edition: typeof psf2023) => {
    const read = fromCase(toCase(edition, options).value).value
    const codes = new Map(read?.package.CFItems?.map((item) => [item.identifier, item.listEnumeration]))
    return read?.childrenOf.get(read.package.CFDocument.identifier)?.map((id) => codes.get(id))
  }
  expect(tops(psf2023)).toEqual(['V', 'K', 'A', 'D1', 'D2', 'D3', 'D4'])
  expect(tops(ukpsf2011)).toEqual(['A', 'K', 'V', 'D1', 'D2', 'D3', 'D4'])
  expect(tops(ukpsf2006)).toEqual(['A', 'K', 'V', 'SD1', 'SD2', 'SD3'])
})

test.each(editions)('writes $id as a whole tree, and recognises it', (edition) => {
  const made = toCase(edition, { ...options, crosswalks: crosswalksFrom(edition) }).value
  const read = fromCase(made).value
  expect(read?.unattached).toEqual([])
  expect([...(read?.childrenOf.values() ?? [])].flat()).toHaveLength(outline(edition).length)
  const known = made && recogniseEdition(made)
  expect(known?.edition).toBe(edition.id)
  expect([...(known?.codes.values() ?? [])]).toEqual(outline(edition).map((item) => item.code))
  expect([known?.missing, known?.added]).toEqual([[], []])
})

test('writes a crosswalk as associations with what each rests on, a match of a part as no more than related', () => {
  const made = toCase(ukpsf2011, { ...options, crosswalks: crosswalksFrom(ukpsf2011) }).value
  const matches = made?.CFAssociations?.filter((one) => one.associationType !== 'isChildOf') ?? []
  const said = matches.map((one) => `${one.originNodeURI.title} ${one.associationType} ${one.destinationNodeURI.title}`)
  expect(said).toContain('ukpsf-2011:K3 ext:closeMatch psf-2023:K1')
  expect(said).not.toContain('ukpsf-2011:K3 ext:closeMatch psf-2023:K3')
  expect(said).toContain('ukpsf-2011:A4 ext:narrowMatch psf-2023:A4')
  expect(said).toContain('ukpsf-2011:K4 ext:broadMatch psf-2023:K4')
  const parts = matches.filter((one) => JSON.stringify(one.extensions).includes('"part"'))
  expect(parts.length).toBeGreaterThan(0)
  expect(new Set(parts.map((one) => one.associationType))).toEqual(new Set(['isRelatedTo']))
  expect(matches.every((one) => (one.notes ?? '').length > 0)).toBe(true)
  expect(JSON.stringify(made?.CFDocument.extensions)).toContain('"from":"ukpsf-2011:K1","to":null')
  expect(fromCase(made).value?.external).toHaveLength(matches.length)
})

test('gives a Welsh statement another identifier than the English one, and says whose right it is', () => {
  const dimensions = psf2023.dimensions.map(({ code }) => ({ code: `psf-2023:${code}`, text: `Testun ${code}` }))
  const worded = withWording(psf2023, { language: 'cy', source: 'made up', rights: 'made up here', dimensions }).value
  const made = worded && toCase(worded, options).value
  const item = made?.CFItems?.find((one) => one.humanCodingScheme === 'psf-2023:K3')
  expect(item).toMatchObject({
    fullStatement: 'Testun K3',
    language: 'cy',
    identifier: identifierOf('psf-2023:K3', 'cy'),
  })
  expect(item?.notes).toBeUndefined()
  expect(made?.CFItems?.find((one) => one.humanCodingScheme === 'psf-2023:D1')?.language).toBe('en')
  expect(made?.CFDocument.notes).toContain('made up here')
  expect(made && recogniseEdition(made)?.codes.get(identifierOf('psf-2023:K3', 'cy'))).toBe('psf-2023:K3')
  expect(worded && toCase(worded, { ...options, language: 'gd' }).refusal?.code).toBe('unknown-language')
  expect(toCase(psf2023, { ...options, language: 'cy' }).refusal?.message).toContain('there is none')
})

test('reads back what it wrote, for any edition and any wording, as an object and as text', () => {
  fc.assert(
    fc.property(anyWorded, fc.boolean(), (worded, matched) => {
      const crosswalks = matched ? crosswalksFrom(worded.edition) : []
      const made = toCase(worded, { ...options, crosswalks }).value
      expect(made).toBeDefined()
      expect(fromCase(made).value?.package).toEqual(made)
      expect(JSON.stringify(fromCase(JSON.stringify(made)).value?.package)).toBe(JSON.stringify(made))
      expect(fromCase(made).value?.notCarried).toEqual([])
      expect(made && recogniseEdition(made)?.missing).toEqual([])
    }),
    { numRuns: 30 },
  )
})

test('shares nothing with the edition', () => {
  const made = toCase(psf2023, options).value as unknown as {
    CFItems: { extensions: { mentoringCommons: { rules: unknown[] } } }[]
  }
  const rules = made.CFItems.find((item) => item.extensions.mentoringCommons.rules)?.extensions.mentoringCommons.rules
  rules?.splice(0)
  expect(psf2023.descriptors[0]?.criteria[0]?.rules).toHaveLength(2)
})

test.each([
  [{ baseUri: 'standards.example.ac.uk' }, 'malformed-uri', 'baseUri'],
  [{ baseUri: 'ftp://standards.example.ac.uk' }, 'malformed-uri', 'baseUri'],
  [{ baseUri: 'https://standards.example.ac.uk/?q=1' }, 'malformed-uri', 'baseUri'],
  [{ baseUri: 'https://standards.example.ac.uk/a b' }, 'malformed-uri', 'baseUri'],
  [{ baseUri: 'https://x.example/">' }, 'malformed-uri', 'baseUri'],
  [{ baseUri: 'https://' }, 'malformed-uri', 'baseUri'],
  [{ baseUri: undefined }, 'malformed-uri', 'baseUri'],
  [{ publisher: ' ' }, 'empty-text', 'publisher'],
  [{ licence: { title: '', uri: 'https://x.example' } }, 'empty-text', 'licence.title'],
  [{ licence: { title: 'A', uri: 'licence.txt' } }, 'malformed-uri', 'licence.uri'],
  [{ crosswalks: crosswalksFrom(ukpsf2011) }, 'mixed-editions', 'crosswalks[0]'],
  [{ lastChangeDateTime: '2026-11-24' }, 'wrong-field', 'CFDocument.lastChangeDateTime'],
  [{ lastChangeDateTime: '2026-11-24T12:00:00' }, 'wrong-field', 'CFDocument.lastChangeDateTime'],
  [{ lastChangeDateTime: '2026-02-30T12:00:00Z' }, 'wrong-field', 'CFDocument.lastChangeDateTime'],
])('refuses the option %j', (wrong, code, path) => {
  const { refusal } = toCase(psf2023, { ...options, ...wrong } as typeof options)
  expect([refusal?.code, refusal?.path]).toEqual([code, path])
})

test('drops one slash at the end of the base address', () => {
  expect(toCase(psf2023, { ...options, baseUri: `${options.baseUri}/` })).toEqual(toCase(psf2023, options))
})
