import { outcomesOf } from '../outcome-requirement.ts'
import { firstOr, type Refusal, type Result } from '../refusal.ts'
import type { Scheme, SchemeVersion } from '../scheme.ts'
import { blankFaults } from '../sourced.ts'
import { isAchievementType } from './achievement-type.ts'
import { isAddress, isHttpsUrl } from './address.ts'

/** As the schema of Open Badges has languages. */
const language = /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/

/** An item of a framework in CASE that an achievement answers to. `targetUrl` is the item's uri, `targetCode` its code there. */
export interface CaseAlignment {
  readonly targetName: string
  readonly targetUrl: string
  readonly targetFramework: string
  readonly targetCode: string
  readonly targetType: 'CFItem'
}

/** What a badge is awarded for. Source: Open Badges 3.0, Achievement. */
export interface Achievement {
  readonly id: string
  readonly type: readonly ['Achievement']
  readonly achievementType: string
  readonly name: string
  readonly description: string
  readonly criteria: { readonly id?: string; readonly narrative?: string }
  readonly version: string
  readonly image?: { readonly id: string; readonly type: 'Image' }
  readonly inLanguage?: string
  readonly alignment?: readonly (CaseAlignment & { readonly type: readonly ['Alignment'] })[]
}

/** What a scheme cannot know of the achievement it leads to. */
export interface AchievementWords {
  /** The achievement's own address, the same for every badge of the version. */
  readonly id: string
  readonly description: string
  /** How it is earned, in Markdown; without it and `criteriaUrl`, the outcomes of the version are listed. */
  readonly criteria?: string
  readonly criteriaUrl?: string
  /** A term of Open Badges 3.0, such as `Award` (which it is when nothing is said) or `Certificate`. */
  readonly achievementType?: string
  /** The picture of the badge, PNG or SVG. */
  readonly imageUrl?: string
  /** Of what is written here, such as `en-GB`. */
  readonly language?: string
  readonly alignments?: readonly CaseAlignment[]
}

/**
 * The achievement that a version of a scheme leads to. Name and version are the scheme's. Refuses `blank-text`, `not-an-address`,
 * `unknown-value`, and `criteria-missing` when neither criteria are given nor any outcome is known.
 *
 * @example
 * ```ts
 * import { theoryAndPractice } from '@mentoring-commons/award'
 * import { achievementOf } from '@mentoring-commons/award/credential'
 *
 * const [version] = theoryAndPractice.versions
 * const words = { id: 'urn:uuid:6f1f2f3a-3c4b-4c5d-8e6f-7a8b9c0d1e2f', description: 'Mentoring of colleagues, studied and practised.' }
 * const achievement = achievementOf(theoryAndPractice, version, words).value
 * achievement?.name //=> 'Mentoring: Theory & Practice'
 * achievement?.achievementType //=> 'Award'
 * ```
 */
export function achievementOf(scheme: Scheme, version: SchemeVersion, words: AchievementWords): Result<Achievement> {
  const narrative = words.criteria ?? (words.criteriaUrl === undefined ? outcomeList(version) : undefined)
  const { alignments = [] } = words
  return firstOr(faults(words, narrative), {
    id: words.id,
    type: ['Achievement'],
    achievementType: words.achievementType ?? 'Award',
    name: scheme.title,
    description: words.description,
    criteria: {
      ...(words.criteriaUrl === undefined ? {} : { id: words.criteriaUrl }),
      ...(narrative === undefined ? {} : { narrative }),
    },
    version: version.version,
    ...(words.imageUrl === undefined ? {} : { image: { id: words.imageUrl, type: 'Image' as const } }),
    ...(words.language === undefined ? {} : { inLanguage: words.language }),
    ...(alignments.length === 0
      ? {}
      : { alignment: alignments.map((alignment) => ({ type: ['Alignment'] as const, ...alignment })) }),
  })
}

function outcomeList(version: SchemeVersion): string | undefined {
  const lines = version.outcomes.flatMap(outcomesOf).map(({ title, code }) => `- ${title} (${code})`)
  return lines.length === 0 ? undefined : lines.join('\n')
}

function* faults(words: AchievementWords, narrative: string | undefined): Generator<Refusal> {
  if (!isAddress(words.id)) {
    const message = `"${words.id}" names no achievement: give an https address or urn:uuid, the same for each of its badges.`
    yield { code: 'not-an-address', message, path: 'id' }
  }
  yield* blankFaults(words.description, 'description')
  if (words.criteriaUrl !== undefined && !isHttpsUrl(words.criteriaUrl)) {
    yield {
      code: 'not-an-address',
      message: `"${words.criteriaUrl}" is no https address: give one, or none.`,
      path: 'criteriaUrl',
    }
  }
  if (narrative === undefined && words.criteriaUrl === undefined) {
    const message =
      'Nothing says how it is earned, and no outcome of the version is known: give criteria or criteriaUrl.'
    yield { code: 'criteria-missing', message, path: 'criteria' }
  }
  if (narrative !== undefined) yield* blankFaults(narrative, 'criteria')
  if (words.achievementType !== undefined && !isAchievementType(words.achievementType)) {
    const message = `"${words.achievementType}" is no kind of achievement: take one of Open Badges 3.0 (achievementTypes), or your own behind ext:.`
    yield { code: 'unknown-value', message, path: 'achievementType' }
  }
  if (words.language !== undefined && !language.test(words.language)) {
    yield {
      code: 'unknown-value',
      message: `"${words.language}" is no language: write it like en or en-GB.`,
      path: 'language',
    }
  }
  if (words.imageUrl !== undefined && !isHttpsUrl(words.imageUrl)) {
    yield {
      code: 'not-an-address',
      message: `"${words.imageUrl}" is no https address: give one, or none.`,
      path: 'imageUrl',
    }
  }
  for (const [index, alignment] of (words.alignments ?? []).entries()) {
    const path = `alignments[${index}]`
    for (const field of ['targetName', 'targetFramework', 'targetCode'] as const)
      yield* blankFaults(alignment[field], `${path}.${field}`)
    if (!isAddress(alignment.targetUrl)) {
      const message = `"${alignment.targetUrl}" is no address: give the uri of the item.`
      yield { code: 'not-an-address', message, path: `${path}.targetUrl` }
    }
    if (alignment.targetType !== 'CFItem') {
      const message = `"${alignment.targetType}" is no item of CASE: only CFItem is aligned to.`
      yield { code: 'unknown-value', message, path: `${path}.targetType` }
    }
  }
}
