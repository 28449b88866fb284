import { expect, test } from 'vitest'
import { palette } from '../../src/index.ts'

type Triple = readonly [number, number, number]

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const rgbOf = (hex: string): Triple => {
  const part = (at: number) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return [part(1), part(3), part(5)]
}
const times = (rows: readonly Triple[], [r, g, b]: Triple): Triple => {
  const [x = 0, y = 0, z = 0] = rows.map((row) => row[0] * r + row[1] * g + row[2] * b)
  return [x, y, z]
}
const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** How colours look to people who lack one kind of cone, in linear RGB, at full severity. Source: Machado, Oliveira and Fernandes, IEEE TVCG 15 (2009). */
const sights: Readonly<Record<string, readonly Triple[]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** A colour in CIE L*a*b*, D65. */
function lab(rgb: Triple): Triple {
  const clipped = rgb.map((part) => Math.min(1, Math.max(0, part))) as unknown as Triple
  const [x, y, z] = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    clipped,
  )
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)]
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}

const apart = (a: Triple, b: Triple) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

/** The least distance between any two colours as somebody sees them. */
function closest(colours: readonly string[], sight: string): number {
  const seen = colours.map((one) => lab(times(sights[sight] ?? [], rgbOf(one))))
  return Math.min(...seen.flatMap((a, at) => seen.slice(at + 1).map((b) => apart(a, b))))
}

test('every colour has at least 3:1 on white (WCAG 2.2, 1.4.11)', () => {
  for (const colour of palette) expect(1.05 / (luminance(rgbOf(colour)) + 0.05), colour).toBeGreaterThanOrEqual(3)
})

test.each(Object.keys(sights))('no two colours are hard to tell apart with %s', (sight) => {
  expect(closest(palette, sight)).toBeGreaterThanOrEqual(20)
})

test('the check sees two colours that many people cannot tell apart', () => {
  const alike = ['#8c6d1f', '#5b7f3a']
  expect(closest(alike, 'all cones')).toBeGreaterThan(20)
  expect(closest(alike, 'protanopia')).toBeLessThan(12)
})
