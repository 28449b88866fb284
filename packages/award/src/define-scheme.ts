import { creditFaults } from './credit.ts'
import { codeFaults, duplicateFaults, outcomeGroups } from './outcome.ts'
import { outcomesOf, requirementFaults } from './outcome-requirement.ts'
import { overlapForCertain, periodFaults } from './period.ts'
import { recognitionFaults } from './recognition.ts'
import { firstOr, type Refusal, type Result } from './refusal.ts'
import type { Scheme, SchemeInput, SchemeVersion } from './scheme.ts'
import { blankFaults, sourceFaults } from './sourced.ts'
import { workflowFaults } from './workflow/workflow-faults.ts'

/**
 * The scheme, when all of it makes sense; otherwise the first fault found, with its path. It takes a new scheme and one that
 * was stored alike, and gives back the very object. Values are checked, the shape is the caller's to keep. Two versions are refused when they share a day however their partial dates are read.
 *
 * @example
 * ```ts
 * import { defineScheme, theoryAndPractice } from '@mentoring-commons/award'
 *
 * defineScheme(theoryAndPractice).value?.title //=> 'Mentoring: Theory & Practice'
 * defineScheme({ ...theoryAndPractice, key: 'Theory' }).refusal?.code //=> 'key-malformed'
 * ```
 */
export function defineScheme(scheme: SchemeInput): Result<Scheme> {
  return firstOr(schemeFaults(scheme), scheme as Scheme)
}

function* schemeFaults(scheme: SchemeInput): Generator<Refusal> {
  for (const field of ['id', 'title', 'provider'] as const) yield* blankFaults(scheme[field], field)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(scheme.key)) {
    const message = `"${scheme.key}" is no key: write lower-case words joined by hyphens, such as theory-and-practice.`
    yield { code: 'key-malformed', message, path: 'key' }
  }
  yield* sourceFaults(scheme, 'scheme')
  if (scheme.recognisingBody !== undefined) {
    yield* blankFaults(scheme.recognisingBody.name, 'recognisingBody.name')
    yield* sourceFaults(scheme.recognisingBody, 'recognisingBody')
  }
  if (scheme.versions.length === 0) {
    yield {
      code: 'versions-missing',
      message: `"${scheme.title}" has no version: give at least one.`,
      path: 'versions',
    }
  }
  for (const [index, version] of scheme.versions.entries()) {
    yield* versionFaults(version, scheme, `versions[${index}]`)
    yield* versusEarlier(version, scheme.versions.slice(0, index), `versions[${index}]`)
  }
}

function* versionFaults(version: SchemeVersion, scheme: SchemeInput, path: string): Generator<Refusal> {
  yield* blankFaults(version.version, `${path}.version`)
  yield* sourceFaults(version, path)
  yield* periodFaults(version, path)
  yield* allRecognitionFaults(version, scheme, path)
  yield* allOutcomeFaults(version, path)
  for (const [index, link] of version.frameworkLinks.entries()) {
    yield* codeFaults(link.to, `${path}.frameworkLinks[${index}].to`)
    yield* blankFaults(link.says, `${path}.frameworkLinks[${index}].says`)
    yield* sourceFaults(link, `${path}.frameworkLinks[${index}]`)
  }
  const places = version.frameworkLinks.map((link) => link.to)
  yield* duplicateFaults(places, (index) => `${path}.frameworkLinks[${index}].to`)
  for (const [index, rule] of version.assessmentRules.entries()) {
    yield* codeFaults(rule.code, `${path}.assessmentRules[${index}].code`)
    yield* blankFaults(rule.says, `${path}.assessmentRules[${index}].says`)
    yield* sourceFaults(rule, `${path}.assessmentRules[${index}]`)
  }
  const rules = version.assessmentRules.map((rule) => rule.code)
  yield* duplicateFaults(rules, (index) => `${path}.assessmentRules[${index}].code`)
  if (version.credit !== undefined) yield* creditFaults(version.credit, `${path}.credit`)
  if (version.workflow !== undefined) yield* workflowFaults(version.workflow, `${path}.workflow`)
}

function* allRecognitionFaults(version: SchemeVersion, scheme: SchemeInput, path: string): Generator<Refusal> {
  if (version.recognition.length > 0 && scheme.recognisingBody === undefined) {
    const message = `Version "${version.version}" is recognised, and the scheme names no recognising body: name it, with its source.`
    yield { code: 'recognising-body-missing', message, path: 'recognisingBody' }
  }
  const seen = new Set<string>()
  for (const [index, recognition] of version.recognition.entries()) {
    const at = `${path}.recognition[${index}]`
    yield* recognitionFaults(recognition, version, at)
    const same = JSON.stringify([recognition.body, recognition.under, recognition.recognisedOn])
    if (seen.has(same)) {
      const message = `${recognition.body} recognises it under "${recognition.under}" on ${recognition.recognisedOn} twice: leave one out.`
      yield { code: 'duplicate-recognition', message, path: at }
    }
    seen.add(same)
  }
}

function* allOutcomeFaults(version: SchemeVersion, path: string): Generator<Refusal> {
  const setIds = version.outcomes.map((requirement) => requirement.set.id)
  for (const [index, requirement] of version.outcomes.entries()) {
    yield* requirementFaults(requirement, setIds, `${path}.outcomes[${index}]`)
  }
  for (const group of outcomeGroups) {
    const sets = version.outcomes.filter((requirement) => requirement.set.group === group)
    if (sets.length === 1) continue
    const named = `Version "${version.version}" requires ${sets.length} sets of group ${group}`
    yield sets.length === 0
      ? {
          code: 'group-missing',
          message: `${named}: require one; where its outcomes are not known, an open set that says what is to be loaded.`,
          path: `${path}.outcomes`,
        }
      : { code: 'duplicate-group', message: `${named}: require one of them.`, path: `${path}.outcomes` }
  }
  const placed = version.outcomes.flatMap((requirement, index) =>
    outcomesOf(requirement).map(({ code }) => ({ code, at: `${path}.outcomes[${index}]` })),
  )
  yield* duplicateFaults(
    placed.map(({ code }) => code),
    (index) => placed[index]?.at ?? path,
  )
}

function* versusEarlier(version: SchemeVersion, earlier: readonly SchemeVersion[], path: string): Generator<Refusal> {
  for (const other of earlier) {
    if (other.version === version.version) {
      const message = `Two versions are named "${version.version}": give each its own name.`
      yield { code: 'duplicate-version', message, path: `${path}.version` }
    }
    if (overlapForCertain(other, version)) {
      const message = `Versions "${other.version}" and "${version.version}" are both in force on some day: end one before the other begins.`
      yield { code: 'periods-overlap', message, path }
    }
  }
}
