import {
  actionResearch,
  allowedCommands,
  type Inquiry,
  type InquiryCommand,
  type InquiryEvent,
  type Policy,
} from '@mentoring-commons/action-research'
import fc from 'fast-check'
import { candidates, commandTypes } from './candidates.ts'

const decider = actionResearch()
const seldom = ['AbandonCycle', 'WithdrawConsent', 'RecordEthicsApproval', 'BeginCycle', 'RecordConsent']
const aside = [
  'SuspendCycle',
  'DetachCycle',
  'NameStakeholder',
  'RecordPart',
  'NameCriticalFriend',
  'FormValidationGroup',
  'StateProblem',
  'ObserveChange',
  'RecordOutlook',
  'Annotate',
]

/** A history made by random commands, and the states along it, one longer than the history. */
export interface Walk {
  readonly events: readonly InquiryEvent[]
  readonly states: readonly Inquiry[]
}

const day = (number: number) => new Date(Date.UTC(2026, 0, 5 + number)).toISOString().slice(0, 10)

/**
 * Walks of random commands while the days pass, on either policy: each step picks a type and a command of it, nine times
 * in ten one that is accepted, so that walks go deep; what is refused leaves no event.
 */
export const walks: fc.Arbitrary<Walk> = fc
  .tuple(
    fc.constantFrom<Policy>('responsive', 'responsive', 'strict'),
    fc.array(fc.record({ type: fc.nat(), pick: fc.nat(), wild: fc.nat(9) }), {
      minLength: 5,
      maxLength: 80,
      size: 'max',
    }),
  )
  .map(([policy, steps]) => {
    const events: InquiryEvent[] = []
    const states: Inquiry[] = [decider.initialState]
    for (const [index, { type, pick, wild }] of steps.entries()) {
      const state = states.at(-1) ?? decider.initialState
      const allowed = allowedCommands(state)
      const rare = allowed.filter((name) => ['CloseCycle', 'ValidateClaim', 'ResumeCycle'].includes(name))
      const usual = allowed.filter(
        (name) => (wild === 1 || !seldom.includes(name)) && (wild === 2 || !aside.includes(name)),
      )
      const types = wild === 0 ? commandTypes : rare.length > 0 && wild > 4 ? rare : usual
      const name = types[type % types.length] ?? 'BeginCycle'
      const all = candidates(name, state, [day(7 * index), day(7 * index + 3), day(7 * index + 90)])
      const turned = [...all.slice(pick % all.length), ...all.slice(0, pick % all.length)]
      const tried = (wild === 0 ? turned.slice(0, 1) : turned).map((command) =>
        command.type === 'BeginInquiry' ? { ...command, policy } : command,
      )
      for (const event of firstAccepted(tried, state)) {
        events.push(event)
        states.push(decider.evolve(states.at(-1) ?? decider.initialState, event))
      }
    }
    return { events, states }
  })

function firstAccepted(commands: readonly InquiryCommand[], state: Inquiry): readonly InquiryEvent[] {
  for (const command of commands) {
    const decision = decider.decide(command, state)
    if ('events' in decision) return decision.events
  }
  return []
}
