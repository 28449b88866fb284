import { createHash, generateKeyPairSync } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/db/database.ts'
import { sqlStateOf } from '../../src/db/errors.ts'
import { resultPage } from '../../src/modules/award/credential/page.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { type Award, awardIn, candidacyIn } from '../harness/awards.ts'
import { type Asker, testGateway } from '../harness/gateway.ts'

const secret = (pair: { readonly privateKey: { export(options: { format: 'jwk' }): object } }) =>
  pair.privateKey.export({ format: 'jwk' })
const ed25519 = secret(generateKeyPairSync('ed25519'))
const old = secret(generateKeyPairSync('ed25519')) as Record<string, unknown>
const rsa = secret(generateKeyPairSync('rsa', { modulusLength: 2048 }))
const { d: _, ...oldPublic } = old
const base = 'https://gateway.example'
const north = institutionIdOf('north')

let gateway: Awaited<ReturnType<typeof testGateway>>
let award: Award
let way: Awaited<ReturnType<typeof candidacyIn>>
let badge: { key: string; json: string; jwt: string; verifyPath: string; downloads: string[] }

const issue = `mutation ($id: ID!, $email: String!, $key: String) { issueCredential(candidacy: $id, email: $email, idempotencyKey: $key) {
  __typename ... on AwardCredential { key json jwt verifyPath downloads } ... on Refusal { code message path } } }`
const verify = `query ($credential: JSON!) { verifyCredential(credential: $credential) {
  __typename ... on CredentialVerification { verified reasons { code } award issuer issuerAddress key validFrom notChecked } ... on Refusal { code } } }`

async function verified(credential: unknown, ask: Asker['ask'] = gateway.ask) {
  const answer = await ask(verify, { credential })
  return answer.data?.verifyCredential ?? answer
}

beforeAll(async () => {
  gateway = await testGateway({
    publicUrl: base,
    badges: {
      byInstitution: {
        north: [
          { name: '2024', publicKeyJwk: oldPublic, validUntil: '2026-01-01T00:00:00Z' },
          { name: '2026', privateKeyJwk: ed25519, validFrom: '2026-01-01T00:00:00Z' },
          { name: 'token', privateKeyJwk: rsa },
        ],
      },
    },
  })
  award = await awardIn(gateway)
  way = await candidacyIn(award)
})

describe('a badge', () => {
  test('is refused before the award is conferred', async () => {
    await way.submit()
    await way.appoint()
    await way.judge()
    await way.as(award.chair, { decide: { decision: 'AWARD' } })
    const { data } = await award.candidate.ask(issue, { id: way.id, email: 'candidate@university.example' })
    expect(data.issueCredential).toMatchObject({ code: 'not-awarded' })
  })

  test('is issued to its holder, once for a key, and its address is kept nowhere', async () => {
    await way.as(award.coordinator, { confer: true })
    const ask = () =>
      award.candidate.ask(issue, { id: way.id, email: 'Candidate@University.example', key: 'badge-key-1' })
    const [first, again] = [await ask(), await ask()]
    badge = first.data.issueCredential
    expect(badge, JSON.stringify(first)).toMatchObject({ __typename: 'AwardCredential' })
    expect(again.data.issueCredential.json).toBe(badge.json)
    const rows = await gateway.database.asOwner((tx) =>
      rowsOf<{ text: string }>(
        tx,
        sql`select to_jsonb(t)::text as text from commons.award_credential t union all select to_jsonb(k)::text from commons.idempotency_key k`,
      ),
    )
    expect(rows.filter(({ text }) => /university\.example/i.test(text))).toEqual([])
    const { credentialSubject } = JSON.parse(badge.json)
    expect(credentialSubject.identifier[0]).toMatchObject({ hashed: true, identityType: 'emailAddress' })
    expect(badge.json).not.toContain(award.candidate.personId)
    expect(credentialSubject.achievement.alignment).toMatchObject([
      { targetCode: 'ukpsf-2006:SD3', targetType: 'CFItem' },
    ])
    const item = new URL(credentialSubject.achievement.alignment[0].targetUrl)
    expect((await gateway.app.inject(item.pathname)).statusCode).toBe(200)
  })

  test('is nobody’s but its holder’s', async () => {
    for (const asker of [award.coordinator, award.chair, award.ada]) {
      const { data } = await asker.ask(issue, { id: way.id, email: 'x@y.example' })
      expect(data.issueCredential.code).toBe('badge-of-others')
    }
    for (const asker of [award.mentee, award.stranger, award.analyst, award.southern]) {
      const { data } = await asker.ask(issue, { id: way.id, email: 'x@y.example' })
      expect(data.issueCredential.code).toBe('not-found')
    }
    const list = 'query ($id: ID!) { node(id: $id) { ... on Candidacy { credentials { key } } } }'
    expect((await award.candidate.ask(list, { id: way.id })).data.node.credentials).toHaveLength(1)
    expect((await award.coordinator.ask(list, { id: way.id })).data.node.credentials).toBeNull()
    const bad = await award.candidate.ask(issue, { id: way.id, email: 'no address' })
    expect(bad.data.issueCredential).toMatchObject({ code: 'not-an-email', path: 'email' })
    expect(bad.data.issueCredential.message).not.toContain('no address')
  })

  test('is verified by nobody in particular, as JSON, as text and as a token', async () => {
    for (const credential of [JSON.parse(badge.json), badge.json, badge.jwt]) {
      const found = await verified(credential)
      expect(found).toMatchObject({
        verified: true,
        award: 'Synthetic award',
        issuer: 'University north',
        issuerAddress: `${base}/badges/north`,
      })
      expect(found.notChecked.length).toBeGreaterThan(2)
    }
    expect(await verified(badge.json, award.candidate.ask)).toMatchObject({ verified: true })
    expect(await verified(badge.json, award.southern.ask)).toMatchObject({ code: 'signed-in-elsewhere' })
  })

  test('is refused with the reason where it was changed, is of somebody else, or is none', async () => {
    const tampered = await verified(badge.json.replace('Synthetic award', 'Another award'))
    expect(tampered).toMatchObject({ verified: false, reasons: [{ code: 'tampered' }], award: null })
    const south = await verified(badge.json.replaceAll('/badges/north', '/badges/south'))
    expect(south).toMatchObject({ verified: false, reasons: [{ code: 'unknown-issuer' }] })
    expect(await verified('{"no": "badge"}')).toMatchObject({ verified: false })
    expect(await verified('x'.repeat(200_001))).toMatchObject({ code: 'badge-too-large' })
    const many = `{ ${Array.from({ length: 11 }, (_, index) => `a${index}: verifyCredential(credential: "x") { __typename }`).join(' ')} }`
    expect((await gateway.ask(many)).errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COSTLY')
  })

  test('is a file under an address that is signed', async () => {
    for (const [index, text] of [badge.json, badge.jwt].entries()) {
      const url = new URL(badge.downloads[index] ?? '')
      const file = await gateway.app.inject(url.pathname + url.search)
      expect([file.statusCode, file.body]).toEqual([200, text])
      expect((await gateway.app.inject(url.pathname)).statusCode).toBe(403)
    }
  })
})

describe('what a badge leads to', () => {
  test('the issuer is published with every key it ever had', async () => {
    const answer = await gateway.app.inject('/badges/north')
    expect(answer.headers['cache-control']).toContain('max-age')
    const { verificationMethod } = answer.json()
    expect(
      verificationMethod.map(({ id, expires }: { id: string; expires?: string }) => [id.split('#')[1], expires]),
    ).toEqual([
      ['2024', '2026-01-01T00:00:00Z'],
      ['2026', undefined],
      ['token', undefined],
    ])
    expect(answer.body).not.toContain('"d"')
    for (const path of [
      '/badges/south',
      '/badges/nowhere',
      '/badges/south/status/1',
      '/badges/north/status/2',
      '/badges/north/status/x',
    ])
      expect((await gateway.app.inject(path)).statusCode, path).toBe(404)
  })

  test('the achievement is published at its address', async () => {
    const { id } = JSON.parse(badge.json).credentialSubject.achievement
    const answer = await gateway.app.inject(new URL(id).pathname)
    expect(answer.json()).toEqual(JSON.parse(badge.json).credentialSubject.achievement)
  })

  test('the status list is signed, may be kept, and is handed out again until something changes', async () => {
    const list = JSON.parse(badge.json).credentialStatus.statusListCredential
    const first = await gateway.app.inject(new URL(list).pathname)
    expect(first.headers['content-type']).toBe('application/vc')
    expect(first.json()).toMatchObject({ id: list, type: ['VerifiableCredential', 'BitstringStatusListCredential'] })
    const again = await gateway.app.inject({
      url: new URL(list).pathname,
      headers: { 'if-none-match': String(first.headers.etag) },
    })
    expect(again.statusCode).toBe(304)
  })
})

describe('the page', () => {
  const post = (fields: Record<string, string>) => {
    const line = 'x7c9e6679'
    const parts = Object.entries(fields).map(
      ([name, value]) =>
        `--${line}\r\ncontent-disposition: form-data; name="${name}"${name === 'file' ? '; filename="badge.json"\r\ncontent-type: application/json' : ''}\r\n\r\n${value}\r\n`,
    )
    return gateway.app.inject({
      method: 'POST',
      url: '/verify',
      headers: { 'content-type': `multipart/form-data; boundary=${line}` },
      payload: `${parts.join('')}--${line}--\r\n`,
    })
  }

  test('is open to everybody and runs nothing', async () => {
    const answer = await gateway.app.inject('/verify')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.body).not.toContain('<script')
  })

  test('says of a badge that was pasted or chosen that it stands, and whose it is', async () => {
    const forms: readonly Record<string, string>[] = [
      { badge: badge.json },
      { badge: '', file: badge.json },
      { badge: badge.jwt },
    ]
    for (const fields of forms) expect((await post(fields)).body).toContain('This badge stands')
    const own = await post({ badge: badge.json, address: 'candidate@university.example' })
    expect(own.body).toContain('It was issued to the address that you gave.')
    expect(own.body).not.toContain('candidate@university.example')
    expect((await post({ badge: badge.json, address: 'other@university.example' })).body).toContain(
      'It was not issued to',
    )
    expect(own.headers['cache-control']).toBe('no-store')
    const plain = await gateway.app.inject({
      method: 'POST',
      url: '/verify',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ badge: badge.json }).toString(),
    })
    expect(plain.body).toContain('This badge stands')
  })

  test('says each reason why one does not, in words that hold no markup of the badge', async () => {
    expect((await post({ badge: badge.json.replace('Synthetic award', 'Another award') })).body).toContain('(tampered)')
    expect((await post({ badge: '{"@context": ["<script>alert(1)</script>"]}' })).body).not.toContain('<script')
    const reasons = [{ code: 'malformed' as const, message: '<script>alert(1)</script>' }] as const
    expect(resultPage({ found: { status: 'refused', reasons } })).toContain('&lt;script&gt;')
    expect((await post({ badge: '' })).statusCode).toBe(422)
    expect((await post({ badge: 'x'.repeat(200_001) })).statusCode).toBe(422)
    expect((await post({ badge: 'x'.repeat(500_000) })).statusCode).toBe(413)
    const odd = await gateway.app.inject({
      method: 'POST',
      url: '/verify',
      headers: { 'content-type': 'multipart/form-data; boundary=y' },
      payload: 'no form',
    })
    expect(odd.statusCode).toBe(400)
  })

  test('opens a badge by its own address, and nothing else', async () => {
    expect((await gateway.app.inject(badge.verifyPath)).body).toContain('This badge stands')
    for (const path of [
      badge.verifyPath.replace('north', 'south'),
      '/verify/north/x',
      '/verify/north/00000000-0000-4000-8000-000000000000',
    ])
      expect((await gateway.app.inject(path)).statusCode, path).toBe(404)
  })
})

describe('what was issued', () => {
  test('is not changed or taken away by the application', async () => {
    for (const statement of [
      "update commons.award_credential set json = '{}'",
      'delete from commons.award_credential',
      "update commons.portfolio_snapshot set content = ''",
      'delete from commons.portfolio_snapshot',
      "update commons.candidacy_event set type = 'x'",
      'delete from commons.candidacy_event',
      'update commons.award_scheme_revision set number = 9',
    ])
      await expect(
        gateway.database.within(north, 'write', (tx) => tx.execute(sql.raw(statement))),
        statement,
      ).rejects.toSatisfy((error) => sqlStateOf(error) === '42501')
  })

  test('is the portfolio that was submitted, byte for byte', async () => {
    const { submission } = await way.read(award.ada)
    expect(createHash('sha256').update(submission.document, 'utf8').digest('hex')).toBe(submission.documentHash)
    expect(submission.document).not.toContain(award.candidate.personId)
  })
})

describe('an award that is taken back', () => {
  test('takes its badges back, at once and for everybody', async () => {
    const { credentialStatus } = JSON.parse(badge.json)
    const before = await gateway.app.inject(new URL(credentialStatus.statusListCredential).pathname)
    await way.as(award.chair, { revoke: { reason: 'CONFERRED_IN_ERROR' } })
    const after = await gateway.app.inject(new URL(credentialStatus.statusListCredential).pathname)
    expect(after.json().credentialSubject.encodedList).not.toBe(before.json().credentialSubject.encodedList)
    for (const credential of [badge.json, badge.jwt])
      expect(await verified(credential)).toMatchObject({ verified: false, reasons: [{ code: 'revoked' }] })
    expect((await gateway.app.inject(badge.verifyPath)).body).toContain('(revoked)')
    const { data } = await award.candidate.ask(issue, { id: way.id, email: 'x@y.example' })
    expect(data.issueCredential.code).toBe('not-awarded')
  })
})
