import { expect, test } from 'vitest'
import {
  advance,
  endingSeenBy,
  type ProgrammePolicy,
  pairsNotAgain,
  parseRelationship,
  proposeRelationship,
  type Relationship,
  type RelationshipProposal,
  type RelationshipStep,
} from '../../src/index.ts'
import { codeOf, made } from '../demo.ts'
import completeLife from '../fixtures/complete-life.json' with { type: 'json' }
import declined from '../fixtures/declined.json' with { type: 'json' }
import endedEarly from '../fixtures/ended-early.json' with { type: 'json' }

interface Life {
  readonly in: {
    readonly policy: ProgrammePolicy
    readonly proposal: RelationshipProposal
    readonly steps: readonly RelationshipStep[]
    readonly seenBy: readonly string[]
  }
  readonly out: {
    readonly states: readonly Relationship[]
    readonly seenBy: Readonly<Record<string, unknown>>
    readonly pairsNotAgain: unknown
  }
}

const lives: readonly (readonly [string, unknown])[] = [
  ['complete-life', completeLife],
  ['ended-early', endedEarly],
  ['declined', declined],
]

test.each(lives)('%s goes as its fixture says, also when it is stored and read back after every step', (_, fixture) => {
  const { in: given, out } = fixture as Life
  const states = [made(proposeRelationship(given.proposal, given.policy))]
  for (const step of given.steps) {
    const stored = JSON.parse(JSON.stringify(states.at(-1)))
    states.push(made(advance(made(parseRelationship(stored)), step, given.policy)))
  }
  expect(states).toStrictEqual(out.states)
  const last = states.at(-1) as Relationship
  expect(Object.fromEntries(given.seenBy.map((person) => [person, endingSeenBy(last, person)]))).toEqual(out.seenBy)
  expect(pairsNotAgain(last)).toEqual(out.pairsNotAgain)
  const again = { ...given.proposal, id: 'r9', notAgain: pairsNotAgain(last) }
  expect(codeOf(proposeRelationship(again))).toBe(last.status === 'declined' ? 'pair-declined-before' : undefined)
})
