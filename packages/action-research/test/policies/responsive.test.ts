import { intervalFacets, responsive } from '@mentoring-commons/action-research'
import { expect, test } from 'vitest'

/** The table as it is written down: a dot is no move, `-` the same facet again, and the last column how a cycle may end. */
const table = `
          diagnose plan   act       observe     reflect
start     begin    begin  .         .           .       abandon
diagnose  -        begin  .         baseline    .       abandon
plan      begin    revise begin     baseline    .       abandon
act       .        amend  next-step concurrent  begin   abandon
observe   .        amend  next-step -           begin   neither
reflect   .        .      reason    gather-more -       close`

test('the moves of the responsive policy are those of the table', () => {
  const rows = table.trim().split('\n').slice(1)
  expect(rows).toHaveLength(Object.keys(responsive).length)
  for (const row of rows) {
    const [from, ...cells] = row.trim().split(/\s+/) as [keyof typeof responsive, ...string[]]
    expect(responsive[from].end).toBe(cells.at(-1))
    for (const [index, facet] of intervalFacets.entries()) {
      const move = responsive[from][facet]
      const says = !move.may ? '.' : move.needsReason ? 'reason' : move.as === 'again' ? '-' : move.as
      expect([from, facet, says]).toEqual([from, facet, cells[index]])
    }
  }
})

test('what is not allowed says what to do instead', () => {
  for (const row of Object.values(responsive)) {
    for (const facet of intervalFacets) {
      const move = row[facet]
      if (!move.may) expect(move.instead).not.toBe('')
    }
  }
})
