/// <reference types="node" />
import { spawnSync } from 'node:child_process'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { bundledContexts } from '../../src/credential/engine/contexts.ts'
import { issueBadge, issueStatusList } from '../../src/credential/issue.ts'
import type { SigningKey } from '../../src/credential/signing-key.ts'
import { statusListOf } from '../../src/credential/status-list.ts'
import { badge, edKey, given, issuer, listId, oldKey, onList, rsaKey, signedAt } from './sample.ts'
import { examplesContext, w3cKey, w3cVector } from './w3c-vector.ts'

// Debian's own Python, as python3-pyld and python3-cryptography install for it alone.
const python = '/usr/bin/python3'
const hasPyld = spawnSync(python, ['-c', 'import pyld, cryptography']).status === 0
const script = fileURLToPath(new URL('verify.py', import.meta.url))

interface Item {
  readonly text: string
  readonly key: string | object
}

function verdicts(items: readonly Item[]): readonly boolean[] {
  const contexts = Object.fromEntries([
    ...bundledContexts,
    ['https://www.w3.org/ns/credentials/examples/v2', examplesContext],
  ])
  const input = JSON.stringify({ contexts, items })
  const { stdout, stderr, status } = spawnSync(python, [script], { input, encoding: 'utf8', maxBuffer: 10_000_000 })
  expect(status, stderr).toBe(0)
  return JSON.parse(stdout)
}

const keyOf = ({ publicKey }: SigningKey): string | object =>
  publicKey.algorithm === 'Ed25519' ? publicKey.publicKeyMultibase : publicKey.publicKeyJwk

test.runIf(env.CI === 'true')('has PyLD and cryptography where nothing may be skipped', () => {
  expect(hasPyld).toBe(true)
})

describe.skipIf(!hasPyld)(
  'verified in Python (skipped where Debian’s python3-pyld or python3-cryptography is absent)',
  () => {
    test('its verifier accepts the vector of W3C, and not with another key', () => {
      const text = JSON.stringify(w3cVector)
      expect(
        verdicts([
          { text, key: w3cKey },
          { text, key: keyOf(edKey) },
        ]),
      ).toEqual([true, false])
    })

    test('badges of every kind and a status list are what their key signed, and tampered ones are not', {
      timeout: 120_000,
    }, async () => {
      const twoStatuses = {
        ...onList,
        statuses: [...(onList.statuses ?? []), { list: listId, index: 3, purpose: 'suspension' as const }],
      }
      const nasty = {
        ...badge,
        achievement: { ...badge.achievement, description: 'a"b\\c\n\té e\u0301 \u{1f600} \u2028 <b> 0' },
      }
      const { identities: _, ...noIdentity } = badge.recipient
      const { validUntil: __, evidence: ___, ...plain } = badge
      const badges = [badge, onList, twoStatuses, nasty, { ...badge, recipient: noIdentity }, plain]
      const items: Item[] = []
      for (const each of badges)
        for (const key of [edKey, rsaKey])
          items.push({ text: given(await issueBadge(each, key, signedAt)).text, key: keyOf(key) })
      const status = {
        id: listId,
        issuer,
        purpose: 'revocation',
        list: given(statusListOf([1, 94_567])),
        validFrom: signedAt,
      } as const
      items.push({ text: given(await issueStatusList(status, edKey, signedAt)).text, key: keyOf(edKey) })
      expect(verdicts(items)).toEqual(items.map(() => true))
      const tampered = items.map(({ text, key }): Item => {
        if (text.startsWith('{')) return { text: text.replace(/"validFrom":"2026/, '"validFrom":"2025'), key }
        const [head, body = '', signature] = text.split('.')
        const changed = Buffer.from(body, 'base64url').toString().replace('"validFrom":"2026', '"validFrom":"2025')
        return { text: [head, Buffer.from(changed).toString('base64url'), signature].join('.'), key }
      })
      expect(verdicts(tampered)).toEqual(items.map(() => false))
      expect(
        verdicts(items.map(({ text, key }) => ({ text, key: typeof key === 'string' ? keyOf(oldKey) : key }))).filter(
          (_, index) => index % 2 === 0,
        ),
      ).toEqual(Array.from({ length: 7 }, () => false))
    })
  },
)
