import type { Crosswalk } from '../crosswalk/crosswalk.ts'
import type { Edition } from '../framework/edition.ts'
import { isText } from '../is-text.ts'
import { type Result, refuse } from '../refusal.ts'

/** A licence, as far as a file names it. */
export interface Licence {
  readonly title: string
  readonly uri: string
}

/** What a file needs that an edition does not say. */
export interface ExportOptions {
  /** The absolute address, `http` or `https`, under which everything in the file lives; one slash at the end is dropped. */
  readonly baseUri: string
  /** Who publishes the file: its maker, not the body whose framework it is. */
  readonly publisher: string
  /** The licence of the file, and so of the wording in it. */
  readonly licence?: Licence
  /** Crosswalks that start at the edition. Their matches point at items under the same `baseUri`. */
  readonly crosswalks?: readonly Crosswalk[]
}

/** The options of a file, gone through, with nothing left open. */
export interface CheckedOptions {
  readonly baseUri: string
  readonly publisher: string
  readonly licence?: Licence
  readonly crosswalks: readonly Crosswalk[]
}

const address = /^https?:\/\/[^\s/?#<>"{}|\\^`]+(?:\/[^\s?#<>"{}|\\^`]*)?$/i
const uri = /^[a-z][a-z0-9+.-]*:[^\p{Cc}\p{Surrogate}\s<>"{}|\\^`]+$/iu

/** Says whether a text is an absolute address that every format here can write. */
export function isUri(text: string): boolean {
  return uri.test(text)
}

/** Gives the options with their defaults, or says which one cannot be used. */
export function checkOptions(edition: Edition, options: ExportOptions): Result<CheckedOptions> {
  const { publisher, licence, crosswalks = [] } = options
  const baseUri = String(options.baseUri).replace(/\/$/, '')
  if (!address.test(baseUri) || !isUri(baseUri)) {
    return refuse(
      'malformed-uri',
      `The base address '${options.baseUri}' is no http or https address without query and fragment. Give one such as https://standards.example.ac.uk/case.`,
      'baseUri',
    )
  }
  if (licence !== undefined && !isUri(licence.uri)) {
    return refuse(
      'malformed-uri',
      `The licence's address '${licence.uri}' is not absolute. Give it whole.`,
      'licence.uri',
    )
  }
  const texts = [
    ['publisher', publisher],
    ['licence.title', licence === undefined ? 'none' : licence.title],
  ] as const
  const empty = texts.find(([, text]) => !isText(text))
  if (empty !== undefined) return refuse('empty-text', `The ${empty[0]} is empty. Name it.`, empty[0])
  const other = crosswalks.findIndex((crosswalk) => crosswalk.from !== edition.id)
  if (other >= 0) {
    return refuse(
      'mixed-editions',
      `The crosswalk starts at ${crosswalks[other]?.from}, and the file is of ${edition.id}. Ask for one from ${edition.id}.`,
      `crosswalks[${other}]`,
    )
  }
  const value = { baseUri, publisher, crosswalks }
  return { value: licence === undefined ? value : { ...value, licence } }
}
