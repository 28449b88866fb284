import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../step/program.ts'
import { median } from './alternate.ts'
import type { Bench, Result, Setting } from './bench.ts'
import { measurePortfolio } from './inquiry-portfolio.ts'
import { foldNaively } from './peers/naive-fold.ts'

/** A command or an event: a type, and what it says. */
export interface Said {
  readonly type: string
  readonly [field: string]: unknown
}

interface State {
  readonly status: string
  readonly cycles?: readonly object[]
}

interface Decider {
  readonly initialState: State
  decide(
    command: Said,
    state: State,
  ): { readonly events?: readonly Said[]; readonly refusal?: { readonly message: string } }
  evolve(state: State, event: Said): State
}

/** What of the package is measured. */
export interface Inquiries {
  actionResearch(): Decider
  fold(decider: Decider, events: readonly Said[]): State
  restore(events: readonly Said[]): { readonly value?: State }
}

const dayOf = (number: number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10)

/** The commands of one whole turn, from planning to closing, with evidence, a claim and its validation. */
function turn(at: number): readonly Said[] {
  const cycle = `c${at}`
  const on = (day: number) => dayOf(at * 20 + day)
  const evidence = (number: number, kind: string) => ({
    type: 'AddEvidence',
    evidence: `e${at}-${number}`,
    cycle,
    kind,
    source: `source-${number}`,
    on: on(5),
    timing: 'within',
    consents: kind === 'interview' ? [`k${at}`] : [],
  })
  const facet = (type: string, name: string, day: number) => ({ type, cycle, facet: name, on: on(day) })
  const cites = [1, 2].map((number) => ({ evidence: `e${at}-${number}`, quoted: false }))
  const claim = `m${at}`
  return [
    { type: 'BeginCycle', cycle, on: on(0), learning: [] },
    facet('BeginFacet', 'plan', 1),
    { type: 'PlanAction', cycle, on: on(1), steps: [{ id: 's', action: 'Try it', observationMethods: ['journal'] }] },
    facet('EndFacet', 'plan', 2),
    facet('BeginFacet', 'act', 3),
    facet('BeginFacet', 'observe', 3),
    {
      type: 'RecordConsent',
      consent: `k${at}`,
      participant: 'p',
      cycle,
      scopes: ['collect', 'analyse'],
      version: '1',
      on: on(3),
    },
    evidence(1, 'interview'),
    evidence(2, 'field-notes'),
    evidence(3, 'document'),
    {
      type: 'RevisePlan',
      cycle,
      on: on(6),
      steps: [{ id: 's', action: 'Try on', observationMethods: ['journal'] }],
      reason: 'It rained',
    },
    facet('EndFacet', 'act', 8),
    facet('EndFacet', 'observe', 9),
    { type: 'MakeClaim', claim, text: 'It helps', cites, audience: 'team', on: on(10) },
    { type: 'AddDisconfirming', claim, on: on(11), finding: { kind: 'none-found', where: 'the journal' } },
    {
      type: 'HoldValidationMeeting',
      meeting: `v${at}`,
      on: on(12),
      attendees: ['a', 'b'],
      claims: [claim],
      challenges: [],
    },
    { type: 'ValidateClaim', claim, on: on(12) },
    facet('BeginFacet', 'reflect', 13),
    { type: 'Reflect', cycle, reflection: `r${at}`, by: 'a', on: on(14), text: 'I see it now' },
    { type: 'CloseCycle', cycle, on: on(15) },
  ]
}

/** A history of a given length that the package itself has decided: whole turns one after the other, the last one cut off. */
export function history({ actionResearch }: Pick<Inquiries, 'actionResearch'>, size: number): readonly Said[] {
  const decider = actionResearch()
  const events: Said[] = []
  let state = decider.initialState
  const say = (command: Said) => {
    const decision = decider.decide(command, state)
    if (decision.events === undefined) throw new Error(`${command.type}: ${decision.refusal?.message}`)
    events.push(...decision.events)
    state = decision.events.reduce(decider.evolve, state)
  }
  say({
    type: 'BeginInquiry',
    inquiry: 'i',
    question: 'What helps?',
    values: ['trust'],
    model: 'kemmis-mctaggart',
    policy: 'responsive',
    authors: ['a'],
    on: dayOf(0),
  })
  say({ type: 'RecordEthicsApproval', approval: 'a', from: dayOf(0), to: dayOf(20_000) })
  for (let at = 0; events.length < size; at += 1) for (const command of turn(at)) say(command)
  return events.slice(0, size)
}

/** The processor time of this process, all its threads, in microseconds. */
const cpuUs = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** The median of what one turn takes, in milliseconds of processor time, over samples of ten turns each. */
function msEach(samples: number, run: () => void): number {
  for (let warm = 0; warm < 100; warm += 1) run()
  const figures = Array.from({ length: samples }, () => {
    const before = cpuUs()
    for (let at = 0; at < 10; at += 1) run()
    return (cpuUs() - before) / 10_000
  })
  return Math.round(median(figures) * 1000) / 1000
}

const result = (name: string, unit: string, ours: number, peer: number, bar: number): Result => ({
  name,
  unit,
  ours,
  peer,
  ratio: Math.round((ours / peer) * 1000) / 1000,
  bar,
})

/** Measures the built package; the peer of `fold-1000` and `restore-1000` is a limit, and no other program. */
export async function measureInquiry(built: Inquiries, { quick, say }: Setting): Promise<readonly Result[]> {
  const decider = built.actionResearch()
  const stored = JSON.stringify(history(built, 1000))
  const events: readonly Said[] = JSON.parse(stored)
  const turns = events.filter(({ type }) => type === 'CycleBegun').length
  const samples = quick ? 21 : 101
  const first = cpuUs()
  built.fold(decider, events)
  say(`the first fold of 1000 events, unwarmed: ${(cpuUs() - first) / 1000} ms CPU`)
  const folded = msEach(samples, () => {
    if (built.fold(decider, events).cycles?.length !== turns) throw new Error('the history was not folded')
  })
  say(`a fold of 1000 events: ${folded} ms CPU, median of ${samples} samples; the peer is the limit of 5`)
  const restored = msEach(samples, () => {
    if (built.restore(events).value?.cycles?.length !== turns) throw new Error('the history was not restored')
  })
  say(`the same restored, each event checked: ${restored} ms CPU; the peer is the limit of 5`)
  const naive = msEach(samples, () => foldNaively(events))
  say(`the same changed in place, nothing checked: ${naive} ms CPU`)
  const long = history(built, 4000)
  const folds4000 = msEach(quick ? 7 : 31, () => built.fold(decider, long))
  say(`a fold of 4000 events: ${folds4000} ms CPU`)
  return [
    result('fold-1000', 'ms CPU, limit as peer', folded, 5, 1),
    result('restore-1000', 'ms CPU, limit as peer', restored, 5, 1),
    result('fold-1000-naive', 'ms CPU', folded, naive, 10),
    result('fold-4000', 'ms CPU, 1000 events as peer', folds4000, folded, 16),
  ]
}

/** Folding the history of an inquiry, and opening its portfolio among many. */
export const inquiry: Bench = {
  name: 'inquiry',
  title:
    'folding the history of an inquiry of 1,000 events, and opening a portfolio among a million stored events beside ten thousand',
  run: async (setting) => {
    const entry = path.join(root, 'packages/action-research/dist/index.js')
    if (!existsSync(entry)) throw new Error('the package is not built: run npm run build first')
    const built: Inquiries = await import(pathToFileURL(entry).href)
    return [...(await measureInquiry(built, setting)), await measurePortfolio(history(built, 50), setting)]
  },
}
