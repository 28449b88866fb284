import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter } from '../../src/days.ts'
import {
  type AgreementTerms,
  type AgreementVersion,
  advance,
  agreementInForce,
  agreementSeenByProgramme,
  draftAgreement,
  outstanding,
  parseStored,
  type RelationshipStep,
  signAgreement,
} from '../../src/index.ts'
import { casts, codeOf, lenient, made, proposedDyad } from '../demo.ts'
import { active, begun, draft, forming, steps, terms, topicSet } from '../life.ts'

const drafted = (change: object, relationship = forming) =>
  codeOf(draftAgreement(relationship, [], { ...terms, ...change } as AgreementTerms, '2026-01-12', topicSet))
const ada = { personId: 'ada', on: '2026-01-13' }
const mia = { personId: 'mia', on: '2026-01-15' }
const signed: AgreementVersion = { ...draft, signatures: [ada, mia] }

test('a version is in force from the day of its last signature, and an unsigned next one changes nothing', () => {
  const first = made(draftAgreement(forming, [], terms, '2026-01-12', topicSet))
  expect(first).toEqual(draft)
  expect(parseStored('agreement', JSON.parse(JSON.stringify(first)))).toEqual({ value: first })
  const half = made(signAgreement(forming, [first], 1, ada))
  const whole = made(signAgreement(forming, [half], 1, mia))
  expect(agreementInForce(forming, [half], '2026-12-31')).toBeUndefined()
  expect(agreementInForce(forming, [whole], '2026-01-14')).toBeUndefined()
  expect(agreementInForce(forming, [whole], '2026-01-15')?.version).toBe(1)
  const next = made(draftAgreement(active, [whole], { ...terms, endsOn: '2028-01-31' }, '2027-01-10', topicSet))
  expect(next).toMatchObject({ version: 2, signatures: [] })
  const nextHalf = made(signAgreement(active, [whole, next], 2, { personId: 'mia', on: '2027-01-11' }))
  expect(agreementInForce(active, [whole, nextHalf], '2027-01-12')?.version).toBe(1)
  const nextWhole = made(signAgreement(active, [whole, nextHalf], 2, { personId: 'ada', on: '2027-01-12' }))
  expect(agreementInForce(active, [nextWhole, whole], '2027-01-12')?.version).toBe(2)
  expect(agreementInForce(active, [nextWhole, whole], '2027-01-11')?.version).toBe(1)
})

test('in every kind an agreement needs each person once, and holds against every order and subset of signatures', () => {
  for (const { kind, participants } of casts) {
    const people = [...new Set(participants.map((one) => one.personId))]
    const relationship = begun('r1', lenient, participants, kind)
    fc.assert(
      fc.property(fc.subarray(people), fc.nat(9), (signers, day) => {
        const signatures = signers.map((personId, index) => ({ personId, on: `2026-01-2${index}` }))
        const on = `2026-01-2${day}`
        const all = people.every((who) => signatures.some((one) => one.personId === who && one.on <= on))
        expect(agreementInForce(relationship, [{ ...draft, signatures }], on) !== undefined).toBe(all)
      }),
    )
  }
})

test('only the latest version is signed, once by each participant, and no day goes back', () => {
  const second = { ...draft, version: 2, draftedOn: '2026-01-20' }
  const sign = (version: number, signature = ada, versions = [signed, second]) =>
    codeOf(signAgreement(forming, versions, version, signature))
  expect(sign(1)).toBe('agreement-superseded')
  expect(sign(3)).toBe('agreement-superseded')
  expect(sign(1, ada, [])).toBe('agreement-superseded')
  expect(sign(2)).toBe('date-goes-back')
  expect(sign(2, { personId: 'zoe', on: '2026-01-21' })).toBe('not-a-participant')
  expect(sign(1, { ...ada, on: '2026-01-21' }, [signed])).toBe('already-done')
  expect(sign(2, { ...ada, on: 'soon' })).toBe('date-not-iso')
  expect(codeOf(draftAgreement(forming, [signed], terms, '2026-01-14', topicSet))).toBe('date-goes-back')
})

const agreed = { agreementRequired: true, briefingRequiredFor: [] }

test('a relationship becomes active only when everybody has signed one and the same version', () => {
  const sign = (by: string, on: string, version?: number) =>
    ({ type: 'sign-agreement', by, on, version }) as RelationshipStep
  const apart = steps(forming, agreed, sign('mia', '2026-01-13', 1), sign('ada', '2026-01-14', 2))
  expect(apart.status).toBe('forming')
  expect(outstanding(apart, agreed).signatures).toEqual(['mia'])
  expect(parseStored('relationship', JSON.parse(JSON.stringify(apart)))).toEqual({ value: apart })
  expect(codeOf(advance(apart, sign('mia', '2026-01-15', 1), agreed))).toBe('agreement-superseded')
  expect(codeOf(advance(apart, sign('ada', '2026-01-15', 2), agreed))).toBe('already-done')
  expect(codeOf(advance(apart, sign('mia', '2026-01-15'), agreed))).toBe('agreement-superseded')
  for (const version of [0, 1.5, Number.NaN])
    expect(codeOf(advance(apart, sign('mia', '2026-01-15', version), agreed))).toBe('not-the-shape')
  expect(steps(apart, agreed, sign('mia', '2026-01-15', 2))).toMatchObject({
    status: 'active',
    startedOn: '2026-01-15',
  })
  const elsewhere = steps(
    forming,
    agreed,
    { type: 'sign-agreement', by: 'mia', on: '2026-01-13' },
    sign('ada', '2026-01-14', 1),
  )
  expect(elsewhere.status).toBe('forming')
})

test('a relationship is active just when one version of its agreement is in force', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ by: fc.constantFrom('ada', 'mia'), redraft: fc.boolean() })), (turns) => {
      let now = forming
      let versions: AgreementVersion[] = []
      for (const [at, { by, redraft }] of turns.entries()) {
        const on = daysAfter('2026-01-12', at)
        if (now.status !== 'forming') break
        if (redraft || versions.length === 0)
          versions = [...versions, made(draftAgreement(now, versions, terms, on, topicSet))]
        const { version } = versions.at(-1) as AgreementVersion
        const half = signAgreement(now, versions, version, { personId: by, on })
        if ('refusal' in half) continue
        versions = [...versions.slice(0, -1), half.value]
        now = steps(now, agreed, { type: 'sign-agreement', by, on, version })
        expect(now.status === 'active').toBe(agreementInForce(now, versions, on) !== undefined)
      }
    }),
  )
})

test('nothing is agreed before everybody has accepted or after it is over', () => {
  const over = steps(active, lenient, { type: 'end', by: 'ada', on: '2026-02-01' })
  for (const relationship of [proposedDyad(), over]) {
    expect(drafted({}, relationship)).toBe('step-not-allowed')
    expect(codeOf(signAgreement(relationship, [draft], 1, ada))).toBe('step-not-allowed')
  }
  const paused = steps(active, lenient, { type: 'pause', on: '2026-02-01', reason: 'other' })
  expect(drafted({}, paused)).toBeUndefined()
})

test.each<[string, string, object]>([
  ['an end before the start', 'terms-not-usable', { endsOn: '2026-01-31' }],
  ['a topic that is not listed', 'topic-not-listed', { topicsIn: ['money'] }],
  ['a topic that is in and out', 'topic-twice', { topicsOut: ['career'] }],
  ['no exception for harm', 'terms-not-usable', { confidentialityExceptions: ['legal-duty', 'safeguarding'] }],
  ['no exception for law', 'terms-not-usable', { confidentialityExceptions: ['risk-of-harm', 'safeguarding'] }],
  [
    'an exception twice',
    'terms-not-usable',
    { confidentialityExceptions: ['risk-of-harm', 'legal-duty', 'legal-duty'] },
  ],
  ['an ending that finds a fault', 'not-the-shape', { noFaultEnding: false }],
  ['a mode twice', 'terms-not-usable', { meetings: { ...terms.meetings, modes: ['online', 'online'] } }],
  ['no mode', 'not-the-shape', { meetings: { ...terms.meetings, modes: [] } }],
  ['an answer where there is no contact', 'terms-not-usable', { contact: { allowed: false, answerWithinDays: 3 } }],
  ['a sentence for a topic', 'not-the-shape', { topicsIn: ['what we said'] }],
  ['a field for what was said', 'content-is-never-kept', { notes: 'x' }],
  ['a reward', 'never-measured', { meetings: { ...terms.meetings, promotionAdvice: 'x' } }],
])('%s is refused', (_, code, change) => {
  expect(drafted({})).toBeUndefined()
  expect(drafted(change)).toBe(code)
})

test('the copy of the programme has no topics, and the original keeps them', () => {
  const copy = agreementSeenByProgramme(signed)
  expect(JSON.stringify(copy)).not.toMatch(/career|private-life|topics/)
  expect(copy.terms.confidentialityExceptions).toEqual(terms.confidentialityExceptions)
  expect(signed.terms.topicsIn).toEqual(['career'])
  // @ts-expect-error the programme does not see topics
  expect(copy.terms.topicsIn).toBeUndefined()
})
