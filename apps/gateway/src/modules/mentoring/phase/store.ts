import type { PhaseAssessment } from '@mentoring-commons/mentoring'
import type { Transaction } from '../../../db/database.ts'
import { phaseAssessment } from './table.ts'

type Row = typeof phaseAssessment.$inferSelect

/** The domain's assessment of a row. */
export function assessmentOf({
  relationshipId,
  personId,
  role,
  model,
  phase,
  assessedOn,
}: Omit<Row, 'institutionId' | 'id' | 'recordedAt'>): PhaseAssessment {
  return { relationshipId, personId, role, model, phase, on: assessedOn }
}

/** Stores how somebody sees the phase of their relationship. */
export async function insertAssessment(
  tx: Transaction,
  row: Pick<Row, 'institutionId' | 'id' | 'recordedAt'>,
  { on, ...assessed }: PhaseAssessment,
): Promise<void> {
  await tx.insert(phaseAssessment).values({ ...row, ...assessed, assessedOn: on })
}
