import { expect, test } from 'vitest'
import { editions } from '../../src/editions/catalogue.ts'
import { parseDimension } from '../../src/editions/parse-dimension.ts'
import { formatDimension } from '../../src/framework/dimension.ts'
import { readCases, readPair } from '../read-cases.ts'

test.each(readCases('dimensions-valid.txt'))('accepts $text: $reason', (one) => {
  const { input, expected } = readPair(one)
  const { value } = parseDimension(input)
  expect(value && formatDimension(value)).toBe(expected)
})

test.each(readCases('dimensions-invalid.txt'))('refuses $text: $reason', (one) => {
  const { input, expected } = readPair(one)
  expect(parseDimension(input).refusal?.code).toBe(expected)
})

test('gives back every dimension of every edition from its formatted code', () => {
  const all = editions.flatMap((edition) => edition.dimensions)
  expect(all).toHaveLength(47)
  for (const dimension of all) expect(parseDimension(formatDimension(dimension))).toEqual({ value: dimension })
})

test('tells what a bare code could mean and what to write', () => {
  const message = parseDimension('K3').refusal?.message
  expect(message).toContain('K1, K3 and K5 mean different things in ukpsf-2011 and psf-2023')
  expect(message).toContain("'ukpsf-2006:K3' (Student learning)")
  expect(message).toContain("'ukpsf-2011:K3' (Student learning, in general and in the subject)")
  expect(message).toContain("'psf-2023:K3' (Evaluating practice critically)")
})

test('names the only edition that a bare code belongs to', () => {
  const message = parseDimension('A6').refusal?.message
  expect(message).toContain("Write 'ukpsf-2006:A6'")
  expect(message).not.toContain('ukpsf-2011:A6')
})

test('says of which edition a code is that the named edition lacks', () => {
  const message = parseDimension('psf-2023:K6').refusal?.message
  expect(message).toContain(
    'psf-2023 has no K6. K6 is of ukpsf-2006 (Quality assurance and enhancement) and ukpsf-2011 (Quality',
  )
  expect(message).toContain('psf-2023 has V1 to V5, K1 to K5, A1 to A5.')
})

test('names the editions there are', () => {
  expect(parseDimension('ukpsf-1999:A1').refusal?.message).toBe(
    "There is no edition 'ukpsf-1999' here. Use ukpsf-2006, ukpsf-2011 or psf-2023.",
  )
})

test.each([undefined, null, 3, {}, ['psf-2023:K3']])('refuses %s, which is no text', (value) => {
  expect(parseDimension(value as unknown as string).refusal?.code).toBe('malformed-code')
})
