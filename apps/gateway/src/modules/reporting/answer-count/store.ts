import type { AlikeRows } from '@mentoring-commons/reporting'
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { rowsOf, type Transaction } from '../../../db/database.ts'
import { survey, surveyChoice, surveyItem } from '../../survey/table.ts'

/** A closed question with its choices in order. */
export interface CountedQuestion {
  readonly id: string
  readonly wave: string
  readonly waveLabel: string
  readonly audience: string
  readonly item: string
  readonly label: string
  readonly many: boolean
  readonly choices: readonly string[]
}

/** The closed questions of a programme's surveys in the order of the questionnaire, waves by name. */
export async function questionsOf(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
): Promise<readonly CountedQuestion[]> {
  const items = await tx
    .select({
      id: surveyItem.id,
      wave: survey.wave,
      waveLabel: survey.label,
      audience: survey.audience,
      item: surveyItem.key,
      label: surveyItem.label,
      kind: surveyItem.kind,
    })
    .from(surveyItem)
    .innerJoin(survey, and(eq(survey.institutionId, surveyItem.institutionId), eq(survey.id, surveyItem.surveyId)))
    .where(
      and(
        eq(surveyItem.institutionId, institutionId),
        eq(survey.institutionId, institutionId),
        eq(survey.programmeId, programmeId),
        inArray(surveyItem.kind, ['one', 'many', 'scale']),
      ),
    )
    .orderBy(asc(survey.wave), asc(surveyItem.position))
  const choices = await tx
    .select({ itemId: surveyChoice.itemId, label: surveyChoice.label })
    .from(surveyChoice)
    .where(
      and(
        eq(surveyChoice.institutionId, institutionId),
        inArray(surveyChoice.itemId, items.length === 0 ? [programmeId] : items.map(({ id }) => id)),
      ),
    )
    .orderBy(asc(surveyChoice.position))
  return items.map(({ kind, ...item }) => ({
    ...item,
    many: kind === 'many',
    choices: choices.filter(({ itemId }) => itemId === item.id).map(({ label }) => label),
  }))
}

/**
 * The answers to questions of a programme as the database counts them, by question: respondents who ticked the same in the same cohort once,
 * with how many they are.
 */
export async function countAnswers(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  items: readonly CountedQuestion[],
): Promise<ReadonlyMap<string, readonly AlikeRows[]>> {
  const found = new Map<string, AlikeRows[]>(items.map(({ id }) => [id, []]))
  const singles = items.filter(({ many }) => !many).map(({ id }) => id)
  const twice = singles.length === 0 ? [] : await answeredTwice(tx, institutionId, singles)
  const apart = singles.filter((id) => !twice.includes(id))
  const whole = [...items.filter(({ many }) => many).map(({ id }) => id), ...twice]
  const read = async (statement: SQL) => {
    for (const { item, cohort, choices, size } of await rowsOf<Counted>(tx, statement)) {
      const rows = JSON.parse(choices).map((choice: string) => ({ cohort, choice }))
      found.get(item)?.push({ rows, size, named: true })
    }
  }
  if (apart.length > 0) await read(singleChoices(institutionId, programmeId, apart))
  if (whole.length > 0) await read(wholeAnswers(institutionId, programmeId, whole))
  return found
}

interface Counted {
  readonly item: string
  readonly cohort: string
  /** The labels of the choices, as a list in JSON. */
  readonly choices: string
  readonly size: number
}

const responses = (institutionId: string, programmeId: string) => sql`commons.survey_response r
      on r.institution_id = a.institution_id and r.id = a.response_id and r.institution_id = ${institutionId}
        and r.survey_id in (select id from commons.survey where institution_id = ${institutionId} and programme_id = ${programmeId})`

/** Counted by codes first, and the few that are left named after. */
function singleChoices(institutionId: string, programmeId: string, items: readonly string[]): SQL {
  return sql`select n.item_id as item, c.ordinal::text as cohort, json_build_array(l.label)::text as choices, n.size from (
      select a.item_id, r.cohort_id, a.choice, count(*)::integer as size
      from commons.survey_answer a join ${responses(institutionId, programmeId)}
      where a.institution_id = ${institutionId} and a.item_id in ${[...items]}
      group by a.item_id, r.cohort_id, a.choice
    ) n
    join commons.cohort c on c.institution_id = ${institutionId} and c.id = n.cohort_id
    join commons.survey_choice l on l.institution_id = ${institutionId} and l.item_id = n.item_id and l.code = n.choice`
}

function wholeAnswers(institutionId: string, programmeId: string, items: readonly string[]): SQL {
  return sql`select n.item_id as item, c.ordinal::text as cohort, n.choices, n.size from (
      select t.item_id, t.cohort_id, t.choices, count(*)::integer as size from (
        select a.item_id, a.response_id, r.cohort_id,
          (json_agg(l.label order by l.position, l.code))::text as choices
        from commons.survey_answer a join ${responses(institutionId, programmeId)}
        join commons.survey_choice l on l.institution_id = a.institution_id and l.item_id = a.item_id and l.code = a.choice
        where a.institution_id = ${institutionId} and a.item_id in ${[...items]}
        group by a.item_id, a.response_id, r.cohort_id
      ) t group by t.item_id, t.cohort_id, t.choices
    ) n
    join commons.cohort c on c.institution_id = ${institutionId} and c.id = n.cohort_id`
}

/** Questions of one choice that somebody ticked two choices of: measuring them is refused, and says so of whom. */
async function answeredTwice(tx: Transaction, institutionId: string, items: readonly string[]) {
  const rows = await rowsOf<{ item: string }>(
    tx,
    sql`select distinct t.item_id as item from (
        select a.item_id from commons.survey_answer a
        where a.institution_id = ${institutionId} and a.item_id in ${[...items]}
        group by a.response_id, a.item_id having count(*) > 1
      ) t`,
  )
  return rows.map(({ item }) => item)
}
