import { actionResearch } from '@mentoring-commons/action-research'
import { specification } from '@mentoring-commons/action-research/testing'
import { test } from 'vitest'
import { acting, claim, heard, meeting, noneFound, notes, play, reflected } from '../history.ts'

const { given } = specification(actionResearch())
const validate = { type: 'ValidateClaim', claim: 'm1', on: '2026-04-10' } as const

test('a claim cites evidence', () => {
  given(acting)
    .when(claim)
    .then({ ...claim, type: 'ClaimMade', eventVersion: 2, standards: [] })
  given(acting)
    .when({ ...claim, cites: [] })
    .thenRefused('empty-list', 'cites')
  given(acting)
    .when({ ...claim, cites: [{ evidence: 'e9', quoted: false }] })
    .thenRefused('not-found', 'e1, e2')
  given(acting)
    .when({ ...claim, cites: [claim.cites[0], claim.cites[0]] })
    .thenRefused('duplicate-id', 'cites[1]')
})

test('a claim is made no earlier than the evidence it cites', () => {
  given(acting)
    .when({ ...claim, on: '2026-03-01' })
    .thenRefused('dates-reversed', 'on is 2026-03-01, before evidence "e2" on 2026-03-02')
})

test('a claim uses evidence only within consent: for its audience, and quoted only where quoting is allowed', () => {
  given(acting)
    .when({ ...claim, audience: 'public' })
    .thenRefused('outside-consent', 'lacks consent to publish')
  const quoting = { ...claim, cites: [{ evidence: 'e1', quoted: true }] } as const
  given(acting)
    .when(quoting)
    .then({ ...quoting, type: 'ClaimMade', eventVersion: 2, standards: [] })
  const unquoted = play(acting, { type: 'WithdrawConsent', consent: 'k1', scopes: ['quote'], on: '2026-03-09' })
  given(unquoted).when(quoting).thenRefused('outside-consent', 'quote')
  given(unquoted)
    .when(claim)
    .then({ ...claim, type: 'ClaimMade', eventVersion: 2, standards: [] })
})

test('a claim is validated with varied evidence, a search against it, and a meeting with a non-author', () => {
  given(heard)
    .when(validate)
    .then({ ...validate, type: 'ClaimValidated', cites: claim.cites })
})

test('one item of evidence is too thin, and so are two of the same kind from the same source', () => {
  const one = { ...claim, cites: [claim.cites[0]] } as const
  given(play(acting, one, noneFound, meeting))
    .when(validate)
    .thenRefused('evidence-too-thin', 'rests on e1')
  const twin = { ...notes, evidence: 'e3', on: '2026-03-20' } as const
  const cites = ['e2', 'e3'].map((evidence) => ({ evidence, quoted: false }))
  given(play(acting, twin, { ...claim, cites }, noneFound, meeting))
    .when(validate)
    .thenRefused('evidence-too-thin')
})

test('two items that differ in kind only, or in source only, are enough', () => {
  for (const difference of [{ kind: 'document' }, { source: 'ben' }] as const) {
    const other = { ...notes, evidence: 'e3', ...difference } as const
    const cites = ['e2', 'e3'].map((evidence) => ({ evidence, quoted: false }))
    given(play(acting, other, { ...claim, cites }, noneFound, meeting))
      .when(validate)
      .then({ ...validate, type: 'ClaimValidated', cites })
  }
})

test('a claim against which nobody has looked is not validated', () => {
  given(play(acting, claim, meeting))
    .when(validate)
    .thenRefused('disconfirming-missing')
})

test('what was looked for is evidence found, or nothing found and where', () => {
  const claimed = play(acting, claim)
  const found = { ...noneFound, finding: { kind: 'found', evidence: 'e2' } } as const
  given(claimed)
    .when(found)
    .then({ ...found, type: 'DisconfirmingAdded' })
  given(claimed)
    .when(noneFound)
    .then({ ...noneFound, type: 'DisconfirmingAdded' })
  given(claimed)
    .when({ ...noneFound, finding: { kind: 'none-found', where: '' } })
    .thenRefused('blank-text', 'finding.where')
  given(claimed)
    .when({ ...noneFound, finding: { kind: 'found', evidence: 'e9' } })
    .thenRefused('not-found')
  given(claimed)
    .when({ ...noneFound, on: '2026-03-31' })
    .thenRefused('dates-reversed')
  const publishable = { ...claim, audience: 'public', cites: [{ evidence: 'e2', quoted: false }] } as const
  given(play(acting, publishable))
    .when({ ...noneFound, finding: { kind: 'found', evidence: 'e1' } })
    .thenRefused('outside-consent', 'publish')
})

test('a claim that no meeting heard is not validated', () => {
  given(play(acting, claim, noneFound))
    .when(validate)
    .thenRefused('meeting-missing', 'non-author')
  const other = { ...claim, claim: 'm2' } as const
  given(play(acting, claim, other, noneFound, { ...meeting, claims: ['m2'] }))
    .when(validate)
    .thenRefused('meeting-missing')
})

test('a validation meeting has a non-author in it', () => {
  const claimed = play(acting, claim)
  given(claimed)
    .when(meeting)
    .then({ ...meeting, type: 'ValidationMeetingHeld' })
  given(claimed)
    .when({ ...meeting, attendees: ['ana'] })
    .thenRefused('outsider-missing', 'ana')
  given(claimed)
    .when({ ...meeting, attendees: [] })
    .thenRefused('empty-list', 'attendees')
  given(claimed)
    .when({ ...meeting, claims: ['m1', 'm1'] })
    .thenRefused('duplicate-id')
  given(claimed)
    .when({ ...meeting, claims: ['m9'] })
    .thenRefused('not-found', 'm9')
  given(claimed)
    .when({ ...meeting, on: '2026-03-31' })
    .thenRefused('dates-reversed', 'was made')
  given(claimed)
    .when({ ...meeting, challenges: [{ challenge: 'Why?', response: '' }] })
    .thenRefused('blank-text', 'challenges[0].response')
})

test('a meeting of authors only, in an older history, validates nothing', () => {
  const { type: _, ...data } = { ...meeting, attendees: ['ana'] }
  given(play(acting, claim, noneFound), { ...data, type: 'ValidationMeetingHeld' })
    .when(validate)
    .thenRefused('meeting-missing')
})

test('a claim is validated no earlier than it was heard, and once', () => {
  given(heard)
    .when({ ...validate, on: '2026-04-09' })
    .thenRefused('dates-reversed', '2026-04-10')
  given(reflected).when(validate).thenRefused('already-validated')
  given(heard)
    .when({ ...validate, claim: 'm9' })
    .thenRefused('not-found')
})

test('evidence found against a validated claim sends it back to be heard again', () => {
  const found = { ...noneFound, on: '2026-04-20', finding: { kind: 'found', evidence: 'e2' } } as const
  const flag = { type: 'ClaimFlagged', claim: 'm1', on: '2026-04-20', because: 'disconfirmed' } as const
  given(reflected)
    .when(found)
    .then({ ...found, type: 'DisconfirmingAdded' }, flag)
  const again = { ...validate, on: '2026-05-10' } as const
  given(play(reflected, found)).when(again).thenRefused('meeting-missing', 'since it was flagged on 2026-04-20')
  given(play(reflected, found, { ...meeting, meeting: 'v2', on: '2026-05-10' }))
    .when(again)
    .then({ ...again, type: 'ClaimValidated', cites: claim.cites })
})

test('a meeting from before the claim was flagged, recorded late, does not let it stand again', () => {
  const found = { ...noneFound, on: '2026-04-20', finding: { kind: 'found', evidence: 'e2' } } as const
  given(play(reflected, found, { ...meeting, meeting: 'v2', on: '2026-04-19' }))
    .when({ ...validate, on: '2026-05-10' })
    .thenRefused('meeting-missing', 'since it was flagged')
})
