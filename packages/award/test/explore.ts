import {
  allowedCommands,
  awarding,
  type Candidacy,
  type CandidacyCommand,
  type CandidacyEvent,
  fold,
  type Scheme,
} from '@mentoring-commons/award'

/** A state that was reached, and the events that lead to it. */
export interface Reached {
  readonly state: Candidacy
  readonly events: readonly CandidacyEvent[]
}

/** What an exploration came to. */
export interface Exploration {
  readonly reached: readonly Reached[]
  readonly decisions: number
  readonly accepted: number
  readonly deepest: number
}

/**
 * Every state within a number of commands of a start, each command of the alphabet tried in each, states that are equal taken once.
 * Throws where a refusal or an acceptance changes the state it was given, where a replay leads elsewhere, and where a command is
 * accepted that is not said to be allowed.
 */
export function explore(
  schemes: readonly Scheme[],
  start: readonly CandidacyEvent[],
  alphabet: readonly CandidacyCommand[],
  depth: number,
): Exploration {
  const decider = awarding(schemes)
  const first: Reached = { state: fold(decider, start), events: start }
  const seen = new Set([JSON.stringify(first.state)])
  const reached = [first]
  let [decisions, accepted, deepest] = [0, 0, 0]
  let edge = [first]
  for (let step = 1; step <= depth && edge.length > 0; step += 1) {
    const next: Reached[] = []
    for (const { state, events } of edge) {
      const before = JSON.stringify(state)
      const allowed = allowedCommands(state, schemes)
      for (const command of alphabet) {
        const decision = decider.decide(command, state)
        decisions += 1
        if (decision.refusal) continue
        accepted += 1
        if (!allowed.includes(command.type)) throw new Error(`${command.type} is accepted and not allowed in ${before}`)
        const after = decision.events.reduce(decider.evolve, state)
        const key = JSON.stringify(after)
        if (seen.has(key)) continue
        seen.add(key)
        const history = [...events, ...decision.events]
        if (JSON.stringify(fold(decider, JSON.parse(JSON.stringify(history)))) !== key) {
          throw new Error(`replay differs after ${command.type} in ${before}`)
        }
        deepest = step
        next.push({ state: after, events: history })
      }
      if (JSON.stringify(state) !== before) throw new Error(`a decision changed ${before}`)
    }
    reached.push(...next)
    edge = next
  }
  return { reached, decisions, accepted, deepest }
}
