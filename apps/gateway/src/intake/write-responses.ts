import { sql } from 'drizzle-orm'
import { rowsOf } from '../db/database.ts'
import { identify } from '../modules/people/identity.ts'
import type { SurveyFile, SurveyItem } from './mapping.ts'
import type { Written } from './port.ts'
import { other } from './read-choices.ts'
import type { ResponseRecord } from './record.ts'
import { rowsFrom } from './rows-from.ts'
import type { IntakeScope } from './scope.ts'
import { writeCohorts } from './write-cohorts.ts'

/** Makes a wave, its items and their choices known, or brings their labels and order up to date. */
export async function writeSurvey(
  { tx, institutionId, programmeKey }: IntakeScope,
  { wave, items }: SurveyFile,
): Promise<void> {
  const surveyId = surveyIdOf({ institutionId, programmeKey }, wave.key)
  await tx.execute(sql`
    insert into commons.survey as old (institution_id, id, programme_id, wave, label, audience)
    select p.institution_id, ${surveyId}::uuid, p.id, ${wave.key}, ${wave.label}, ${wave.audience}
    from commons.programme p where p.institution_id = ${institutionId}::uuid and p.key = ${programmeKey}
    on conflict (institution_id, id) do update set label = excluded.label, audience = excluded.audience
    where (old.label, old.audience) is distinct from (excluded.label, excluded.audience)`)
  const itemRows = items.map(({ key, label, kind }, position) => ({
    id: itemIdOf(institutionId, surveyId, key),
    position,
    key,
    label,
    kind,
  }))
  await tx.execute(sql`
    insert into commons.survey_item as old (institution_id, id, survey_id, position, key, label, kind)
    select ${institutionId}::uuid, id, ${surveyId}::uuid, position, key, label, kind
    from ${rowsFrom(itemRows, 'id uuid, position integer, key text, label text, kind text')}
    on conflict (institution_id, id) do update set position = excluded.position, label = excluded.label, kind = excluded.kind
    where (old.position, old.label, old.kind) is distinct from (excluded.position, excluded.label, excluded.kind)`)
  const choiceRows = items.flatMap((item) =>
    choicesOf(item).map((choice) => ({ item_id: itemIdOf(institutionId, surveyId, item.key), ...choice })),
  )
  await tx.execute(sql`
    insert into commons.survey_choice as old (institution_id, item_id, code, label, position)
    select ${institutionId}::uuid, item_id, code, label, position
    from ${rowsFrom(choiceRows, 'item_id uuid, code text, label text, position integer')}
    on conflict (institution_id, item_id, code) do update set label = excluded.label, position = excluded.position
    where (old.label, old.position) is distinct from (excluded.label, excluded.position)`)
}

/** Brings answers in. A response whose answers differ from those that are there gets the new ones. */
export async function writeResponses(
  scope: IntakeScope,
  { wave }: SurveyFile,
  batch: readonly ResponseRecord[],
): Promise<Written> {
  const { tx, institutionId, programmeKey } = scope
  const cohorts = await writeCohorts(
    scope,
    batch.map(({ cohort }) => cohort),
  )
  const surveyId = surveyIdOf(scope, wave.key)
  const responses = batch.map(({ cohort, respondent, answers }) => ({
    id: identify(institutionId, 'response', programmeKey, wave.key, cohort, respondent),
    cohort_id: cohorts.get(cohort),
    respondent,
    ticks: answers.flatMap(({ item, choices }) =>
      choices.map((choice) => ({ item_id: itemIdOf(institutionId, surveyId, item), choice })),
    ),
  }))
  const rows = rowsFrom(
    responses.map(({ ticks: _, ...row }) => row),
    'id uuid, cohort_id uuid, respondent text',
  )
  const inserted = await rowsOf<{ id: string }>(
    tx,
    sql`insert into commons.survey_response (institution_id, id, survey_id, cohort_id, respondent)
      select ${institutionId}::uuid, id, ${surveyId}::uuid, cohort_id, respondent from ${rows}
      on conflict (institution_id, id) do nothing returning id`,
  )
  const insertedIds = new Set(inserted.map(({ id }) => id))
  const stored = await storedTicks(
    scope,
    responses.filter(({ id }) => !insertedIds.has(id)),
  )
  const changed = responses.filter(({ id, ticks }) => stored.has(id) && stored.get(id) !== summary(ticks))
  await removeTicks(scope, changed)
  await insertTicks(scope, [...responses.filter(({ id }) => insertedIds.has(id)), ...changed])
  return {
    inserted: inserted.length,
    updated: changed.length,
    unchanged: batch.length - inserted.length - changed.length,
  }
}

interface Tick {
  readonly item_id: string
  readonly choice: string
}

interface Ticked {
  readonly id: string
  readonly ticks: readonly Tick[]
}

/** The ticks of each of these responses, also of those without any, as one text. */
async function storedTicks(
  { tx, institutionId }: IntakeScope,
  responses: readonly Ticked[],
): Promise<ReadonlyMap<string, string>> {
  if (responses.length === 0) return new Map()
  const ids = rowsFrom(
    responses.map(({ id }) => ({ id })),
    'id uuid',
  )
  const rows = await rowsOf<Tick & { id: string }>(
    tx,
    sql`select response_id as id, item_id, choice from commons.survey_answer
      where institution_id = ${institutionId}::uuid and response_id in (select id from ${ids})`,
  )
  const ticks = new Map<string, Tick[]>(responses.map(({ id }) => [id, []]))
  for (const { id, item_id, choice } of rows) ticks.get(id)?.push({ item_id, choice })
  return new Map([...ticks].map(([id, each]) => [id, summary(each)]))
}

function summary(ticks: readonly Tick[]): string {
  return ticks
    .map(({ item_id, choice }) => `${item_id} ${choice}`)
    .sort()
    .join('\n')
}

async function removeTicks({ tx, institutionId }: IntakeScope, responses: readonly Ticked[]): Promise<void> {
  if (responses.length === 0) return
  const ids = rowsFrom(
    responses.map(({ id }) => ({ id })),
    'id uuid',
  )
  await tx.execute(
    sql`delete from commons.survey_answer where institution_id = ${institutionId}::uuid and response_id in (select id from ${ids})`,
  )
}

async function insertTicks({ tx, institutionId }: IntakeScope, responses: readonly Ticked[]): Promise<void> {
  const ticks = responses.flatMap(({ id, ticks }) => ticks.map((tick) => ({ response_id: id, ...tick })))
  if (ticks.length === 0) return
  await tx.execute(sql`
    insert into commons.survey_answer (institution_id, response_id, item_id, choice)
    select ${institutionId}::uuid, response_id, item_id, choice from ${rowsFrom(ticks, 'response_id uuid, item_id uuid, choice text')}`)
}

function surveyIdOf(
  { institutionId, programmeKey }: Pick<IntakeScope, 'institutionId' | 'programmeKey'>,
  wave: string,
): string {
  return identify(institutionId, 'survey', programmeKey, wave)
}

function itemIdOf(institutionId: string, surveyId: string, key: string): string {
  return identify(institutionId, 'item', surveyId, key)
}

function choicesOf({ choices }: SurveyItem): { code: string; label: string; position: number }[] {
  return [...choices, { code: other, label: 'Other' }].map(({ code, label }, position) => ({ code, label, position }))
}
