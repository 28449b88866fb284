import type { Candidacy } from '../candidacy/candidacy.ts'
import type { CommandOf } from '../candidacy/commands.ts'
import type { CandidacyEvent } from '../candidacy/events.ts'
import type { Decision } from '../decider.ts'
import { standing } from '../period.ts'
import type { Result } from '../refusal.ts'
import type { Scheme, SchemeVersion } from '../scheme.ts'
import { versionOn } from '../version-on.ts'
import { defineWorkflow } from '../workflow/define-workflow.ts'
import { day, first, no, remark, texts, unless } from './check.ts'
import { recognitionOf } from './scheme-version.ts'

interface Chosen {
  readonly version: SchemeVersion
  readonly basis: 'certain' | 'unknown'
}

/** Enrols a candidate on the version in force that day; the event keeps its workflow, so that later changes do not reach back. */
export function enrol(
  command: CommandOf<'Enrol'>,
  state: Candidacy,
  schemes: readonly Scheme[],
): Decision<CandidacyEvent> {
  if (state.status !== 'not-enrolled') {
    const message = `Candidacy "${state.file.id}" began on ${state.file.enrolledOn}: give another enrolment an id and a history of its own.`
    return { refusal: no('already-enrolled', message, 'candidacy') }
  }
  const { type: _, by, on, candidacy, candidate, versionReason } = command
  const check = first(texts({ by, candidacy, candidate }), day(on), remark(versionReason, 'versionReason'))
  if (check !== undefined) return { refusal: check }
  const scheme = schemes.find(({ id }) => id === command.scheme)
  if (scheme === undefined) {
    const known = schemes.map(({ id }) => id).join(', ') || 'none was given'
    const message = `scheme is "${command.scheme}": use one of those known here (${known}).`
    return { refusal: no('unknown-scheme', message, 'scheme') }
  }
  const chosen = choose(command, scheme)
  if (chosen.refusal) return chosen
  const { version, basis } = chosen.value
  const workflow = defineWorkflow(version.workflow ?? {})
  if (workflow.refusal) {
    const { code, message, path } = workflow.refusal
    const where = `Version "${version.version}" of "${scheme.title}" is not ready for anybody to enrol: ${message}`
    return { refusal: no(code, where, path) }
  }
  const recognition = recognitionOf({ scheme, version }, on)
  if (recognition.refusal) return recognition
  return unless(undefined, {
    type: 'Enrolled',
    by,
    on,
    candidacy,
    candidate,
    scheme: scheme.id,
    version: version.version,
    versionBasis: basis,
    ...(basis === 'certain' || versionReason === undefined ? {} : { versionReason }),
    recognition: recognition.value,
    workflow: workflow.value,
  })
}

function choose({ on, version: named, versionReason }: CommandOf<'Enrol'>, scheme: Scheme): Result<Chosen> {
  const found = versionOn(scheme, on)
  if (found.refusal?.code === 'date-too-imprecise') {
    const possible = scheme.versions.filter((version) => standing(version, on) !== 'outside')
    const version = possible.find((each) => each.version === named)
    if (version !== undefined && versionReason !== undefined) return { value: { version, basis: 'unknown' } }
    const names = possible.map((each) => `"${each.version}"`).join(' or ')
    const message = `${found.refusal.message} Or let somebody decide: give version as ${names}, with a versionReason.`
    return { refusal: no('date-too-imprecise', message, version === undefined ? 'version' : 'versionReason') }
  }
  if (found.refusal) return found
  if (named === undefined || named === found.value.version) return { value: { version: found.value, basis: 'certain' } }
  const message = `version is "${named}", and version "${found.value.version}" was in force on ${on}: leave it out, or correct the date.`
  return { refusal: no('version-not-in-force', message, 'version') }
}
