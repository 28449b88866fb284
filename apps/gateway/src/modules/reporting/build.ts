import {
  type DisclosedFigure,
  type DisclosurePolicy,
  type Exhibit,
  type FigureSet,
  hesa,
  indicatorVersion,
  isAsked,
  measureReport,
  type ReportDefinition,
  type Snapshot,
  takeSnapshot,
} from '@mentoring-commons/reporting'
import type { Transaction } from '../../db/database.ts'
import { accepted } from '../../refused.ts'
import { disclosedThrough } from '../people/disclosure/through.ts'
import { keepingThresholds } from '../survey/threshold.ts'
import { countProgramme } from './count/programme.ts'
import { programmeReport } from './definitions.ts'
import { type Gathered, type Progress, plain, reportSteps } from './gather.ts'

/** The programme that a report is of. */
export interface ReportProgramme {
  readonly id: string
  readonly key: string
  readonly title: string
}

/** A programme's impact report: figures that have passed disclosure control, and nothing that has not. */
export interface ImpactReport {
  readonly programme: ReportProgramme
  readonly asOf: string
  readonly policy: DisclosurePolicy
  readonly figures: readonly DisclosedFigure[]
}

/** Builds a programme's impact report inside the entered institution. Disclosure is the last step, over all figures together. */
export async function buildReport(
  tx: Transaction,
  institutionId: string,
  { id, key, title }: ReportProgramme,
  policy: DisclosurePolicy,
  asOf: string,
): Promise<ImpactReport> {
  const gathered = await countProgramme(tx, institutionId, id)
  const { sets } = measured(programmeReport(title, gathered), gathered)
  const strict = await keepingThresholds(tx, institutionId, id, policy)
  const figures = await disclosedThrough(tx, { institutionId, dataset: datasetOf(id), asOf }, sets, strict)
  return { programme: { id, key, title }, asOf, policy: strict, figures }
}

/** A report that can be measured: its definition, what it rests on, and what it shows beside figures. */
export interface Composed {
  readonly definition: ReportDefinition
  readonly gathered: Gathered
  /** Charts of more than figures, disclosed under a policy. */
  readonly exhibits: (policy: DisclosurePolicy) => readonly Exhibit[]
}

/** Makes a report of a programme ready to be measured: what is defined under a key, with all that it rests on. */
export type Compose = (
  tx: Transaction,
  wish: {
    readonly institutionId: string
    readonly programme: ReportProgramme
    readonly key: string
    readonly asOf: string
    /** Whether rows are wanted, to open figures to them; without it what can be counted where it lies is counted there. */
    readonly rows?: boolean
  },
) => Promise<Composed>

/** Whose report it is, of which day, as which role may see it. */
export interface SnapshotWish {
  readonly institutionId: string
  readonly programme: ReportProgramme
  readonly asOf: string
  readonly policy: DisclosurePolicy
  /** A secret of the snapshot. */
  readonly salt: string
}

/** Freezes a report in a transaction that may write: figures leave through the one door, and all that they open to with them. */
export async function freezeReport(
  tx: Transaction,
  { institutionId, programme, asOf, policy, salt }: SnapshotWish,
  { definition, gathered, exhibits }: Composed,
  progress: Progress = () => {},
): Promise<Snapshot> {
  await progress(reportSteps - 2, reportSteps, 'counting')
  const { sets, versions, inputs } = measured(definition, gathered)
  const wished = definition.policy === 'hesa' ? hesa : policy
  const strict = await keepingThresholds(tx, institutionId, programme.id, wished)
  await progress(reportSteps - 1, reportSteps, 'controlling disclosure')
  const where = { institutionId, dataset: datasetOf(programme.id), asOf }
  const figures = await disclosedThrough(tx, where, sets, strict)
  return accepted(
    plain(
      takeSnapshot({
        ...{
          definition,
          asOf,
          inputs,
          figures,
          salt,
          policy: strict,
          indicators: versions,
          exhibits: exhibits(strict),
        },
        subject: { key: programme.key, title: programme.title },
      }),
    ),
  )
}

/** The figures that a report asks for, in the order of the indicators, and what they rest on. */
function measured(definition: ReportDefinition, { indicators, inputs }: Gathered) {
  const asked = definition.sections.flatMap((section) => [
    ...section.indicators,
    ...(section.charts ?? []).flatMap((chart) => chart.indicators),
  ])
  const versions = indicators
    .filter(({ id }) => isAsked(asked, id))
    .map((one) => accepted(plain(indicatorVersion(one))))
  const used = new Set(versions.map((version) => version.definition.input))
  const kept = inputs.filter(({ name }) => used.has(name))
  const tables = Object.fromEntries(kept.map(({ name, table }) => [name, table]))
  const sets: readonly FigureSet[] = accepted(plain(measureReport(versions, tables)))
  return { sets, versions, inputs: kept }
}

/** The dataset that all reports of a programme share: what one shows of it, another must not give away. */
function datasetOf(programmeId: string): string {
  return `programme:${programmeId}`
}
