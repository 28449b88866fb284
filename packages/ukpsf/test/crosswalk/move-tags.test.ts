import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkClaim } from '../../src/claim/check-claim.ts'
import { type AcceptedTags, acceptMoved } from '../../src/crosswalk/accept-moved.ts'
import { crosswalk } from '../../src/crosswalk/crosswalk.ts'
import { moveTags } from '../../src/crosswalk/move-tags.ts'
import type { MovedTag, MoveProposal, Tagged } from '../../src/crosswalk/proposal.ts'
import { dimensionCodes, editionById, editions } from '../../src/editions/catalogue.ts'
import type { DimensionCode, EditionId } from '../../src/framework/code.ts'
import { readCases } from '../read-cases.ts'

const ids = editions.map((edition) => edition.id)
const words = (list: readonly string[]) => (list.length > 0 ? list.join(' ') : 'none')
const today = '2026-11-24'

test.each(readCases('moves.txt'))('line $line, $text: $reason', ({ text }) => {
  const [tags = '', to = '', proposed, lost] = text.split(' | ')
  const { value } = moveTags(tags.split(' '), to as EditionId)
  expect(words(value?.proposed.map((offer) => `${offer.from}>${offer.to}`) ?? ['refused'])).toBe(proposed)
  expect(words(value?.lost.map((tag) => tag.tag) ?? ['refused'])).toBe(lost)
})

function move(tagged: Tagged | readonly string[], to: EditionId): MoveProposal {
  const { value, refusal } = moveTags(tagged, to)
  if (value === undefined) throw new Error(refusal?.message)
  return value
}

function accept(proposal: MoveProposal, codes: readonly string[]): AcceptedTags {
  const { value, refusal } = acceptMoved(proposal, codes, 'reviewer-7', today)
  if (value === undefined) throw new Error(refusal?.message)
  return value
}

const codesOf = (id: EditionId) => {
  const { value } = editionById(id)
  return value === undefined ? [] : dimensionCodes(value)
}
const edition = fc.constantFrom(...ids)
const start = edition.chain((from) => fc.record({ from: fc.constant(from), tags: fc.subarray([...codesOf(from)]) }))
/** Which of the offers are accepted, by number. */
const choices = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 })
const chosen = (proposal: MoveProposal, choice: readonly boolean[]) =>
  proposal.proposed.filter((_, index) => choice[index]).map((offer) => offer.to)

test('there and back offers, for each tag, only what it was', () => {
  fc.assert(
    fc.property(start, edition, choices, ({ from, tags }, to, choice) => {
      const there = move(tags, to)
      const moved = accept(there, chosen(there, choice))
      const back = move(moved, from)
      if (to === from) return
      for (const offer of back.proposed) {
        expect(offer.kind).toBe('by-trail')
        expect(tags).toContain(offer.to)
        const walked = crosswalk(to, from).value?.rows ?? []
        expect(walked.some((row) => row.from === offer.from && row.to === offer.to)).toBe(true)
      }
      expect(back.lost).toEqual([])
      const again = accept(
        back,
        back.proposed.map((offer) => offer.to),
      )
      for (const tag of again.tags) expect(tags).toContain(tag)
      expect(again.moved).toEqual([])
    }),
  )
})

test('no walk through the editions that comes home brings a tag that was not there', () => {
  let homecomings = 0
  fc.assert(
    fc.property(start, fc.array(fc.tuple(edition, choices), { maxLength: 6 }), ({ from, tags }, walk) => {
      let now: Tagged = { tags }
      for (const [to, choice] of walk) {
        const proposal = move(now, to)
        now = accept(proposal, chosen(proposal, choice))
        if (to !== from) continue
        homecomings += 1
        for (const tag of now.tags) expect(tags).toContain(tag)
      }
    }),
    { numRuns: 300 },
  )
  expect(homecomings).toBeGreaterThan(100)
})

test('nothing confirmed travels, and what stays keeps its confirmation', () => {
  const all = ids.flatMap(codesOf)
  const tagged = fc.subarray(all).chain((tags) => fc.record({ tags: fc.constant(tags), confirmed: fc.subarray(tags) }))
  fc.assert(
    fc.property(tagged, edition, ({ tags, confirmed }, to) => {
      const word = { by: 'observer-7', on: today }
      const proposal = move({ tags, corroborations: [{ ...word, tags: confirmed }, word] }, to)
      const accepted = accept(
        proposal,
        proposal.proposed.map((offer) => offer.to),
      )
      const still = confirmed.filter((code) => code.startsWith(`${to}:`))
      expect(accepted.corroborations).toEqual([still.length > 0 ? { ...word, tags: still } : word, word])
    }),
  )
})

test('every tag stays, is proposed or is lost, and every offer is a row', () => {
  fc.assert(
    fc.property(fc.subarray(ids.flatMap(codesOf)), edition, (tags, to) => {
      const { kept, proposed, lost } = move(tags, to)
      const answered = [...kept, ...proposed.map((offer) => offer.from), ...lost.map((tag) => tag.tag)]
      expect([...new Set(answered)].sort()).toEqual([...tags].sort())
      for (const offer of proposed) expect(offer).toMatchObject({ kind: 'by-crosswalk', row: { to: offer.to } })
    }),
  )
})

test('never brings back what was lost', () => {
  const all = codesOf('psf-2023')
  expect(move(all, 'ukpsf-2011').proposed.map((offer) => offer.to)).not.toContain('ukpsf-2011:K1')
  expect(move(codesOf('ukpsf-2011'), 'psf-2023').proposed.map((offer) => offer.to)).not.toContain('psf-2023:V5')
  expect(move(codesOf('ukpsf-2011'), 'ukpsf-2006').proposed.map((offer) => offer.to)).not.toContain('ukpsf-2006:V3')
})

test('tells what a lost tag is lost for, and what to do', () => {
  const [subject] = move(['ukpsf-2011:K1'], 'psf-2023').lost
  expect(subject?.reason).toBe('no-equivalent')
  expect(subject?.message).toContain('psf-2023 has no partner for ukpsf-2011:K1')
  const [learning] = move(['ukpsf-2006:K3'], 'psf-2023').lost
  expect(learning?.reason).toBe('unsettled')
  expect(learning?.message).toContain('ukpsf-2006:K3 to ukpsf-2011:K3 to psf-2023:K1')
  expect(move(['psf-2023:V5'], 'ukpsf-2006').lost[0]?.message).toContain('No way leads')
})

test('goes from 2006 to 2023 in two steps, each accepted, and straight back', () => {
  const first = accept(move(['ukpsf-2006:K3'], 'ukpsf-2011'), ['ukpsf-2011:K3'])
  const second = accept(move(first, 'psf-2023'), ['psf-2023:K1'])
  expect(
    second.moved[0]?.trail.map(({ from, to, acceptedBy, acceptedOn }) => [from, to, acceptedBy, acceptedOn]),
  ).toEqual([
    ['ukpsf-2006:K3', 'ukpsf-2011:K3', 'reviewer-7', today],
    ['ukpsf-2011:K3', 'psf-2023:K1', 'reviewer-7', today],
  ])
  expect(move(second, 'ukpsf-2006').proposed).toMatchObject([{ kind: 'by-trail', to: 'ukpsf-2006:K3', before: [] }])
  const halfway = accept(move(second, 'ukpsf-2011'), ['ukpsf-2011:K3'])
  expect(halfway).toEqual(first)
})

test('keeps every trail of a tag that several tags propose', () => {
  const tags = ['ukpsf-2011:A5', 'ukpsf-2011:V3']
  const accepted = accept(move(tags, 'psf-2023'), ['psf-2023:V3'])
  expect(accepted.tags).toEqual(['psf-2023:V3'])
  expect(accepted.moved.map(({ trail }) => trail[0]?.from)).toEqual(tags)
  expect(move(accepted, 'ukpsf-2011').proposed.map((offer) => offer.to)).toEqual(tags)
})

test('leaves out the record of a tag that is no longer there', () => {
  const accepted = accept(move(['ukpsf-2011:K3'], 'psf-2023'), ['psf-2023:K1'])
  expect(move({ ...accepted, tags: ['psf-2023:K2'] }, 'psf-2023').keptMoved).toEqual([])
  expect(move(accepted, 'psf-2023').keptMoved).toEqual(accepted.moved)
  const broken: MovedTag = { tag: 'psf-2023:K1', trail: [] }
  expect(moveTags({ tags: ['psf-2023:K2'], moved: [broken] }, 'psf-2023').refusal).toBeUndefined()
})

test('accepts nothing that was not proposed, by nobody or on no day', () => {
  const proposal = move(['ukpsf-2011:K3', 'psf-2023:A1'], 'psf-2023')
  const refusalOf = (codes: readonly string[], by = 'reviewer-7', on = today) =>
    acceptMoved(proposal, codes, by, on).refusal
  expect(refusalOf(['psf-2023:K1', 'psf-2023:K3'])).toMatchObject({ code: 'not-proposed', path: 'accepted[1]' })
  expect(refusalOf(['psf-2023:K3'])?.message).toContain('It proposes psf-2023:K1.')
  expect(refusalOf(['psf-2023:A1'])?.message).toContain('is a tag already')
  expect(refusalOf(['ukpsf-2011:K3'])?.code).toBe('not-proposed')
  expect(refusalOf(['K1'])).toMatchObject({ code: 'bare-code', path: 'accepted[0]' })
  expect(refusalOf(['psf-2023:K1'], ' ')).toMatchObject({ code: 'empty-text', path: 'by' })
  expect(refusalOf(['psf-2023:K1'], 'reviewer-7', '2026-02-30')).toMatchObject({ code: 'malformed-date', path: 'on' })
  expect(acceptMoved(move([], 'psf-2023'), ['psf-2023:K1'], 'r', today).refusal?.message).toContain('proposes nothing')
  expect(accept(proposal, ['psf-2023:k1', 'PSF-2023:K1']).tags).toEqual(['psf-2023:A1', 'psf-2023:K1'])
  expect(accept(proposal, []).tags).toEqual(['psf-2023:A1'])
})

test('refuses tags, confirmations and editions that do not hold, with the place', () => {
  const refusalOf = (tagged: Tagged, to: string = 'psf-2023') => moveTags(tagged, to as EditionId).refusal
  expect(refusalOf({ tags: ['ukpsf-2011:K3', 'K3'] })).toMatchObject({ code: 'bare-code', path: 'tags[1]' })
  expect(refusalOf({ tags: [] }, 'psf-1999')).toMatchObject({ code: 'unknown-edition', path: 'to' })
  const confirmed = (code: string) => ({ tags: [], corroborations: [{ by: 'observer-7', on: today, tags: [code] }] })
  expect(refusalOf(confirmed('K3'))).toMatchObject({ code: 'bare-code', path: 'corroborations[0].tags[0]' })
  expect(refusalOf(confirmed('ukpsf-2011:K3'))).toMatchObject({
    code: 'confirmation-without-claim',
    path: 'corroborations[0].tags',
  })
})

test('refuses a record that does not lead along the crosswalk to its tag', () => {
  const { tags, moved } = accept(move(['ukpsf-2011:K3'], 'psf-2023'), ['psf-2023:K1'])
  const [{ tag, trail }] = moved as readonly [MovedTag]
  const step = trail[0] as MovedTag['trail'][number]
  const refusalOf = (record: unknown) => moveTags({ tags, moved: [record as MovedTag] }, 'ukpsf-2011').refusal
  const forged = (from: string, to: string = tag) => ({ tag, trail: [{ ...step, from, to }] })
  expect(refusalOf({ tag, trail })).toBeUndefined()
  expect(refusalOf({ tag, trail: [] })).toMatchObject({ code: 'broken-trail', path: 'moved[0].trail' })
  expect(refusalOf({ tag })).toMatchObject({ code: 'broken-trail' })
  expect(refusalOf(forged('ukpsf-2011:K1'))?.message).toContain('leads from ukpsf-2011:K1 to psf-2023:K1')
  expect(refusalOf(forged('ukpsf-2011:K3', 'psf-2023:K2'))?.message).toContain('ends at psf-2023:K2')
  expect(refusalOf(forged('psf-2023:K1'))?.code).toBe('broken-trail')
  expect(refusalOf(forged('nowhere'))?.code).toBe('broken-trail')
  expect(refusalOf({ tag: 'K1', trail })).toMatchObject({ code: 'bare-code', path: 'moved[0].tag' })
  const respelt = { tags, moved: [{ tag: 'PSF-2023:k1' as DimensionCode, trail }] }
  expect(move(respelt, 'ukpsf-2011').proposed).toMatchObject([{ kind: 'by-trail', to: 'ukpsf-2011:K3' }])
})

test('lets no proposal through as evidence, and accepted tags as evidence they are', () => {
  const evidence = {
    id: 'e1',
    on: '2022-03-02',
    tags: ['ukpsf-2011:V1', 'ukpsf-2011:K3'],
    corroborations: [{ by: 'observer-7', on: '2022-03-09', tags: ['ukpsf-2011:V1'] }],
  }
  const proposal = move(evidence, 'psf-2023')
  const claim = { descriptor: 'psf-2023:D1', on: today } as const
  // @ts-expect-error a proposal is no evidence
  expect(checkClaim({ ...claim, evidence: [proposal] }).refusal).toBeDefined()
  // @ts-expect-error what is proposed is no tag
  expect(checkClaim({ ...claim, evidence: [{ ...evidence, tags: proposal.proposed }] }).refusal).toBeDefined()
  expect(checkClaim({ ...claim, evidence: [evidence] }).refusal?.code).toBe('mixed-editions')
  const codes: readonly DimensionCode[] = ['psf-2023:V1', 'psf-2023:K1']
  const { value } = checkClaim({ ...claim, evidence: [{ ...evidence, ...accept(proposal, codes) }] })
  const covered = value?.coverage.dimensions.filter((entry) => entry.claimed.length > 0)
  expect(covered?.map((entry) => entry.dimension)).toEqual(codes)
  expect(covered?.flatMap((entry) => entry.confirmed)).toEqual([])
})
