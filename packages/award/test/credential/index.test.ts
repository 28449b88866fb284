import * as credential from '@mentoring-commons/award/credential'
import { expect, test } from 'vitest'

test('the exported names are these', () => {
  expect(Object.keys(credential).sort()).toEqual([
    'achievementOf',
    'achievementTypes',
    'drawStatusIndex',
    'hasStatus',
    'hashedIdentity',
    'isIdentityOf',
    'issueBadge',
    'issueStatusList',
    'issuerProfile',
    'listLengthMax',
    'listLengthMin',
    'parseIssuer',
    'parseIssuerProfile',
    'parseSigningKey',
    'statusListOf',
    'statusPurposes',
    'verifyCredential',
    'withStatus',
  ])
})

test('types keep the two answers apart, and alignments to items of CASE', () => {
  const reading = (found: credential.Verification) => {
    // @ts-expect-error A badge that was refused says nothing.
    const unasked = found.badge
    return found.status === 'verified' ? found.badge : (found.reasons[0] ?? unasked)
  }
  const reasons = [{ code: 'tampered', message: 'Changed.' }] as const
  expect(reading({ status: 'refused', reasons })).toBe(reasons[0])
  const target = { targetName: 'x', targetUrl: 'urn:x:y', targetFramework: 'x', targetCode: 'x' }
  // @ts-expect-error Another kind of target.
  const other: credential.CaseAlignment = { ...target, targetType: 'CTDL' }
  expect(other.targetType).toBe('CTDL')
})
