import { expect, test } from 'vitest'
import { composeRows } from '../../src/crosswalk/compose-rows.ts'
import { composeRelations, type MatchRelation, weakerCertainty } from '../../src/crosswalk/relation.ts'
import type { MatchRow, NoMatchRow } from '../../src/crosswalk/row.ts'

/** Dimensions as sets of three things, in the bits of a number: what the relations mean, written down a second time. */
const sets = [0, 1, 2, 3, 4, 5, 6, 7]
const size = (set: number) => [1, 2, 4].filter((bit) => set & bit).length
const meaning: Readonly<Record<MatchRelation, (source: number, target: number) => boolean>> = {
  exact: (source, target) => source === target,
  close: (source, target) => size(source ^ target) <= 1,
  broader: (source, target) => source !== target && (source & target) === source,
  narrower: (source, target) => source !== target && (source & target) === target,
}
const relations = Object.keys(meaning) as readonly MatchRelation[]

/** Whether the relation of two steps always holds. */
function sound(first: MatchRelation, second: MatchRelation, result: MatchRelation): boolean {
  return sets.every((s) =>
    sets.every((m) => sets.every((t) => !(meaning[first](s, m) && meaning[second](m, t)) || meaning[result](s, t))),
  )
}

test.each(relations.flatMap((first) => relations.map((second) => ({ first, second }))))(
  'composes $first and $second exactly where every choice of sets agrees',
  ({ first, second }) => {
    const result = composeRelations(first, second)
    const possible = relations.filter((relation) => sound(first, second, relation))
    if (result === undefined) expect(possible).toEqual([])
    else expect(possible).toContain(result)
  },
)

test('passes none on behind exact alone', () => {
  expect(composeRelations('exact', 'none')).toBe('none')
  for (const relation of ['close', 'broader', 'narrower', 'none'] as const) {
    expect(composeRelations(relation, 'none')).toBeUndefined()
  }
  for (const relation of relations) expect(composeRelations('none', relation)).toBeUndefined()
})

test('takes the weaker certainty, memory being the weakest', () => {
  const order = ['2+', '1', 'A', 'M'] as const
  for (const [i, one] of order.entries()) {
    for (const [j, other] of order.entries()) expect(weakerCertainty(one, other)).toBe(order[Math.max(i, j)])
  }
})

const base = { via: [], note: 'made up', source: 'made up', certainty: '1', readOn: '2026-11-24' } as const
const step = (number: 1 | 2, relation: MatchRelation, of?: 'source' | 'target'): MatchRow => ({
  ...base,
  relation,
  from: number === 1 ? 'ukpsf-2006:A1' : 'ukpsf-2011:A1',
  to: number === 1 ? 'ukpsf-2011:A1' : 'psf-2023:A1',
  ...(of === undefined ? {} : { part: { of, title: 'a part' } }),
})

/** Which set on either side of a row its relation is about: the whole, or any part of it. */
const partsOf = (set: number) => sets.filter((part) => (part & set) === part)
function holds(relation: MatchRelation, of: string | undefined, s: number, sp: number, t: number, tp: number): boolean {
  return meaning[relation](of === 'source' ? sp : s, of === 'target' ? tp : t)
}

const sides = [undefined, 'source', 'target'] as const

test('composes rows about parts only where every choice of sets and parts agrees', () => {
  let composed = 0
  for (const first of relations) {
    for (const second of relations) {
      for (const of of sides) {
        for (const then of sides) {
          const row = composeRows(step(1, first, of), step(2, second, then))
          if (row === undefined || row.relation === 'none') continue
          composed += 1
          for (const s of sets)
            for (const m of sets)
              for (const t of sets)
                for (const sp of partsOf(s))
                  for (const mp of partsOf(m))
                    for (const mq of partsOf(m))
                      for (const tp of partsOf(t)) {
                        if (!holds(first, of, s, sp, m, mp) || !holds(second, then, m, mq, t, tp)) continue
                        // A part of the middle that an exact neighbour passes on is the same part there.
                        const source = then === 'source' && first === 'exact' ? mq : sp
                        const target = of === 'target' && second === 'exact' ? mp : tp
                        expect(holds(row.relation, row.part?.of, s, source, t, target)).toBe(true)
                      }
        }
      }
    }
  }
  expect(composed).toBe(9 + 2 * 9 + 2 * 4)
}, 60_000)

test('says nothing where both rows are about parts, or where the middle is only touched', () => {
  expect(composeRows(step(1, 'broader', 'source'), step(2, 'broader', 'target'))).toBeUndefined()
  expect(composeRows(step(1, 'broader'), step(2, 'broader', 'source'))).toBeUndefined()
  expect(composeRows(step(1, 'narrower', 'target'), step(2, 'narrower'))).toBeUndefined()
  expect(composeRows(step(1, 'exact'), step(2, 'broader', 'source'))?.relation).toBe('broader')
})

test('keeps both notes, both sources, the way and the earlier day', () => {
  const first = { ...step(1, 'exact'), source: 'one', note: 'One.', readOn: '2026-01-02' }
  const second = { ...step(2, 'close'), source: 'two', note: 'Two.', certainty: 'M' as const }
  expect(composeRows(first, second)).toEqual({
    relation: 'close',
    from: 'ukpsf-2006:A1',
    to: 'psf-2023:A1',
    via: ['ukpsf-2011:A1'],
    source: 'one; then two',
    note: 'One. Then: Two.',
    certainty: 'M',
    readOn: '2026-01-02',
  })
})

test('ends where the second step ends', () => {
  const end: NoMatchRow = { ...base, relation: 'none', from: 'ukpsf-2011:A1', to: null }
  expect(composeRows(step(1, 'exact'), end)).toMatchObject({ relation: 'none', from: 'ukpsf-2006:A1', to: null })
  expect(composeRows(step(1, 'close'), end)).toBeUndefined()
  expect(composeRows(step(1, 'exact', 'source'), end)).toBeUndefined()
})

test('throws where two rows do not meet', () => {
  expect(() => composeRows(step(2, 'exact'), step(1, 'exact'))).toThrow(RangeError)
})
