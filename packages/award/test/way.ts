import {
  type AwardWorkflow,
  awarding,
  type Candidacy,
  type CandidacyCommand,
  type CandidacyEvent,
  type CommandOf,
  type CommandType,
  type EventOf,
  type EventType,
  type EvidenceMapping,
  type Finding,
  fold,
  type JudgementReason,
  type Refusal,
  requireSet,
  type Scheme,
} from '@mentoring-commons/award'
import { completeSet, handbook, version } from './samples.ts'

/** A workflow in which every step of the way can occur. */
export const workflow: AwardWorkflow = {
  practice: { relationships: 1, hours: 6, meetings: 3, duringProgramme: true },
  inquiry: 'required',
  assessors: 2,
  keptOut: ['mentor', 'line-manager', 'declared-interest'],
  moderation: { share: 0, seed: 'synthetic' },
  decidedBy: 'others',
  resubmission: { attemptsMax: 2, withinDays: 60 },
  appeal: { withinDays: 20, decideWithinDays: 30 },
  clocks: { assessWithinDays: 30, moderateWithinDays: 14, decideWithinDays: 21, conferWithinDays: 10 },
}

/** A scheme with one outcome in each group, one version, recognised since 2020. */
export function scheme(over: Partial<AwardWorkflow> = {}): Scheme {
  return {
    id: 'synthetic-award',
    key: 'synthetic-award',
    title: 'Synthetic award',
    provider: 'Synthetic university',
    recognisingBody: { name: 'Synthetic body', ...handbook },
    ...handbook,
    versions: [
      version('1', {
        validFrom: '2020-01-01',
        outcomes: [
          requireSet(completeSet('values', 'value', 1), handbook),
          requireSet(completeSet('core', 'core', 1), handbook),
          requireSet(completeSet('special', 'specialist', 1), handbook),
        ],
        recognition: [
          {
            body: 'Synthetic body',
            under: 'Synthetic scheme',
            term: 'recognition',
            recognisedOn: '2020-01-01',
            ...handbook,
          },
        ],
        workflow: { ...workflow, ...over },
      }),
    ],
  }
}

/** The outcomes of that scheme. */
export const outcomes = ['values:1', 'core:1', 'special:1'] as const

/** Evidence for each of them. */
export const mapping: readonly EvidenceMapping[] = outcomes.map((outcome) => ({
  outcome,
  evidenceIds: ['reflection-1'],
}))

/** Hashes that differ by their first digit. */
export const hash = (digit: number) => String(digit).repeat(64)

/** A command by its usual actor, on a day. */
export function command<Type extends CommandType>(
  type: Type,
  on: string,
  fields: Omit<CommandOf<Type>, 'type' | 'on' | 'by'> & { readonly by?: string },
): CommandOf<Type> {
  return { type, by: 'coordinator', on, ...fields } as unknown as CommandOf<Type>
}

export const enrol = command('Enrol', '2026-01-10', {
  candidacy: 'c1',
  candidate: 'candidate',
  scheme: 'synthetic-award',
})
export const link = command('LinkRelationship', '2026-03-01', {
  by: 'candidate',
  relationship: 'r1',
  from: '2025-11-01',
  hours: 8,
  meetings: 5,
})
export const linkInquiry = command('LinkInquiry', '2026-03-02', { by: 'candidate', inquiry: 'i1', streamVersion: 12 })
export const snapshot = command('TakeSnapshot', '2026-04-01', {
  by: 'candidate',
  snapshot: 's1',
  contentHash: hash(1),
  mapping,
})
export const submit = command('Submit', '2026-04-02', { by: 'candidate', snapshot: 's1' })

export function appoint(person: string, on = '2026-04-03'): CandidacyCommand {
  return command('AppointAssessor', on, { person, relations: [] })
}

export function judge(by: string, outcome: string, finding: Finding = 'shown', on = '2026-04-20'): CandidacyCommand {
  const reasons: readonly JudgementReason[] = finding === 'shown' ? [] : ['evidence-thin']
  return command('Judge', on, { by, outcome, finding, reasons })
}

/** All judgements of two assessors, each finding the same of each outcome unless told otherwise. */
export function judgeAll(
  found: Readonly<Record<string, readonly [Finding, Finding]>> = {},
  people: readonly [string, string] = ['ada', 'ben'],
  on = '2026-04-20',
  which: readonly string[] = outcomes,
): readonly CandidacyCommand[] {
  return which.flatMap((outcome) =>
    people.map((person, index) => judge(person, outcome, found[outcome]?.[index] ?? 'shown', on)),
  )
}

export const toSubmitted = [enrol, link, linkInquiry, snapshot, submit]
export const toAppointed = [...toSubmitted, appoint('ada'), appoint('ben')]
export const toAssessed = [...toAppointed, ...judgeAll()]
export const notYet = { 'core:1': ['not-yet-shown', 'not-yet-shown'] } as const
export const toReferred = [
  ...toAppointed,
  ...judgeAll(notYet),
  command('Decide', '2026-05-01', { by: 'chair', decision: 'refer' }),
]
export const award = command('Decide', '2026-05-01', { by: 'chair', decision: 'award' })
export const confer = command('Confer', '2026-05-05', {})
export const toAwarded = [...toAssessed, award, confer]

/** Where commands lead that must all be accepted. */
export function play(commands: readonly CandidacyCommand[], schemes: readonly Scheme[] = [scheme()]) {
  const decider = awarding(schemes)
  const events: CandidacyEvent[] = []
  let state: Candidacy = decider.initialState
  for (const each of commands) {
    const decision = decider.decide(each, state)
    if (decision.refusal)
      throw new Error(`${each.type} on ${each.on}: ${decision.refusal.code}: ${decision.refusal.message}`)
    events.push(...decision.events)
    state = fold(decider, events)
  }
  return { events, state }
}

/** Where commands lead. */
export const at = (commands: readonly CandidacyCommand[], schemes?: readonly Scheme[]): Candidacy =>
  play(commands, schemes).state

/** What a command leads to after others: its events, or the refusal's code. */
export function after(
  commands: readonly CandidacyCommand[],
  last: CandidacyCommand,
  schemes: readonly Scheme[] = [scheme()],
) {
  const { events, refusal } = awarding(schemes).decide(last, at(commands, schemes))
  return refusal === undefined ? events : refusal.code
}

/** The refusal of a command after others. */
export function refusalOf(
  commands: readonly CandidacyCommand[],
  last: CandidacyCommand,
  schemes: readonly Scheme[] = [scheme()],
): Refusal {
  const { refusal } = awarding(schemes).decide(last, at(commands, schemes))
  if (refusal === undefined) throw new Error(`${last.type} was accepted`)
  return refusal
}

/** The state, which must have this status. */
export function stateIn<Status extends Candidacy['status']>(
  state: Candidacy,
  status: Status,
): Extract<Candidacy, { readonly status: Status }> {
  if (state.status !== status) throw new Error(`the candidacy is ${state.status}, not ${status}`)
  return state as Extract<Candidacy, { readonly status: Status }>
}

/** The last event of a type. */
export function lastOf<Type extends EventType>(events: readonly CandidacyEvent[], type: Type): EventOf<Type> {
  const event = events.filter((each) => each.type === type).at(-1)
  if (event === undefined) throw new Error(`no ${type} among ${events.map((each) => each.type).join(', ')}`)
  return event as EventOf<Type>
}
