import type { Edition } from '../../framework/edition.ts'
import type { Result } from '../../refusal.ts'
import type { AttachedWording, WordedEdition } from '../../wording/wording.ts'
import type { NotCarried } from '../not-carried.ts'
import { outline } from '../outline.ts'
import { partsOf, pickWording, textOf } from '../pick-wording.ts'
import type { Matrix, MatrixElement } from './matrix.ts'
import { readMatrix } from './read-matrix.ts'

/** What a matrix needs that an edition does not say. */
export interface MatrixOptions {
  /** The institution that may use it, by its short name in Mahara; `all` when nothing is said. */
  readonly institution?: string
  /** Whether people may set the state of their own evidence; `false` when nothing is said. */
  readonly selfAssess?: boolean
  /** What the four states are called. */
  readonly statuses?: Readonly<Record<'begun' | 'incomplete' | 'partialcomplete' | 'completed', string>>
  /** Which of the edition's wordings is written; the first when nothing is said. */
  readonly language?: string
}

/** A matrix, and what of the edition it has no place for. */
export interface MatrixExport {
  readonly matrix: Matrix
  readonly notCarried: readonly NotCarried[]
}

const usual = {
  begun: 'Ready for review',
  incomplete: 'Does not show it',
  partialcomplete: 'Shows it in part',
  completed: 'Shows it',
}

/**
 * Gives an edition as a matrix of Mahara's SmartEvidence: families as standards, dimensions as elements, attached wording as
 * descriptions in HTML. Mahara places evidence against dimensions and knows no categories of fellowship, so descriptors and rules stay
 * behind; `notCarried` lists them. Refuses `unknown-language`, `wrong-field` and `too-long`.
 *
 * @example
 * ```ts
 * import { psf2023 } from '@mentoring-commons/ukpsf'
 * import { toMatrix } from '@mentoring-commons/ukpsf/formats'
 * const made = toMatrix(psf2023).value
 * made?.matrix.framework.standardelements[0]?.shortname //=> "V1"
 * made?.notCarried[0]?.path //=> "published"
 * ```
 */
export function toMatrix(edition: Edition | WordedEdition, options: MatrixOptions = {}): Result<MatrixExport> {
  const worded = partsOf(edition)
  const { institution = 'all', selfAssess = false, statuses = usual } = options
  const wording = pickWording(worded, options.language)
  if (wording.refusal) return wording
  const items = outline(worded.edition)
  const { id, official, officialTitle } = worded.edition
  const families = items.filter((item) => item.kind === 'family')
  const description = (code: string, note = '') =>
    escapeHtml([textOf(wording.value, code) ?? '', note].filter(Boolean).join(' '))
  const terms = wording.value
    ? `Descriptions are wording from ${wording.value.source}, by right of: ${wording.value.rights}. `
    : ''
  const matrix: Matrix = {
    framework: {
      institution,
      name: officialTitle,
      description: escapeHtml(
        `${id}. Names are short titles of this file's maker. ${terms}Authoritative are only the documents of ${official}.`,
      ),
      selfassess: selfAssess,
      evidencestatuses: Object.entries(statuses).map(([state, name]) => ({ [state]: name })),
      standards: families.map((family, index) => ({
        shortname: family.local,
        name: family.title,
        description: description(family.code, family.note),
        standardid: index + 1,
      })),
      standardelements: families.flatMap((family, index) =>
        items
          .filter((item) => item.parent === family.code)
          .map(
            (item): MatrixElement => ({
              shortname: item.local,
              name: item.title,
              description: description(item.code, item.note),
              standardid: index + 1,
              elementid: item.code,
            }),
          ),
      ),
    },
  }
  const read = readMatrix(matrix)
  if (read.refusal) return read
  return { value: { matrix: read.value.matrix, notCarried: leftBehind(worded, wording.value) } }
}

function leftBehind(worded: WordedEdition, wording: AttachedWording | undefined): readonly NotCarried[] {
  const left = (path: string, why: string) => ({ path, why })
  const parts = ['descriptors', 'criteria'] as const
  return [
    left('published', 'A matrix has no date.'),
    left('numbering', 'A matrix says nothing of how criteria are numbered.'),
    left('**.source, certainty, readOn', 'A matrix has no field for where a fact comes from.'),
    ...worded.edition.descriptors.map((descriptor, index) =>
      left(
        `descriptors[${index}]`,
        `SmartEvidence places evidence against dimensions; ${descriptor.code}, its criteria, rules and recency have no place there.`,
      ),
    ),
    ...parts
      .filter((part) => wording?.parts.includes(part))
      .map((part) => left(`wordings (${wording?.language}).${part}`, `The matrix has no ${part}.`)),
    ...worded.wordings
      .filter((one) => one !== wording)
      .map((one) => left(`wordings (${one.language})`, 'A matrix is in one language.')),
  ]
}

function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (char) => names[char] ?? char)
}
