import type { Decider } from '@mentoring-commons/action-research'
import { ExpectationFailed, specification } from '@mentoring-commons/action-research/testing'
import { expect, test } from 'vitest'

type Event = { readonly type: 'Added'; readonly by: number }
type Refusal = { readonly code: 'too-much' | 'too-little'; readonly message: string }

const counter: Decider<number, Event, { readonly sum: number }, Refusal> = {
  initialState: { sum: 0 },
  decide: (by, { sum }) =>
    sum + by > 10
      ? { refusal: { code: 'too-much', message: `${sum + by} is over 10` } }
      : { events: [{ type: 'Added', by }] },
  evolve: ({ sum }, { by }) => ({ sum: sum + by }),
}
const { given } = specification(counter)
const added = (by: number): Event => ({ type: 'Added', by })

test('a story holds', () => {
  given().when(10).then(added(10))
  given(added(5), [added(2), added(2)])
    .when(1)
    .then({ by: 1, type: 'Added' })
  given(added(10)).when(1).thenRefused('too-much')
  given(added(10)).when(1).thenRefused('too-much', '11 is over')
})

test('a story that does not hold throws, with what was expected and what came', () => {
  const fails = (story: () => void) => expect(story).toThrow(ExpectationFailed)
  fails(() => given().when(1).then(added(2)))
  fails(() => given().when(1).then())
  fails(() => given().when(1).then(added(1), added(1)))
  fails(() => given().when(11).then(added(11)))
  fails(() => given().when(1).thenRefused('too-much'))
  fails(() => given().when(11).thenRefused('too-little'))
  fails(() => given().when(11).thenRefused('too-much', '12'))
  fails(() =>
    given()
      .when(1)
      .then({ ...added(1), note: 'more' } as Event),
  )
  fails(() =>
    given()
      .when(1)
      .then({ type: 'Added' } as Event),
  )
  try {
    given().when(1).then(added(2))
  } catch (error) {
    expect(error).toMatchObject({
      name: 'ExpectationFailed',
      message: expect.stringContaining('expected: {'),
      expected: { events: [added(2)] },
      actual: { events: [added(1)] },
    })
  }
})

test('a decide that changes the state is found out', () => {
  const careless: typeof counter = {
    ...counter,
    decide: (by, state) => {
      ;(state as { sum: number }).sum += by
      return { events: [] }
    },
  }
  expect(() => specification(careless).given().when(1)).toThrow(TypeError)
})

test('only codes of the decider can be expected', () => {
  // @ts-expect-error there is no such code
  expect(() => given().when(11).thenRefused('too-loud')).toThrow(ExpectationFailed)
})
