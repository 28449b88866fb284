import { expect, test } from 'vitest'
import { psf2023 } from '../../src/editions/psf-2023.ts'
import { fromCase } from '../../src/formats/case/from-case.ts'
import { readMatrix } from '../../src/formats/mahara/read-matrix.ts'
import { toMatrix } from '../../src/formats/mahara/to-matrix.ts'
import { readJsonLd } from '../../src/formats/skos/read-json-ld.ts'
import { readTurtle } from '../../src/formats/skos/read-turtle.ts'
import type { Refusal } from '../../src/refusal.ts'
import { readCases } from '../read-cases.ts'
import { samplePackage } from './sample-package.ts'

type Line = readonly [reader: string, textOrPath: string, value?: unknown]

function refusalOf([reader, text, ...value]: Line): Refusal | undefined {
  if (reader === 'case') return fromCase(changed(samplePackage, text, value)).refusal
  if (reader === 'matrix') return readMatrix(changed(toMatrix(psf2023).value?.matrix, text, value)).refusal
  const read = { 'case-text': fromCase, 'matrix-text': readMatrix, turtle: readTurtle, 'json-ld': readJsonLd }[reader]
  if (read === undefined) throw new Error(`no reader '${reader}'`)
  return read(text).refusal
}

function changed(whole: unknown, path: string, value: readonly unknown[]): unknown {
  const copy = structuredClone(whole) as Record<string, unknown>
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
  const last = keys.pop() ?? ''
  const parent = keys.reduce((inner, key) => inner[key] as Record<string, unknown>, copy)
  if (value.length > 0) parent[last] = value[0]
  else if (!delete parent[last]) throw new Error(path)
  return copy
}

const cases = readCases('formats-invalid.txt')

test('has many cases', () => {
  expect(cases.length).toBeGreaterThan(120)
})

test.each(cases)('refuses $text: $reason', ({ text }) => {
  const at = text.lastIndexOf(' => ')
  const [code, ...path] = text.slice(at + 4).split(' ')
  const refusal = refusalOf(JSON.parse(text.slice(0, at)))
  expect(refusal?.code, refusal?.message).toBe(code)
  if (path.join(' ') !== '-') expect(refusal?.path?.startsWith(path.join(' ')), refusal?.path).toBe(true)
  expect(refusal?.message).toMatch(/[.?!]$/)
  expect(refusal?.message.split('. ').length).toBeGreaterThan(1)
})
