import { expect, test } from 'vitest'
import { advanceStatement, type StatementStep } from '../../src/referee/advance-statement.ts'
import { inviteReferee, type RefereeStatement, standingStatements } from '../../src/referee/statement.ts'

const input = { claimId: 'c1', refereeId: 'rui', invitedOn: '2026-11-01', expiresOn: '2026-12-01' }
const invited = { ...input, state: 'invited' } as const
const take = (start: RefereeStatement, ...steps: StatementStep[]) =>
  steps.reduce<RefereeStatement>((statement, step) => {
    const { value, refusal } = advanceStatement(statement, step)
    if (!value) throw new TypeError(refusal.code)
    return value
  }, start)
const accept = { type: 'accept', on: '2026-11-02' } as const
const state = { type: 'state', on: '2026-11-09', version: 'aa', current: 'aa' } as const
const replace = { type: 'replace-version', on: '2026-11-20', current: 'bb' } as const

test('an invitation has names, days and a last day', () => {
  expect(inviteReferee(input).value).toEqual(invited)
  expect(inviteReferee({ ...input, expiresOn: '2026-11-01' }).value?.state).toBe('invited')
  expect(inviteReferee({ ...input, refereeId: '' }).refusal?.path).toBe('refereeId')
  expect(inviteReferee({ ...input, expiresOn: '2026-02-30' }).refusal?.path).toBe('expiresOn')
})

test('a statement for another version than the submitted one is refused', () => {
  const accepted = take(invited, accept)
  expect(advanceStatement(accepted, { ...state, current: 'bb' }).refusal?.code).toBe('wrong-version')
  expect(advanceStatement(accepted, { ...state, version: ' ' }).refusal?.path).toBe('version')
  expect(take(accepted, state)).toEqual({
    ...input,
    state: 'stated',
    acceptedOn: '2026-11-02',
    statedOn: '2026-11-09',
    version: 'aa',
  })
})

test('a statement is void when another version takes the place of its own, and can be given again', () => {
  const stated = take(invited, accept, state)
  expect(take(stated, { ...replace, current: 'aa' })).toEqual(stated)
  const gone = take(stated, replace)
  expect(gone).toMatchObject({ state: 'void', version: 'aa', replacedBy: 'bb', voidedOn: '2026-11-20' })
  expect(advanceStatement(gone, { ...state, on: '2026-11-21', current: 'bb' }).refusal?.code).toBe('wrong-version')
  expect(advanceStatement(gone, { ...state, on: '2026-11-19', version: 'bb', current: 'bb' }).refusal?.code).toBe(
    'date-before-last',
  )
  const again = take(gone, { ...state, on: '2026-11-21', version: 'bb', current: 'bb' })
  expect(again).toMatchObject({ state: 'stated', version: 'bb' })
  expect(again).not.toHaveProperty('voidedOn')
  expect(again).not.toHaveProperty('replacedBy')
})

test('a statement for another version does not stand even where nobody recorded the change', () => {
  const stated = take(invited, accept, state)
  expect(standingStatements([stated, invited, take(stated, replace)], 'aa')).toEqual([stated])
  expect(standingStatements([stated], 'bb')).toEqual([])
})

test('the last day is a day on which to answer, the next is not, until it is put off', () => {
  expect(take(invited, { ...accept, on: '2026-12-01' }).state).toBe('accepted')
  expect(advanceStatement(invited, { ...accept, on: '2026-12-02' }).refusal?.code).toBe('invitation-expired')
  const accepted = take(invited, accept)
  const late = { ...state, on: '2026-12-02' } as const
  expect(advanceStatement(accepted, late).refusal?.code).toBe('invitation-expired')
  const longer = { type: 'extend', on: '2026-12-02', expiresOn: '2026-12-31' } as const
  expect(take(accepted, longer, late).state).toBe('stated')
  expect(advanceStatement(accepted, { ...longer, expiresOn: '2026-12-01' }).refusal?.code).toBe('reversed-period')
  expect(take(invited, { type: 'decline', on: '2026-12-09' }).state).toBe('declined')
})

test('every step is open to some states only', () => {
  const stated = take(invited, accept, state)
  const states = [
    invited,
    take(invited, accept),
    take(invited, { type: 'decline', on: '2026-11-02' }),
    stated,
    take(stated, replace),
  ]
  const steps: StatementStep[] = [
    { ...accept, on: '2026-11-25' },
    { type: 'decline', on: '2026-11-25' },
    { ...state, on: '2026-11-25' },
    { ...replace, on: '2026-11-25' },
    { type: 'extend', on: '2026-11-25', expiresOn: '2027-01-01' },
  ]
  const open = states.map((each) => steps.filter((step) => advanceStatement(each, step).value).map((step) => step.type))
  expect(open).toEqual([
    ['accept', 'decline', 'replace-version', 'extend'],
    ['decline', 'state', 'replace-version', 'extend'],
    [],
    ['replace-version'],
    ['decline', 'state', 'replace-version', 'extend'],
  ])
  expect(advanceStatement(invited, { type: 'shout' } as unknown as StatementStep).refusal?.code).toBe('step-not-open')
  expect(advanceStatement(invited, { ...accept, on: '2026-10-31' }).refusal?.code).toBe('date-before-last')
})
