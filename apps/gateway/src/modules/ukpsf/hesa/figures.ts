import {
  type Condition,
  type DisclosedFigure,
  type DisclosurePolicy,
  defineIndicator,
  defineTable,
  disclose,
  type FigureSet,
  type Indicator,
  measure,
  type Row,
  type Table,
} from '@mentoring-commons/reporting'
import { type HesaCode, hesaTitles } from '@mentoring-commons/ukpsf'
import { accepted } from '../../../refused.ts'

/** People as the return counts them, before anything is counted. */
export interface ReturnRows {
  /** Everybody in scope; no codes where what is on file contradicts itself. */
  readonly people: readonly { readonly codes: readonly HesaCode[] }[]
  /** How many people nothing was stated about. */
  readonly unstated: number
  /** The year's codes, in the collection's order. */
  readonly codes: readonly HesaCode[]
}

/** How many have a code, and what share of those of whom something is known. */
export interface CodeFigures {
  readonly code: HesaCode
  readonly people: DisclosedFigure
  /** Nothing where nobody is known. */
  readonly percent: DisclosedFigure | undefined
}

/** The figures of the return, fit to be shown. */
export interface ReturnFigures {
  readonly people: DisclosedFigure
  readonly known: DisclosedFigure
  readonly qualified: DisclosedFigure
  readonly qualifiedPercent: DisclosedFigure | undefined
  readonly none: DisclosedFigure
  readonly notKnown: DisclosedFigure
  readonly notCoded: DisclosedFigure
  readonly unstated: DisclosedFigure
  readonly byCode: readonly CodeFigures[]
}

const inScope: Condition = { column: 'inScope', op: 'is-true' }
const known: Condition = { column: 'holding', op: 'in', value: ['qualified', 'none'] }

/** Counts the return and discloses all of it together: what one figure hides no other gives back. 90 and 99 are codes of nothing held, and stand apart. */
export function returnFigures(rows: ReturnRows, policy: DisclosurePolicy): ReturnFigures {
  const codes = rows.codes.filter((code) => code !== '90' && code !== '99')
  const table = tableOf(rows, codes)
  const who = (id: string, label: string, where: readonly Condition[], definition: string) =>
    figures(table, { id, label, where, definition, measure: { kind: 'count' }, people: true, unit: 'people' })
  const share = (id: string, label: string, of: Condition, definition: string) =>
    figures(table, {
      ...{ id, label, definition, where: [inScope, known] },
      ...{ measure: { kind: 'rate', of }, people: true, unit: 'percent' },
    })
  const holding = (value: string): readonly Condition[] => [inScope, { column: 'holding', op: 'eq', value }]
  const sets = [
    who('people', 'In scope', [inScope], 'People stated to be in scope of the return.'),
    who(
      'known',
      'Known',
      [inScope, known],
      'People in scope of whom it is known what they hold; percentages are of them.',
    ),
    who('qualified', 'Qualified', holding('qualified'), 'People in scope with at least one qualification.'),
    who('none', 'None held', holding('none'), 'People in scope who are known to hold none: code 99.'),
    who('not-known', 'Not known', holding('not-known'), 'People in scope of whom nothing is known: code 90.'),
    who(
      'not-coded',
      'Not coded',
      holding('not-coded'),
      'People in scope whose record has no code in this year; they are in no other figure but those in scope.',
    ),
    who(
      'unstated',
      'Without a statement',
      [{ column: 'stated', op: 'eq', value: false }],
      'People of the institution of whom nobody said whether they are in scope.',
    ),
    share(
      'qualified-percent',
      'Qualified',
      { column: 'qualified', op: 'is-true' },
      'Of people of whom it is known what they hold.',
    ),
    ...codes.flatMap((code) => [
      who(
        `code.${code}`,
        hesaTitles[code],
        [inScope, known, { column: `code${code}`, op: 'is-true' }],
        `People in scope with the code ${code}; somebody may have several.`,
      ),
      share(
        `percent.${code}`,
        hesaTitles[code],
        { column: `code${code}`, op: 'is-true' },
        `With the code ${code}, of people of whom it is known what they hold.`,
      ),
    ]),
  ]
  const shown = new Map(disclose(sets, policy).map((figure) => [figure.id, figure]))
  const figure = (id: string): DisclosedFigure => {
    const found = shown.get(id)
    if (found === undefined) throw new TypeError(`the return has no figure ${id}`)
    return found
  }
  return {
    people: figure('people'),
    known: figure('known'),
    qualified: figure('qualified'),
    qualifiedPercent: shown.get('qualified-percent'),
    none: figure('none'),
    notKnown: figure('not-known'),
    notCoded: figure('not-coded'),
    unstated: figure('unstated'),
    byCode: codes.map((code) => ({
      code,
      people: figure(`code.${code}`),
      percent: shown.get(`percent.${code}`),
    })),
  }
}

/** One row a person: in scope with what they hold, or nothing but that nothing was stated. */
function tableOf({ people, unstated }: ReturnRows, codes: readonly HesaCode[]): Table {
  const columns = [
    { name: 'stated', type: 'boolean', label: 'Stated' },
    { name: 'inScope', type: 'boolean', label: 'In scope' },
    { name: 'holding', type: 'string', label: 'What is held' },
    { name: 'qualified', type: 'boolean', label: 'Qualified' },
    ...codes.map((code) => ({ name: `code${code}`, type: 'boolean' as const, label: hesaTitles[code] })),
  ] as const
  const rows: readonly Row[] = people.map((one) => {
    const holding = holdingOf(one.codes)
    const held = codes.map((code) => [`code${code}`, one.codes.includes(code)] as const)
    return { stated: true, inScope: true, holding, qualified: holding === 'qualified', ...Object.fromEntries(held) }
  })
  return accepted(
    plain(defineTable(columns, [...rows, ...Array.from({ length: unstated }, () => ({ stated: false }))])),
  )
}

function holdingOf(codes: readonly HesaCode[]): string {
  if (codes.length === 0) return 'not-coded'
  if (codes.includes('90')) return 'not-known'
  return codes.includes('99') ? 'none' : 'qualified'
}

function figures(table: Table, indicator: Indicator): FigureSet {
  return accepted(plain(measure(accepted(plain(defineIndicator(indicator))), table)))
}

/** The package's refusals carry a path of keys; here they would be a fault of this file, so a text will do. */
function plain<T>(answer: { value: T } | { refusal: { code: string; message: string } }) {
  return 'value' in answer ? answer : { refusal: { code: answer.refusal.code, message: answer.refusal.message } }
}
