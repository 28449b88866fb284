import {
  actionResearch,
  fold,
  type InquiryUnderway,
  type Portfolio,
  portfolio,
  portfolioHtml,
  portfolioJson,
  portfolioWithin,
  withdrawnSince,
} from '@mentoring-commons/action-research'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claim, closed, heard, play } from '../history.ts'
import { core, frozen, planted, rules } from '../planted.ts'
import { walks } from '../walk.ts'

const at = (events: Parameters<typeof play>[0]): InquiryUnderway => {
  const state = fold(actionResearch(), events)
  if (state.status === 'not-begun') throw new Error('not begun')
  return state
}
const made = (state: InquiryUnderway): Portfolio => {
  const answer = portfolio(state, { audience: 'internal', version: 12, frozenOn: '2026-06-30' })
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  return answer.value
}
const quoting = play(
  heard,
  {
    ...claim,
    claim: 'm2',
    text: 'SAID',
    cites: [
      { evidence: 'e1', quoted: true },
      { evidence: 'e2', quoted: false },
    ],
  },
  {
    type: 'HoldValidationMeeting',
    meeting: 'v2',
    on: '2026-04-11',
    attendees: ['ana', 'ben'],
    claims: ['m2'],
    challenges: [{ challenge: 'Did SHE say so?', response: 'She DID' }],
  },
  { type: 'Annotate', annotation: 'n1', about: { kind: 'claim', id: 'm2' }, by: 'ana', on: '2026-05-01', text: 'BOLD' },
)
const quote = { type: 'WithdrawConsent', consent: 'k1', scopes: ['quote'], on: '2026-07-01' } as const
const analyse = { type: 'WithdrawConsent', consent: 'k1', scopes: ['analyse'], on: '2026-07-09' } as const
const within = (value: Portfolio, state: InquiryUnderway) =>
  portfolioWithin(value, withdrawnSince(value, state).marks, 'f00d')

test('where nothing is withdrawn it says all that was frozen, in another format, and names the original', () => {
  const value = made(at(quoting))
  const { format, original, withdrawn, ...rest } = within(value, at(quoting))
  expect([format, original, withdrawn]).toEqual(['action-research-portfolio-within', 'f00d', []])
  const { format: own, ...frozen } = value
  expect(rest).toEqual(frozen)
  expect(own).not.toBe(format)
})

test('a withdrawn quotation leaves a day where the claim, its note and the words of a meeting stood', () => {
  const value = made(at(quoting))
  const before = portfolioJson(value)
  const read = within(value, at(play(quoting, quote)))
  expect(before).toMatch(/SAID.*SHE/)
  expect(JSON.stringify(read)).not.toMatch(/SAID|SHE|DID|BOLD|"m2"|"n1"/)
  expect(read.withdrawn).toEqual([
    { kind: 'annotation', part: 'whole', on: '2026-07-01' },
    { kind: 'claim', part: 'whole', on: '2026-07-01' },
    { kind: 'meeting', part: 'words', on: '2026-07-01' },
  ])
  const entries = (id: string) => read.sections.find((one) => one.id === id)?.entries ?? []
  expect(entries('claims').at(-1)).toEqual({ heading: '', text: 'Withdrawn on 1 July 2026.', details: [] })
  expect(entries('validation').at(-1)).toMatchObject({
    text: 'On 11 April 2026, 1 author and 1 other person.',
    details: [
      { label: 'Heard', text: 'Withdrawn on 1 July 2026.' },
      { label: 'Challenge', text: 'Withdrawn on 1 July 2026.' },
      { label: 'Response', text: 'Withdrawn on 1 July 2026.' },
    ],
  })
  expect(portfolioJson(value)).toBe(before)
})

test('each thing has the day on which it went, also where more was withdrawn after it', () => {
  const value = made(at(quoting))
  const read = within(value, at(play(quoting, quote, analyse)))
  expect(read.withdrawn.map(({ kind, on }) => [kind, on])).toEqual([
    ['annotation', '2026-07-01'],
    ['claim', '2026-07-01'],
    ['meeting', '2026-07-01'],
    ['evidence', '2026-07-09'],
  ])
})

test('what goes without a withdrawal has no day, and is not called withdrawn', () => {
  const value = made(at(closed))
  const read = portfolioWithin(value, [{ item: { kind: 'claim', id: 'm1' }, part: 'whole' }], 'f00d')
  expect(read.withdrawn).toEqual([{ kind: 'claim', part: 'whole' }])
  expect(JSON.stringify(read)).toContain('No longer shown.')
  expect(JSON.stringify(read)).not.toMatch(/Stories|Withdrawn on/)
})

test('a portfolio that was frozen without the words of a meeting has none to mark', () => {
  const value = made(at(play(quoting, quote)))
  expect(JSON.stringify(value)).not.toContain('SHE')
  expect(withdrawnSince(value, at(play(quoting, quote))).marks).toEqual([])
})

test('nothing that is withdrawn by a later state is in what may be read, whatever happened', () => {
  let marked = 0
  fc.assert(
    fc.property(
      walks,
      fc.constantFrom('team' as const, 'internal' as const, 'public' as const),
      ({ states }, audience) => {
        const last = states.at(-1)
        if (last?.status !== 'underway') return
        const early = planted(last as InquiryUnderway)
        const consents = early.consents.map((one, index) =>
          index % 2 === 0
            ? { ...one, scopes: [], withdrawals: [...one.withdrawals, { on: '2030-02-01', scopes: one.scopes }] }
            : one,
        )
        const later = { ...early, consents }
        const value = frozen(early, audience)
        const { marks } = withdrawnSince(value, later)
        const read = portfolioWithin(value, marks, 'f00d')
        const page = portfolioHtml(read)
        expect(marks.every(({ on, part }) => part === 'words' || on === '2030-02-01')).toBe(true)
        const then = rules(early, audience)
        for (const { kind, id, may } of rules(later, audience)) {
          if (may || then.find((one) => one.kind === kind && one.id === id)?.may !== true) continue
          marked += 1
          expect(portfolioJson(read as never)).not.toMatch(core(kind, id))
          expect(page).not.toMatch(core(kind, id))
          expect(page).toContain('The hash of what was frozen: f00d')
        }
      },
    ),
    { numRuns: 150 },
  )
  expect(marked).toBeGreaterThan(0)
})
