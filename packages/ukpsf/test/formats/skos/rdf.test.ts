/// <reference types="node" />
import { spawnSync } from 'node:child_process'
import { env } from 'node:process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editions } from '../../../src/editions/catalogue.ts'
import { schemeStatements } from '../../../src/formats/skos/scheme-statements.ts'
import type { SkosScheme } from '../../../src/formats/skos/skos-scheme.ts'
import { statementKey } from '../../../src/formats/skos/statement.ts'
import { toSkos } from '../../../src/formats/skos/to-skos.ts'
import { writeJsonLd } from '../../../src/formats/skos/write-json-ld.ts'
import { writeTurtle } from '../../../src/formats/skos/write-turtle.ts'
import { crosswalksFrom, options } from '../any-edition.ts'
import { nastyTexts } from '../nasty-texts.ts'
import { anyScheme } from './any-scheme.ts'

// Debian's own Python, as python3-rdflib installs for it alone.
const python = '/usr/bin/python3'
const hasRdflib = spawnSync(python, ['-c', 'import rdflib']).status === 0
const hasRapper = spawnSync('rapper', ['--version']).status === 0

/** Reads files one by one from a JSON list, and gives for each its statements, as statementKey writes them. */
const script = `
import json, sys, logging
logging.disable(logging.CRITICAL)
import rdflib
out = []
for form, text in json.load(sys.stdin):
    graph = rdflib.Graph()
    graph.parse(data=text.encode('utf-8'), format=form)
    rows = []
    for s, p, o in graph:
        row = [str(s), str(p), str(o)]
        if isinstance(o, rdflib.Literal): row.append((o.language or '').lower())
        rows.append(row)
    out.append(rows)
json.dump(out, sys.stdout)
`

type Row = readonly string[]

function readWithRdflib(files: readonly (readonly [string, string])[]): readonly (readonly Row[])[] {
  const { stdout, stderr, status } = spawnSync(python, ['-c', script], {
    input: JSON.stringify(files),
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  expect(status, stderr).toBe(0)
  return JSON.parse(stdout)
}

const keysOf = (scheme: SkosScheme) => schemeStatements(scheme).map(statementKey).sort()
const filesOf = (scheme: SkosScheme) =>
  [
    ['turtle', writeTurtle(scheme).value ?? ''],
    ['json-ld', JSON.stringify(writeJsonLd(scheme).value)],
  ] as const

const ofEditions = editions
  .map((edition) => toSkos(edition, { ...options, crosswalks: crosswalksFrom(edition) }).value?.scheme)
  .filter((scheme) => scheme !== undefined)

const nasty: SkosScheme = {
  uri: 'https://schemes.example.org/nasty',
  titles: [],
  publishers: [],
  notes: nastyTexts.map((text) => ({ text, language: 'en' })),
  licences: [],
  concepts: [],
}

test.runIf(env.CI === 'true')('has both parsers where nothing may be skipped', () => {
  expect({ hasRdflib, hasRapper }).toEqual({ hasRdflib: true, hasRapper: true })
})

describe.skipIf(!hasRdflib)('read by rdflib (skipped where Debian’s python3-rdflib is absent)', () => {
  test('the Turtle and the JSON-LD of every edition, and of nasty texts, say exactly what was meant', {
    timeout: 120_000,
  }, () => {
    const schemes = [...ofEditions, nasty]
    expect(schemes).toHaveLength(4)
    const read = readWithRdflib(schemes.flatMap(filesOf))
    for (const [index, scheme] of schemes.entries()) {
      for (const graph of [read[index * 2], read[index * 2 + 1]]) {
        expect(graph?.map((row) => JSON.stringify(row)).sort()).toEqual(keysOf(scheme))
      }
    }
  })

  test('so do those of any schemes', { timeout: 120_000 }, () => {
    const schemes = fc.sample(anyScheme, 60)
    const read = readWithRdflib(schemes.flatMap(filesOf))
    for (const [index, scheme] of schemes.entries()) {
      for (const graph of [read[index * 2], read[index * 2 + 1]]) {
        expect(graph?.map((row) => JSON.stringify(row)).sort()).toEqual(keysOf(scheme))
      }
    }
  })
})

describe.skipIf(!hasRapper)('read by rapper (skipped where Debian’s raptor2-utils is absent)', () => {
  test.each([...ofEditions, nasty])(
    'the Turtle of $uri is Turtle, and has as many statements as were meant',
    (scheme) => {
      const { stdout, stderr, status } = spawnSync(
        'rapper',
        ['-q', '-i', 'turtle', '-o', 'ntriples', '-', 'https://x.example/'],
        {
          input: writeTurtle(scheme).value ?? '',
          encoding: 'utf8',
          maxBuffer: 100_000_000,
        },
      )
      expect(status, stderr).toBe(0)
      expect(stderr).toBe('')
      expect(new Set(stdout.trim().split('\n')).size).toBe(keysOf(scheme).length)
    },
  )
})
