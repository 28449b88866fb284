import { type CareerSpell, type StageSet, stageTransitions } from '@mentoring-commons/mentoring'
import { defineIndicator, defineTable, type FigureSet, measure } from '@mentoring-commons/reporting'
import { and, asc, desc, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { careerSpell, careerStageSet } from './table.ts'

/** The stages that an institution tells apart now; undefined where nobody has said. */
export async function latestStages(tx: Transaction, institutionId: string): Promise<StageSet | undefined> {
  const [row] = await tx
    .select({ version: careerStageSet.version, stages: careerStageSet.stages })
    .from(careerStageSet)
    .where(eq(careerStageSet.institutionId, institutionId))
    .orderBy(desc(careerStageSet.version))
    .limit(1)
  return row === undefined ? undefined : { id: 'career-stages', ...row }
}

/** Stores the next version of the stages. */
export async function insertStages(tx: Transaction, row: typeof careerStageSet.$inferInsert): Promise<void> {
  await tx.insert(careerStageSet).values(row)
}

/** The spells of somebody, the first one first. */
export async function spellsOf(
  tx: Transaction,
  institutionId: string,
  personId: string,
): Promise<readonly CareerSpell[]> {
  const rows = await tx
    .select()
    .from(careerSpell)
    .where(and(eq(careerSpell.institutionId, institutionId), eq(careerSpell.personId, personId)))
    .orderBy(asc(careerSpell.fromDay))
  return rows.map(spellOf)
}

/** Stores a spell. */
export async function insertSpell(
  tx: Transaction,
  institutionId: string,
  { personId, from, stage }: CareerSpell,
  recorded: { readonly by: string; readonly at: string },
): Promise<void> {
  await tx.insert(careerSpell).values({
    institutionId,
    personId,
    fromDay: from,
    stage: stage ?? null,
    recordedBy: recorded.by,
    recordedAt: recorded.at,
  })
}

/** Corrects the stage of the spell that begins on a day; whether there is one. */
export async function updateSpell(
  tx: Transaction,
  institutionId: string,
  { personId, from, stage }: CareerSpell,
  recorded: { readonly by: string; readonly at: string },
): Promise<boolean> {
  const updated = await tx
    .update(careerSpell)
    .set({ stage: stage ?? null, recordedBy: recorded.by, recordedAt: recorded.at })
    .where(
      and(
        eq(careerSpell.institutionId, institutionId),
        eq(careerSpell.personId, personId),
        eq(careerSpell.fromDay, from),
      ),
    )
    .returning({ fromDay: careerSpell.fromDay })
  return updated.length > 0
}

/**
 * How everybody whose career is recorded went from stage to stage between two days, with the whole: measured, and not yet fit
 * to be shown. A stage that is not known is blank.
 */
export async function transitionFigures(
  tx: Transaction,
  institutionId: string,
  days: { readonly first: string; readonly last: string },
): Promise<readonly FigureSet[]> {
  const rows = await tx
    .select()
    .from(careerSpell)
    .where(eq(careerSpell.institutionId, institutionId))
    .orderBy(asc(careerSpell.personId), asc(careerSpell.fromDay))
  const byPerson = new Map<string, CareerSpell[]>()
  for (const row of rows) {
    const spells = byPerson.get(row.personId)
    if (spells === undefined) byPerson.set(row.personId, [spellOf(row)])
    else spells.push(spellOf(row))
  }
  // Each person by themselves: the package looks through all the spells it is given for everybody it is asked about.
  const moved = [...byPerson].flatMap(([person, spells]) =>
    stageTransitions([person], spells, days).map(({ from, to }) => ({ person, from: from ?? null, to: to ?? null })),
  )
  const table = sound(
    defineTable(
      [
        { name: 'person', type: 'string', label: 'Person' },
        { name: 'from', type: 'string', label: 'Stage on the first day' },
        { name: 'to', type: 'string', label: 'Stage on the last day' },
      ],
      moved,
    ),
  )
  const counted = { measure: { kind: 'count-distinct', of: 'person' }, people: true, unit: 'people' } as const
  const figures = (by: readonly string[], label: string) => {
    const definition =
      'People whose career is recorded, by the stage that they were at on the two days; each counts once.'
    return sound(
      measure(sound(defineIndicator({ ...counted, id: 'career.transitions', label, definition, by })), table),
    )
  }
  return [figures([], 'People whose career is recorded'), figures(['from', 'to'], 'People by stage on two days')]
}

function spellOf({ personId, fromDay, stage }: typeof careerSpell.$inferSelect): CareerSpell {
  return { personId, from: fromDay, ...(stage === null ? {} : { stage }) }
}

/** A refusal here would be a fault of this file. */
function sound<T>(answer: { readonly value: T } | { readonly refusal: { readonly message: string } }): T {
  if ('value' in answer) return answer.value
  throw new TypeError(answer.refusal.message)
}
