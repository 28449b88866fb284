import type { Holding, TeachingQualification } from '../../src/hesa/hesa-codes.ts'

const words: Readonly<Record<string, TeachingQualification>> = {
  'fellow-1': { kind: 'fellowship', descriptor: 1 },
  'fellow-2': { kind: 'fellowship', descriptor: 2 },
  'fellow-3': { kind: 'fellowship', descriptor: 3 },
  'fellow-4': { kind: 'fellowship', descriptor: 4 },
  'seda-1': { kind: 'seda-recognition', descriptor: 1 },
  'seda-2': { kind: 'seda-recognition', descriptor: 2 },
  'course-taken': { kind: 'accredited-course', fellowship: 'taken' },
  'course-not-taken': { kind: 'accredited-course', fellowship: 'not-taken' },
  ntf: { kind: 'national-teaching-fellow' },
  pgce: { kind: 'pgce-or-equivalent' },
  body: { kind: 'professional-body' },
  other: { kind: 'other-uk' },
  overseas: { kind: 'overseas' },
}

/** What can be held, by the words of the conformance file. */
export const qualifications = Object.values(words)

/** Gives what a person holds from the words of the conformance file. */
export function readHolding(text: string): Holding {
  if (text === '?') return { known: false }
  if (text === '-') return { known: true, qualifications: [] }
  return {
    known: true,
    qualifications: text.split('; ').map((one) => {
      const [word = '', awarded] = one.split(' ')
      const found = words[word]
      if (found === undefined) throw new Error(`no word '${word}'`)
      return awarded === undefined ? found : { ...found, awarded }
    }),
  }
}
