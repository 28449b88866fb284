// @ts-expect-error The package has no types.
import { contexts as otherContexts } from '@digitalbazaar/credentials-context'
import { expect, test } from 'vitest'
import { isProven } from '../../src/credential/data-integrity.ts'
import { bundledContexts, credentialsV2 } from '../../src/credential/engine/contexts.ts'
import type { JsonObject } from '../../src/credential/engine/json.ts'
import { statementsOf } from '../../src/credential/engine/statements.ts'
import { examplesContext, w3cKey, w3cVector } from './w3c-vector.ts'

const contexts = new Map<string, JsonObject>([
  ...bundledContexts,
  ['https://www.w3.org/ns/credentials/examples/v2', examplesContext],
])
const { proof, ...document } = w3cVector

test('the test vector of W3C is proven', async () => {
  expect(await isProven(document, proof, w3cKey, contexts)).toBe(true)
})

test.each([
  ['another name', { ...document, name: 'Alumni credential' }, proof],
  ['another moment of signing', document, { ...proof, created: '2023-02-24T23:36:39Z' }],
  ['another purpose', document, { ...proof, proofPurpose: 'authentication' }],
  ['another last letter', document, { ...proof, proofValue: proof.proofValue.replace(/9$/, '8') }],
  ['no signature', document, { ...proof, proofValue: 'z' }],
])('with %s it is not', async (_, changed, changedProof) => {
  expect(await isProven(changed, changedProof, w3cKey, contexts)).toBe(false)
})

test('with the key of somebody else it is not', async () => {
  expect(await isProven(document, proof, 'z6MktULudTtAsAhRegYPiZ6631RV3viv12qd4GQF8z1xB22S', contexts)).toBe(false)
})

test('two packages that ship the context of W3C ship the same', () => {
  expect(bundledContexts.get(credentialsV2)).toEqual(otherContexts.get(credentialsV2))
})

test('a context that is not bundled is not looked up', async () => {
  await expect(statementsOf(document)).rejects.toThrow(
    '"https://www.w3.org/ns/credentials/examples/v2" is not looked up',
  )
})

test('a number as a text, and a truth as a text, state nothing, though RDF would read them alike', async () => {
  const subject = (value: JsonObject) => ({
    '@context': [...bundledContexts.keys()],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    credentialSubject: { type: ['AchievementSubject'], ...value },
  })
  const identity = { type: 'IdentityObject', identityHash: 'x', identityType: 'name' }
  expect(await statementsOf(subject({ creditsEarned: 36.5 }))).toContain('"3.65E1"')
  await expect(statementsOf(subject({ creditsEarned: '3.65E1' }))).rejects.toThrow('is no number')
  expect(await statementsOf(subject({ identifier: { ...identity, hashed: true } }))).toContain('"true"')
  await expect(statementsOf(subject({ identifier: { ...identity, hashed: 'true' } }))).rejects.toThrow('is no boolean')
})

test.each([
  ['a term of no context', { wages: 'high' }],
  ['an address that is none', { id: 'not an address' }],
  ['an address that would break out of its brackets', { id: 'urn:a> <urn:b> <urn:c' }],
])('%s states nothing', async (_, extra) => {
  const plain = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'] }
  await expect(statementsOf({ ...plain, ...extra })).rejects.toThrow()
})
