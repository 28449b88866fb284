import type { Edition } from '../framework/edition.ts'
import { type Result, refuse } from '../refusal.ts'
import type { AttachedWording, WordedEdition } from '../wording/wording.ts'

/** Gives the edition itself, and every wording it comes with. */
export function partsOf(edition: Edition | WordedEdition): WordedEdition {
  return 'wordings' in edition ? edition : { edition, wordings: [] }
}

/**
 * Gives the wording in a language, without regard to case; without a language the first; and nothing when the edition comes
 * without wording and no language is asked for. Refuses `unknown-language`.
 */
export function pickWording(worded: WordedEdition, language?: string): Result<AttachedWording | undefined> {
  if (language === undefined) return { value: worded.wordings[0] }
  const value = worded.wordings.find((wording) => wording.language.toLowerCase() === language.toLowerCase())
  if (value !== undefined) return { value }
  const there = worded.wordings.map((wording) => wording.language).join(', ') || 'none'
  return refuse(
    'unknown-language',
    `There is no wording in '${language}'; there is ${there}. Attach it first.`,
    'language',
  )
}

/** Gives the wording's text for a qualified code, if it has one. */
export function textOf(wording: AttachedWording | undefined, code: string): string | undefined {
  return wording !== undefined && Object.hasOwn(wording.texts, code) ? wording.texts[code] : undefined
}
