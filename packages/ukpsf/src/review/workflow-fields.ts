import { isDuration } from '../duration.ts'
import { type Category, categories } from '../fellowship/category.ts'
import { isText } from '../is-text.ts'
import { defineRefereePolicy } from '../referee/referee-policy.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { conflictRules } from './conflict.ts'
import type { WorkflowInput } from './workflow.ts'

type Fields = Readonly<Record<string, unknown>>

/** The most that is accepted, so that every state can be looked at. */
const most = { reviewers: 7, windows: 4, resubmissions: 6, stages: 6, people: 10_000 } as const

/**
 * Gives the first field of a workflow that is missing, of another form, or at odds with another one. Refuses
 * `incomplete-workflow` and `impossible-workflow`.
 */
export function refuseFields(input: WorkflowInput): Refusal | undefined {
  if (!isRecord(input)) return lacks('', 'a workflow', input)
  for (const field of ['id', 'title']) {
    const text = input[field]
    if (!isText(text)) return lacks(field, 'a text that is not empty', text)
  }
  for (const field of ['doubleBlind', 'adminCheck', 'notAwarded']) {
    if (typeof input[field] !== 'boolean') return lacks(field, 'true or false', input[field])
  }
  if (!isCount(input.externals, most.people))
    return lacks('externals', 'a number of people, 0 or more', input.externals)
  return (
    refuseTracks(input.tracks) ??
    refuseConflicts(input.conflicts) ??
    refuseScale(input.scale) ??
    refuseStages(input.onSplit) ??
    refuseReferral(input.referral) ??
    refuseDisagreement(input.onDisagreement) ??
    refusePanel(input.ratification) ??
    refuseClocks(input.clocks) ??
    refusePool(input.pool)
  )
}

function refuseTracks(tracks: unknown): Refusal | undefined {
  if (!isRecord(tracks) || Object.keys(tracks).length === 0) {
    return lacks('tracks', `a track for at least one of ${categories.join(', ')}`, tracks)
  }
  for (const [category, track] of Object.entries(tracks)) {
    const path = `tracks.${category}`
    if (!categories.includes(category as Category)) return lacks(path, `one of ${categories.join(', ')}`, category)
    if (!isRecord(track)) return lacks(path, 'reviewers, sample and referees', track)
    const wrong = refuseHeadcount(track.reviewers, `${path}.reviewers`, 'assigning')
    if (wrong) return wrong
    const sample = track.sample
    if (!isRecord(sample) || typeof sample.share !== 'number' || typeof sample.borderline !== 'boolean') {
      return lacks(`${path}.sample`, 'a share and whether borderline claims are read', sample)
    }
    if (!(sample.share >= 0 && sample.share <= 1)) {
      return impossible(
        `${path}.sample.share`,
        `A share of ${sample.share} cannot be drawn in 'sampling'. Give 0 to 1.`,
      )
    }
    const policy = defineRefereePolicy(track.referees as never)
    if (policy.refusal) {
      return { ...policy.refusal, path: `${path}.referees${policy.refusal.path ? `.${policy.refusal.path}` : ''}` }
    }
  }
  return undefined
}

function refuseHeadcount(value: unknown, path: string, state: string): Refusal | undefined {
  if (!isRecord(value) || !isCount(value.count, most.reviewers) || value.count === 0) {
    return lacks(path, `a count of people, 1 to ${most.reviewers}`, value)
  }
  if (!isCount(value.external, most.people))
    return lacks(`${path}.external`, 'how many come from outside', value.external)
  if (value.external <= value.count) return undefined
  const text = `${value.external} from outside of ${value.count} people can never be found in '${state}'. Ask for fewer from outside.`
  return impossible(path, text)
}

function refuseConflicts(rules: unknown): Refusal | undefined {
  if (!Array.isArray(rules))
    return lacks('conflicts', `a list, which may be empty, of ${conflictRules.join(', ')}`, rules)
  const index = rules.findIndex((rule) => !conflictRules.includes(rule))
  return index < 0 ? undefined : lacks(`conflicts[${index}]`, `one of ${conflictRules.join(', ')}`, rules[index])
}

function refuseScale(scale: unknown): Refusal | undefined {
  if (!Array.isArray(scale)) return lacks('scale', 'a list of levels', scale)
  for (const [index, level] of scale.entries()) {
    if (!isRecord(level) || !isText(level.id)) {
      return lacks(`scale[${index}].id`, 'a text that is not empty', level)
    }
    if (typeof level.passes !== 'boolean') return lacks(`scale[${index}].passes`, 'true or false', level.passes)
    if (!['boolean', 'undefined'].includes(typeof level.borderline)) {
      return lacks(`scale[${index}].borderline`, 'true or false', level.borderline)
    }
    if (scale.findIndex((other) => other.id === level.id) < index) {
      return impossible(
        `scale[${index}]`,
        `Two levels are called '${level.id}', so that 'judging' could not tell them apart.`,
      )
    }
  }
  if (scale.some((level) => level.passes) && scale.some((level) => !level.passes)) return undefined
  return impossible('scale', "In 'judging' a criterion must be able to pass and not to pass. Give a level for each.")
}

function refuseStages(stages: unknown): Refusal | undefined {
  if (!Array.isArray(stages) || stages.length > most.stages) {
    return lacks('onSplit', `a list of at most ${most.stages} stages`, stages)
  }
  for (const [index, stage] of stages.entries()) {
    const path = `onSplit[${index}]`
    if (isRecord(stage) && stage.kind === 'moderators') {
      const wrong = refuseHeadcount(stage, path, 'appointing-moderators')
      if (wrong) return wrong
    } else if (!isRecord(stage) || !['majority', 'meeting', 'most-cautious'].includes(String(stage.kind))) {
      return lacks(path, 'a stage: majority, meeting, moderators or most-cautious', stage)
    }
  }
  return undefined
}

function refuseReferral(referral: unknown): Refusal | undefined {
  if (referral === 'none') return undefined
  if (!isRecord(referral)) return lacks('referral', "'none', or windows, resubmissionsMax and reviewers", referral)
  const { windows, resubmissionsMax, reviewers } = referral
  if (!Array.isArray(windows) || windows.length === 0 || windows.length > most.windows) {
    return lacks('referral.windows', `a list of 1 to ${most.windows} windows`, windows)
  }
  for (const [index, window] of windows.entries()) {
    const path = `referral.windows[${index}]`
    if (!isRecord(window) || !isText(window.kind)) {
      return lacks(`${path}.kind`, 'a text that is not empty', window)
    }
    if (!isDuration(window.within)) return lacks(`${path}.within`, 'a length such as { months: 1 }', window.within)
    if (windows.findIndex((other) => other.kind === window.kind) < index) {
      return impossible(path, `Two windows are called '${window.kind}', so that 'referred' could not tell them apart.`)
    }
  }
  if (!isCount(resubmissionsMax, most.resubmissions) || resubmissionsMax === 0) {
    const text = `In 'referred' a claim could be submitted again ${String(resubmissionsMax)} times. Give 1 to ${most.resubmissions}, or write referral: 'none'.`
    return impossible('referral.resubmissionsMax', text)
  }
  return reviewers === 'same' || reviewers === 'new'
    ? undefined
    : lacks('referral.reviewers', "'same' or 'new'", reviewers)
}

function refuseDisagreement(value: unknown): Refusal | undefined {
  if (isRecord(value) && value.kind === 'noted') return undefined
  if (!isRecord(value) || value.kind !== 'moderators') return lacks('onDisagreement', "'noted' or 'moderators'", value)
  return refuseHeadcount(value, 'onDisagreement', 'appointing-moderators')
}

function refusePanel(panel: unknown): Refusal | undefined {
  if (panel === 'none') return undefined
  if (!isRecord(panel) || !isCount(panel.quorum, most.people) || panel.quorum === 0) {
    return lacks('ratification', "'none', or a quorum of at least 1, external and mayReturn", panel)
  }
  if (!isCount(panel.external, most.people)) return lacks('ratification.external', 'a number of people', panel.external)
  if (typeof panel.mayReturn !== 'boolean') return lacks('ratification.mayReturn', 'true or false', panel.mayReturn)
  if (panel.external <= panel.quorum) return undefined
  const text = `${panel.external} from outside cannot be among ${panel.quorum} people in 'ratifying'. Raise the quorum.`
  return impossible('ratification', text)
}

function refuseClocks(clocks: unknown): Refusal | undefined {
  if (!isRecord(clocks)) return lacks('clocks', 'clocks, which may be {}', clocks)
  for (const [clock, within] of Object.entries(clocks)) {
    if (!['judgeWithin', 'decideWithin', 'reapplyAfter'].includes(clock)) {
      return lacks(`clocks.${clock}`, 'one of judgeWithin, decideWithin, reapplyAfter', clock)
    }
    if (!isDuration(within)) return lacks(`clocks.${clock}`, 'a length such as { weeks: 12 }', within)
  }
  return undefined
}

function refusePool(pool: unknown): Refusal | undefined {
  if (pool === undefined) return undefined
  if (!Array.isArray(pool)) return lacks('pool', 'a list of groups', pool)
  const index = pool.findIndex(
    (group) =>
      !isRecord(group) ||
      !isText(group.unit) ||
      !isCount(group.people, most.people) ||
      !['none', ...categories].includes(String(group.holds)),
  )
  return index < 0 ? undefined : lacks(`pool[${index}]`, 'a unit, what is held, and a number of people', pool[index])
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown, max: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max

const lacks = (path: string, needed: string, got: unknown): Refusal =>
  refuse(
    'incomplete-workflow',
    `${path || 'A workflow'} needs ${needed}; got ${JSON.stringify(got) ?? 'nothing'}.`,
    path,
  ).refusal
const impossible = (path: string, text: string): Refusal => refuse('impossible-workflow', text, path).refusal
