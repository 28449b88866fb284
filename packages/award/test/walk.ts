import {
  type AwardWorkflow,
  allowedCommands,
  awarding,
  type Candidacy,
  type CandidacyEvent,
  type CommandType,
  type Scheme,
} from '@mentoring-commons/award'
import fc from 'fast-check'
import { candidates } from './candidates.ts'
import { scheme } from './way.ts'

/** A history in which each step is one that was accepted, and the states it went through. */
export interface Walk {
  readonly schemes: readonly Scheme[]
  readonly events: readonly CandidacyEvent[]
  readonly states: readonly Candidacy[]
}

const workflows: fc.Arbitrary<Partial<AwardWorkflow>> = fc.record<Partial<AwardWorkflow>>({
  practice: fc.constantFrom(
    { relationships: 0, hours: 0, meetings: 0, duringProgramme: false },
    { relationships: 1, hours: 6, meetings: 3, duringProgramme: true },
  ),
  inquiry: fc.constantFrom<AwardWorkflow['inquiry']>('required', 'optional'),
  assessors: fc.integer({ min: 1, max: 3 }),
  moderation: fc.record({ share: fc.constantFrom(0, 0.5, 1), seed: fc.constantFrom('one', 'two') }),
  decidedBy: fc.constantFrom<AwardWorkflow['decidedBy']>('anyone', 'others'),
  resubmission: fc.constantFrom<AwardWorkflow['resubmission']>(
    'none',
    { attemptsMax: 2, withinDays: 1 },
    { attemptsMax: 3, withinDays: 60 },
  ),
  appeal: fc.constantFrom<AwardWorkflow['appeal']>('none', { withinDays: 1 }, { withinDays: 20 }),
})

/** Walks of up to so many steps, most of them towards the award. */
export function walks(length: number): fc.Arbitrary<Walk> {
  return fc
    .record({
      over: workflows,
      picks: fc.noBias(fc.array(fc.nat(), { minLength: Math.floor(length / 2), maxLength: length, size: 'max' })),
    })
    .map(({ over, picks }) => walk([scheme(over)], picks))
}

const aside = [
  'Withdraw',
  'DeclareRelation',
  'StandDown',
  'Defer',
  'UnlinkRelationship',
  'RecountRelationship',
  'Revoke',
]
const main = ['Submit', 'AppointAssessor', 'Judge', 'Moderate', 'Decide', 'Confer', 'Appeal', 'DecideAppeal', 'Resume']

function walk(schemes: readonly Scheme[], picks: readonly number[]): Walk {
  const decider = awarding(schemes)
  const events: CandidacyEvent[] = []
  const states: Candidacy[] = [decider.initialState]
  for (const pick of picks) {
    const state = states.at(-1) ?? decider.initialState
    const type = choose(allowedCommands(state, schemes), pick)
    if (type === undefined) break
    const near = candidates(type, state).filter(({ on }) => on < '2900-01-01')
    const answers = near.flatMap((command) => {
      const decision = decider.decide(command, state)
      return decision.refusal ? [] : [decision.events]
    })
    const chosen = answers[Math.floor(pick / 1009) % Math.max(answers.length, 1)] ?? []
    events.push(...chosen)
    states.push(chosen.reduce(decider.evolve, state))
  }
  return { schemes, events, states }
}

/** A type of those allowed: mostly a main step, seldom one that leads aside. */
function choose(allowed: readonly CommandType[], pick: number): CommandType | undefined {
  const onward = allowed.filter((type) => !aside.includes(type))
  const [mains, seldom] = [allowed.filter((type) => main.includes(type)), pick % 17 === 0]
  const from = seldom || onward.length === 0 ? allowed : pick % 2 === 0 && mains.length > 0 ? mains : onward
  return from[Math.floor(pick / 17) % Math.max(from.length, 1)]
}
