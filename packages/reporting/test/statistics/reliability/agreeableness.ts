import { readCsv } from '../data/read-data.ts'

/** Answers to five items of agreeableness, the first turned as it is scored the other way round. */
export const agreeableness = readCsv('bfi-agreeableness').map((row) =>
  ['A1', 'A2', 'A3', 'A4', 'A5'].map((item) => {
    const answer = row[item]
    if (typeof answer !== 'number') return null
    return item === 'A1' ? 7 - answer : answer
  }),
)
