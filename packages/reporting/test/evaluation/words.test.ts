import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addEvidence,
  assertClaim,
  type ComparisonDesign,
  type ContributionClaim,
  defineEstimate,
  type Estimate,
  type EstimateInput,
  examineRivals,
  judgeClaim,
  parseEstimate,
  quantities,
  retractEvidence,
  sayEstimate,
  type TheoryOfChange,
} from '../../src/evaluation/index.ts'
import { exact, hesa } from '../../src/index.ts'

const input: EstimateInput = {
  id: 'x1',
  indicatorId: 'confidence',
  subject: 'Mentoring',
  outcome: 'confidence in teaching',
  quantity: 'difference',
  value: 0.5,
  interval: { low: 0.2, high: 0.8, level: 0.95 },
  n: 41,
  of: 'pairs of answers',
  unit: 'points of five',
  design: { kind: 'pre-post', linkedBy: 'a code' },
  assumptions: [],
  checks: [{ name: 'missing answers by wave', outcome: 'failed' }],
  method: { name: 'paired t', convention: 'two-sided' },
  standing: { kind: 'exploratory', because: 'no-plan' },
  looks: 1,
}
const rival = { id: 'r1', explanation: 'Teaching loads fell.' }
const theory: TheoryOfChange = {
  id: 't1',
  title: 'Why it should help',
  nodes: [
    { id: 'pairs', title: 'Pairs meet', kind: 'activity', indicatorIds: [] },
    { id: 'sure', title: 'Mentees are more confident', kind: 'outcome', indicatorIds: ['confidence'] },
  ],
  links: [
    {
      ...{ id: 'l1', from: 'pairs', to: 'sure', relation: 'leads-to', mechanism: 'M.', assumption: 'A.' },
      ...{ evidenceIds: ['e1'], strength: 'moderate', rivals: [rival] },
    },
  ],
}
const estimateEvidence = { id: 'e1', kind: 'estimate', title: 'Change', reference: 'x1' } as const
const loads = { id: 'e2', kind: 'document', title: 'Loads', reference: 'register' } as const
const opinion = { id: 'e3', kind: 'stakeholder-opinion', title: 'They say so', reference: 'group 1' } as const

function got<T>(answer: { readonly value: T } | { readonly refusal: { readonly message: string } }): T {
  if ('value' in answer) return answer.value
  throw new Error(answer.refusal.message)
}
const made = (change: Partial<EstimateInput> = {}): Estimate => got(defineEstimate({ ...input, ...change }))
const asserted = (): ContributionClaim =>
  got(
    assertClaim(
      {
        id: 'c1',
        theoryId: 't1',
        theoryVersion: 1,
        linkIds: ['l1'],
        indicatorIds: ['confidence'],
        subject: 'Mentoring',
      },
      theory,
    ),
  )
const examined = (finding: 'ruled-out' | 'plays-a-part' | 'explains-it', evidence: readonly [typeof loads] = [loads]) =>
  got(
    examineRivals(
      got(addEvidence(asserted(), [estimateEvidence])),
      [{ ...rival, finding, reasoning: 'Because.', evidence }],
      theory,
    ),
  )
const credible = () => got(judgeClaim(examined('ruled-out'), { verdict: 'credible', judgement: 'It holds.' }, theory))

test('a credible claim of this very estimate prints the word, and says that it is one cause among others', () => {
  const said = sayEstimate(made(), { policy: exact, claim: credible() })
  expect(said).toMatch(/^“Mentoring” has, as one cause among others, an impact on “confidence in teaching”: /)
  expect(said).toContain('(95 % interval 0.2 to 0.8, n = 41 pairs of answers)')
  expect(said).toContain('cannot say whether they would have changed without it')
  expect(said).toContain('A check failed: “missing answers by wave”.')
  expect(said).toContain('Exploratory: there was no plan.')
})

test('no claim, or any state but credible, or one of another estimate, prints "associated with"', () => {
  const claims: readonly (ContributionClaim | undefined)[] = [
    undefined,
    asserted(),
    got(addEvidence(asserted(), [estimateEvidence, opinion])),
    examined('ruled-out'),
    examined('plays-a-part'),
    examined('explains-it'),
    got(judgeClaim(examined('explains-it'), { verdict: 'not-supported', judgement: 'Loads.' }, theory)),
    got(retractEvidence(credible(), 'e2')),
    got(retractEvidence(credible(), 'e1')),
  ]
  for (const claim of claims) {
    const said = sayEstimate(made(), { policy: exact, ...(claim === undefined ? {} : { claim }) })
    expect(said).not.toMatch(/impact/i)
    expect(said).toContain('“Mentoring” is associated with “confidence in teaching”')
  }
  for (const other of [{ id: 'x2' }, { indicatorId: 'trust' }, { subject: 'Coaching' }])
    expect(sayEstimate(made(other), { policy: exact, claim: credible() })).not.toMatch(/impact/i)
  expect(sayEstimate(made({ design: { kind: 'description' } }), { policy: exact, claim: credible() })).toMatch(
    /^Of “confidence in teaching”, compared with nothing: /,
  )
})

test('a forged claim that is called credible and examined nothing licenses nothing', () => {
  const forged = { ...asserted(), status: 'credible', evidence: [estimateEvidence], rivals: [], judgement: 'x' }
  expect(sayEstimate(made(), { policy: exact, claim: forged as unknown as ContributionClaim })).not.toMatch(/impact/i)
  const open = { ...credible(), rivals: [{ ...rival, finding: 'explains-it', reasoning: 'x', evidence: [loads] }] }
  expect(sayEstimate(made(), { policy: exact, claim: open as unknown as ContributionClaim })).not.toMatch(/impact/i)
})

const designs: readonly ComparisonDesign[] = [
  { kind: 'description' },
  { kind: 'pre-post', linkedBy: 'a code' },
  { kind: 'unmatched', groups: ['a', 'b'] },
  { kind: 'matched', groups: ['a', 'b'], on: ['grade'], estimand: 'treated' },
  { kind: 'difference-in-differences', groups: ['a', 'b'], periodsBefore: 2 },
  { kind: 'waiting-list-lottery', groups: ['a', 'b'], drawnOn: '2026-01-01' },
  { kind: 'survival', exposure: 'time-varying', origin: 'appointment' },
]
const bold = fc.constantFrom(
  'impact',
  'Impact',
  'IMPACTS',
  'im\u00adpact',
  'ιmpact',
  'i m p a c t',
  'ｉｍｐａｃｔ',
  'im-pact',
)
const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  bold,
  fc.tuple(fc.string({ maxLength: 5 }), bold, fc.string({ maxLength: 5 })).map((parts) => parts.join(' ')),
)

test('whatever users write and whatever the design, the word appears for the credible claim alone', () => {
  const folded = (said: string) => said.normalize('NFKD').replaceAll(/[\p{M}\p{Cf}]/gu, '')
  fc.assert(
    fc.property(
      fc.record({ subject: text, outcome: text, unit: text, name: text, convention: text, check: text }),
      fc.constantFrom(...designs),
      fc.constantFrom(...quantities),
      fc.constantFrom(undefined, 0, 1, 2, 3),
      ({ subject, outcome, unit, name, convention, check }, design, quantity, state) => {
        const answer = defineEstimate({
          ...{ ...input, subject, outcome, unit, design, quantity },
          ...{ method: { name, convention }, checks: [{ name: check, outcome: 'failed' }] },
        })
        if ('refusal' in answer) return
        const claims = [asserted(), got(addEvidence(asserted(), [estimateEvidence])), examined('ruled-out'), credible()]
        const claim = state === undefined ? undefined : claims[state]
        const said = sayEstimate(answer.value, { policy: exact, ...(claim === undefined ? {} : { claim }) })
        const licensed = state === 3 && subject === 'Mentoring' && design.kind !== 'description'
        if (!licensed) expect(folded(said)).not.toMatch(/impact/i)
        expect(said).not.toMatch(/NaN|Infinity|undefined|null/)
      },
    ),
    { seed: 6, numRuns: 600 },
  )
})

test('an estimate is not built without n, interval and design', () => {
  for (const part of ['n', 'interval', 'design', 'looks', 'standing', 'assumptions', 'method'] as const) {
    const { [part]: _, ...rest } = input
    const answer = parseEstimate(rest)
    expect('refusal' in answer && [answer.refusal.code, answer.refusal.path]).toEqual(['estimate-incomplete', [part]])
  }
  const { n: _n, ...withoutN } = input
  // @ts-expect-error: an estimate has an n
  expect('refusal' in defineEstimate(withoutN)).toBe(true)
  const { interval: _i, ...withoutInterval } = input
  // @ts-expect-error: an estimate has an interval
  expect('refusal' in defineEstimate(withoutInterval)).toBe(true)
  const { design: _d, ...withoutDesign } = input
  // @ts-expect-error: an estimate has a design
  expect('refusal' in defineEstimate(withoutDesign)).toBe(true)
  // @ts-expect-error: what was not checked cannot be said
  expect(() => sayEstimate(input, { policy: exact })).not.toThrow()
})

test('numbers that are none are refused', () => {
  const wrong: readonly [Partial<EstimateInput>, string][] = [
    [{ value: Number.NaN }, 'number-wrong'],
    [{ value: Number.POSITIVE_INFINITY }, 'number-wrong'],
    [{ n: 0 }, 'number-wrong'],
    [{ n: 4.5 }, 'number-wrong'],
    [{ interval: { low: 0.8, high: 0.2, level: 0.95 } }, 'interval-wrong'],
    [{ interval: { low: Number.NaN, high: 1, level: 0.95 } }, 'interval-wrong'],
    [{ interval: { low: 'unbounded', high: 'unbounded', level: 0.95 } }, 'interval-wrong'],
    [{ interval: { low: 0.6, high: 0.9, level: 0.95 } }, 'interval-wrong'],
    [{ interval: { low: 0, high: 1, level: 95 } }, 'interval-wrong'],
    [{ design: { kind: 'survival', exposure: 'at-entry' as 'landmark', origin: 'x' } }, 'exposure-immortal'],
    [{ design: { kind: 'matched', groups: ['a', 'b'], on: [], estimand: 'all' } }, 'design-incomplete'],
    [{ design: { kind: 'unmatched', groups: ['a', 'a'] } }, 'design-incomplete'],
    [{ outcome: 'imp\u0430ct on teaching' }, 'word-reserved'],
  ]
  for (const [change, code] of wrong) {
    const answer = defineEstimate({ ...input, ...change })
    expect('refusal' in answer && answer.refusal.code, JSON.stringify(change)).toBe(code)
  }
  expect('value' in defineEstimate({ ...input, outcome: 'a compact with him, pacts' })).toBe(true)
})

test('an estimate over few is said to be hidden, never as a number, and its n is rounded', () => {
  expect(sayEstimate(made({ n: 7 }), { policy: hesa })).not.toMatch(/0\.5|n = /)
  expect(sayEstimate(made({ n: 7 }), { policy: hesa })).toContain('An average over 7 people or fewer is not shown.')
  expect(sayEstimate(made({ n: 4 }), { policy: exact })).toContain('Too few people answered')
  expect(sayEstimate(made({ n: 8 }), { policy: hesa })).toContain('n = about 10')
})

test('bounds and small and large values are written out', () => {
  const said = (change: Partial<EstimateInput>) => sayEstimate(made(change), { policy: exact })
  expect(said({ value: 120, interval: { low: 80.4, high: 'unbounded', level: 0.9 } })).toContain(
    '120 “points of five” (90 % interval from 80.4 on, without an upper bound',
  )
  expect(said({ value: -0.00001234, interval: { low: 'unbounded', high: 0, level: 0.95 } })).toContain(
    '\u22120.0000123 “points of five” (95 % interval up to 0,',
  )
  expect(said({ value: 1e21, interval: { low: 0, high: 1e22, level: 0.95 } })).toContain('1000000000000000000000')
})
