import type { Decider } from '../decider.ts'
import { ExpectationFailed, expectSame } from './failure.ts'

/** The last clause of a story: what must come of the command. Each throws `ExpectationFailed` when something else does. */
export interface Outcome<Event, Refusal extends { readonly code: string }> {
  /** Exactly these events, in this order. */
  readonly then: (...events: readonly Event[]) => void
  /** A refusal with this code, whose message also says `words` when they are given. */
  readonly thenRefused: (code: Refusal['code'], words?: string) => void
}

/** A story up to its command. */
export interface Specification<Command, Event, Refusal extends { readonly code: string }> {
  readonly given: (...events: readonly (readonly Event[] | Event)[]) => {
    readonly when: (command: Command) => Outcome<Event, Refusal>
  }
}

/**
 * Stories about a decider: what has happened, what is asked, what comes of it. The state is frozen before the command
 * is decided, so a `decide` that changes it throws a TypeError.
 * @example
 * ```ts
 * import { actionResearch } from '@mentoring-commons/action-research'
 * import { specification } from '@mentoring-commons/action-research/testing'
 * specification(actionResearch())
 *   .given()
 *   .when({ type: 'BeginCycle', cycle: 'c1', on: '2026-01-12', learning: [] })
 *   .thenRefused('not-begun', 'begin it first')
 * ```
 */
export function specification<
  Command,
  Event,
  State,
  Refusal extends { readonly code: string; readonly message: string },
>(decider: Decider<Command, Event, State, Refusal>): Specification<Command, Event, Refusal> {
  return {
    given: (...history) => ({
      when: (command) => {
        const state = (history.flat() as readonly Event[]).reduce(decider.evolve, decider.initialState)
        const decision = decider.decide(command, deepFreeze(state))
        return {
          // biome-ignore lint/suspicious/noThenProperty: given, when, then is the language of stories; none is awaited
          then: (...events) => expectSame('the command leads to other events', { events }, decision),
          thenRefused: (code, words = '') => {
            const refusal = 'refusal' in decision ? decision.refusal : undefined
            if (refusal?.code !== code)
              throw new ExpectationFailed('the command is not refused so', { refusal: { code } }, decision)
            if (!refusal.message.includes(words))
              throw new ExpectationFailed('the refusal does not say so', words, refusal.message)
          },
        }
      },
    }),
  }
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(Object.freeze(value))) deepFreeze(part)
  return value
}
