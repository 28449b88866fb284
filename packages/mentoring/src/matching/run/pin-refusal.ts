import { type Refusal, refuse } from '../../refusal.ts'
import { bitOf, codesOf, exclusionCodes } from '../rules/exclusion.ts'
import type { Market } from './market.ts'

/** Gives why a pin may not stand, and nothing when all may: a rule excludes its pair. That the pins take the last place is no reason. */
export function pinRefusal({ pins, rules, menteeAt, mentorAt }: Market): Refusal | undefined {
  for (const [at, { menteeId, mentorId }] of pins.entries()) {
    const bits = rules(menteeAt.get(menteeId) as number, mentorAt.get(mentorId) as number)
    const code = codesOf(bits & ~(bitOf('no-places') | bitOf('not-a-candidate') | bitOf('not-ranked')))[0]
    if (code === undefined) continue
    const message = `"${menteeId}" is pinned to "${mentorId}", but: ${exclusionCodes[code]} Take the pin out.`
    return refuse('pin-excluded', message, `pins[${at}]`).refusal
  }
  return undefined
}
