import type { Candidacy, CandidacyCommand, CommandType, Enrolled, Finding } from '@mentoring-commons/award'
import { assessmentOf } from './invariants.ts'
import { hash, mapping } from './way.ts'

/** The day some days after another. */
export function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

const crowd = ['candidate', 'coordinator', 'ada', 'ben', 'cal', 'dee', 'mod', 'mob', 'chair', 'vice', 'eve', 'fay']

/** Days worth trying in a state: that of the last thing on record, some after it, just after each limit, and the last of all. */
export function days(state: Candidacy): readonly string[] {
  if (state.status === 'not-enrolled') return ['2019-12-31', '2020-01-01', '2026-01-10']
  const last = state.file.lastOn
  const limits = state.status === 'referred' ? [state.decision.deadline, later(state.decision.deadline, 1)] : []
  return [...new Set([last, later(last, 3), ...limits, '2999-12-31'])].filter((day) => day <= '2999-12-31')
}

/** Commands of a type, among them one that is accepted if any is. */
export function candidates(type: CommandType, state: Candidacy): readonly CandidacyCommand[] {
  const people = [...crowd, 'new']
  return days(state).flatMap((on) =>
    people.flatMap((by) =>
      bodies(type, state, on).map((body) => ({ type, by, on, ...body }) as unknown as CandidacyCommand),
    ),
  )
}

function bodies(type: CommandType, state: Candidacy, on: string): readonly object[] {
  if (type === 'Enrol') {
    return ['synthetic-award', 'another'].map((scheme) => ({ candidacy: 'c1', candidate: 'candidate', scheme }))
  }
  if (state.status === 'not-enrolled') return [{}]
  const { file } = state
  const panel = assessmentOf(state)
  switch (type) {
    case 'LinkRelationship':
      return [{ relationship: fresh('r', file.relationships), from: '2019-01-01', hours: 7, meetings: 4 }]
    case 'RecountRelationship':
      return file.relationships.map(({ id }) => ({ relationship: id, from: '2019-01-01', hours: 1, meetings: 1 }))
    case 'UnlinkRelationship':
      return file.relationships.map(({ id }) => ({ relationship: id }))
    case 'LinkInquiry':
      return [{ inquiry: 'i1', streamVersion: (file.inquiry?.streamVersion ?? 0) + 1 }]
    case 'DeclareRelation':
      return ['ada', 'mod', `person-${file.relations.length}`].flatMap((person) =>
        ['mentor', 'same-unit'].map((relation) => ({ person, relation })),
      )
    case 'TakeSnapshot':
      return [mapping, mapping.slice(1)].map((each) => ({
        snapshot: fresh('s', file.snapshots),
        contentHash: hash(file.snapshots.length % 10),
        mapping: each,
      }))
    case 'Submit':
      return file.snapshots.map(({ id }) => ({ snapshot: id }))
    case 'AppointAssessor':
    case 'AppointModerator':
      return [...crowd, 'new'].map((person) => ({ person, relations: [] }))
    case 'StandDown':
      return [...crowd, 'new'].map((person) => ({ person }))
    case 'Judge':
      return (panel?.submission.outcomes ?? []).flatMap((outcome) =>
        (['shown', 'not-yet-shown', 'cannot-tell'] as const satisfies readonly Finding[]).map((finding) => ({
          outcome,
          finding,
          reasons: ['evidence-thin'],
        })),
      )
    case 'Moderate':
      return state.status === 'moderating' ? moderations(state) : [{ findings: [] }]
    case 'Decide':
      return ['award', 'refer', 'not-award'].map((decision) => ({ decision, reason: 'As assessed' }))
    case 'Appeal':
      return [{ grounds: ['procedure-not-followed'] }]
    case 'DecideAppeal':
      return ['dismissed', 'back-to-assessment', 'back-to-decision'].map((decision) => ({ decision }))
    case 'Defer':
      return [{ until: later(on, 30) }, { until: '2999-12-31' }]
    case 'Revoke':
      return [{ reason: 'conferred-in-error' }]
    default:
      return [{}]
  }
}

function moderations({ outcomes }: Extract<Enrolled, { status: 'moderating' }>): readonly object[] {
  return (['shown', 'not-yet-shown'] as const).map((finding) => ({
    findings: outcomes.map((outcome) => ({ outcome, finding, reasons: ['evidence-thin'] })),
  }))
}

function fresh(letter: string, taken: readonly { readonly id: string }[]): string {
  const free = Array.from({ length: taken.length + 1 }, (_, index) => `${letter}${index + 1}`)
  return free.find((id) => !taken.some((each) => each.id === id)) ?? letter
}
