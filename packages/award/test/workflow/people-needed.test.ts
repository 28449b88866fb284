import {
  type AwardWorkflow,
  awarding,
  type Candidacy,
  type CandidacyCommand,
  defineWorkflow,
  peopleNeeded,
} from '@mentoring-commons/award'
import { expect, test } from 'vitest'
import { at, command, outcomes, scheme, toSubmitted, workflow } from '../way.ts'

const day = '2026-05-02'
const waiting: readonly Candidacy['status'][] = ['assessing', 'moderating', 'assessed', 'to-be-conferred', 'appealing']

/** Everything that so many people can do to a submission, in the least favourable order. */
function doings(people: readonly string[], state: Candidacy): readonly CandidacyCommand[] {
  const moderation = state.status === 'moderating' ? state.outcomes : []
  return people.flatMap((by): readonly CandidacyCommand[] => [
    command('AppointAssessor', day, { person: by, relations: [] }),
    command('AppointModerator', day, { person: by, relations: [] }),
    ...outcomes.slice(0, 2).map((outcome) => command('Judge', day, { by, outcome, finding: 'shown', reasons: [] })),
    ...(['not-yet-shown', 'cannot-tell'] as const).map((finding) =>
      command('Judge', day, { by, outcome: 'special:1', finding, reasons: ['evidence-thin'] }),
    ),
    command('Moderate', day, {
      by,
      findings: moderation.map((outcome) => ({
        outcome,
        finding: 'not-yet-shown' as const,
        reasons: ['evidence-thin'] as const,
      })),
    }),
    command('Decide', day, { by, decision: 'not-award', reason: 'As assessed' }),
    ...(['dismissed', 'back-to-assessment', 'back-to-decision'] as const).map((decision) =>
      command('DecideAppeal', day, { by, decision }),
    ),
  ])
}

/** Whether things can come to a halt with so many people and nobody standing down: every course is tried. */
function canHalt(count: number, over: Partial<AwardWorkflow>): boolean {
  const schemes = [scheme(over)]
  const decider = awarding(schemes)
  const people = Array.from({ length: count }, (_, index) => `p${index + 1}`)
  const others = [
    command('SelectForModeration', day, {}),
    command('Appeal', day, { by: 'candidate', grounds: ['evidence-overlooked'] }),
  ]
  const start = at(toSubmitted, schemes)
  const [seen, stack] = [new Set<string>(), [start]]
  for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
    const now = state
    const next = doings(people, now).flatMap((each) => decider.decide(each, now).events ?? []).length
    if (waiting.includes(now.status) && next === 0) return true
    for (const each of [...doings(people, now), ...others]) {
      const { events } = decider.decide(each, now)
      if (events === undefined) continue
      const after = events.reduce(decider.evolve, now)
      const key = renamed(JSON.stringify(after))
      if (seen.has(key)) continue
      seen.add(key)
      stack.push(after)
    }
  }
  return false
}

/** The same text with people named in the order in which they appear, since they are all alike. */
function renamed(text: string): string {
  const names = new Map<string, string>()
  return text.replaceAll(/"p\d+"/g, (name) => {
    const known = names.get(name) ?? `"q${names.size}"`
    names.set(name, known)
    return known
  })
}

const courses: readonly Partial<AwardWorkflow>[] = [
  { assessors: 1, decidedBy: 'anyone', appeal: 'none' },
  { assessors: 1, decidedBy: 'others', appeal: 'none' },
  { assessors: 1, decidedBy: 'anyone', appeal: { withinDays: 20 } },
  { assessors: 1, decidedBy: 'others', appeal: { withinDays: 20 } },
  { assessors: 2, decidedBy: 'anyone', appeal: 'none' },
]

for (const course of courses) {
  const over = { ...course, resubmission: 'none' } as const
  const { assessors, decidedBy, appeal } = { ...workflow, ...over }
  const needed = peopleNeeded({ assessors, decidedBy, appeal })
  const how = `${assessors} to assess, ${decidedBy} deciding and ${appeal === 'none' ? 'no' : 'an'} appeal`

  test(`with ${how}, ${needed} people are enough whatever happens, and one fewer is not`, () => {
    expect(canHalt(needed, over)).toBe(false)
    expect(canHalt(needed - 1, over)).toBe(true)
    expect(defineWorkflow({ ...workflow, ...over, people: needed }).value?.people).toBe(needed)
    expect(defineWorkflow({ ...workflow, ...over, people: needed - 1 }).refusal?.code).toBe('workflow-dead-end')
  })
}
