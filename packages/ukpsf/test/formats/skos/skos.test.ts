import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editions } from '../../../src/editions/catalogue.ts'
import { psf2023 } from '../../../src/editions/psf-2023.ts'
import { ukpsf2011 } from '../../../src/editions/ukpsf-2011.ts'
import { readJsonLd } from '../../../src/formats/skos/read-json-ld.ts'
import { readTurtle } from '../../../src/formats/skos/read-turtle.ts'
import type { SkosScheme } from '../../../src/formats/skos/skos-scheme.ts'
import { toSkos } from '../../../src/formats/skos/to-skos.ts'
import { writeJsonLd } from '../../../src/formats/skos/write-json-ld.ts'
import { writeTurtle } from '../../../src/formats/skos/write-turtle.ts'
import { anyWorded, crosswalksFrom, options } from '../any-edition.ts'
import { anyScheme } from './any-scheme.ts'

const small: SkosScheme = {
  uri: 'https://schemes.example.org/s',
  titles: [{ text: 'A "scheme"', language: 'en' }],
  publishers: [],
  notes: [],
  licences: ['https://licences.example.org/one'],
  concepts: [
    {
      uri: 'https://schemes.example.org/s/1',
      notations: ['x:1'],
      labels: [
        { text: 'One', language: 'en' },
        { text: 'Un', language: 'cy' },
      ],
      definitions: [{ text: 'line\nline \\ "q" \u{1f393}', language: 'en' }],
      notes: [],
      broader: [],
      matches: { exact: [], close: ['https://other.example.org/1'], broad: [], narrow: [], related: [] },
    },
  ],
}

const turtle = `@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<https://schemes.example.org/s>
  a skos:ConceptScheme ;
  dcterms:title "A \\"scheme\\""@en ;
  dcterms:license <https://licences.example.org/one> .

<https://schemes.example.org/s/1>
  a skos:Concept ;
  skos:inScheme <https://schemes.example.org/s> ;
  skos:topConceptOf <https://schemes.example.org/s> ;
  skos:notation "x:1" ;
  skos:prefLabel "One"@en, "Un"@cy ;
  skos:definition "line\\nline \\\\ \\"q\\" \u{1f393}"@en ;
  skos:closeMatch <https://other.example.org/1> .
`

test('writes Turtle that people can read', () => {
  expect(writeTurtle(small).value).toBe(turtle)
})

test('writes JSON-LD with a context of prefixes', () => {
  expect(writeJsonLd(small).value).toEqual({
    '@context': { dcterms: 'http://purl.org/dc/terms/', skos: 'http://www.w3.org/2004/02/skos/core#' },
    '@graph': [
      {
        '@id': 'https://schemes.example.org/s',
        '@type': ['skos:ConceptScheme'],
        'dcterms:title': [{ '@value': 'A "scheme"', '@language': 'en' }],
        'dcterms:license': [{ '@id': 'https://licences.example.org/one' }],
      },
      {
        '@id': 'https://schemes.example.org/s/1',
        '@type': ['skos:Concept'],
        'skos:inScheme': [{ '@id': 'https://schemes.example.org/s' }],
        'skos:topConceptOf': [{ '@id': 'https://schemes.example.org/s' }],
        'skos:notation': [{ '@value': 'x:1' }],
        'skos:prefLabel': [
          { '@value': 'One', '@language': 'en' },
          { '@value': 'Un', '@language': 'cy' },
        ],
        'skos:definition': [{ '@value': 'line\nline \\ "q" \u{1f393}', '@language': 'en' }],
        'skos:closeMatch': [{ '@id': 'https://other.example.org/1' }],
      },
    ],
  })
})

test('reads the same Turtle in another layout and order, with other prefixes, escapes and comments', () => {
  const other = `# one
@prefix s: <http://www.w3.org/2004/02/skos/core#>. @prefix : <http://purl.org/dc/terms/>.
<https://schemes.example.org/s/1> s:closeMatch <https://other.example.org/\\u0031> ; # two "
 a s:Concept; s:prefLabel "One"@en , "Un"@cy; s:notation "x:1";
 s:definition "line\\u000Aline \\u005C \\"q\\" \\U0001F393"@en ; .
<https://schemes.example.org/s> :license <https://licences.example.org/one>; :title "A \\u0022scheme\\""@en;
 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> s:ConceptScheme.`
  expect(readTurtle(other).value).toEqual(small)
  expect(readTurtle(other.replaceAll('\n', '\r\n')).value).toEqual(small)
  expect(readTurtle(`\ufeff${turtle}`).value).toEqual(small)
})

test('writes and reads any scheme, in both, to the letter', () => {
  fc.assert(
    fc.property(anyScheme, (scheme) => {
      const text = writeTurtle(scheme).value ?? ''
      expect(readTurtle(text).value).toEqual(scheme)
      expect(writeTurtle(readTurtle(text).value ?? small).value).toBe(text)
      const json = writeJsonLd(scheme).value
      expect(readJsonLd(json).value).toEqual(scheme)
      expect(readJsonLd(JSON.stringify(json)).value).toEqual(scheme)
      expect(writeJsonLd(readJsonLd(json).value ?? small).value).toEqual(json)
    }),
  )
})

test('writes and reads any edition with any wording', () => {
  fc.assert(
    fc.property(anyWorded, fc.boolean(), (worded, matched) => {
      const made = toSkos(worded, { ...options, crosswalks: matched ? crosswalksFrom(worded.edition) : [] }).value
      const scheme = made?.scheme ?? small
      expect(scheme).not.toBe(small)
      expect(readTurtle(writeTurtle(scheme).value ?? '').value).toEqual(scheme)
      expect(readJsonLd(writeJsonLd(scheme).value).value).toEqual(scheme)
    }),
    { numRuns: 20 },
  )
})

test('keeps a crosswalk, its parts as related only, and lists what stays behind', () => {
  const made = toSkos(ukpsf2011, { ...options, crosswalks: crosswalksFrom(ukpsf2011) }).value
  const named = new Map(
    editions
      .flatMap((edition) => toSkos(edition, options).value?.scheme.concepts ?? [])
      .map((one) => [one.uri, one.notations[0]]),
  )
  const of = (code: string) => made?.scheme.concepts.find((one) => one.notations[0] === code)?.matches
  expect(of('ukpsf-2011:K3')?.close.map((uri) => named.get(uri))).toContain('psf-2023:K1')
  expect(of('ukpsf-2011:A4')?.narrow.map((uri) => named.get(uri))).toContain('psf-2023:A4')
  expect(of('ukpsf-2011:K4')?.broad.map((uri) => named.get(uri))).toContain('psf-2023:K4')
  expect(of('ukpsf-2011:A4')?.related.map((uri) => named.get(uri))).toContain('psf-2023:A2')
  expect(of('ukpsf-2011:A4')?.broad.map((uri) => named.get(uri))).not.toContain('psf-2023:A2')
  expect(made?.notCarried.some((one) => one.path.startsWith('crosswalks[0].rows'))).toBe(true)
  expect(toSkos(psf2023, options).value?.notCarried.every((one) => !one.path.startsWith('crosswalks'))).toBe(true)
})

test('refuses what no RDF or SKOS can say, in both writers', () => {
  const [concept] = small.concepts
  const change = (changes: object): SkosScheme => ({
    ...small,
    concepts: [{ ...concept, ...changes } as SkosScheme['concepts'][0]],
  })
  const cases: readonly (readonly [SkosScheme, string])[] = [
    [{ ...small, uri: 'a b' }, 'malformed-uri'],
    [{ ...small, uri: 'https://x.example/<' }, 'malformed-uri'],
    [{ ...small, licences: ['licence.txt'] }, 'malformed-uri'],
    [{ ...small, titles: [{ text: 'half \ud83c', language: 'en' }] }, 'wrong-field'],
    [{ ...small, titles: [{ text: 'nul \0', language: 'en' }] }, 'wrong-field'],
    [{ ...small, titles: [{ text: 'x', language: 'en"' }] }, 'malformed-language'],
    [{ ...small, titles: [{ text: 'x', language: '' }] }, 'malformed-language'],
    [
      change({
        labels: [
          { text: 'a', language: 'en' },
          { text: 'b', language: 'EN' },
        ],
      }),
      'duplicate-identifier',
    ],
    [
      change({
        notes: [
          { text: 'a', language: 'en' },
          { text: 'a', language: 'en' },
        ],
      }),
      'duplicate-identifier',
    ],
    [change({ broader: ['https://schemes.example.org/s/2'] }), 'dangling-reference'],
    [change({ broader: ['https://schemes.example.org/s/1'] }), 'cyclic-framework'],
    [change({ uri: small.uri }), 'duplicate-identifier'],
    ...(['broad', 'narrow', 'related'] as const).map((kind): readonly [SkosScheme, string] => [
      change({ matches: { exact: ['urn:x:1'], close: [], broad: [], narrow: [], related: [], [kind]: ['urn:x:1'] } }),
      'conflicting-matches',
    ]),
  ]
  for (const [scheme, code] of cases) {
    expect(writeTurtle(scheme).refusal?.code).toBe(code)
    expect(writeJsonLd(scheme).refusal?.code).toBe(code)
  }
})

test('cuts a Turtle text anywhere and never takes a part for the whole, nor throws', () => {
  for (let end = 0; end < turtle.trimEnd().length; end++) {
    const { value, refusal } = readTurtle(turtle.slice(0, end))
    expect(value === undefined).toBe(refusal !== undefined)
    expect(value).not.toEqual(small)
  }
})

test('changes one character anywhere, and the reading says so, says no, or is the same', () => {
  fc.assert(
    fc.property(fc.nat({ max: turtle.length - 1 }), fc.constantFrom(...' \n"\\<>;,.@#[](_:aA0\'^'), (at, char) => {
      const changed = turtle.slice(0, at) + char + turtle.slice(at + 1)
      const { value, refusal } = readTurtle(changed)
      expect(value === undefined).toBe(refusal !== undefined)
      if (value) expect(readTurtle(writeTurtle(value).value ?? '').value).toEqual(value)
    }),
    { numRuns: 1_000 },
  )
})

test('reads a text of many thousand escapes in one literal, and many statements, in time', { timeout: 60_000 }, () => {
  const long = { ...small, notes: [{ text: 'a"\n'.repeat(200_000), language: 'en' }] }
  expect(readTurtle(writeTurtle(long).value ?? '').value).toEqual(long)
  expect(readTurtle(`<${'a'.repeat(1_000_000)}`).refusal?.code).toBe('malformed-turtle')
  expect(readTurtle(`"${'\\n'.repeat(1_000_000)}`).refusal?.code).toBe('malformed-turtle')
  expect(readTurtle('<a:b> '.repeat(200_000)).refusal?.code).toBe('malformed-turtle')
  const many = `${turtle}${'<urn:x:1> <urn:x:2> "x" .\n'.repeat(20_000)}`
  expect(readTurtle(many).refusal).toMatchObject({ code: 'unsupported-format', path: 'line 17, column 21' })
})

test('reads a text of at most so many bytes, and texts alone', () => {
  expect(readTurtle(turtle, { bytesMax: 100 }).refusal?.code).toBe('too-large')
  expect(readJsonLd(JSON.stringify(writeJsonLd(small).value), { bytesMax: 100 }).refusal?.code).toBe('too-large')
  expect(() => readTurtle(3 as unknown as string)).toThrow(TypeError)
})

test('JSON-LD: never throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.json()), fc.anything(), (any, graph) => {
      for (const input of [
        any,
        {
          '@context': { dcterms: 'http://purl.org/dc/terms/', skos: 'http://www.w3.org/2004/02/skos/core#' },
          '@graph': graph,
        },
      ]) {
        const { value, refusal } = readJsonLd(input)
        expect(value === undefined).toBe(refusal !== undefined)
      }
    }),
  )
})
