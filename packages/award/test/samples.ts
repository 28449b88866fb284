import type { Outcome, OutcomeGroup } from '../src/outcome.ts'
import { requireSet } from '../src/outcome-requirement.ts'
import type { CompleteOutcomeSet, OpenOutcomeSet } from '../src/outcome-set.ts'
import type { Recognition } from '../src/recognition.ts'
import type { Scheme, SchemeVersion } from '../src/scheme.ts'
import type { Sourced } from '../src/sourced.ts'

/** Plainly synthetic data: no real body, award or person. */
export const handbook: Sourced = { source: 'Synthetic handbook', certainty: '1' }

export function outcome(code: string, group: OutcomeGroup): Outcome {
  return { code, group, title: `Title of ${code}`, ...handbook }
}

export function completeSet(id: string, group: OutcomeGroup, count = 2): CompleteOutcomeSet {
  const outcomes = Array.from({ length: count }, (_, index) => outcome(`${id}:${index + 1}`, group))
  return { id, group, title: `Set ${id}`, listing: 'complete', outcomes, ...handbook }
}

export function openSet(id: string, group: OutcomeGroup, count = 0): OpenOutcomeSet {
  const { outcomes } = completeSet(id, group, count)
  return { id, group, title: `Set ${id}`, listing: 'open', toBeLoaded: 'load the rest.', outcomes, ...handbook }
}

export function version(name: string, fields: Partial<SchemeVersion> = {}): SchemeVersion {
  return {
    version: name,
    recognition: [],
    outcomes: [
      requireSet(completeSet('values', 'value'), handbook),
      requireSet(completeSet('core', 'core'), handbook),
      requireSet(openSet('special', 'specialist', 1), handbook),
    ],
    frameworkLinks: [],
    assessmentRules: [],
    ...handbook,
    ...fields,
  }
}

export function recognition(recognisedOn: string, fields: Partial<Recognition> = {}): Recognition {
  return { body: 'Example Body', under: 'Example Award', term: 'recognition', recognisedOn, ...handbook, ...fields }
}

export function scheme(versions: Scheme['versions'], fields: Partial<Scheme> = {}): Scheme {
  return {
    id: 'scheme-1',
    key: 'example-award',
    title: 'Example award',
    provider: 'Example University',
    recognisingBody: { name: 'Example Body', ...handbook },
    versions,
    ...handbook,
    ...fields,
  }
}
