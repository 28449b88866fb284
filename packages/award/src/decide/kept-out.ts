import type { CandidacyFile } from '../candidacy/candidacy.ts'
import { type Relation, relations } from '../workflow/relation.ts'
import { type Check, first, no } from './check.ts'

/** The relations that keep somebody out, of those on record and some more. */
export function barring(person: string, file: CandidacyFile, more: readonly Relation[] = []): readonly Relation[] {
  const known = file.relations.filter((each) => each.person === person).map(({ relation }) => relation)
  return file.workflow.keptOut.filter((relation) => known.includes(relation) || more.includes(relation))
}

/** Refuses who is the candidate, has a relation that keeps out, or is excluded after an appeal. */
export function impartial(
  person: string,
  file: CandidacyFile,
  excluded: readonly string[],
  path: string,
  more: readonly Relation[] = [],
): Check {
  if (person === file.candidate) {
    return no(
      'kept-out',
      `${path} is "${person}", the candidate: nobody acts on their own portfolio. Name somebody else.`,
      path,
    )
  }
  const [relation] = barring(person, file, more)
  return first(
    relation &&
      no(
        'kept-out',
        `${path} is "${person}", who ${relations[relation]}; this workflow keeps out by "${relation}". Name somebody else.`,
        path,
      ),
    excluded.includes(person)
      ? no(
          'kept-out',
          `${path} is "${person}", who acted on this submission before the appeal that was upheld: name somebody else.`,
          path,
        )
      : undefined,
  )
}

/** Refuses those who have acted already; `how` says how, and follows on "who". */
export function notAmong(person: string, people: readonly string[], how: string, path: string): Check {
  if (!people.includes(person)) return undefined
  return no('kept-out', `${path} is "${person}", who ${how}: name somebody else.`, path)
}
