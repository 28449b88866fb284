import {
  actionResearch,
  fold,
  type IntervalFacet,
  intervalFacets,
  type Spiral,
  type SpiralCycle,
  spiral,
  spiralSvg,
  spiralWords,
} from '@mentoring-commons/action-research'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acting, closed, play } from '../history.ts'
import { walks } from '../walk.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, 5 + number)).toISOString().slice(0, 10)

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly text: string
}

function labels(svg: string): readonly Box[] {
  const all = svg.matchAll(
    /<g class="ars-label"><rect class="[\w-]+" x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="[\d.]+"\/><text[^>]*>([^<]*)</g,
  )
  return [...all].map(([, x, y, width, height, text = '']) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
    text,
  }))
}

function overlaps(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.x + 0.02 < other.x + other.width &&
          other.x + 0.02 < one.x + one.width &&
          one.y + 0.02 < other.y + other.height &&
          other.y + 0.02 < one.y + one.height,
      )
      .map((other) => `${one.text} on ${other.text}`),
  )
}

function rings(svg: string): readonly (readonly [number, number, number])[] {
  return [...svg.matchAll(/<circle class="ars-pill" cx="([-\d.]+)" cy="([-\d.]+)" r="([\d.]+)"/g)].map(
    ([, x, y, r]) => [Number(x), Number(y), Number(r)] as const,
  )
}

const arc = fc
  .tuple(fc.constantFrom<IntervalFacet>(...intervalFacets), fc.nat(120), fc.nat(60), fc.boolean())
  .map(([facet, from, length, isOpen]) => ({ facet, from: day(from), to: day(from + length), isOpen }))
const bare = (label: string, from: number, length: number, arcs: SpiralCycle['arcs']): SpiralCycle => ({
  id: label,
  label,
  status: 'open',
  from: day(from),
  to: day(from + length),
  isDetached: false,
  arcs,
  breaks: [],
  inner: [],
})
const cycles = (most: number, prefix: string, depth: number): fc.Arbitrary<readonly SpiralCycle[]> =>
  fc
    .array(
      fc.tuple(
        fc.nat(40),
        fc.nat(150),
        fc.array(arc, { maxLength: 7 }),
        depth === 0 ? fc.constant([]) : cycles(3, '', depth - 1),
      ),
      { maxLength: most, size: 'max' },
    )
    .map((all) =>
      all.map(([from, length, arcs, inner], index) => {
        const label = `${prefix}${index + 1}`
        const inside = inner.map((one) => ({ ...one, id: `${label}.${one.id}`, label: `${label}.${one.label}` }))
        return { ...bare(label, from, length, arcs), inner: inside }
      }),
    )
const spirals: fc.Arbitrary<Spiral> = cycles(30, '', 2).map((all) => ({ asOf: '2026-12-31', cycles: all }))

test('no labels overlap, all lie within the picture, and every cycle has its own, for 0 to 30 cycles', () => {
  fc.assert(
    fc.property(spirals, (value) => {
      const svg = spiralSvg(value)
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null|-0[" ,]/)
      const boxes = labels(svg)
      expect(overlaps(boxes)).toEqual([])
      for (const { label } of value.cycles) expect(boxes.some(({ text }) => text === label)).toBe(true)
      for (const { label } of value.cycles.flatMap(({ inner }) => inner)) {
        expect(boxes.some(({ text }) => text === label)).toBe(true)
      }
      const [, width = '', height = ''] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
      const [, left = '', top = ''] = /<g transform="translate\(([\d.]+) ([\d.]+)\)">/.exec(svg) ?? []
      for (const { x, y, width: w, height: h } of boxes) {
        expect(x + Number(left)).toBeGreaterThanOrEqual(0)
        expect(y + Number(top)).toBeGreaterThanOrEqual(0)
        expect(x + Number(left) + w).toBeLessThanOrEqual(Number(width))
        expect(y + Number(top) + h).toBeLessThanOrEqual(Number(height))
      }
    }),
    { numRuns: 25 },
  )
})

test('letters of facets of the same days give way to each other', () => {
  const letters = Array.from({ length: 20 }, (_, index) => {
    const same = { from: day(5 * index), to: day(5 * index + 20), isOpen: false }
    const arcs = [
      { facet: 'act' as const, ...same },
      { facet: 'observe' as const, ...same },
    ]
    const boxes = labels(spiralSvg({ asOf: day(120), cycles: [bare('1', 0, 120, arcs)] }))
    expect(overlaps(boxes)).toEqual([])
    return boxes.length - 1
  })
  expect(new Set(letters)).toEqual(new Set([1, 2]))
})

test('rings of cycles inside cycles do not meet', () => {
  fc.assert(
    fc.property(spirals, (value) => {
      const all = rings(spiralSvg(value))
      for (const [index, [x, y, r]] of all.entries()) {
        for (const [ox, oy, or] of all.slice(index + 1)) {
          expect(Math.hypot(x - ox, y - oy)).toBeGreaterThan(r + or)
        }
      }
    }),
    { numRuns: 25 },
  )
})

test('facets that overlap lie side by side, and one that follows lies in their line', () => {
  const at = (facet: IntervalFacet, from: number, to: number) => ({
    facet,
    from: day(from),
    to: day(to),
    isOpen: false,
  })
  const svg = (arcs: SpiralCycle['arcs']) => spiralSvg({ asOf: day(90), cycles: [bare('1', 0, 90, arcs)] })
  const radii = (text: string) =>
    [...text.matchAll(/class="ars-edge" d="M([-\d.]+) ([-\d.]+)/g)].map(([, x, y]) => Math.hypot(Number(x), Number(y)))
  const [act = 0, observe = 0] = radii(svg([at('act', 10, 50), at('observe', 10, 60)]))
  expect(act - observe).toBeCloseTo(15, 1)
  const [plan = 0, next = 0] = radii(svg([at('plan', 10, 10), at('act', 10, 60)]))
  expect(Math.abs(plan - next)).toBeGreaterThan(14)
  expect(radii(svg([at('plan', 0, 10), at('act', 10, 60)]))[1]).toBeGreaterThan(0)
})

test('the days of a cycle fill its turn evenly', () => {
  const at = (from: number, to: number) => ({ facet: 'act' as const, from: day(from), to: day(to), isOpen: false })
  const svg = spiralSvg({ asOf: day(100), cycles: [bare('1', 0, 100, [at(0, 25), at(50, 100)])] })
  const angles = [...svg.matchAll(/class="ars-edge" d="M([-\d.]+) ([-\d.]+).*?L([-\d.]+) ([-\d.]+)"/g)].map(
    ([, x, y, ex, ey]) => [x, y, ex, ey].map(Number) as [number, number, number, number],
  )
  const turn = (x: number, y: number) => (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI)
  const [first, second] = angles.map(([x, y, ex, ey]) => [turn(x, y), turn(ex, ey)] as const)
  const quarter = (first?.[1] ?? 0) - (first?.[0] ?? 0)
  expect((second?.[1] ?? 0) - (second?.[0] ?? 0)).toBeCloseTo(2 * quarter, 1)
  expect((second?.[0] ?? 0) - (first?.[0] ?? 0)).toBeCloseTo(2 * quarter, 1)
})

test('colour is never the only carrier: each facet has a letter, a texture of its own and a title', () => {
  const all = intervalFacets.map((facet, index) => ({
    facet,
    from: day(20 * index),
    to: day(20 * index + 20),
    isOpen: false,
  }))
  const svg = spiralSvg({ asOf: day(100), cycles: [bare('1', 0, 100, all)] })
  expect(
    labels(svg)
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['1', 'A', 'D', 'O', 'P', 'R'])
  expect(new Set([...svg.matchAll(/stroke="url\(#(spiral-\w+)\)"/g)].map(([, id]) => id)).size).toBe(4)
  for (const word of ['Diagnose', 'Plan', 'Act', 'Observe', 'Reflect'])
    expect(svg).toContain(`<title>Cycle 1: ${word}, `)
  expect(svg).toContain('role="img" aria-labelledby="spiral-title spiral-desc"')
})

test('the words tell cycles, days, facets, overlaps and breaks', () => {
  const state = fold(
    actionResearch(),
    play(
      acting,
      { type: 'BeginCycle', cycle: 'c2', parent: 'c1', on: '2026-02-12', learning: [] },
      { type: 'SuspendCycle', cycle: 'c2', on: '2026-02-20', reason: 'Exams' },
    ),
  )
  expect(spiralWords(spiral(state, '2026-03-10'))).toEqual([
    '1 cycle, and 1 cycle inside one, as of 10 March 2026.',
    'Cycle 1: since 12 January 2026, open: plan 15 January 2026 to 31 January 2026; act since 1 February 2026; observe since 10 February 2026. Act and observe overlapped.',
    'Cycle 1.1: since 12 February 2026, suspended: no facet has begun. Suspended since 20 February 2026.',
  ])
  const ended = spiralWords(spiral(fold(actionResearch(), closed), '2026-12-31'))
  expect(ended[1]).toContain('Cycle 1: 12 January 2026 to 30 April 2026, closed: plan')
})

test('whatever happened, each cycle is in picture and words once', () => {
  fc.assert(
    fc.property(walks, ({ states }) => {
      const state = states.at(-1)
      if (state?.status !== 'underway') return
      const value = spiral(state, '2030-01-01')
      expect(spiralWords(value)).toHaveLength(1 + state.cycles.length)
      expect(spiralSvg(value)).not.toMatch(/NaN|Infinity|undefined/)
    }),
    { numRuns: 25 },
  )
})

test('an id prefix must fit an id', () => {
  expect(() => spiralSvg({ asOf: day(0), cycles: [] }, { idPrefix: '"><script>' })).toThrow('"><script>')
  expect(spiralSvg({ asOf: day(0), cycles: [] }, { title: 'A <b> & "c"' })).toContain(
    '>A &lt;b&gt; &amp; &quot;c&quot;<',
  )
  expect(spiralSvg({ asOf: day(0), cycles: [] })).toContain('No cycle has begun')
})
