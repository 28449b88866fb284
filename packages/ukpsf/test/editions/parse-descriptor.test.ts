import { expect, test } from 'vitest'
import { parseDescriptor } from '../../src/editions/parse-descriptor.ts'
import { formatDescriptor } from '../../src/framework/descriptor.ts'
import { readCases, readPair } from '../read-cases.ts'

test.each(readCases('descriptors.txt'))('reads $text: $reason', (one) => {
  const { input, expected } = readPair(one)
  const { value, refusal } = parseDescriptor(input)
  expect(value ? formatDescriptor(value) : refusal?.code).toBe(expected)
})

test('tells what to write instead of a bare code', () => {
  expect(parseDescriptor('d3').refusal?.message).toContain("Write 'ukpsf-2011:D3' or 'psf-2023:D3'")
})

test('points from a dimension to its own parser', () => {
  expect(parseDescriptor('psf-2023:K3').refusal?.message).toContain('parseDimension')
})

test.each([undefined, 3, null])('refuses %s, which is no text', (value) => {
  expect(parseDescriptor(value as unknown as string).refusal?.code).toBe('malformed-code')
})
