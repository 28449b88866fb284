import type { Candidacy, CandidacyEvent, Panel, SettledAssessment } from '@mentoring-commons/award'
import type { Reached } from './explore.ts'

type Assessment = Panel & Partial<Pick<SettledAssessment, 'results' | 'moderation'>>

/** What is judged in a state, if anything is. */
export function assessmentOf(state: Candidacy): Assessment | undefined {
  if (state.status === 'assessing' || state.status === 'moderating') return state
  if (state.status === 'appealing') return state.against.assessment
  return 'assessment' in state ? state.assessment : undefined
}

function peopleOf(state: Candidacy): readonly string[] {
  const panel = assessmentOf(state)
  if (panel === undefined) return []
  const moderators = state.status === 'moderating' ? [state.moderator] : [panel.moderation?.moderator]
  const people = [...panel.assessors, ...panel.judgements.map(({ assessor }) => assessor), ...moderators]
  return people.filter((person) => person !== undefined)
}

const deciding: readonly CandidacyEvent['type'][] = [
  'AwardDecided',
  'ReferralDecided',
  'NoAwardDecided',
  'AwardConferred',
  'AppealDismissed',
  'AppealUpheld',
]

function findingsOn({ judgements }: Assessment, outcome: string): ReadonlySet<string> {
  return new Set(judgements.filter((each) => each.outcome === outcome).map(({ finding }) => finding))
}

/** What must hold in every state that can be reached, by name. */
export const invariants: Readonly<Record<string, (reached: Reached) => boolean>> = {
  'nobody assesses, moderates or decides on their own portfolio': ({ state, events }) => {
    if (state.status === 'not-enrolled') return true
    const { candidate } = state.file
    return (
      !peopleOf(state).includes(candidate) &&
      events.every(({ type, by }) => !deciding.includes(type) || by !== candidate)
    )
  },
  'until the award is conferred, nobody has a part in it whom a relation keeps out': ({ state }) => {
    if (!['assessing', 'moderating', 'assessed', 'to-be-conferred'].includes(state.status)) return true
    if (state.status === 'not-enrolled') return true
    const { relations, workflow } = state.file
    const people = [...peopleOf(state), ...(state.status === 'to-be-conferred' ? [state.decision.by] : [])]
    return !relations.some(({ person, relation }) => workflow.keptOut.includes(relation) && people.includes(person))
  },
  'no award without a decision that stands': ({ events }) => {
    const conferred = events.findIndex(({ type }) => type === 'AwardConferred')
    if (conferred < 0) return true
    const earlier = events.slice(0, conferred).map(({ type }) => type)
    const undone = Math.max(
      ...(['Submitted', 'DecisionSetAside', 'AssessorStoodDown', 'ModeratorStoodDown', 'AppealUpheld'] as const).map(
        (type) => earlier.lastIndexOf(type),
      ),
    )
    return earlier.lastIndexOf('AwardDecided') > undone
  },
  'an award only where every outcome is shown': ({ state }) =>
    (state.status !== 'to-be-conferred' && state.status !== 'awarded') ||
    (state.assessment.results.length > 0 && state.assessment.results.every(({ finding }) => finding === 'shown')),
  'what is decided is the snapshot that was submitted last': ({ state }) => {
    const panel = assessmentOf(state)
    return (
      panel === undefined ||
      state.status === 'not-enrolled' ||
      panel.submission.snapshot.id === state.file.submitted.at(-1)
    )
  },
  'a snapshot never changes': ({ state, events }) => {
    if (state.status === 'not-enrolled') return true
    const panel = assessmentOf(state)
    const kept = [...state.file.snapshots, ...(panel === undefined ? [] : [panel.submission.snapshot])]
    return kept.every((snapshot) => {
      const taken = events.find((event) => event.type === 'SnapshotTaken' && event.snapshot === snapshot.id)
      if (taken?.type !== 'SnapshotTaken') return false
      const { contentHash, mapping, relationships, inquiry } = taken
      const same = { contentHash, mapping, relationships, inquiry }
      return JSON.stringify(same) === JSON.stringify({ ...same, ...pick(snapshot) })
    })
  },
  'what assessors differ on, or cannot tell, is moderated': ({ state }) => {
    const panel = assessmentOf(state)
    if (panel?.results === undefined) return true
    return panel.submission.outcomes.every((outcome) => {
      const found = findingsOn(panel, outcome)
      const result = panel.results?.find((each) => each.outcome === outcome)
      return result?.by === 'moderator' || (found.size === 1 && result?.finding === [...found][0])
    })
  },
  'a moderator is none of the assessors': ({ state }) => {
    const panel = assessmentOf(state)
    const moderator = state.status === 'moderating' ? state.moderator : panel?.moderation?.moderator
    return moderator === undefined || !panel?.assessors.includes(moderator)
  },
  'no assessor judges an outcome twice, and nobody else judges': ({ state }) => {
    const panel = assessmentOf(state)
    if (panel === undefined) return true
    const pairs = panel.judgements.map(({ assessor, outcome }) => `${assessor} ${outcome}`)
    return (
      new Set(pairs).size === pairs.length && panel.judgements.every((each) => panel.assessors.includes(each.assessor))
    )
  },
  'every outcome to assess has as many judgements as there are assessors once it is settled': ({ state }) => {
    const panel = assessmentOf(state)
    if (panel?.results === undefined || state.status === 'not-enrolled') return true
    const { assessors } = state.file.workflow
    return panel.submission.outcomes.every(
      (outcome) => panel.judgements.filter((each) => each.outcome === outcome).length === assessors,
    )
  },
  'nobody submits more often than the workflow allows': ({ state }) => {
    if (state.status === 'not-enrolled') return true
    const { resubmission } = state.file.workflow
    return state.file.submitted.length <= (resubmission === 'none' ? 1 : resubmission.attemptsMax)
  },
  'whoever decided an appeal, or acted before one was upheld, has no part in what follows': ({ state }) => {
    const panel = assessmentOf(state)
    if (panel === undefined) return true
    const decider = 'decision' in state ? [state.decision.by] : []
    const { excluded } = panel.submission
    if (state.status === 'not-awarded' && state.decision.lapsed) return true
    const redone = state.status === 'assessing' || state.status === 'moderating' ? peopleOf(state) : []
    return ![...redone, ...decider].some((person) => excluded.includes(person))
  },
  'a submission is appealed once at most': ({ events }) => {
    const submitted = events.map(({ type }) => type)
    return submitted.every((type, index) => {
      if (type !== 'Submitted') return true
      const rest = submitted.slice(index + 1)
      const until = rest.indexOf('Submitted')
      const own = until < 0 ? rest : rest.slice(0, until)
      return own.filter((each) => each === 'AppealRaised').length <= 1
    })
  },
  'days never go back': ({ events }) =>
    events.every(({ on }, index) => index === 0 || on >= (events[index - 1]?.on ?? on)),
  'the last day on record is that of the last event': ({ state, events }) =>
    state.status === 'not-enrolled' || state.file.lastOn === events.at(-1)?.on,
}

function pick({ contentHash, mapping, relationships, inquiry }: Panel['submission']['snapshot']) {
  return { contentHash, mapping, relationships, inquiry }
}
