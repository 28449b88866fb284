/** The id of an edition that this package knows. */
export type EditionId = 'ukpsf-2006' | 'ukpsf-2011' | 'psf-2023'

/** A family of dimensions: `A` areas of activity, `K` knowledge, `V` values. */
export type Family = 'A' | 'K' | 'V'

/** A dimension's code inside its edition, such as `K3`; alone it is ambiguous. */
export type LocalDimensionCode = `${Family}${number}`

/** A dimension's code with its edition, such as `psf-2023:K3`. */
export type DimensionCode = `${EditionId}:${LocalDimensionCode}`

/** A descriptor's code inside its edition: three standard descriptors in 2006, four descriptors since. */
export type LocalDescriptorCode = 'SD1' | 'SD2' | 'SD3' | 'D1' | 'D2' | 'D3' | 'D4'

/** A descriptor's code with its edition, such as `psf-2023:D3`. */
export type DescriptorCode =
  | `ukpsf-2006:${'SD1' | 'SD2' | 'SD3'}`
  | `${'ukpsf-2011' | 'psf-2023'}:${'D1' | 'D2' | 'D3' | 'D4'}`

/** A qualified code taken apart; `edition` is in lower case and `local` in upper case, neither is looked up yet. */
export interface CodeParts {
  readonly edition: string
  readonly local: string
}

/**
 * Gives the two halves of a qualified code, or nothing when the text has another form. White space around the whole is
 * dropped and case is folded (`' PSF-2023:k3 '`); white space inside is not accepted.
 */
export function splitCode(text: string): CodeParts | undefined {
  const [, edition, local] = /^([A-Za-z][A-Za-z0-9-]*):([A-Za-z]{1,2}[0-9]+)$/.exec(text.trim()) ?? []
  if (edition === undefined || local === undefined) return undefined
  return { edition: edition.toLowerCase(), local: local.toUpperCase() }
}
