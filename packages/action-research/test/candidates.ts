import type {
  About,
  ActionStep,
  CommandOf,
  CommandType,
  ConsentScope,
  Inquiry,
  InquiryCommand,
  InquiryUnderway,
} from '@mentoring-commons/action-research'
import { consentScopes, intervalFacets } from '@mentoring-commons/action-research'
import { beginInquiry } from './history.ts'

const far = '9999-12-31'
const step: ActionStep = { id: 's1', action: 'Try it', observationMethods: ['journal'] }
const learning = [{ level: 'team', kind: 'process', text: 'We rush' }] as const

/** Days on which something may be accepted, in order: those that the inquiry names, one in its midst and the last there is. */
export function days(inquiry: Inquiry): readonly string[] {
  return [...new Set([...(JSON.stringify(inquiry).match(/\d{4}-\d{2}-\d{2}/g) ?? []), '2026-06-15', far])].sort()
}

type Of<Type extends CommandType> = (inquiry: InquiryUnderway, on: readonly string[]) => readonly CommandOf<Type>[]

const last = (on: readonly string[]) => on.at(-1) ?? far
const ids = (things: readonly { readonly id: string }[]) => [...things.map(({ id }) => id), 'nowhere']
const all: { readonly [Type in Exclude<CommandType, 'BeginInquiry'>]: Of<Type> } = {
  RecordEthicsApproval: ({ ethics }, on) =>
    on.map((from, index) => ({
      type: 'RecordEthicsApproval',
      approval: `new-a${ethics.length}`,
      from,
      to: on[index + 1] ?? far,
    })),
  BeginCycle: ({ cycles }, on) =>
    on.flatMap((day) => {
      const begin = { type: 'BeginCycle', cycle: `new-c${cycles.length}`, on: day, learning: [] } as const
      return [
        begin,
        ...ids(cycles).flatMap((id) => [
          { ...begin, follows: id, learning },
          { ...begin, parent: id },
          { ...begin, parent: id, detached: 'It goes on after' },
        ]),
      ]
    }),
  BeginFacet: ({ cycles }, on) =>
    ids(cycles).flatMap((cycle) =>
      intervalFacets.flatMap((facet) =>
        on.flatMap((day) => {
          const begin = { type: 'BeginFacet', cycle, facet, on: day } as const
          return [begin, { ...begin, reason: 'It was cut short' }]
        }),
      ),
    ),
  EndFacet: ({ cycles }, on) =>
    ids(cycles).flatMap((cycle) =>
      intervalFacets.flatMap((facet) => on.map((day) => ({ type: 'EndFacet', cycle, facet, on: day }) as const)),
    ),
  PlanAction: ({ cycles }, on) =>
    ids(cycles).flatMap((cycle) =>
      on.flatMap((day) => [
        { type: 'PlanAction', cycle, on: day, steps: [step] } as const,
        { type: 'PlanAction', cycle, on: day, steps: [{ ...step, observationMethods: [] }] } as const,
      ]),
    ),
  RevisePlan: ({ cycles, evidence }, on) =>
    ids(cycles).flatMap((cycle) =>
      on.flatMap((day) => {
        const revise = { type: 'RevisePlan', cycle, on: day, steps: [step], reason: 'It rained' } as const
        return [revise, ...ids(evidence).map((id) => ({ ...revise, evidence: id }))]
      }),
    ),
  RecordConsent: ({ cycles, consents }, on) =>
    ids(cycles).flatMap((cycle) =>
      on.flatMap((day) =>
        [consentScopes, ['collect', 'analyse'] as const].map((scopes) => {
          const consent = `new-k${consents.length}`
          return { type: 'RecordConsent', consent, participant: 'p1', cycle, scopes, version: '1', on: day } as const
        }),
      ),
    ),
  WithdrawConsent: ({ consents }, on) =>
    ids(consents).flatMap((consent) =>
      on.flatMap((day) =>
        [...consentScopes.map((scope): readonly ConsentScope[] => [scope]), consentScopes].map(
          (scopes) => ({ type: 'WithdrawConsent', consent, scopes, on: day }) as const,
        ),
      ),
    ),
  AddEvidence: ({ cycles, evidence, consents }, on) =>
    ids(cycles).flatMap((cycle) =>
      on.flatMap((day) =>
        (['within', 'baseline', 'follow-up'] as const).flatMap((timing) => {
          const add = { type: 'AddEvidence', evidence: `new-e${evidence.length}`, cycle, on: day, timing } as const
          return [
            { ...add, kind: 'field-notes', source: 'ana', consents: [] } as const,
            { ...add, kind: 'document', source: 'minutes', consents: [] } as const,
            ...consents.map(({ id }) => ({ ...add, kind: 'interview', source: 'p1', consents: [id] }) as const),
          ]
        }),
      ),
    ),
  Reflect: ({ cycles }, on) =>
    ids(cycles).flatMap((cycle) =>
      on.map((day) => {
        const reflection = `new-r${cycles.reduce((sum, { reflections }) => sum + reflections.length, 0)}`
        return { type: 'Reflect', cycle, reflection, by: 'ana', on: day, text: 'I see it now' } as const
      }),
    ),
  MakeClaim: ({ claims, evidence }, on) =>
    [
      ...ids(evidence).map((id) => [id]),
      evidence.slice(0, 2).map(({ id }) => id),
      evidence.map(({ id }) => id),
    ].flatMap((cited) =>
      (['team', 'public'] as const).flatMap((audience) =>
        [true, false].map((quoted) => {
          const cites = cited.map((id) => ({ evidence: id, quoted }))
          return {
            type: 'MakeClaim',
            claim: `new-m${claims.length}`,
            text: 'It helps',
            cites,
            audience,
            on: last(on),
          } as const
        }),
      ),
    ),
  AddDisconfirming: ({ claims, evidence }, on) =>
    ids(claims).flatMap((claim) => {
      const add = { type: 'AddDisconfirming', claim, on: last(on) } as const
      const none = { ...add, finding: { kind: 'none-found', where: 'the journal' } } as const
      return [none, ...ids(evidence).map((id) => ({ ...add, finding: { kind: 'found', evidence: id } }) as const)]
    }),
  HoldValidationMeeting: ({ claims, meetings }, on) =>
    [ids(claims), claims.map(({ id }) => id), ...claims.map(({ id }) => [id])].flatMap((heard) =>
      [['ana'], ['ana', 'ben']].map((attendees) => {
        const hold = { type: 'HoldValidationMeeting', meeting: `new-v${meetings.length}`, on: last(on) } as const
        return { ...hold, attendees, claims: heard, challenges: [] }
      }),
    ),
  ValidateClaim: ({ claims }, on) => ids(claims).map((claim) => ({ type: 'ValidateClaim', claim, on: last(on) })),
  CloseCycle: ({ cycles }, on) =>
    ids(cycles).flatMap((cycle) => on.map((day) => ({ type: 'CloseCycle', cycle, on: day }) as const)),
  AbandonCycle: ({ cycles }, on) =>
    ids(cycles).flatMap((cycle) =>
      on.map((day) => ({ type: 'AbandonCycle', cycle, on: day, reason: 'The group dissolved' }) as const),
    ),
  SuspendCycle: ({ cycles }, on) =>
    ids(cycles).flatMap((cycle) =>
      on.map((day) => ({ type: 'SuspendCycle', cycle, on: day, reason: 'Examinations' }) as const),
    ),
  ResumeCycle: ({ cycles }, on) =>
    ids(cycles).flatMap((cycle) => on.map((day) => ({ type: 'ResumeCycle', cycle, on: day }) as const)),
  DetachCycle: ({ cycles }, on) =>
    ids(cycles).flatMap((cycle) =>
      on.map((day) => ({ type: 'DetachCycle', cycle, on: day, reason: 'It goes on after' }) as const),
    ),
  NameStakeholder: ({ stakeholders }, on) => [
    { type: 'NameStakeholder', stakeholder: `new-s${stakeholders.length}`, who: 'First years', on: last(on) },
  ],
  RecordPart: ({ stakeholders, cycles }, on) =>
    ids(stakeholders).flatMap((stakeholder) =>
      ids(cycles).flatMap((cycle) =>
        intervalFacets.map(
          (facet) => ({ type: 'RecordPart', stakeholder, cycle, facet, part: 'They chose', on: last(on) }) as const,
        ),
      ),
    ),
  NameCriticalFriend: ({ criticalFriends }, on) =>
    ['ana', `new-f${criticalFriends.length}`].map((friend) => ({ type: 'NameCriticalFriend', friend, on: last(on) })),
  FormValidationGroup: ({ groups }, on) =>
    [['ana'], ['ana', 'ben', 'cem']].map((members) => ({
      type: 'FormValidationGroup',
      group: `new-g${groups.length}`,
      members,
      on: last(on),
    })),
  StateProblem: ({ problems }, on) => [
    { type: 'StateProblem', problem: `new-p${problems.length}`, statement: 'They do not speak', on: last(on) },
  ],
  ObserveChange: ({ problems, evidence, changes }, on) =>
    ids(problems).flatMap((problem) =>
      ids(evidence).map((id) => ({
        type: 'ObserveChange',
        change: `new-h${changes.length}`,
        problem,
        observed: 'no-change',
        text: 'Nothing changed',
        evidence: [id],
        on: last(on),
      })),
    ),
  RecordOutlook: ({ cycles, outlooks, consents }, on) =>
    ids(cycles).flatMap((cycle) =>
      on.flatMap((day) =>
        (['before', 'after'] as const).flatMap((moment) => {
          const outlook = `new-o${outlooks.length}`
          const look = { type: 'RecordOutlook', outlook, cycle, moment, on: day, text: 'I see it so' } as const
          return [
            { ...look, by: 'ana', role: 'researcher' } as const,
            ...consents.map(({ id }) => ({ ...look, by: 'p1', role: 'participant', consent: id }) as const),
          ]
        }),
      ),
    ),
  Annotate: (inquiry, on) =>
    annotatedIn(inquiry).map((about) => ({
      type: 'Annotate',
      annotation: `new-n${inquiry.annotations.length}`,
      about,
      by: 'ana',
      on: last(on),
      text: 'The date is wrong',
    })),
}

function annotatedIn({ id, cycles, claims }: InquiryUnderway): readonly About[] {
  return [
    { kind: 'inquiry', id },
    { kind: 'cycle', id: cycles[0]?.id ?? 'nowhere' },
    { kind: 'claim', id: claims[0]?.id ?? 'nowhere' },
  ]
}

/** The names of all commands. */
export const commandTypes: readonly CommandType[] = ['BeginInquiry', ...(Object.keys(all) as CommandType[])]

/** Commands of a type, good and bad, among which there is an acceptable one whenever the inquiry accepts any on these days. */
export function candidates(type: CommandType, inquiry: Inquiry, on = days(inquiry)): readonly InquiryCommand[] {
  if (type === 'BeginInquiry') return [beginInquiry]
  if (inquiry.status === 'not-begun') {
    return candidates(type, {
      ...bare,
      cycles: [{ id: 'c0', status: 'open', begunOn: far, learning: [], facets: [], reflections: [] }],
    })
  }
  return all[type](inquiry, on)
}

const bare: InquiryUnderway = {
  status: 'underway',
  id: 'i1',
  question: '?',
  values: ['trust'],
  model: 'kemmis-mctaggart',
  facets: intervalFacets,
  policy: 'responsive',
  authors: ['ana'],
  begunOn: '2026-01-05',
  ethics: [],
  cycles: [],
  consents: [],
  evidence: [],
  claims: [],
  meetings: [],
  stakeholders: [],
  criticalFriends: [],
  groups: [],
  problems: [],
  changes: [],
  outlooks: [],
  annotations: [],
}
