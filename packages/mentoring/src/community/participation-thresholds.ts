import { textRefusal } from '../identifier.ts'
import { listedRefusal } from '../read-fields.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import { type ParticipationKind, participationKinds } from './participation-event.ts'

/** Every level of participation, from the inside out. People move between them; none is better. */
export const participationLevels = ['core', 'active', 'occasional', 'peripheral', 'transactional'] as const

/** How much somebody took part in one window: always derived, never a property of a person. */
export type ParticipationLevel = (typeof participationLevels)[number]

/** That events of some kinds happened often enough. */
export interface LevelRequirement {
  readonly kinds: readonly ParticipationKind[]
  /** A whole number, 1 or more. */
  readonly events: number
  /** The days for which `events` is meant: scaled to the window, rounded, at least 1. Absent: in the whole window, however long. */
  readonly perDays?: number
}

/** Who is at a level: all of `requires` hold, and no rule before this one does. */
export interface LevelRule {
  readonly level: ParticipationLevel
  /** Whether the person was a member on any day of the window. */
  readonly member: boolean
  /** At least one. */
  readonly requires: readonly LevelRequirement[]
}

/** Published thresholds: what each level means in numbers. Tried in order; the first rule that holds gives the level. */
export interface ParticipationThresholds {
  readonly key: string
  readonly version: number
  readonly rules: readonly LevelRule[]
  readonly source: string
  /** `2+` two or more sources, `1` one page, `A` our own analysis, `M` from memory. */
  readonly certainty: '2+' | '1' | 'A' | 'M'
}

const all = participationKinds
const doing = ['lead', 'contribute'] as const
const present = ['lead', 'contribute', 'attend'] as const

/** Thresholds to begin with. The levels are published; the numbers are ours and describe, they are no target. */
export const defaultThresholds: ParticipationThresholds = {
  key: 'mentoring-commons',
  version: 1,
  rules: [
    {
      level: 'core',
      member: true,
      requires: [
        { kinds: ['lead'], events: 1, perDays: 91 },
        { kinds: doing, events: 3, perDays: 91 },
      ],
    },
    {
      level: 'active',
      member: true,
      requires: [
        { kinds: doing, events: 1, perDays: 91 },
        { kinds: present, events: 3, perDays: 91 },
      ],
    },
    { level: 'occasional', member: true, requires: [{ kinds: present, events: 1 }] },
    { level: 'peripheral', member: true, requires: [{ kinds: all, events: 1 }] },
    { level: 'transactional', member: false, requires: [{ kinds: all, events: 1 }] },
  ],
  source: 'Levels: Wenger-Trayner, levels of participation (wenger-trayner.com). Numbers: our own analysis.',
  certainty: 'A',
}

/**
 * Gives thresholds of an institution's own, to be published before they are used.
 *
 * @example
 * ```ts
 * import { defaultThresholds, defineThresholds } from '@mentoring-commons/mentoring'
 *
 * 'value' in defineThresholds({ ...defaultThresholds, key: 'ours', source: 'Steering group, 2026' }) //=> true
 * ```
 */
export function defineThresholds(input: ParticipationThresholds): Result<ParticipationThresholds> {
  const refusal =
    textRefusal(input.key, 'key') ??
    textRefusal(input.source, 'source') ??
    (input.rules.length === 0 ? unusable('no rule', 'rules') : undefined) ??
    input.rules.map((rule, index) => ruleRefusal(rule, `rules[${index}]`)).find(Boolean)
  return refusal ? { refusal } : { value: input }
}

function ruleRefusal(rule: LevelRule, path: string): Refusal | undefined {
  const wrong = listedRefusal(rule.level, participationLevels, `${path}.level`)
  if (wrong) return wrong
  if (typeof rule.member !== 'boolean') return unusable(`member: ${JSON.stringify(rule.member)}`, `${path}.member`)
  if (rule.requires.length === 0) return unusable('no requirement', `${path}.requires`)
  for (const [index, { kinds, events, perDays }] of rule.requires.entries()) {
    const at = `${path}.requires[${index}]`
    const wrongKind = kinds.map((kind) => listedRefusal(kind, participationKinds, `${at}.kinds`)).find(Boolean)
    if (wrongKind) return wrongKind
    if (kinds.length === 0) return unusable('no kind', `${at}.kinds`)
    if (!Number.isSafeInteger(events) || events < 1) return unusable(`${events} events`, `${at}.events`)
    if (perDays !== undefined && (!Number.isSafeInteger(perDays) || perDays < 1)) {
      return unusable(`${perDays} days`, `${at}.perDays`)
    }
  }
  return undefined
}

function unusable(what: string, path: string): Refusal {
  const message = `The thresholds hold ${what}: give rules with kinds, and whole numbers of 1 or more.`
  return refuse('thresholds-not-usable', message, path).refusal
}
