import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addEvidence,
  assertClaim,
  defineObjective,
  defineTheory,
  describeTheory,
  drawTheory,
  examineRivals,
  judgeClaim,
  type TheoryLink,
  type TheoryNode,
  type TheoryOfChange,
  theoryTables,
} from '../../src/evaluation/index.ts'
import { circleIn } from '../../src/evaluation/theory/circle.ts'
import { drawingOf } from '../../src/formats/drawing.ts'
import { defineTable } from '../../src/index.ts'

const node = (
  id: string,
  kind: Exclude<TheoryNode['kind'], 'objective'>,
  indicatorIds: readonly string[] = [],
): TheoryNode => ({
  ...{ id, title: `The ${id} <of> "it" & a_word_that_is_much_longer_than_a_line_of_a_box`, kind, indicatorIds },
})
const link = (id: string, from: string, to: string, more: Partial<TheoryLink> = {}): TheoryLink => ({
  ...{
    id,
    from,
    to,
    relation: 'leads-to',
    mechanism: 'How.',
    assumption: 'If.',
    evidenceIds: [],
    strength: 'none',
    rivals: [],
  },
  ...more,
})
const base: TheoryOfChange = {
  id: 't1',
  title: 'Why',
  nodes: [
    node('in', 'input'),
    node('do', 'activity', ['meetings']),
    node('a', 'outcome', ['sure']),
    node('b', 'outcome'),
    node('far', 'impact'),
  ],
  links: [
    link('l1', 'in', 'do'),
    link('l2', 'do', 'a'),
    link('l3', 'a', 'b'),
    link('l4', 'b', 'far'),
    link('l5', 'far', 'in', { relation: 'feeds-back' }),
  ],
}
const around = { indicatorIds: ['meetings', 'sure'], evidenceIds: ['e1'], objectiveIds: ['o1'] }
const code = (answer: object) => ('refusal' in answer ? (answer.refusal as { code: string }).code : 'none')
const withLinks = (...links: readonly TheoryLink[]) =>
  defineTheory({ ...base, links: [...base.links, ...links] }, around)

test('a theory holds together, or says where it does not', () => {
  expect(code(defineTheory(base, around))).toBe('none')
  expect(code(withLinks(link('l6', 'b', 'a')))).toBe('theory-circle')
  expect(code(withLinks(link('l6', 'a', 'a')))).toBe('theory-circle')
  expect(code(withLinks(link('l6', 'a', 'do')))).toBe('theory-backwards')
  expect(code(withLinks(link('l6', 'b', 'a', { relation: 'feeds-back' })))).toBe('none')
  expect(code(withLinks(link('l6', 'a', 'nowhere')))).toBe('theory-id-unknown')
  expect(code(withLinks(link('l1', 'a', 'far')))).toBe('theory-id-repeated')
  expect(code(withLinks(link('l6', 'a', 'far', { evidenceIds: ['e9'] })))).toBe('theory-id-unknown')
  expect(code(withLinks(link('l6', 'a', 'far', { strength: 'weak' })))).toBe('strength-without-evidence')
  expect(code(withLinks(link('l6', 'a', 'far', { strength: 'weak', evidenceIds: ['e1'] })))).toBe('none')
  expect(code(defineTheory(base, { ...around, indicatorIds: ['meetings', 'sure', 'loose'] }))).toBe('indicator-loose')
  expect(code(defineTheory({ ...base, nodes: [...base.nodes, node('x', 'output', ['other'])] }, around))).toBe(
    'theory-id-unknown',
  )
  const objective = { id: 'keep', title: 'Staff stay', kind: 'objective', objectiveId: 'o2', indicatorIds: [] } as const
  expect(code(defineTheory({ ...base, nodes: [...base.nodes, objective] }, around))).toBe('theory-id-unknown')
  expect(code(defineTheory({ ...base, nodes: [...base.nodes, { ...objective, objectiveId: 'o1' }] }, around))).toBe(
    'none',
  )
})

test('a circle is found exactly where taking away what nothing leads to leaves something', () => {
  const arrows = fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 6 }).map(String), to: fc.integer({ min: 0, max: 6 }).map(String) }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(arrows, (all) => {
      let left = all
      for (let before = -1; before !== left.length; ) {
        before = left.length
        const now = left
        left = now.filter(({ from }) => now.some(({ to }) => to === from))
      }
      const circle = circleIn(all)
      expect(circle !== undefined).toBe(left.length > 0)
      if (circle !== undefined) {
        expect(circle[0]).toBe(circle.at(-1))
        for (const [place, from] of circle.slice(0, -1).entries())
          expect(all.some((arrow) => arrow.from === from && arrow.to === circle[place + 1])).toBe(true)
      }
    }),
    { seed: 6, numRuns: 500 },
  )
})

test('the drawing is one image with all of it in words, and a report page takes it', () => {
  const svg = drawTheory(base, 'why')
  expect(svg).toContain('role="img" aria-labelledby="why-title why-desc"')
  expect(svg).toContain('Long-term change')
  expect(svg).not.toMatch(/>[^<]*impact/i)
  expect(svg).not.toContain('<of>')
  for (const sentence of describeTheory(base)) expect(sentence.length).toBeGreaterThan(5)
  expect(drawingOf(svg, 'x').body).toContain('<polygon')
  const numbers = [...svg.matchAll(/="(-?[\d.]+)"/g)].map(([, text]) => Number(text))
  expect(numbers.every(Number.isFinite)).toBe(true)
  expect(drawTheory({ id: 'e', title: 'Empty', nodes: [], links: [] }, 'e')).toContain('No links.')
})

test('its tables agree with their columns', () => {
  for (const { columns, rows } of Object.values(theoryTables(base)))
    expect('value' in defineTable(columns, rows)).toBe(true)
})

test('a claim cannot skip a state, and a weak link or a rival that explains it keeps it from being credible', () => {
  const rival = { id: 'r1', explanation: 'Loads fell.' }
  const theory = (strength: TheoryLink['strength']): TheoryOfChange => ({
    ...base,
    links: base.links.map((one) =>
      one.id === 'l2' ? { ...one, strength, evidenceIds: ['e1'], rivals: [rival] } : one,
    ),
  })
  const input = {
    id: 'c',
    theoryId: 't1',
    theoryVersion: 1,
    linkIds: ['l2'],
    indicatorIds: ['sure'],
    subject: 'Mentoring',
  } as const
  expect(code(assertClaim({ ...input, linkIds: ['l1', 'l3'] }, theory('strong')))).toBe('claim-chain-broken')
  expect(code(assertClaim({ ...input, linkIds: ['l9'] }, theory('strong')))).toBe('theory-id-unknown')
  expect(code(assertClaim({ ...input, indicatorIds: ['meetings'] }, theory('strong')))).toBe(
    'claim-indicator-elsewhere',
  )
  expect(code(assertClaim({ ...input, theoryId: 't2' }, theory('strong')))).toBe('theory-id-unknown')
  const asserted = assertClaim(input, theory('strong'))
  if ('refusal' in asserted) throw new Error(asserted.refusal.message)
  const measured = { id: 'e1', kind: 'estimate', title: 'E', reference: 'x' } as const
  expect(code(addEvidence(asserted.value, []))).toBe('evidence-missing')
  expect(code(addEvidence(asserted.value, [{ ...measured, kind: 'stakeholder-opinion' }]))).toBe('opinions-alone')
  expect(code(addEvidence(asserted.value, [measured, measured]))).toBe('evidence-repeated')
  expect(code(examineRivals(asserted.value, [], theory('strong')))).toBe('claim-without-evidence')
  const evidenced = addEvidence(asserted.value, [measured])
  if ('refusal' in evidenced) throw new Error(evidenced.refusal.message)
  const judgement = { verdict: 'credible', judgement: 'J.' } as const
  expect(code(judgeClaim(evidenced.value, judgement, theory('strong')))).toBe('rivals-not-examined')
  expect(code(examineRivals(evidenced.value, [], theory('strong')))).toBe('rival-open')
  expect(code(examineRivals(evidenced.value, [], base))).toBe('rivals-missing')
  const examine = (finding: 'ruled-out' | 'explains-it', explanation = rival.explanation) =>
    examineRivals(
      evidenced.value,
      [{ ...rival, explanation, finding, reasoning: 'R.', evidence: [measured] }],
      theory('strong'),
    )
  expect(code(examine('ruled-out', 'Other words.'))).toBe('rival-unknown')
  const [out, stands] = [examine('ruled-out'), examine('explains-it')]
  if ('refusal' in out || 'refusal' in stands) throw new Error('not examined')
  expect(code(judgeClaim(stands.value, judgement, theory('strong')))).toBe('rival-stands')
  expect(code(judgeClaim(stands.value, { ...judgement, verdict: 'not-supported' }, theory('strong')))).toBe('none')
  expect(code(judgeClaim(out.value, judgement, theory('weak')))).toBe('link-too-weak')
  const judged = judgeClaim(out.value, judgement, theory('moderate'))
  if ('refusal' in judged) throw new Error(judged.refusal.message)
  expect(code(addEvidence(judged.value, [{ ...measured, id: 'e7' }]))).toBe('claim-judged')
  expect(code(judgeClaim(judged.value, judgement, theory('moderate')))).toBe('claim-judged')
})

test('an objective does not end before it begins', () => {
  const objective = { id: 'o', title: 'T', description: 'D', source: 'S', from: '2025-08-01' }
  expect(code(defineObjective({ ...objective, to: '2025-07-31' }))).toBe('window-wrong')
  expect(code(defineObjective({ ...objective, source: '' }))).toBe('text-missing')
})
