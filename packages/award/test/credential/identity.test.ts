/// <reference types="node" />
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashedIdentity, isIdentityOf } from '../../src/credential/identity.ts'
import { given } from './sample.ts'

const salt = '5d1c6f0e2b9a4c37'
const hash = (text: string) => `sha256$${createHash('sha256').update(text).digest('hex')}`

test('an address is hashed in lower case with the salt behind it', () => {
  fc.assert(
    fc.property(fc.emailAddress(), fc.string({ minLength: 16, maxLength: 40, unit: 'grapheme' }), (email, any) => {
      fc.pre(any.length >= 16)
      const identity = given(hashedIdentity(email, any))
      expect(identity).toEqual({
        type: 'IdentityObject',
        hashed: true,
        identityHash: hash(email.toLowerCase() + any),
        identityType: 'emailAddress',
        salt: any,
      })
      expect(isIdentityOf(identity, email)).toBe(true)
      expect(isIdentityOf(identity, ` ${email.toUpperCase()} `)).toBe(
        email.toUpperCase().toLowerCase() === email.toLowerCase(),
      )
      expect(isIdentityOf(identity, `x${email}`)).toBe(false)
    }),
  )
})

test('a hash that others made of the address as it is written is known too', () => {
  expect(isIdentityOf({ identityHash: hash(`Ada@University.example${salt}`), salt }, 'Ada@University.example')).toBe(
    true,
  )
  expect(
    isIdentityOf({ identityHash: hash(`Ada@University.example${salt}`).toUpperCase(), salt }, 'Ada@University.example'),
  ).toBe(true)
  expect(isIdentityOf({ identityHash: hash('ada@university.example'), salt: '' }, 'ada@university.example')).toBe(true)
})

test.each(['', 'ada', '@', 'ada@', '@university.example', 'a b@university.example'])('"%s" is no address', (email) => {
  expect(hashedIdentity(email, salt).refusal?.code).toBe('not-an-email')
})

test('a salt that could be guessed', () => {
  expect(hashedIdentity('ada@university.example', 'fifteen letters').refusal?.code).toBe('salt-too-short')
})
