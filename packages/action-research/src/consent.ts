/** The scopes of consent, each given and withdrawn on its own. */
export const consentScopes = ['collect', 'analyse', 'quote', 'report-internal', 'publish'] as const

/** One use that a participant may allow. */
export type ConsentScope = (typeof consentScopes)[number]

/** Who reads a claim or a view: the inquirers themselves, their institution, or anyone. */
export const audiences = ['team', 'internal', 'public'] as const

/** A circle of readers. */
export type Audience = (typeof audiences)[number]

/**
 * A participant's consent for one cycle: the scopes that hold now, and what was withdrawn when. `version` is that of the
 * sheet they signed; `removableUntil` is the day, if the sheet states one, after which what was made anonymous cannot be
 * taken out again.
 */
export interface Consent {
  readonly id: string
  readonly participant: string
  readonly cycle: string
  readonly version: string
  readonly givenOn: string
  readonly removableUntil?: string
  readonly scopes: readonly ConsentScope[]
  readonly withdrawals: readonly { readonly on: string; readonly scopes: readonly ConsentScope[] }[]
}

/**
 * The scopes that must hold for evidence to reach an audience, quoted or not.
 * @example
 * ```ts
 * import { scopesNeeded } from '@mentoring-commons/action-research'
 * scopesNeeded('public', true) //=> ["collect", "analyse", "publish", "quote"]
 * ```
 */
export function scopesNeeded(audience: Audience, quoted: boolean): readonly ConsentScope[] {
  const reach: readonly ConsentScope[] =
    audience === 'team' ? [] : audience === 'internal' ? ['report-internal'] : ['publish']
  return ['collect', 'analyse', ...reach, ...(quoted ? (['quote'] as const) : [])]
}

/** The needed scopes that at least one of the named consents does not hold; a consent that is not there holds none. */
export function scopesLacking(
  consents: readonly Consent[],
  ids: readonly string[],
  needed: readonly ConsentScope[],
): readonly ConsentScope[] {
  const held = ids.map((id) => consents.find((consent) => consent.id === id)?.scopes ?? [])
  return needed.filter((scope) => held.some((scopes) => !scopes.includes(scope)))
}
