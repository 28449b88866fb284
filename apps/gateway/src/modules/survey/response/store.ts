import { type Answers, choicesOf, type Instrument, type WaveReturns } from '@mentoring-commons/reporting/surveys'
import { and, count, countDistinct, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../db/database.ts'
import { surveyInvitation, surveyPseudonym } from '../invitation/table.ts'
import type { LoadedSeries } from '../series/store.ts'
import { surveyAnswer, surveyItem, surveyNumber, surveyResponse } from '../table.ts'

/** Whose answers to which series. */
export interface Respondent {
  readonly institutionId: string
  readonly seriesId: string
  readonly personId: string
}

/** The pseudonym of a person in a series; nothing while they have not answered. */
export async function findPseudonym(tx: Transaction, whose: Respondent): Promise<string | undefined> {
  const [row] = await tx.select({ pseudonym: surveyPseudonym.pseudonym }).from(surveyPseudonym).where(sameAs(whose))
  return row?.pseudonym
}

/** Keeps a pseudonym for a person, or gives the one that another request of theirs kept in the meantime. */
export async function keepPseudonym(tx: Transaction, whose: Respondent, pseudonym: string): Promise<string> {
  await tx
    .insert(surveyPseudonym)
    .values({ ...whose, pseudonym })
    .onConflictDoNothing({
      target: [surveyPseudonym.institutionId, surveyPseudonym.seriesId, surveyPseudonym.personId],
    })
  const kept = await findPseudonym(tx, whose)
  if (kept === undefined) throw new TypeError('a pseudonym that was just kept is not there')
  return kept
}

/** Forgets which pseudonym is whose: from then on nobody can tell. */
export async function forgetPseudonym(tx: Transaction, whose: Respondent) {
  await tx.delete(surveyPseudonym).where(sameAs(whose))
}

function sameAs({ institutionId, seriesId, personId }: Respondent) {
  return and(
    eq(surveyPseudonym.institutionId, institutionId),
    eq(surveyPseudonym.seriesId, seriesId),
    eq(surveyPseudonym.personId, personId),
  )
}

/** The id of the response that a pseudonym gave to a wave. */
export async function findResponse(
  tx: Transaction,
  institutionId: string,
  surveyId: string,
  pseudonym: string,
): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: surveyResponse.id })
    .from(surveyResponse)
    .where(
      and(
        eq(surveyResponse.institutionId, institutionId),
        eq(surveyResponse.surveyId, surveyId),
        eq(surveyResponse.respondent, pseudonym),
      ),
    )
  return row?.id
}

/** Stores a response without answers. */
export async function insertResponse(tx: Transaction, row: typeof surveyResponse.$inferInsert) {
  await tx.insert(surveyResponse).values(row)
}

/** Takes a response away, with its answers. */
export async function deleteResponse(tx: Transaction, institutionId: string, id: string) {
  await tx.delete(surveyResponse).where(and(eq(surveyResponse.institutionId, institutionId), eq(surveyResponse.id, id)))
}

/** How many responses a pseudonym has given in some waves. */
export async function countResponses(
  tx: Transaction,
  institutionId: string,
  surveyIds: readonly string[],
  pseudonym: string,
): Promise<number> {
  const [row] = await tx
    .select({ responses: count() })
    .from(surveyResponse)
    .where(
      and(
        eq(surveyResponse.institutionId, institutionId),
        inArray(surveyResponse.surveyId, [...surveyIds]),
        eq(surveyResponse.respondent, pseudonym),
      ),
    )
  return row?.responses ?? 0
}

/** Puts answers, which are known to fit the instrument, in place of those that a response has. */
export async function replaceAnswers(
  tx: Transaction,
  { institutionId, surveyId, responseId }: { institutionId: string; surveyId: string; responseId: string },
  answers: Answers,
) {
  const items = await itemsOf(tx, institutionId, surveyId)
  for (const table of [surveyAnswer, surveyNumber])
    await tx.delete(table).where(and(eq(table.institutionId, institutionId), eq(table.responseId, responseId)))
  const ticks: (typeof surveyAnswer.$inferInsert)[] = []
  const numbers: (typeof surveyNumber.$inferInsert)[] = []
  for (const [key, answer] of Object.entries(answers)) {
    const itemId = items.find((item) => item.key === key)?.id
    if (itemId === undefined) throw new TypeError(`the survey lacks the item ${key} of its instrument`)
    if (typeof answer === 'number') numbers.push({ institutionId, responseId, itemId, value: answer })
    else
      for (const choice of [answer].flat()) ticks.push({ institutionId, responseId, itemId, choice: choice as string })
  }
  if (ticks.length > 0) await tx.insert(surveyAnswer).values(ticks)
  if (numbers.length > 0) await tx.insert(surveyNumber).values(numbers)
}

/** The answers of a response, as the package has them. */
export async function answersOf(
  tx: Transaction,
  { institutionId, surveyId, responseId }: { institutionId: string; surveyId: string; responseId: string },
  instrument: Instrument,
): Promise<Answers> {
  const items = await itemsOf(tx, institutionId, surveyId)
  const ticks = await tx
    .select({ itemId: surveyAnswer.itemId, choice: surveyAnswer.choice })
    .from(surveyAnswer)
    .where(and(eq(surveyAnswer.institutionId, institutionId), eq(surveyAnswer.responseId, responseId)))
  const numbers = await tx
    .select({ itemId: surveyNumber.itemId, value: surveyNumber.value })
    .from(surveyNumber)
    .where(and(eq(surveyNumber.institutionId, institutionId), eq(surveyNumber.responseId, responseId)))
  const found = instrument.items.flatMap(({ key, kind }) => {
    const itemId = items.find((item) => item.key === key)?.id
    const chosen = choicesOf(instrument, key)
      .map(({ code }) => code)
      .filter((code) => ticks.some((tick) => tick.itemId === itemId && tick.choice === code))
    const answer =
      kind === 'number' ? numbers.find((one) => one.itemId === itemId)?.value : kind === 'many' ? chosen : chosen[0]
    return answer === undefined || (Array.isArray(answer) && answer.length === 0) ? [] : [[key, answer] as const]
  })
  return Object.fromEntries(found)
}

function itemsOf(tx: Transaction, institutionId: string, surveyId: string) {
  return tx
    .select({ id: surveyItem.id, key: surveyItem.key })
    .from(surveyItem)
    .where(and(eq(surveyItem.institutionId, institutionId), eq(surveyItem.surveyId, surveyId)))
}

/** What came back of each wave of a series: how many were asked and withdrew, and how much each pseudonym answered. */
export async function returnsOf(
  tx: Transaction,
  institutionId: string,
  { waves }: LoadedSeries,
): Promise<readonly WaveReturns[]> {
  const surveyIds = waves.map(({ surveyId }) => surveyId)
  const asked = await tx
    .select({
      surveyId: surveyInvitation.surveyId,
      invited: count(),
      withdrawn: count(surveyInvitation.withdrawnOn),
    })
    .from(surveyInvitation)
    .where(and(eq(surveyInvitation.institutionId, institutionId), inArray(surveyInvitation.surveyId, surveyIds)))
    .groupBy(surveyInvitation.surveyId)
  const ticked = await answeredPer(tx, institutionId, surveyIds, surveyAnswer)
  const counted = await answeredPer(tx, institutionId, surveyIds, surveyNumber)
  const responses = await tx
    .select({ id: surveyResponse.id, surveyId: surveyResponse.surveyId, pseudonym: surveyResponse.respondent })
    .from(surveyResponse)
    .where(and(eq(surveyResponse.institutionId, institutionId), inArray(surveyResponse.surveyId, surveyIds)))
  return waves.map(({ surveyId, key }) => {
    const of = asked.find((one) => one.surveyId === surveyId)
    return {
      wave: key,
      invited: of?.invited ?? 0,
      withdrawn: of?.withdrawn ?? 0,
      returns: responses
        .filter((one) => one.surveyId === surveyId)
        .map(({ id, pseudonym }) => ({ pseudonym, answered: (ticked.get(id) ?? 0) + (counted.get(id) ?? 0) })),
    }
  })
}

async function answeredPer(
  tx: Transaction,
  institutionId: string,
  surveyIds: readonly string[],
  table: typeof surveyAnswer | typeof surveyNumber,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ id: table.responseId, items: countDistinct(table.itemId) })
    .from(table)
    .innerJoin(
      surveyResponse,
      and(eq(surveyResponse.institutionId, table.institutionId), eq(surveyResponse.id, table.responseId)),
    )
    .where(
      and(
        eq(table.institutionId, institutionId),
        eq(surveyResponse.institutionId, institutionId),
        inArray(surveyResponse.surveyId, [...surveyIds]),
      ),
    )
    .groupBy(table.responseId)
  return new Map(rows.map(({ id, items }) => [id, items]))
}
