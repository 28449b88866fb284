/// <reference types="node" />
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editions } from '../../../src/editions/catalogue.ts'
import { fromCase } from '../../../src/formats/case/from-case.ts'
import { toCase } from '../../../src/formats/case/to-case.ts'
import { anyWorded, crosswalksFrom, options } from '../any-edition.ts'
import { samplePackage } from '../sample-package.ts'

const shared = env.MENTORING_SHARED ?? fileURLToPath(new URL('../../../../../../shared', import.meta.url))
const file = join(shared, 'data', 'schemas', 'case-v1p1-cfpackage.json')
const there = existsSync(file)

test.runIf(env.CI === 'true')('has the official schema where nothing may be skipped', () => {
  expect(there, `${file} is missing`).toBe(true)
})

describe.skipIf(!there)(
  'against the official JSON Schema of CASE 1.1 (skipped where the shared data is absent)',
  () => {
    const ajv = new Ajv2019({ strict: false, logger: false })
    addFormats.default(ajv)
    const valid = there ? ajv.compile(JSON.parse(readFileSync(file, 'utf8'))) : () => false
    const problems = (value: unknown) => (valid(value) ? [] : valid)

    test.each(editions)('$id is valid, with crosswalks', (edition) => {
      const made = toCase(edition, { ...options, crosswalks: crosswalksFrom(edition) }).value
      expect(problems(made)).toEqual([])
    })

    test('any edition with any wording is valid', () => {
      fc.assert(
        fc.property(anyWorded, (worded) => {
          expect(problems(toCase(worded, options).value)).toEqual([])
        }),
        { numRuns: 20 },
      )
    })

    test('the sample uses every property that the schema has', () => {
      expect(problems(samplePackage)).toEqual([])
      const { $defs, properties } = JSON.parse(readFileSync(file, 'utf8'))
      const named = [properties, ...Object.values($defs).map((one) => (one as { properties: object }).properties)]
      const wanted = new Set(named.flatMap((one) => Object.keys(one)))
      const used = new Set([...JSON.stringify(samplePackage).matchAll(/"([A-Za-z]+)":/g)].map(([, key]) => key))
      expect([...wanted].filter((key) => !used.has(key))).toEqual([])
    })

    test('fromCase and the schema agree on a package with anything anywhere', { timeout: 120_000 }, () => {
      const paths = pathsOf(samplePackage).filter((path) => !path.includes('extensions'))
      const anything = fc.oneof(
        fc.constantFrom(
          undefined,
          null,
          0,
          1.5,
          -1,
          true,
          '',
          'x',
          'ext:own',
          'ext:',
          '1.1',
          '1.0',
          'CASE',
          'isChildOf',
          'isPartOf',
        ),
        fc.constantFrom(
          '2026-02-30',
          '2024-02-29',
          '2026-11-24T12:00:00Z',
          '2026-11-24T25:00:00Z',
          '2026-11-24T12:00:00',
        ),
        fc.constantFrom(
          '2026-11-24T12:00:00+01:00',
          '2026-02-30T12:00:00Z',
          '00000000-0000-4000-8000-00000000000A',
          '0-0',
        ),
        fc.constantFrom([], {}, [{}], ['x'], { identifier: 'x' }, { surplus: 1 }),
      )
      let [accepted, refused, listed] = [0, 0, 0]
      fc.assert(
        fc.property(fc.constantFrom(...paths), anything, (path, value) => {
          const changed = structuredClone(samplePackage)
          put(changed, path, value)
          const json = JSON.parse(JSON.stringify(changed))
          const read = fromCase(json)
          const shape = !['duplicate-identifier', 'dangling-reference', 'cyclic-framework'].includes(
            read.refusal?.code ?? '',
          )
          if (!shape) return
          const whole = read.value !== undefined && read.value.notCarried.length === 0
          if (read.refusal) refused++
          else if (whole) accepted++
          else listed++
          expect(whole, `${path.join('.')} = ${JSON.stringify(value)}: ${read.refusal?.message}`).toBe(valid(json))
          if (read.value) expect(valid(read.value.package)).toBe(true)
          if (whole) expect(JSON.stringify(read.value?.package)).toBe(JSON.stringify(json))
        }),
        { numRuns: 1_500 },
      )
      expect(Math.min(accepted, refused, listed)).toBeGreaterThan(20)
    })
  },
)

type Path = readonly (string | number)[]

function pathsOf(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? [...value.keys()] : [...Object.keys(value), 'surplus']
  return keys.flatMap((key) => [
    [key],
    ...pathsOf((value as Record<string | number, unknown>)[key]).map((rest) => [key, ...rest]),
  ])
}

function put(value: unknown, path: Path, what: unknown): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value)
  ;(parent as Record<string | number, unknown>)[path.at(-1) ?? ''] = what
}
