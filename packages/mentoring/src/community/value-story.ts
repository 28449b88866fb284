import { identifierRefusal, textRefusal } from '../identifier.ts'
import { dateRefusal } from '../iso-date.ts'
import { fieldsRefusal, listedRefusal, listRefusal } from '../read-fields.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import { type ValueFramework, type ValueSign, valueSigns } from './value-framework.ts'
import { valueTypeRefusal } from './value-indicator.ts'

/** Every circle a story may be shown to, from the narrowest; each holds the ones before it. */
export const storyCircles = ['author', 'community', 'institution', 'public'] as const

/** Who may read a story. */
export type StoryCircle = (typeof storyCircles)[number]

/** What the author allowed. After `withdrawnOn` nobody else reads the story, whatever was allowed. */
export interface StoryConsent {
  readonly circle: StoryCircle
  readonly givenOn: string
  readonly withdrawnOn?: string
}

/** One thing a story tells. Steps stand in the order of the telling, which need not be that of any framework. */
export interface ValueStoryStep {
  /** One of the types of the framework in use. */
  readonly type: string
  /** The author's own words: personal data. */
  readonly text: string
  readonly sign: ValueSign
  readonly evidenceIds: readonly string[]
}

/** An account by a person of what came of a community; personal data, readable only as far as the author allows. */
export interface ValueStory {
  readonly id: string
  readonly communityId: string
  readonly authorId: string
  readonly consent: StoryConsent
  /** Events of participation that it goes back to; without any it tells of an effect and not of how it came about. */
  readonly activityIds: readonly string[]
  /** At least one. */
  readonly steps: readonly ValueStoryStep[]
}

/**
 * Gives a story of value whose every step names its type and sign; it may begin with any type, and tell of harm or nothing.
 *
 * @example
 * ```ts
 * import { defineValueStory, valueFrameworks } from '@mentoring-commons/mentoring'
 *
 * const made = defineValueStory({
 *   id: 's1', communityId: 'k1', authorId: 'ada', activityIds: ['e1'],
 *   consent: { circle: 'community', givenOn: '2025-03-01' },
 *   steps: [{ type: 'applied', text: 'I tried it, and it took too long.', sign: 'negative', evidenceIds: [] }],
 * }, valueFrameworks[0])
 * 'value' in made //=> true
 * ```
 */
export function defineValueStory(input: ValueStory, framework: ValueFramework): Result<ValueStory> {
  const refusal =
    fieldsRefusal(input, ['id', 'communityId', 'authorId', 'consent', 'activityIds', 'steps'], '') ??
    identifierRefusal(input.id, 'id') ??
    identifierRefusal(input.communityId, 'communityId') ??
    identifierRefusal(input.authorId, 'authorId') ??
    consentRefusal(input.consent) ??
    idsRefusal(input.activityIds, 'activityIds') ??
    listRefusal(input.steps, 'steps') ??
    (input.steps.length === 0
      ? refuse('story-without-step', 'The story has no step: give one, with its type and sign.', 'steps').refusal
      : undefined) ??
    input.steps.map((step, index) => stepRefusal(step, framework, `steps[${index}]`)).find(Boolean)
  return refusal ? { refusal } : { value: input }
}

function consentRefusal(consent: StoryConsent): Refusal | undefined {
  const wrong =
    fieldsRefusal(consent, ['circle', 'givenOn', 'withdrawnOn'], 'consent') ??
    listedRefusal(consent.circle, storyCircles, 'consent.circle') ??
    dateRefusal(consent.givenOn, 'consent.givenOn')
  if (wrong || consent.withdrawnOn === undefined) return wrong
  const wrongDate = dateRefusal(consent.withdrawnOn, 'consent.withdrawnOn')
  if (wrongDate || consent.withdrawnOn >= consent.givenOn) return wrongDate
  const message = `Consent would be withdrawn on ${consent.withdrawnOn}, before it was given on ${consent.givenOn}: correct one day.`
  return refuse('window-not-usable', message, 'consent.withdrawnOn').refusal
}

function stepRefusal(step: ValueStoryStep, framework: ValueFramework, path: string): Refusal | undefined {
  return (
    fieldsRefusal(step, ['type', 'text', 'sign', 'evidenceIds'], path) ??
    valueTypeRefusal(step.type, framework, `${path}.type`) ??
    textRefusal(step.text, `${path}.text`) ??
    listedRefusal(step.sign, valueSigns, `${path}.sign`) ??
    idsRefusal(step.evidenceIds, `${path}.evidenceIds`)
  )
}

function idsRefusal(ids: readonly string[], path: string): Refusal | undefined {
  return listRefusal(ids, path) ?? ids.map((id, index) => identifierRefusal(id, `${path}[${index}]`)).find(Boolean)
}
