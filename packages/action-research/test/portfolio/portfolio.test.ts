import {
  actionResearch,
  fold,
  type InquiryUnderway,
  itemKinds,
  type Portfolio,
  type PortfolioOptions,
  portfolio,
  portfolioHtml,
  portfolioJson,
  portfolioSections,
  textLengthMax,
  withdrawnSince,
} from '@mentoring-commons/action-research'
import { expect, test } from 'vitest'
import { begun, claim, closed, heard, play } from '../history.ts'

const options: PortfolioOptions = { audience: 'internal', version: 12, frozenOn: '2026-06-30' }
const at = (events: Parameters<typeof play>[0]): InquiryUnderway => {
  const state = fold(actionResearch(), events)
  if (state.status === 'not-begun') throw new Error('not begun')
  return state
}
const made = (state: InquiryUnderway, more: Partial<PortfolioOptions> = {}): Portfolio => {
  const answer = portfolio(state, { ...options, ...more })
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  return answer.value
}
const codeOf = (more: Record<string, unknown>, state = at(heard)) => {
  const answer = portfolio(state, { ...options, ...more } as PortfolioOptions)
  return 'refusal' in answer ? [answer.refusal.code, answer.refusal.path] : []
}
const section = (value: Portfolio, id: keyof typeof portfolioSections) => {
  const found = value.sections.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

test('all sections are there, in the order of the list, each present or missing with what to do', () => {
  const empty = made(at(begun))
  expect(empty.sections.map(({ id }) => id)).toEqual(Object.keys(portfolioSections))
  expect(empty.sections.filter(({ status }) => status === 'present').map(({ id }) => id)).toEqual([
    'context',
    'question',
  ])
  for (const { status, entries, toDo, id } of empty.sections) {
    if (status === 'present') continue
    expect(entries).toEqual([])
    expect(toDo).toEqual([portfolioSections[id].toDo])
  }
  expect(empty.label).toBe('cannot be called action research')
})

test('a whole cycle fills the sections that an inquiry holds; the authors supply the others', () => {
  const texts = { context: 'A school', concern: 'Silence', why: 'Trust', literature: 'Two books', limits: 'One group' }
  const tags = [{ item: { kind: 'claim' as const, id: 'm1' }, tag: 'SEDA-4' }]
  const full = made(at(closed), { texts, tags })
  const missing = full.sections.filter(({ status }) => status === 'missing').map(({ id }) => id)
  expect(missing).toEqual(['baseline', 'change', 'next'])
  expect(section(full, 'context').entries[0]).toEqual({ heading: '', text: 'A school', details: [] })
  expect(section(full, 'mapping').entries).toEqual([
    {
      heading: 'SEDA-4',
      text: '',
      details: [{ label: 'claim', text: 'm1', item: { kind: 'claim', id: 'm1' } }],
    },
  ])
  expect(section(full, 'claims').entries[0]).toMatchObject({
    heading: 'Validated',
    text: 'Stories open meetings',
    details: [{ text: 'Interview, participant 1' }, { text: 'Field notes, ana' }],
  })
  expect(section(full, 'claims').toDo).toEqual(['Say by which standards of judgement to test: 1 claim.'])
  expect(section(full, 'validation').entries[0]?.text).toBe('On 10 April 2026, 1 author and 1 other person.')
  expect(section(full, 'findings').entries[0]?.details).toEqual([
    { label: 'Sought in, and none found', text: 'all journal entries of March' },
  ])
})

test('it is frozen through and through, and tells the version and the items that it is of', () => {
  const value = made(at(closed))
  const deep = (one: unknown): boolean =>
    typeof one !== 'object' || one === null || (Object.isFrozen(one) && Object.values(one).every(deep))
  expect(deep(value)).toBe(true)
  expect(value.version).toBe(12)
  expect(value.items).toEqual([
    { kind: 'cycle', id: 'c1' },
    { kind: 'evidence', id: 'e1' },
    { kind: 'evidence', id: 'e2' },
    { kind: 'reflection', id: 'r1' },
    { kind: 'claim', id: 'm1' },
    { kind: 'meeting', id: 'v1' },
  ])
})

test('a wider audience sees less, and how much less, but not whose', () => {
  const value = made(at(closed), { audience: 'public' })
  expect(value.leftOut).toEqual([
    { of: 'challenges of a meeting', because: 'rests-on-withheld', n: 1 },
    { of: 'claim', because: 'narrower-audience', n: 1 },
    { of: 'evidence', because: 'outside-consent', n: 1 },
  ])
  expect(portfolioJson(value)).not.toMatch(/p1|"e1"|coffee|Stories/)
})

test('withdrawal leaves a frozen portfolio as it is, and marks what may no longer be shown', () => {
  const before = at(closed)
  const value = made(before)
  const text = portfolioJson(value)
  expect(withdrawnSince(value, before)).toEqual({ marks: [], addedSince: 0 })
  const after = at(play(closed, { type: 'WithdrawConsent', consent: 'k1', scopes: ['analyse'], on: '2026-07-01' }))
  const { marks } = withdrawnSince(value, after)
  expect(marks).toEqual([{ item: { kind: 'evidence', id: 'e1' }, part: 'whole', on: '2026-07-01' }])
  expect(portfolioJson(value)).toBe(text)
  const page = portfolioHtml(value, { marks })
  expect(portfolioHtml(value)).toContain('Interview, participant 1')
  expect(page).not.toContain('Interview, participant 1')
  expect(page).toContain('1 thing has been withdrawn since this portfolio was frozen')
  expect(made(after).leftOut).toEqual([{ of: 'evidence', because: 'consent-withdrawn', n: 1 }])
})

test('withdrawal of a quotation takes the claim and the words of the meeting that heard it', () => {
  const quoting = play(
    heard,
    {
      ...claim,
      claim: 'm2',
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
      challenges: [{ challenge: 'Did she say so?', response: 'She did' }],
    },
  )
  const value = made(at(quoting))
  const after = at(play(quoting, { type: 'WithdrawConsent', consent: 'k1', scopes: ['quote'], on: '2026-07-01' }))
  expect(withdrawnSince(value, after).marks).toEqual([
    { item: { kind: 'claim', id: 'm2' }, part: 'whole', on: '2026-07-01' },
    { item: { kind: 'meeting', id: 'v2' }, part: 'words', on: '2026-07-01' },
  ])
  const page = portfolioHtml(value, withdrawnSince(value, after))
  expect(page).not.toContain('Did she say so?')
  expect(page).toContain('Is it the story or the coffee?')
})

test('what came later is counted, and another inquiry is a mistake of the caller', () => {
  const value = made(at(begun))
  expect(withdrawnSince(value, at(closed)).addedSince).toBe(5)
  expect(() => withdrawnSince(value, { ...at(closed), id: 'i2' })).toThrow('"i2"')
  expect(() => withdrawnSince(value, { status: 'not-begun' })).toThrow(RangeError)
})

test('refusals say what is wrong, where', () => {
  expect(codeOf({}, { status: 'not-begun' } as never)[0]).toBe('not-begun')
  expect(codeOf({ audience: 'all' })).toEqual(['unknown-value', 'audience'])
  expect(codeOf({ frozenOn: '2026-02-30' })).toEqual(['invalid-date', 'frozenOn'])
  expect(codeOf({ texts: { whatever: 'x' } })).toEqual(['unknown-value', 'texts.whatever'])
  expect(codeOf({ texts: { toString: 'x' } })).toEqual(['unknown-value', 'texts.toString'])
  expect(codeOf({ tags: [{ item: { kind: 'claim', id: 'm9' }, tag: 'x' }] })).toEqual(['not-found', 'tags[0].item'])
  expect(codeOf({ texts: { why: 'x'.repeat(textLengthMax) } })).toEqual([])
  expect(codeOf({ texts: { why: 'x'.repeat(textLengthMax + 1) } })).toEqual(['text-too-long', 'sections.why'])
  expect(() => made(at(heard), { version: -1 })).toThrow(RangeError)
  expect(() => made(at(heard), { version: 1.5 })).toThrow('1.5')
})

test('annotations stand beside what they are about, or in the limits', () => {
  const noted = play(
    closed,
    {
      type: 'Annotate',
      annotation: 'n1',
      about: { kind: 'claim', id: 'm1' },
      by: 'ana',
      on: '2026-05-01',
      text: 'Too bold',
    },
    {
      type: 'Annotate',
      annotation: 'n2',
      about: { kind: 'inquiry', id: 'i1' },
      by: 'ana',
      on: '2026-05-02',
      text: 'In haste',
    },
  )
  const value = made(at(noted))
  expect(section(value, 'claims').entries[0]?.details.at(-1)).toEqual({
    label: 'Note of ana, 1 May 2026',
    text: 'Too bold',
    item: { kind: 'annotation', id: 'n1' },
  })
  expect(section(value, 'limits').entries[0]).toMatchObject({ heading: 'Note of ana on the inquiry', text: 'In haste' })
})

test('authors go by what they are called, wherever they are named', () => {
  const value = made(at(closed), { called: { ana: 'Ana Lind' } })
  expect(value.authors).toEqual(['Ana Lind'])
  expect(section(value, 'learning').entries[0]?.heading).toBe('Reflection of Ana Lind')
  expect(portfolioJson(value)).not.toMatch(/\bana\b/)
})

test('quality is told check by check', () => {
  const dialogic = made(at(closed)).quality.find(({ title }) => title === 'Critique by peers')
  expect(dialogic?.present).toContain('heard-by-outsider')
})

test('the JSON has sorted keys at every level', () => {
  const sorted = (one: unknown): boolean => {
    if (typeof one !== 'object' || one === null) return true
    const keys = Object.keys(one)
    return (
      (Array.isArray(one) || keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key)) &&
      Object.values(one).every(sorted)
    )
  }
  const value = made(at(closed))
  const text = portfolioJson(value)
  expect(sorted(JSON.parse(text))).toBe(true)
  expect(portfolioJson(JSON.parse(text) as Portfolio)).toBe(text)
})

test('sections and kinds of items are closed lists to the type checker', () => {
  // @ts-expect-error there is no such section
  const texts: PortfolioOptions['texts'] = { appendix: 'x' }
  // @ts-expect-error a consent is in no portfolio
  const tags: PortfolioOptions['tags'] = [{ item: { kind: 'consent', id: 'k1' }, tag: 'x' }]
  expect([texts, tags, itemKinds]).toHaveLength(3)
})
