import { endedOn } from '../cycle.ts'
import type { IntervalFacet } from '../facet.ts'
import { learningLevels } from '../learning.ts'
import { dayInWords, spanInWords, wordInWords } from '../views/in-words.ts'
import type { ShownCycle } from '../views/shown.ts'
import { cycleHeading, evidenceDetail, evidenceInWords, type Material, section } from './material.ts'
import type { EntryDetail, PortfolioEntry, PortfolioSection } from './portfolio-shape.ts'

/** The sections that say what was done: baseline, plan, actions, data, learning and change. */
export function workSections(material: Material): readonly PortfolioSection[] {
  const { shown } = material
  const baseline = evidenceEntries(material, ({ timing }) => timing === 'baseline')
  const sources = new Set(shown.evidence.map(({ kind }) => kind))
  const another = sources.size < 2 ? ['Add evidence of another kind, so that one can bear out the other.'] : []
  return [
    section('baseline', material, [...facetEntries(material, 'diagnose'), ...baseline]),
    section(
      'plan',
      material,
      shown.cycles.flatMap((cycle) => planEntry(material, cycle)),
    ),
    section('actions', material, facetEntries(material, 'act')),
    section(
      'data',
      material,
      evidenceEntries(material, () => true),
      another,
    ),
    section('learning', material, learningEntries(material), learningToDo(material)),
    section('change', material, changeEntries(material)),
  ]
}

function facetEntries(material: Material, wanted: IntervalFacet): readonly PortfolioEntry[] {
  return material.shown.cycles.flatMap(({ cycle }) =>
    cycle.facets
      .filter(({ facet }) => facet === wanted)
      .map(({ from, to, reason }) => ({
        heading: cycleHeading(material, cycle.id),
        text: reason ?? '',
        item: { kind: 'cycle', id: cycle.id },
        from,
        ...(to === undefined ? {} : { to }),
        details: wanted === 'act' ? courseOf(cycle) : [],
      })),
  )
}

/** How a cycle went on: its breaks and its end. */
function courseOf(cycle: ShownCycle['cycle']): readonly EntryDetail[] {
  const breaks = (cycle.suspensions ?? []).map(({ from, to, reason }) => ({
    label: 'Suspended',
    text: `${spanInWords(from, to)}: ${reason}`,
  }))
  const resting =
    cycle.status === 'suspended'
      ? [{ label: 'Suspended', text: `since ${dayInWords(cycle.suspendedOn)}: ${cycle.reason}` }]
      : []
  const ended = endedOn(cycle)
  const end = ended === undefined ? [] : [{ label: wordInWords(cycle.status), text: dayInWords(ended) }]
  return [...breaks, ...resting, ...end]
}

function planEntry(material: Material, { cycle, revisions }: ShownCycle): readonly PortfolioEntry[] {
  if (cycle.plan === undefined) return []
  const steps = cycle.plan.steps.map(({ action, observationMethods }) => ({
    label: 'Step',
    text: `${action} (observed by ${observationMethods.join(', ')})`,
  }))
  const changes = revisions.flatMap(({ on, reason, evidence }) => [
    {
      label: `Revised on ${dayInWords(on)}`,
      ...(reason === null
        ? { text: 'The reason rests on what is not shown here.' }
        : { text: reason, isWords: true as const }),
    },
    ...(evidence === null ? [] : evidenceDetail(material, 'Because of', evidence)),
  ])
  const { plannedOn } = cycle.plan
  const heading = cycleHeading(material, cycle.id)
  return [
    { heading, text: '', item: { kind: 'cycle', id: cycle.id }, from: plannedOn, details: [...steps, ...changes] },
  ]
}

function evidenceEntries(
  material: Material,
  isWanted: (item: Material['shown']['evidence'][number]) => boolean,
): readonly PortfolioEntry[] {
  return material.shown.evidence.filter(isWanted).map((item) => ({
    heading: evidenceInWords(item),
    text: '',
    item: { kind: 'evidence', id: item.id },
    from: item.on,
    details: [
      { label: 'When', text: item.timing === 'within' ? 'during the cycle' : wordInWords(item.timing) },
      { label: 'Cycle', text: material.labels.get(item.cycle) ?? item.cycle },
    ],
  }))
}

function learningEntries(material: Material): readonly PortfolioEntry[] {
  const { cycles, outlooks } = material.shown
  const carried = cycles.flatMap(({ cycle }) =>
    cycle.learning.map(({ level, kind, text }) => ({
      heading: `Learning of ${level === 'self' ? 'the authors themselves' : `the ${level}`}`,
      text,
      item: { kind: 'cycle' as const, id: cycle.id },
      from: cycle.begunOn,
      details: [
        { label: 'About', text: kind },
        { label: 'Carried into', text: cycleHeading(material, cycle.id) },
      ],
    })),
  )
  const reflected = cycles.flatMap(({ cycle, reflections }) =>
    reflections.map(({ id, by, on, text }) => ({
      heading: `Reflection of ${by}`,
      text,
      item: { kind: 'reflection' as const, id },
      from: on,
      details: [{ label: 'Cycle', text: material.labels.get(cycle.id) ?? cycle.id }],
    })),
  )
  const seen = outlooks.map(({ id, by, moment, on, text }) => ({
    heading: `How ${by} saw it ${moment} acting`,
    text,
    item: { kind: 'outlook' as const, id },
    from: on,
    details: [],
  }))
  return [...carried, ...reflected, ...seen]
}

function learningToDo({ shown }: Material): readonly string[] {
  const levels = new Set(shown.cycles.flatMap(({ cycle }) => cycle.learning.map(({ level }) => level)))
  return learningLevels
    .filter((level) => !levels.has(level))
    .map((level) => `Carry into a next cycle what was learned at the level of “${level}”.`)
}

function changeEntries(material: Material): readonly PortfolioEntry[] {
  return material.shown.changes.map(({ id, observed, text, on, evidence }) => ({
    heading: observed === 'change' ? 'A change' : 'No change',
    text,
    item: { kind: 'change', id },
    from: on,
    details: evidence.flatMap((one) => evidenceDetail(material, 'Seen in', one)),
  }))
}
