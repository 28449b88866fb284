import {
  type InquiryUnderway,
  portfolioHtml,
  portfolioJson,
  spiral,
  spiralSvg,
  spiralWords,
  timeline,
  withdrawnSince,
} from '@mentoring-commons/action-research'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { core, frozen, planted, project, rules } from '../planted.ts'
import { walks } from '../walk.ts'

const audiences = fc.constantFrom('team' as const, 'internal' as const, 'public' as const)
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

function underway(states: readonly unknown[]): InquiryUnderway | undefined {
  const last = states.at(-1) as { status: string } | undefined
  return last?.status === 'underway' ? planted(last as InquiryUnderway) : undefined
}

test('nothing beyond consent is in any view or export, whatever happened', () => {
  let withheld = 0
  fc.assert(
    fc.property(walks, audiences, ({ states }, audience) => {
      const state = underway(states)
      if (state === undefined) return
      const value = frozen(state, audience)
      const made = project(state, audience)
      const open = [
        portfolioJson(value),
        portfolioHtml(value),
        spiralSvg(spiral(state, '2030-01-01')),
        spiralWords(spiral(state, '2030-01-01')).join('\n'),
        decode(made.bytes),
        JSON.stringify([value.leftOut, made.leftOut, made.notCarried]),
      ]
      const rows = JSON.stringify(timeline(state, audience))
      for (const text of open) expect(text).not.toContain('SECRET-')
      if (audience !== 'team') expect(rows).not.toContain('SECRET-')
      for (const { kind, id, may } of rules(state, audience)) {
        if (may) continue
        withheld += 1
        for (const text of [...open, rows]) expect(text).not.toMatch(core(kind, id))
      }
      for (const { id, consents } of state.evidence) {
        const quotable = consents.every((one) =>
          state.consents.find((each) => each.id === one)?.scopes.includes('quote'),
        )
        const may = rules(state, audience).find((one) => one.kind === 'evidence' && one.id === id)?.may
        if (!quotable || may !== true) expect(open[4]).not.toMatch(core('note', id))
      }
    }),
    { numRuns: 150 },
  )
  expect(withheld).toBeGreaterThan(30)
})

test('all that consent covers is in the portfolio', () => {
  let shown = 0
  fc.assert(
    fc.property(walks, audiences, ({ states }, audience) => {
      const state = underway(states)
      if (state === undefined) return
      const text = portfolioJson(frozen(state, audience))
      for (const { kind, id, may } of rules(state, audience)) {
        const isMarked = kind !== 'evidence' || state.evidence.findIndex((one) => one.id === id) % 2 === 1
        if (!may || !isMarked) continue
        shown += 1
        expect(text).toMatch(core(kind, id))
      }
    }),
    { numRuns: 60 },
  )
  expect(shown).toBeGreaterThan(50)
})

test('what is left out and what is in add up to all there is', () => {
  fc.assert(
    fc.property(walks, audiences, ({ states }, audience) => {
      const state = underway(states)
      if (state === undefined) return
      const value = frozen(state, audience)
      const left = (of: string) => value.leftOut.reduce((sum, one) => sum + (one.of === of ? one.n : 0), 0)
      const kept = (kind: string) => value.items.filter((item) => item.kind === kind).length
      expect(kept('evidence') + left('evidence')).toBe(state.evidence.length)
      expect(kept('claim') + left('claim')).toBe(state.claims.length)
      expect(kept('outlook') + left('outlook')).toBe(state.outlooks.length)
      expect(kept('reflection') + left('reflection')).toBe(state.cycles.flatMap((one) => one.reflections).length)
      expect(kept('annotation') + left('annotation')).toBe(state.annotations.length)
      expect(left('tag')).toBe(left('evidence'))
    }),
    { numRuns: 60 },
  )
})

test('the same state gives the same bytes, also after it has been stored', () => {
  fc.assert(
    fc.property(walks, audiences, ({ states }, audience) => {
      const state = underway(states)
      if (state === undefined) return
      const stored = JSON.parse(JSON.stringify(state)) as InquiryUnderway
      expect(portfolioJson(frozen(stored, audience))).toBe(portfolioJson(frozen(state, audience)))
      expect(portfolioHtml(frozen(stored, audience))).toBe(portfolioHtml(frozen(state, audience)))
      expect(project(stored, audience).bytes).toEqual(project(state, audience).bytes)
    }),
    { numRuns: 30 },
  )
})

test('a page with the marks of a later state shows nothing that is withdrawn by then', () => {
  let marked = 0
  fc.assert(
    fc.property(walks, audiences, ({ states }, audience) => {
      const early = underway(states)
      if (early === undefined) return
      const consents = early.consents.map((one, index) =>
        index % 2 === 0
          ? { ...one, scopes: [], withdrawals: [...one.withdrawals, { on: '2030-02-01', scopes: one.scopes }] }
          : one,
      )
      const last = { ...early, consents }
      const value = frozen(early, audience)
      const before = portfolioJson(value)
      const { marks } = withdrawnSince(value, last)
      const page = portfolioHtml(value, { marks })
      expect(portfolioJson(value)).toBe(before)
      const then = rules(early, audience)
      for (const { kind, id, may } of rules(last, audience)) {
        if (may || then.find((one) => one.kind === kind && one.id === id)?.may !== true) continue
        marked += 1
        expect(page).not.toMatch(core(kind, id))
        expect(page).toContain('withdrawn since this portfolio was frozen')
      }
    }),
    { numRuns: 150 },
  )
  expect(marked).toBeGreaterThan(3)
})
