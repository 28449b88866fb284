import type { DescriptorCode, EditionId, LocalDescriptorCode } from './code.ts'
import type { Rule } from './rule.ts'
import type { Provenance } from './sourced.ts'

/** One criterion of a descriptor: what an application is read against, as rules. */
export interface Criterion extends Provenance {
  /** The code inside the edition, in the edition's own numbering: `D1.II` in 2011, `D1.2` in 2023. */
  readonly code: string
  /** A short title of this package's own. */
  readonly title: string
  /** At least one rule; all of them apply. */
  readonly rules: readonly Rule[]
  /** What a reader of sources must know about this criterion. */
  readonly note?: string
}

/** How recent evidence is expected to be: guidance with a source, never a condition. */
export type Recency =
  | (Provenance & {
      readonly kind: 'window'
      /** Evidence that ended longer than this many years ago is worth a warning. */
      readonly yearsMax: number
      /** How the guidance is to be read. */
      readonly note: string
    })
  | (Provenance & { readonly kind: 'no-fixed-window'; readonly note: string })

/** One descriptor of one edition: a category of fellowship and what is asked for it. */
export interface Descriptor extends Provenance {
  readonly edition: EditionId
  /** The code inside the edition; `formatDescriptor` gives the one to store and to show. */
  readonly code: LocalDescriptorCode
  readonly category: string
  readonly postNominal: string
  /** In the edition's order. */
  readonly criteria: readonly Criterion[]
  readonly recency: Recency
}

/**
 * Gives the qualified code of a descriptor.
 *
 * @example
 * ```ts
 * import { formatDescriptor } from '@mentoring-commons/ukpsf'
 * formatDescriptor({ edition: 'ukpsf-2011', code: 'D3' }) //=> "ukpsf-2011:D3"
 * ```
 */
export function formatDescriptor(descriptor: Pick<Descriptor, 'edition' | 'code'>): DescriptorCode {
  return `${descriptor.edition}:${descriptor.code}` as DescriptorCode
}
