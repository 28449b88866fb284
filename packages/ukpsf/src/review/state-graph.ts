import type { Category } from '../fellowship/category.ts'
import { type PeopleAvailable, peopleAvailable } from './people-available.ts'
import { readingNeeded } from './reading-needed.ts'
import {
  firstStageOfPeople,
  openRecommendations,
  type Recommendation,
  type SplitAnswer,
  settleFrom,
  wordOf,
} from './recommendation.ts'
import type { Headcount, Track, WorkflowInput } from './workflow.ts'

/** A state of a review with all that matters to where it can go, and nothing of who or what is reviewed. */
export interface GraphNode {
  readonly at:
    | 'checking'
    | 'returned'
    | 'assigning'
    | 'judging'
    | 'meeting'
    | 'appointing-moderators'
    | 'moderating'
    | 'split'
    | 'sampling'
    | 'appointing-reader'
    | 'reading'
    | 'ratifying'
    | 'sent-back'
    | 'referred'
    | 'awarded'
    | 'not-awarded'
    | 'lapsed'
  /** How many referrals came before. */
  readonly round: number
  readonly votes?: readonly Recommendation[]
  readonly stage?: number
  readonly recommendation?: Recommendation
  /** Whether somebody from outside has read it, or why moderators are asked. */
  readonly cause?: 'split' | 'disagreement' | 'panel'
  readonly read?: boolean
  readonly moderatedBy?: Headcount
  readonly borderline?: boolean
  /** Somebody's finding that excludes an award, where nothing else can be recommended. */
  readonly fallsShort?: true
}

/** Where a review can go from a state; with no way on, why. */
export interface Ways {
  readonly to: readonly GraphNode[]
  readonly stuck?: string
}

/** The states in which a review is over. */
export const finalStates: ReadonlySet<string> = new Set(['awarded', 'not-awarded', 'lapsed'])

/**
 * Gives the ways from every state of one track. A withdrawal is not among them: it is open everywhere, and would hide that
 * nothing else is.
 */
export function waysOf(workflow: WorkflowInput, category: Category, track: Track): (node: GraphNode) => Ways {
  const available = peopleAvailable(workflow, category)
  const { referral, ratification, onDisagreement } = workflow
  const fresh = referral !== 'none' && referral.reviewers === 'new'

  const decided = ({ round, recommendation = { outcome: 'award' } }: GraphNode): GraphNode => {
    if (recommendation.outcome === 'award') return { at: 'awarded', round }
    return recommendation.outcome === 'refer' ? { at: 'referred', round } : { at: 'not-awarded', round }
  }
  const afterReading = (node: GraphNode): GraphNode =>
    ratification === 'none' ? decided(node) : { ...node, at: 'ratifying' }
  const settled = (node: GraphNode, recommendation: Recommendation, moderatedBy?: Headcount): GraphNode => {
    const { round, votes = [], borderline = false, cause, read = false } = node
    const kept = { round, votes, borderline, read, recommendation, ...(moderatedBy ? { moderatedBy } : {}) }
    if (cause === 'disagreement' || cause === 'panel') return afterReading({ ...kept, at: 'ratifying' })
    const needed = readingNeeded(track.sample, borderline)
    if (needed === 'no') return afterReading({ ...kept, at: 'ratifying' })
    return { ...kept, at: needed === 'yes' ? 'appointing-reader' : 'sampling' }
  }
  const splitFrom = (node: GraphNode, stage: number): GraphNode =>
    goOn(node, settleFrom(workflow, stage, node.votes ?? []))
  const goOn = (node: GraphNode, answer: SplitAnswer): GraphNode => {
    if (answer.kind === 'settled') return settled(node, answer.recommendation)
    if (answer.kind === 'open') return { ...node, at: 'split' }
    return { ...node, at: answer.kind === 'meeting' ? 'meeting' : 'appointing-moderators', stage: answer.stage }
  }
  const afterCheck = (round: number): GraphNode => ({ at: round > 0 && !fresh ? 'judging' : 'assigning', round })
  const submitted = (round: number): GraphNode => (workflow.adminCheck ? { at: 'checking', round } : afterCheck(round))
  const lacking = (role: string, internal: number, external: number): string | undefined =>
    internal <= available.internal && external <= available.external
      ? undefined
      : missingPeople(role, internal, external, available)
  const ways = (to: readonly GraphNode[]): Ways => ({ to })
  const stuck = (why: string): Ways => ({ to: [], stuck: why })
  const inside = track.reviewers.count - track.reviewers.external
  const wavers = workflow.scale.some((level) => level.borderline)

  /** Every recommendation that a person or a meeting can make, and the finding that excludes an award. */
  const opinions = (node: GraphNode, on: (recommendation: Recommendation) => readonly GraphNode[]): Ways => {
    if (node.fallsShort) {
      return stuck(
        'whoever finds a criterion that does not pass has nothing to recommend: allow notAwarded or a referral',
      )
    }
    const open = openRecommendations(workflow, node.round)
    const short: readonly GraphNode[] = open.length > 1 ? [] : [{ at: node.at, round: node.round, fallsShort: true }]
    return ways([...short, ...open.flatMap(on)])
  }

  return (node) => {
    const { round, votes = [], stage = 0 } = node
    switch (node.at) {
      case 'checking':
        return ways([{ at: 'returned', round }, afterCheck(round)])
      case 'returned':
        return ways([submitted(round)])
      case 'assigning': {
        const times = fresh ? round + 1 : 1
        const lack = lacking('reviewers', inside * times, track.reviewers.external * times)
        return lack === undefined ? ways([{ at: 'judging', round }]) : stuck(lack)
      }
      case 'judging':
        return opinions(node, (vote) => {
          const cast = sorted([...votes, vote])
          if (cast.length < track.reviewers.count) return [{ at: 'judging', round, votes: cast }]
          const first = settleFrom(workflow, 'start', cast)
          const kept: GraphNode = { at: 'judging', round, votes: alike(workflow, cast), cause: 'split' }
          const ends = (borderline: boolean) => goOn({ ...kept, borderline }, first)
          const split = first.kind !== 'settled' || first.by !== 'agreement'
          return split ? [ends(true)] : [ends(false), ...(wavers ? [ends(true)] : [])]
        })
      case 'meeting': {
        const agreed = opinions(node, (recommendation) => [settled(node, recommendation)])
        return agreed.stuck === undefined ? ways([...agreed.to, splitFrom(node, stage + 1)]) : agreed
      }
      case 'split':
        return stuck('the stages of onSplit leave it open: let the last one be moderators or most-cautious')
      case 'appointing-moderators': {
        const need = moderatorsAsked(workflow, node)
        const readers = node.read ? 1 : 0
        const external = track.reviewers.external + need.external + readers
        const lack = lacking('moderators beside the reviewers', inside + need.count - need.external, external)
        return lack === undefined ? ways([{ ...node, at: 'moderating' }]) : stuck(lack)
      }
      case 'moderating':
        return opinions(node, (recommendation) => [settled(node, recommendation, moderatorsAsked(workflow, node))])
      case 'sampling':
        return ways([afterReading({ ...node, read: false }), { ...node, at: 'appointing-reader' }])
      case 'appointing-reader': {
        const lack = lacking(
          'a reader from outside',
          0,
          track.reviewers.external + (node.moderatedBy?.external ?? 0) + 1,
        )
        return lack === undefined ? ways([{ ...node, at: 'reading', read: true }]) : stuck(lack)
      }
      case 'reading':
        return ways([
          afterReading(node),
          onDisagreement.kind === 'noted'
            ? afterReading(node)
            : { ...node, at: 'appointing-moderators', cause: 'disagreement' },
        ])
      case 'ratifying':
        return ratification !== 'none' && ratification.mayReturn
          ? ways([decided(node), { ...node, at: 'sent-back' }])
          : ways([decided(node)])
      case 'sent-back': {
        const first = firstStageOfPeople(workflow.onSplit)
        if (first < 0) return stuck('the panel may send back, and onSplit has no meeting and no moderators to send to')
        return ways([splitFrom({ ...node, cause: 'panel' }, first)])
      }
      case 'referred':
        return ways([submitted(round + 1), { at: 'lapsed', round }])
      default:
        return ways([])
    }
  }
}

/** Gives how many moderators are asked for in a state that has them. */
function moderatorsAsked({ onSplit, onDisagreement }: WorkflowInput, { cause, stage = 0 }: GraphNode): Headcount {
  const asked = cause === 'disagreement' ? onDisagreement : onSplit[stage]
  return asked?.kind === 'moderators' ? { count: asked.count, external: asked.external } : { count: 0, external: 0 }
}

/**
 * Gives the fewest votes with the same majority and the same most cautious one: nothing else about votes matters to later
 * stages, and there are far fewer of these.
 */
function alike(workflow: WorkflowInput, votes: readonly Recommendation[]): readonly Recommendation[] {
  const of = (kind: 'majority' | 'most-cautious') => {
    const answer = settleFrom({ onSplit: [{ kind: 'meeting' }, { kind }], referral: workflow.referral }, 1, votes)
    return answer.kind === 'settled' ? answer.recommendation : undefined
  }
  const [most, cautious = { outcome: 'award' }] = [of('majority'), of('most-cautious')]
  if (most === undefined) return [{ outcome: 'award' }, cautious]
  return wordOf(most) === wordOf(cautious) ? [most] : [most, most, cautious]
}

function sorted(votes: readonly Recommendation[]): readonly Recommendation[] {
  return [...votes].sort((one, other) => (wordOf(one) < wordOf(other) ? -1 : 1))
}

function missingPeople(role: string, internal: number, external: number, available: PeopleAvailable): string {
  const need = `${internal} from inside and ${external} from outside are needed for ${role}`
  return `${need}, and ${available.because}: name more people, or ask for fewer`
}
