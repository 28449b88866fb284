import { editions } from '../../editions/catalogue.ts'
import type { EditionId } from '../../framework/code.ts'
import { identifierOf } from '../identifier.ts'
import { outline } from '../outline.ts'
import type { CasePackage } from './case-package.ts'

/** Which edition a CASE package holds, and how it differs from the one held here. */
export interface RecognisedEdition {
  readonly edition: EditionId
  /** Qualified codes by identifier, in lower case. */
  readonly codes: ReadonlyMap<string, string>
  /** Codes of the edition that the package lacks. */
  readonly missing: readonly string[]
  /** Identifiers of items that are none of the edition's. */
  readonly added: readonly string[]
}

/**
 * Gives the edition that a package holds, by identifiers that this package minted, or nothing when it is another framework.
 * Titles and wording are not looked at, so that an institution's own wording is recognised alike.
 *
 * @example
 * ```ts
 * import { ukpsf2011 } from '@mentoring-commons/ukpsf'
 * import { recogniseEdition, toCase } from '@mentoring-commons/ukpsf/formats'
 * const options = { baseUri: 'https://case.example.ac.uk', publisher: 'Us', lastChangeDateTime: '2026-11-24T12:00:00Z' }
 * const made = toCase(ukpsf2011, options).value
 * made && recogniseEdition(made)?.edition //=> "ukpsf-2011"
 * ```
 */
export function recogniseEdition(pack: CasePackage): RecognisedEdition | undefined {
  const { identifier, language } = pack.CFDocument
  const edition = editions.find((one) => identifierOf(one.id, language) === identifier.toLowerCase())
  if (edition === undefined) return undefined
  const all = new Map(outline(edition).map(({ code }) => [identifierOf(code, language), code]))
  const present = new Map((pack.CFItems ?? []).map((item) => [item.identifier.toLowerCase(), item.identifier]))
  return {
    edition: edition.id,
    codes: new Map([...all].filter(([id]) => present.has(id))),
    missing: [...all].filter(([id]) => !present.has(id)).map(([, code]) => code),
    added: [...present].filter(([id]) => !all.has(id)).map(([, spelled]) => spelled),
  }
}
