import { expect } from 'vitest'
import type { Answers } from '../../src/surveys/answers.ts'
import type { GivenResponse } from '../../src/surveys/response.ts'
import type { Survey, Wave } from '../../src/surveys/survey.ts'

export const baseline: Wave = {
  key: 'before',
  moment: 'baseline',
  opensOn: '2026-03-01',
  closesOn: '2026-03-14',
  roles: ['mentee'],
}
export const end: Wave = { key: 'after', moment: 'end', opensOn: '2026-09-01', closesOn: '2026-09-14', roles: [] }

export const launched: Extract<Survey, { state: 'launched' }> = {
  state: 'launched',
  key: 'pilot',
  waves: [baseline, end],
  launchedOn: '2026-02-01',
  responsesMin: 5,
}

export const given = (wave: string, pseudonym: string, answers: Answers): GivenResponse => ({
  state: 'given',
  wave,
  pseudonym,
  answers,
  givenOn: '2026-03-02',
  revision: 1,
})

/** The value of an answer that is expected to be one. */
export function valueIn<T>(result: { readonly value: T } | { readonly refusal: object }): T {
  expect(result).toHaveProperty('value')
  return (result as { value: T }).value
}

/** The code of the refusal that is expected. */
export function codeIn(result: object): string | undefined {
  return 'refusal' in result ? (result.refusal as { code: string }).code : undefined
}
