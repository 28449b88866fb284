import { describe, expect, test } from 'vitest'
import { type AchievementWords, achievementOf } from '../../src/credential/achievement.ts'
import type { Badge } from '../../src/credential/badge.ts'
import { credentialOf } from '../../src/credential/badge.ts'
import type { JsonObject } from '../../src/credential/engine/json.ts'
import { issueBadge, issueStatusList } from '../../src/credential/issue.ts'
import type { StatusListCredential } from '../../src/credential/status-credential.ts'
import { statusListOf } from '../../src/credential/status-list.ts'
import { theoryAndPractice } from '../../src/index.ts'
import {
  achievement,
  badge,
  edKey,
  given,
  issuer,
  issuerId,
  listId,
  oldKey,
  onList,
  rsaKey,
  signedAt,
  strangeKey,
} from './sample.ts'

const [version] = theoryAndPractice.versions
const words: AchievementWords = { id: 'urn:uuid:6f1f2f3a-3c4b-4c5d-8e6f-7a8b9c0d1e2f', description: 'Mentoring.' }
const alignment = {
  targetName: 'SD3',
  targetUrl: 'https://f.example/1',
  targetFramework: 'UKPSF',
  targetCode: 'SD3',
  targetType: 'CFItem',
} as const

describe('an achievement', () => {
  test('has the name and version of the scheme, and lists the outcomes that are known', () => {
    const { criteria, ...rest } = given(achievementOf(theoryAndPractice, version, words))
    expect(rest).toEqual({
      ...words,
      type: ['Achievement'],
      achievementType: 'Award',
      name: theoryAndPractice.title,
      version: '1',
    })
    expect(criteria.narrative?.split('\n')).toHaveLength(6)
    expect(criteria.narrative).toContain('- Names own development goals (seda-core:1)')
  })

  test('takes criteria and alignments as they are given', () => {
    const full = {
      ...words,
      criteriaUrl: 'https://university.example/criteria',
      achievementType: 'ext:Mentoring',
      alignments: [alignment],
    }
    expect(given(achievementOf(theoryAndPractice, version, full))).toMatchObject({
      criteria: { id: 'https://university.example/criteria' },
      achievementType: 'ext:Mentoring',
      alignment: [{ type: ['Alignment'], ...alignment }],
    })
  })

  test.each([
    ['id', { id: 'mentoring' }, 'not-an-address'],
    ['description', { description: ' ' }, 'blank-text'],
    ['criteria', { criteria: '' }, 'blank-text'],
    ['criteriaUrl', { criteriaUrl: 'ftp://x' }, 'not-an-address'],
    ['achievementType', { achievementType: 'Prize' }, 'unknown-value'],
    ['language', { language: 'English' }, 'unknown-value'],
    ['imageUrl', { imageUrl: 'data:image/png;base64,' }, 'not-an-address'],
    ['alignments[0].targetUrl', { alignments: [{ ...alignment, targetUrl: 'SD3' }] }, 'not-an-address'],
    ['alignments[0].targetCode', { alignments: [{ ...alignment, targetCode: '' }] }, 'blank-text'],
    ['alignments[0].targetType', { alignments: [{ ...alignment, targetType: 'CTDL' as 'CFItem' }] }, 'unknown-value'],
  ])('with a faulty %s is refused', (path, change, code) => {
    expect(achievementOf(theoryAndPractice, version, { ...words, ...change }).refusal).toMatchObject({ code, path })
  })

  test('of which nobody says how it is earned is refused', () => {
    expect(achievementOf(theoryAndPractice, { ...version, outcomes: [] }, words).refusal?.code).toBe('criteria-missing')
  })
})

describe('a badge', () => {
  test.each([
    ['id', { id: 'badge 1' }, 'not-an-address'],
    ['recipient', { recipient: {} }, 'recipient-missing'],
    ['recipient', { recipient: { identities: [] } }, 'recipient-missing'],
    ['recipient.id', { recipient: { id: 'ada' } }, 'not-an-address'],
    ['validFrom', { validFrom: '2026-07-01' }, 'not-an-instant'],
    ['validFrom', { validFrom: '2026-02-30T00:00:00Z' }, 'not-an-instant'],
    ['validUntil', { validUntil: '2026-07-01T00:00:00' }, 'not-an-instant'],
    ['validUntil', { validUntil: '2026-07-01T00:00:00Z' }, 'period-backwards'],
    ['awardedAt', { awardedAt: 'July' }, 'not-an-instant'],
    ['evidence[0].id', { evidence: [{ id: 'my portfolio' }] }, 'not-an-address'],
    ['statuses[0].list', { statuses: [{ list: 'urn:x:y', index: 1, purpose: 'revocation' }] }, 'not-an-address'],
    ['statuses[0].index', { statuses: [{ list: listId, index: -1, purpose: 'revocation' }] }, 'index-outside-list'],
    ['achievement.name', { achievement: { ...achievement, name: '' } }, 'blank-text'],
    [
      'credentialSubject.achievement.description',
      { achievement: { ...achievement, description: 'half \ud800' } },
      'unsignable-value',
    ],
    [
      'credentialSubject.achievement.description',
      { achievement: { ...achievement, description: 'bell \u0007' } },
      'unsignable-value',
    ],
    ['evidence', { evidence: [{ id: 'urn:x:y' }, { id: 'urn:x:y' }] }, 'unsignable-value'],
  ] as readonly (readonly [string, Partial<Badge>, string])[])(
    'with a faulty %s is refused',
    async (path, change, code) => {
      expect((await issueBadge({ ...badge, ...change }, edKey, signedAt)).refusal).toMatchObject({ code, path })
    },
  )

  test('as a token needs an id of its recipient', async () => {
    const { id: _, ...recipient } = badge.recipient
    expect((await issueBadge({ ...badge, recipient }, rsaKey, signedAt)).refusal?.code).toBe('subject-id-missing')
    expect((await issueBadge({ ...badge, recipient }, edKey, signedAt)).value?.form).toBe('data-integrity')
  })

  test.each([
    ['that is not the issuer’s', { ...edKey, id: `${issuerId}#none` }, 'key-foreign'],
    ['that is published with another public part', strangeKey, 'key-mismatch'],
    ['of another kind', { ...rsaKey, id: edKey.id }, 'key-mismatch'],
    ['that was put aside', oldKey, 'key-not-in-force'],
  ])('with a key %s is refused', async (_, key, code) => {
    expect((await issueBadge(badge, key, signedAt)).refusal?.code).toBe(code)
  })

  test('signed at no moment, or before its key signs, is refused', async () => {
    expect((await issueBadge(badge, edKey, 'now')).refusal?.code).toBe('not-an-instant')
    expect((await issueBadge(badge, edKey, '2025-12-31T23:59:59Z')).refusal?.code).toBe('key-not-in-force')
  })

  test('is signed by whoever holds the secret, such as a vault', async () => {
    const asked: Uint8Array[] = []
    const sign = (bytes: Uint8Array) => {
      asked.push(bytes)
      return edKey.sign(bytes)
    }
    const vault = { ...edKey, sign }
    expect(await issueBadge(badge, vault, signedAt)).toEqual(await issueBadge(badge, edKey, signedAt))
    expect(asked.map(({ length }) => length)).toEqual([64])
  })
})

test.each([
  ['id', { id: 'http://university.example/1' }, 'not-an-address'],
  ['purpose', { purpose: 'message' as 'revocation' }, 'unknown-value'],
  ['validFrom', { validFrom: 'now' }, 'not-an-instant'],
  ['validUntil', { validUntil: signedAt }, 'period-backwards'],
])('a list with a faulty %s is refused', async (path, change, code) => {
  const status: StatusListCredential = {
    id: listId,
    issuer,
    purpose: 'revocation',
    list: given(statusListOf([])),
    validFrom: signedAt,
  }
  expect((await issueStatusList({ ...status, ...change }, edKey, signedAt)).refusal).toMatchObject({ code, path })
})

/**
 * What the data model of Open Badges 3.0 (appendix B.1) says of each class we write: keys that must be there, and all that may. A
 * star stands for a list.
 */
const classes: Readonly<Record<string, { readonly must: readonly string[]; readonly may: readonly string[] }>> = {
  OpenBadgeCredential: {
    must: ['@context*', 'id', 'type*', 'name', 'credentialSubject', 'issuer', 'validFrom'],
    may: [
      'description',
      'image',
      'awardedDate',
      'validUntil',
      'evidence*',
      'proof*',
      'credentialStatus',
      'credentialSchema*',
    ],
  },
  Profile: { must: ['id', 'type*'], may: ['name', 'url', 'description', 'image', 'email'] },
  AchievementSubject: { must: ['type*', 'achievement'], may: ['id', 'identifier*'] },
  IdentityObject: { must: ['type', 'hashed', 'identityHash', 'identityType'], may: ['salt'] },
  Achievement: {
    must: ['id', 'type*', 'criteria', 'description', 'name'],
    may: ['achievementType', 'alignment*', 'creator', 'image', 'inLanguage', 'version'],
  },
  Image: { must: ['id', 'type'], may: ['caption'] },
  Alignment: {
    must: ['type*', 'targetName', 'targetUrl'],
    may: ['targetCode', 'targetDescription', 'targetFramework', 'targetType'],
  },
  Evidence: { must: ['type*'], may: ['id', 'name', 'narrative', 'description', 'genre', 'audience'] },
  DataIntegrityProof: {
    must: ['type', 'cryptosuite', 'created', 'verificationMethod', 'proofPurpose', 'proofValue'],
    may: [],
  },
  BitstringStatusListEntry: { must: ['type', 'statusPurpose', 'statusListIndex', 'statusListCredential'], may: ['id'] },
}

function* objectsIn(value: unknown): Generator<JsonObject> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as JsonObject
  for (const member of Object.values(value)) yield* objectsIn(member)
}

test('a badge keeps to the classes of Open Badges 3.0: keys, and what is a list', async () => {
  const { credential } = given(await issueBadge(onList, edKey, signedAt))
  const seen = new Set<string>()
  for (const object of objectsIn(credential)) {
    if (object.type === undefined) {
      expect(object).toEqual(achievement.criteria)
      continue
    }
    const type = [object.type].flat().at(-1) as string
    const rule = classes[type] ?? { must: [], may: [] }
    seen.add(type)
    const keys = Object.entries(object).map(([key, value]) => `${key}${Array.isArray(value) ? '*' : ''}`)
    expect(keys).toEqual(expect.arrayContaining([...rule.must]))
    expect([...rule.must, ...rule.may]).toEqual(expect.arrayContaining(keys))
  }
  expect([...seen].sort()).toEqual(Object.keys(classes).sort())
})

test('several statuses stand in a list, as the data model of W3C has them', () => {
  const statuses = [...(onList.statuses ?? []), { list: listId, index: 1, purpose: 'suspension' as const }]
  expect(given(credentialOf({ ...badge, statuses })).credentialStatus).toHaveLength(2)
})
