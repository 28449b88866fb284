import { expect, test } from 'vitest'
import { type EndedRelationship, type EndingReason, endingReasons, endingSeenBy } from '../../src/index.ts'
import { exploreAll } from '../explore.ts'

const ended = exploreAll().states.filter((state): state is EndedRelationship => state.status === 'ended')

test('the other party always sees no-fault, save of a completion, and nobody sees who ended it', () => {
  const seen = new Set<string>()
  for (const one of ended) {
    for (const { personId } of one.participants) {
      const view = endingSeenBy(one, personId)
      expect(Object.keys(view ?? {}).sort()).toEqual(['on', 'reason'])
      const own = one.by === personId ? 'own' : one.by === undefined ? 'programme' : 'other'
      seen.add(`${own} ${one.reason} -> ${view?.reason}`)
    }
  }
  const expected = (own: string, sees: (reason: EndingReason) => EndingReason) =>
    endingReasons.map((reason) => `${own} ${reason} -> ${sees(reason)}`)
  const blind = (reason: EndingReason) => (reason === 'completed' ? reason : 'no-fault')
  expect([...seen].sort()).toEqual(
    [...expected('own', (reason) => reason), ...expected('programme', blind), ...expected('other', blind)].sort(),
  )
})

test('there is nothing to see for a stranger, or before the end', () => {
  const [one] = ended
  if (one === undefined) throw new Error('no ended relationship was explored')
  expect(endingSeenBy(one, 'stranger')).toBeUndefined()
  expect(endingSeenBy({ ...one, status: 'active', startedOn: one.on, since: one.on }, 'ada')).toBeUndefined()
})
