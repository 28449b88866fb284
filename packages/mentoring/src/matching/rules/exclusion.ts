import type { MatchPair } from '../input/match-input.ts'

/** Why a pair may not be made, each with its sentence. */
export const exclusionCodes = {
  self: 'The two are one person.',
  'line-chain': 'One of the two is above the other in a line of management or supervision.',
  'kept-apart': 'A conflict is on record, or one of the two does not want the other; which of these is not told.',
  'failed-before': 'A relationship of the two did not work before.',
  'declined-before': 'One of the two declined the other before.',
  'assessor-of-mentee': 'The mentor assesses or selects the mentee for an award.',
  'barred-by-programme': 'A rule of the programme excludes the pair.',
  'mentee-untrained': 'The mentee has not completed the briefing.',
  'mentor-untrained': 'The mentor has not completed the training.',
  'mentee-inactive': 'The mentee takes no part at present.',
  'mentor-inactive': 'The mentor takes no part at present.',
  'no-places': 'The mentor has no place left, or offers none.',
  'not-a-candidate': 'The mentor is not among the candidates that were listed for the mentee.',
  'not-ranked': 'Only people who rank each other are matched, and one of the two does not rank the other.',
} as const satisfies Record<string, string>

/** Why a pair may not be made. */
export type ExclusionCode = keyof typeof exclusionCodes

/** A pair that may not be made, with every reason. */
export interface Exclusion extends MatchPair {
  readonly codes: readonly ExclusionCode[]
}

const codes = Object.keys(exclusionCodes) as readonly ExclusionCode[]

/** The bit that stands for a reason. */
export function bitOf(code: ExclusionCode): number {
  return 1 << codes.indexOf(code)
}

/** The reasons that some bits stand for. */
export function codesOf(bits: number): readonly ExclusionCode[] {
  return codes.filter((_, at) => (bits & (1 << at)) !== 0)
}
