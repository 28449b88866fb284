import type { DepartmentFigures } from '@mentoring-commons/mentoring/community'
import { type DisclosurePolicy, type Row, roundCount, type SuppressionReason } from '@mentoring-commons/reporting'
import { alike, discloseCounts, type ShownNumber } from '../../people/disclosure/counts.ts'

/** One figure of a network, fit to be shown. */
export interface ShownFigure extends ShownNumber {
  readonly measure: string
  /** Null for the institution as a whole. */
  readonly departmentId: string | null
  /** The other department, where the figure is of a pair. */
  readonly otherDepartmentId: string | null
}

/** What a measure is a number of, which decides how it is shown. */
type Nature = 'people' | 'ties' | 'departments' | 'share' | 'index'

const natures: Readonly<Record<string, Readonly<Record<string, Nature>>>> = {
  network: {
    ties: 'ties',
    density: 'share',
    withoutTies: 'people',
    components: 'ties',
    largestComponent: 'people',
    reciprocity: 'share',
    responded: 'people',
    departmentModularity: 'index',
    subgroups: 'departments',
    subgroupsAcrossDepartments: 'departments',
    subgroupModularity: 'index',
  },
  'ei-index': {
    external: 'ties',
    internal: 'ties',
    index: 'index',
    expected: 'index',
    permutedMean: 'index',
    permutedLow: 'index',
    permutedHigh: 'index',
    permutedAsFar: 'share',
  },
  reach: {
    members: 'people',
    othersWithinOneStep: 'people',
    othersWithinTwoSteps: 'people',
    others: 'people',
    departments: 'departments',
    departmentsTouched: 'departments',
    departmentsReached: 'departments',
    departmentsThroughOnePerson: 'departments',
    carriers: 'people',
  },
  bridges: {
    linkedDepartments: 'departments',
    linkedThroughOnePerson: 'departments',
    ties: 'ties',
    peopleOfFirst: 'people',
    peopleOfSecond: 'people',
    throughOnePerson: 'departments',
  },
  brokerage: {
    coordinator: 'ties',
    itinerant: 'ties',
    gatekeeper: 'ties',
    representative: 'ties',
    liaison: 'ties',
    brokers: 'people',
  },
  'wave-change': {
    kept: 'ties',
    new: 'ties',
    lost: 'ties',
    jaccard: 'share',
    keptAcross: 'ties',
    newAcross: 'ties',
    lostAcross: 'ties',
    entered: 'people',
    left: 'people',
    moved: 'people',
  },
}

/** The people of a department as one table of people without names, by what is told of them; the measures that count them. */
interface PeopleOf {
  readonly measures: readonly string[]
  readonly rows: (told: (measure: string) => number, people: number) => readonly Row[]
  readonly within: Readonly<Record<string, readonly string[]>>
}

const peopleOf: Readonly<Record<string, PeopleOf>> = {
  network: {
    measures: ['withoutTies'],
    rows: (told, people) => [
      ...alike(told('withoutTies'), { is: 'without' }),
      ...alike(people - told('withoutTies'), { is: 'tied' }),
    ],
    within: { withoutTies: ['without'] },
  },
  reach: {
    measures: ['members', 'othersWithinOneStep', 'othersWithinTwoSteps', 'others'],
    rows: (told, people) => [
      ...alike(told('members'), { is: 'member' }),
      ...alike(told('othersWithinOneStep'), { is: 'one' }),
      ...alike(told('othersWithinTwoSteps') - told('othersWithinOneStep'), { is: 'two' }),
      ...alike(people - told('members') - told('othersWithinTwoSteps'), { is: 'beyond' }),
    ],
    within: {
      members: ['member'],
      othersWithinOneStep: ['one'],
      othersWithinTwoSteps: ['one', 'two'],
      others: ['one', 'two', 'beyond'],
    },
  },
  brokerage: {
    measures: ['brokers'],
    rows: (told, people) => [
      ...alike(told('brokers'), { is: 'broker' }),
      ...alike(people - told('brokers'), { is: 'none' }),
    ],
    within: { brokers: ['broker'] },
  },
  'wave-change': {
    measures: ['entered', 'left', 'moved'],
    rows: (told, people) => [
      ...alike(told('moved'), { is: 'moved' }),
      ...alike(people - told('moved'), { is: 'here' }),
      ...alike(told('entered'), { is: 'entered' }),
      ...alike(told('left'), { is: 'left' }),
    ],
    within: { entered: ['entered'], left: ['left'], moved: ['moved'] },
  },
}

/**
 * Figures of departments, disclosed. Answers about ties keep a threshold for everybody: a department of fewer than 5 people (8 under
 * a policy that rounds) has no figures, and where all those together are fewer the next smallest has none either.
 *
 * Under a policy that rounds, people are counted and disclosed together, whatever else is counted goes to the nearest 5, shares are
 * whole percents, indices have one decimal; what would say that it hangs on one person is not told of a department, nor are pairs.
 */
export function shownFigures(
  figures: DepartmentFigures,
  policy: DisclosurePolicy,
  responded: number | null,
): readonly ShownFigure[] {
  const least = policy.rounded ? policy.averageMin : policy.responsesMin
  const few: SuppressionReason = policy.rounded ? 'average-of-few' : 'few-responses'
  const { kind, institution, departments, pairs = [] } = figures
  const hidden = hiddenDepartments(
    departments.map(({ departmentId, people, measures }) => ({ departmentId, size: sizeOf(people, measures) })),
    least,
  )
  const tooFew = institution.people < least || (responded !== null && responded < least)
  const counted = policy.rounded && peopleOf[kind] ? countedPeople(figures, peopleOf[kind], policy) : undefined
  const show = (measure: string, value: number | null, departmentId: string | null): ShownNumber => {
    if (tooFew || (departmentId !== null && hidden.has(departmentId)))
      return { value: null, suppressed: value === null ? null : few }
    if (value === null || !policy.rounded) return { value, suppressed: null }
    const nature = natures[kind]?.[measure]
    if (nature === undefined) throw new TypeError(`nobody said how to show ${kind}.${measure}`)
    if (nature === 'people' && counted !== undefined && peopleOf[kind]?.measures.includes(measure))
      return counted.of(measure, departmentId)
    if (departmentId !== null && (nature === 'departments' || measure === 'carriers'))
      return { value: null, suppressed: 'derivable' }
    return { value: rounded(value, nature), suppressed: null }
  }
  const rowsOf = (measures: Readonly<Record<string, number | null>>, departmentId: string | null) =>
    Object.entries(measures).map(
      ([measure, value]): ShownFigure => ({
        measure,
        departmentId,
        otherDepartmentId: null,
        ...show(measure, value, departmentId),
      }),
    )
  return [
    ...rowsOf(institution.measures, null),
    ...departments.flatMap(({ departmentId, measures }) => rowsOf(measures, departmentId)),
    ...(policy.rounded || tooFew ? [] : pairs)
      .filter(({ departmentIds }) => !departmentIds.some((one) => hidden.has(one)))
      .flatMap(({ departmentIds: [departmentId, otherDepartmentId], measures }) =>
        Object.entries(measures).map(
          ([measure, value]): ShownFigure => ({ measure, departmentId, otherDepartmentId, value, suppressed: null }),
        ),
      ),
  ]
}

/** Departments without figures: those with fewer people than the least, and the next smallest until all of them together have enough. */
export function hiddenDepartments(
  departments: readonly { readonly departmentId: string; readonly size: number }[],
  least: number,
): ReadonlySet<string> {
  const bySize = departments
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.size - b.size || (a.departmentId < b.departmentId ? -1 : 1))
  const hidden = new Set<string>()
  let together = 0
  for (const { departmentId, size } of bySize) {
    if (size >= least && (together === 0 || together >= least)) break
    hidden.add(departmentId)
    together += size
  }
  return hidden
}

/** Everybody of whom the figures of a department tell: where waves are compared, also those who came and went. */
function sizeOf(people: number, measures: Readonly<Record<string, number | null>>): number {
  return people + (measures.entered ?? 0) + (measures.left ?? 0)
}

/** People counted by department and for the whole, disclosed together. */
function countedPeople({ departments }: DepartmentFigures, told: PeopleOf, policy: DisclosurePolicy) {
  const rows = departments.flatMap(({ departmentId, people, measures }) =>
    told.rows((measure) => measures[measure] ?? 0, people).map((row) => ({ ...row, department: departmentId })),
  )
  const wishes = told.measures.flatMap((measure) => {
    const where = [{ column: 'is', op: 'in', value: told.within[measure] ?? [] } as const]
    return [
      { id: measure, where },
      { id: `${measure} by department`, where, by: ['department'] },
    ]
  })
  const counts = discloseCounts({ columns: { is: 'string', department: 'string' }, rows }, wishes, policy)
  return {
    of: (measure: string, departmentId: string | null) =>
      departmentId === null ? counts.of(measure) : counts.of(`${measure} by department`, { department: departmentId }),
  }
}

function rounded(value: number, nature: Nature): number {
  if (nature === 'departments') return value
  if (nature === 'people' || nature === 'ties') return roundCount(value)
  return nature === 'share' ? Math.round(value * 100) / 100 : Math.round(value * 10) / 10
}
