import { expect, test } from 'vitest'
import { issueBadge } from '../../src/credential/issue.ts'
import { verifyCredential } from '../../src/credential/verify-credential.ts'
import { badge, edKey, given, issuer, now, rsaKey, signedAt } from './sample.ts'

test.each([
  ['data-integrity', edKey],
  ['vc-jwt', rsaKey],
] as const)('a badge as %s is verified', async (form, key) => {
  const issued = given(await issueBadge(badge, key, signedAt))
  expect(issued.form).toBe(form)
  const found = await verifyCredential(issued.text, { issuers: [issuer], at: now })
  expect(found).toMatchObject({ status: 'verified', form, keyId: key.id, signedAt: '2026-07-01T09:30:00.000Z' })
})
