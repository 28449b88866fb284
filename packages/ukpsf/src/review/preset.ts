import { type Category, categories } from '../fellowship/category.ts'
import type { Provenance } from '../framework/sourced.ts'
import type { RefereePolicy } from '../referee/referee-policy.ts'
import type { Headcount, RatifyingPanel, Referral, Sample, WorkflowInput } from './workflow.ts'

/** What is known of a track so far. */
export interface PartialTrack {
  readonly reviewers?: Partial<Headcount>
  readonly sample?: Partial<Sample>
  readonly referees?: Partial<RefereePolicy>
}

/** What is known of a workflow so far. An empty `ratification` says that there is a panel, and no more. */
export interface PartialWorkflow
  extends Partial<Omit<WorkflowInput, 'id' | 'title' | 'tracks' | 'referral' | 'ratification'>> {
  /** Holds for every track, where `tracks` says nothing else. */
  readonly eachTrack?: PartialTrack
  readonly tracks?: Readonly<Partial<Record<Category, PartialTrack>>>
  readonly referral?: Partial<Referral> | 'none'
  readonly ratification?: Partial<RatifyingPanel> | 'none'
}

/** A practice that somebody has published, as far as the page says. It is no recommendation. */
export interface WorkflowPreset extends Provenance {
  readonly id: string
  readonly title: string
  /** What the page says, and nothing else. */
  readonly given: PartialWorkflow
  /** Paths of what the page leaves open, in the order of `WorkflowInput`; `*` stands for any category. */
  readonly stillToDecide: readonly string[]
  /** What the page says that this form cannot hold, and where a reading is ours. */
  readonly notes: readonly string[]
}

/** What an institution decides to make a preset its own. */
export interface PresetDecisions extends PartialWorkflow {
  readonly id: string
  readonly title: string
}

/** What has been decided so far, with the names still to come. */
type Decisions = Omit<PresetDecisions, 'id' | 'title'>

/**
 * Gives the paths that neither a page nor an institution has decided, in the order of `WorkflowInput`; `*` stands for any
 * category. `tracks`, `conflicts` and `clocks` stay among them until the institution has decided on them: a page that names some
 * does not say that there are no others.
 *
 * @example
 * ```ts
 * import { stillToDecide } from '@mentoring-commons/ukpsf/review'
 * const page = { eachTrack: { reviewers: { count: 2 } }, doubleBlind: true }
 * stillToDecide(page).slice(0, 2) //=> ["tracks","tracks.*.reviewers.external"]
 * stillToDecide(page, { tracks: { fellow: {} } })[0] //=> "tracks.fellow.reviewers.external"
 * ```
 */
export function stillToDecide(given: PartialWorkflow, decisions: Decisions = {}): readonly string[] {
  const known = merged(given, decisions)
  const named = categories.filter((category) => known.tracks?.[category] !== undefined)
  const open = (field: string): readonly string[] => {
    switch (field) {
      case 'tracks': {
        const ofNamed = named.flatMap((category) => openInTrack(known.tracks?.[category], category))
        return decisions.tracks ? ofNamed : ['tracks', ...openInTrack(known.eachTrack, '*'), ...ofNamed]
      }
      case 'referral':
        return known.referral === undefined ? [field] : openIn(known.referral, referralFields, field)
      case 'ratification':
        return known.ratification === undefined ? [field] : openIn(known.ratification, panelFields, field)
      case 'conflicts':
      case 'clocks':
        return decisions[field] === undefined ? [field] : []
      default:
        return Object.hasOwn(known, field) ? [] : [field]
    }
  }
  return fields.flatMap(open)
}

/**
 * Gives the input of a workflow from a preset and what an institution decides. A decision goes before what the page says;
 * rules on conflict are added to those of the page. What stays undecided is refused by `defineWorkflow`.
 *
 * @example
 * ```ts
 * import { completePreset, defineWorkflow, workflowPresets } from '@mentoring-commons/ukpsf/review'
 * const preset = workflowPresets.find((each) => each.id === 'never-the-mentor')
 * if (!preset) throw new TypeError('no preset')
 * const decisions = { id: 'ours-1', title: 'Ours', tracks: { fellow: {} }, conflicts: ['not-the-line-manager'] } as const
 * const input = completePreset(preset, decisions)
 * input.conflicts //=> ["not-the-mentor","not-the-line-manager"]
 * defineWorkflow(input).refusal?.code //=> "incomplete-workflow"
 * ```
 */
export function completePreset(preset: WorkflowPreset, decisions: PresetDecisions): WorkflowInput {
  const { eachTrack, ...known } = merged(preset.given, decisions)
  return { ...known, id: decisions.id, title: decisions.title } as WorkflowInput
}

const fields = [
  'tracks',
  'conflicts',
  'scale',
  'doubleBlind',
  'adminCheck',
  'onSplit',
  'notAwarded',
  'referral',
  'onDisagreement',
  'externals',
  'ratification',
  'clocks',
] as const
const panelFields = ['quorum', 'external', 'mayReturn'] as const
const referralFields = ['windows', 'resubmissionsMax', 'reviewers'] as const

function merged(given: PartialWorkflow, decisions: Decisions): PartialWorkflow {
  const tracks = decisions.tracks ?? given.tracks
  const named = categories.filter((category) => tracks?.[category] !== undefined)
  const referral = over(given.referral, decisions.referral)
  const ratification = over(given.ratification, decisions.ratification)
  const eachTrack = overlaid(given.eachTrack, decisions.eachTrack)
  const ofCategory = (category: Category) =>
    overlaid(
      overlaid(overlaid(given.eachTrack, given.tracks?.[category]), decisions.eachTrack),
      decisions.tracks?.[category],
    )
  return {
    ...given,
    ...decisions,
    eachTrack,
    tracks: Object.fromEntries(named.map((category) => [category, ofCategory(category)])),
    conflicts: [...new Set([...(given.conflicts ?? []), ...(decisions.conflicts ?? [])])],
    clocks: { ...given.clocks, ...decisions.clocks },
    ...(referral === undefined ? {} : { referral }),
    ...(ratification === undefined ? {} : { ratification }),
  }
}

function openIn(value: object | 'none', asked: readonly string[], path: string): readonly string[] {
  if (value === 'none') return []
  return asked.filter((field) => !Object.hasOwn(value, field)).map((field) => `${path}.${field}`)
}

function openInTrack(track: PartialTrack | undefined, category: string): readonly string[] {
  const path = `tracks.${category}`
  return [
    ...openIn(track?.reviewers ?? {}, ['count', 'external'], `${path}.reviewers`),
    ...openIn(track?.sample ?? {}, ['share', 'borderline'], `${path}.sample`),
    ...openIn(track?.referees ?? {}, ['count', 'rules'], `${path}.referees`),
  ]
}

function overlaid(under: PartialTrack | undefined, over: PartialTrack | undefined): PartialTrack {
  return {
    reviewers: { ...under?.reviewers, ...over?.reviewers },
    sample: { ...under?.sample, ...over?.sample },
    referees: { ...under?.referees, ...over?.referees },
  }
}

function over<T extends object>(under: T | 'none' | undefined, above: T | 'none' | undefined): T | 'none' | undefined {
  if (above === undefined) return under
  return typeof above === 'object' && typeof under === 'object' ? { ...under, ...above } : above
}
