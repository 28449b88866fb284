import type { InquiryCommand, InquiryEvent } from '@mentoring-commons/action-research'
import { actionResearch, fold } from '@mentoring-commons/action-research'

const decider = actionResearch()

/** The events of commands that must all be accepted, from a history on. */
export function play(before: readonly InquiryEvent[], ...commands: readonly InquiryCommand[]): readonly InquiryEvent[] {
  const events = [...before]
  for (const command of commands) {
    const decision = decider.decide(command, fold(decider, events))
    if ('refusal' in decision) throw new Error(`${command.type}: ${decision.refusal.message}`)
    events.push(...decision.events)
  }
  return events
}

export const beginInquiry = {
  type: 'BeginInquiry',
  inquiry: 'i1',
  question: 'How do I make first meetings with mentees more open?',
  values: ['trust'],
  model: 'kemmis-mctaggart',
  policy: 'responsive',
  authors: ['ana'],
  on: '2026-01-05',
} as const

export const approval = { type: 'RecordEthicsApproval', approval: 'a1', from: '2026-02-01', to: '2026-06-30' } as const
export const beginCycle = { type: 'BeginCycle', cycle: 'c1', on: '2026-01-12', learning: [] } as const
export const step = { id: 's1', action: 'Open with a story', observationMethods: ['journal'] } as const
export const planAction = { type: 'PlanAction', cycle: 'c1', on: '2026-01-20', steps: [step] } as const

export const begin = (facet: 'diagnose' | 'plan' | 'act' | 'observe' | 'reflect', on: string) =>
  ({ type: 'BeginFacet', cycle: 'c1', facet, on }) as const
export const end = (facet: 'diagnose' | 'plan' | 'act' | 'observe' | 'reflect', on: string) =>
  ({ type: 'EndFacet', cycle: 'c1', facet, on }) as const

export const consent = {
  type: 'RecordConsent',
  consent: 'k1',
  participant: 'p1',
  cycle: 'c1',
  scopes: ['collect', 'analyse', 'quote', 'report-internal'],
  version: '1',
  on: '2026-01-15',
} as const
export const interview = {
  type: 'AddEvidence',
  evidence: 'e1',
  cycle: 'c1',
  kind: 'interview',
  source: 'p1',
  on: '2026-03-01',
  timing: 'within',
  consents: ['k1'],
} as const
export const notes = {
  type: 'AddEvidence',
  evidence: 'e2',
  cycle: 'c1',
  kind: 'field-notes',
  source: 'ana',
  on: '2026-03-02',
  timing: 'within',
  consents: [],
} as const
export const claim = {
  type: 'MakeClaim',
  claim: 'm1',
  text: 'Stories open meetings',
  cites: [
    { evidence: 'e1', quoted: false },
    { evidence: 'e2', quoted: false },
  ],
  audience: 'internal',
  on: '2026-04-01',
} as const
export const noneFound = {
  type: 'AddDisconfirming',
  claim: 'm1',
  on: '2026-04-02',
  finding: { kind: 'none-found', where: 'all journal entries of March' },
} as const
export const meeting = {
  type: 'HoldValidationMeeting',
  meeting: 'v1',
  on: '2026-04-10',
  attendees: ['ana', 'ben'],
  claims: ['m1'],
  challenges: [{ challenge: 'Is it the story or the coffee?', response: 'Both; the claim now says so' }],
} as const
export const reflect = {
  type: 'Reflect',
  cycle: 'c1',
  reflection: 'r1',
  by: 'ana',
  on: '2026-04-15',
  text: 'I talk too much',
} as const

/** An inquiry with a cycle. */
export const begun = play([], beginInquiry, beginCycle)
/** A cycle with a plan, still planning. */
export const planned = play(begun, begin('plan', '2026-01-15'), planAction)
/** A cycle that acts, observes at the same time, and has evidence. */
export const acting = play(
  planned,
  approval,
  end('plan', '2026-01-31'),
  begin('act', '2026-02-01'),
  begin('observe', '2026-02-10'),
  consent,
  interview,
  notes,
)
/** A claim that only waits to be validated. */
export const heard = play(acting, claim, noneFound, meeting)
/** A cycle that may be closed. */
export const reflected = play(
  heard,
  { type: 'ValidateClaim', claim: 'm1', on: '2026-04-10' },
  end('act', '2026-03-31'),
  end('observe', '2026-04-05'),
  begin('reflect', '2026-04-12'),
  reflect,
)
/** A closed cycle. */
export const closed = play(reflected, { type: 'CloseCycle', cycle: 'c1', on: '2026-04-30' })
