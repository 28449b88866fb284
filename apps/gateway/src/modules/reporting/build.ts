import { type DisclosedFigure, type DisclosurePolicy, disclose } from '@mentoring-commons/reporting'
import type { Transaction } from '../../db/database.ts'
import { measureProgramme } from './indicators.ts'
import { answeredItems, participationRows, placeRows, projectRows } from './store.ts'

/** A programme's impact report: figures that have passed disclosure control, and nothing that has not. */
export interface ImpactReport {
  readonly programme: { readonly id: string; readonly key: string; readonly title: string }
  readonly asOf: string
  readonly policy: DisclosurePolicy
  readonly figures: readonly DisclosedFigure[]
}

/** Tells how far a report is: steps done of all. */
export type Progress = (done: number, total: number, message: string) => Promise<void> | void

/** The steps of building a report, for whoever watches. */
export const reportSteps = 6

/** Builds a programme's impact report inside the entered institution. Disclosure is the last step, over all figures together. */
export async function buildReport(
  tx: Transaction,
  institutionId: string,
  programme: ImpactReport['programme'],
  policy: DisclosurePolicy,
  asOf: string,
  progress: Progress = () => {},
): Promise<ImpactReport> {
  await progress(0, reportSteps, 'reading who took part')
  const participations = await participationRows(tx, institutionId, programme.id)
  await progress(1, reportSteps, 'reading projects')
  const projects = await projectRows(tx, institutionId, programme.id)
  await progress(2, reportSteps, 'reading places')
  const places = await placeRows(tx, institutionId, programme.id)
  await progress(3, reportSteps, 'reading survey answers')
  const items = await answeredItems(tx, institutionId, programme.id)
  await progress(4, reportSteps, 'counting')
  const measured = measureProgramme({ participations, projects, places, items })
  await progress(5, reportSteps, 'controlling disclosure')
  const figures = disclose(measured, policy)
  await progress(reportSteps, reportSteps, 'done')
  const { id, key, title } = programme
  return { programme: { id, key, title }, asOf, policy, figures }
}
