import {
  type ExclusionCode,
  exclusionCodes,
  explainPair,
  type HelpfulChange,
  type MatchInput,
  type MatchPair,
  type PairScore,
} from '@mentoring-commons/mentoring'

/** Why two people are or are not together in a run, for those who match people. */
export interface Explanation extends MatchPair {
  readonly possible: boolean
  readonly made: boolean
  readonly codes: readonly ExclusionCode[]
  readonly score: PairScore | undefined
  /** Whom the mentee has instead. */
  readonly insteadId: string | undefined
  readonly help: readonly string[]
  readonly change: HelpfulChange | undefined
}

/** What somebody may do about each reason; a reason without a sentence is nobody's to change. */
const help: Partial<Record<ExclusionCode, string>> = {
  'barred-by-programme': 'take the pair off the list of blocked pairs, where it is there, and match again',
  'mentee-untrained': 'record the briefing of the mentee once it is completed, and match again',
  'mentor-untrained': 'record what the programme asks of the mentor once it is completed, and match again',
  'mentee-inactive': 'wait until the mentee takes part again',
  'mentor-inactive': 'wait until the mentor takes part again',
  'no-places': 'ask the mentor for one more place, or let an offer go first, and match again',
  'not-a-candidate': 'list the mentor among the candidates of the mentee',
  'not-ranked': 'match by another objective',
}

const changes: Partial<Record<ExclusionCode, (mentorId: string) => HelpfulChange>> = {
  'mentee-untrained': () => ({ kind: 'train-mentee' }),
  'mentor-untrained': (mentorId) => ({ kind: 'train-mentor', mentorId }),
  'no-places': (mentorId) => ({ kind: 'add-place', mentorId }),
}

/** Explains a pair of a run, made or not, with what would help; or the package's refusal. A mentee's own wishes have no part in it. */
export function explanationOf(
  input: MatchInput,
  pair: MatchPair,
  pairs: readonly MatchPair[],
): { readonly value: Explanation } | { readonly refusal: { readonly code: string; readonly message: string } } {
  const answer = explainPair(input, pair, 'coordinator')
  if ('refusal' in answer) return answer
  const codes = 'codes' in answer.value ? answer.value.codes : []
  const hasId = pairs.find(({ menteeId }) => menteeId === pair.menteeId)?.mentorId
  const made = hasId === pair.mentorId
  const change = codes.length === 1 && codes[0] !== undefined ? changes[codes[0]]?.(pair.mentorId) : undefined
  return {
    value: {
      ...pair,
      possible: codes.length === 0,
      made,
      codes,
      score: 'score' in answer.value ? answer.value : undefined,
      insteadId: made ? undefined : hasId,
      help: helpFor(codes, made, hasId),
      change,
    },
  }
}

function helpFor(codes: readonly ExclusionCode[], made: boolean, insteadId: string | undefined): readonly string[] {
  if (made) return []
  const fixed = codes.filter((code) => help[code] === undefined)
  if (fixed.length > 0) return [`nothing: ${fixed.map((code) => exclusionCodes[code]).join(' ')}`]
  if (codes.length > 0) return codes.flatMap((code) => help[code] ?? [])
  return insteadId === undefined
    ? ['pin the pair, or see what would help the mentee among those without a mentor']
    : ['pin the pair, and match again: the run found that all are better off with others']
}
