import type { Provenance, Sourced } from '../framework/sourced.ts'
import { type Result, refuse } from '../refusal.ts'
import { academicYear } from './academic-year.ts'
import type { HesaCode } from './hesa-code.ts'

/** The codes of ACTCHQUAL in one year's Staff record. */
export interface HesaCollection extends Provenance {
  /** The academic year, such as `2020/21`. */
  readonly year: string
  /** HESA's name of the record, such as `C20025`. */
  readonly record: string
  /** In HESA's order. */
  readonly codes: readonly HesaCode[]
  /** The code of the HEA or Advance HE fellowship at descriptors 1 to 4. */
  readonly fellowship: Readonly<Record<1 | 2 | 3 | 4, HesaCode>>
  /** The code of SEDA's recognition at descriptors 1 and 2; null where the collection has none. */
  readonly seda: Readonly<Record<1 | 2, HesaCode>> | null
  /** The code of an accredited course whose fellowship was not taken up. */
  readonly courseWithoutFellowship: Sourced<HesaCode>
}

const readOn = '2026-11-24'

/** The most codes one person may carry. */
export const codesMax: Sourced<number> = {
  value: 6,
  source:
    "one vendor's view of the record has six columns; another implementation keeps a list without saying how long",
  certainty: '1',
  readOn,
}

/** The collections whose list of codes was read, oldest first. What lies between and after them was not. */
export const hesaCollections: readonly HesaCollection[] = [
  {
    year: '2014/15',
    record: 'C14025',
    codes: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '90', '99'],
    fellowship: { 1: '02', 2: '03', 3: '04', 4: '05' },
    seda: null,
    courseWithoutFellowship: {
      value: '01',
      source: 'hesa.ac.uk/innovation/records/reviews/staff-2020-21, which says what it was before 2020/21',
      certainty: '1',
      readOn,
    },
    source: 'hesa.ac.uk/collection/c14025/s/ACTCHQUAL',
    certainty: '1',
    readOn,
  },
  {
    year: '2020/21',
    record: 'C20025',
    codes: ['01', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '90', '99'],
    fellowship: { 1: '11', 2: '12', 3: '13', 4: '14' },
    seda: { 1: '15', 2: '16' },
    courseWithoutFellowship: {
      value: '09',
      source: 'hesa.ac.uk/innovation/records/reviews/staff-2020-21',
      certainty: '1',
      readOn,
    },
    source: 'hesa.ac.uk/collection/c20025/a/actchqual; hrsystems.admin.ox.ac.uk uses 11 to 14 alike',
    certainty: '2+',
    readOn,
  },
]

/**
 * Gives the collection of an academic year. Refuses `malformed-year`, and `unknown-collection` for a year whose codes were not
 * read: they are not guessed from its neighbours.
 *
 * @example
 * ```ts
 * import { hesaCollection } from '@mentoring-commons/ukpsf'
 * hesaCollection('2020/21').value?.record //=> "C20025"
 * hesaCollection('2021/22').refusal?.code //=> "unknown-collection"
 * ```
 */
export function hesaCollection(year: string): Result<HesaCollection> {
  const sound = academicYear(year)
  if (sound.refusal) return sound
  const value = hesaCollections.find((collection) => collection.year === year)
  if (value !== undefined) return { value }
  const there = hesaCollections.map((collection) => collection.year).join(' and ')
  return refuse(
    'unknown-collection',
    `The codes of ${year} were not read, so none is given; those of ${there} were. Take them from HESA's coding manual of that year.`,
  )
}
