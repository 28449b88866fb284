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
