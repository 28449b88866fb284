import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'

/**
 * One row of everything that `analytics` shows, in an institution of its own, by the owner of the tables. What no view may show is there
 * to be found: a name, a staff number, the course of a relationship, topics.
 */
export async function seedFacts(owner: postgres.Sql, institution: string, key: string): Promise<void> {
  const id = () => randomUUID()
  const [programme, cohort, person, relationship, survey, item, response, community] = [
    id(),
    id(),
    id(),
    id(),
    id(),
    id(),
    id(),
    id(),
  ]
  const [report, later, instrument, series] = [id(), id(), id(), id()]
  await owner`insert into commons.institution values (${institution}, ${key}, ${key}, '2026-01-01')`
  await owner`insert into commons.person (institution_id, id, external_id, name, unit, country, continent)
    values (${institution}, ${person}, 'staff-number-1', ${`Person of ${key}`}, 'bio', 'WLS', 'Europe')`
  await owner`insert into commons.programme (institution_id, id, key, title, policy) values (${institution}, ${programme}, 'p', 'Programme', '{}')`
  await owner`insert into commons.cohort values (${institution}, ${cohort}, ${programme}, 1, 'First', '2026-01-01', '2026-06-30')`
  await owner`insert into commons.participation values (${institution}, ${cohort}, ${person}, 'mentee')`
  await owner`insert into commons.relationship (institution_id, id, programme_id, cohort_id, kind, status, state, completed, keywords, version)
    values (${institution}, ${relationship}, ${programme}, ${cohort}, 'one-to-one', 'active', '{"secret": true}', true, '{}', 1)`
  await owner`insert into commons.participant values (${institution}, ${relationship}, ${person}, 'mentee')`
  await owner`insert into commons.meeting (institution_id, id, relationship_id, held_on, duration_minutes, mode, topics)
    values (${institution}, ${id()}, ${relationship}, '2026-02-03', 45, 'online', '{wellbeing-topic}')`
  await owner`insert into commons.survey (institution_id, id, programme_id, wave, label, audience) values (${institution}, ${survey}, ${programme}, 'end', 'End', 'mentees')`
  await owner`insert into commons.survey_instrument values (${institution}, ${instrument}, 'i', '1', '{}', ${person}, '2026-01-01')`
  await owner`insert into commons.survey_series values (${institution}, ${series}, ${programme}, ${instrument}, 's', 'Series', null, null, 1)`
  await owner`insert into commons.survey_window values (${institution}, ${survey}, ${series}, 'end', 'end', '2026-06-01', '2026-06-30', '{mentee}')`
  await owner`insert into commons.survey_item (institution_id, id, survey_id, position, key, label, kind) values (${institution}, ${item}, ${survey}, 1, 'q', 'Question', 'one')`
  await owner`insert into commons.survey_choice (institution_id, item_id, code, label, position) values (${institution}, ${item}, 'yes', 'Yes', 1)`
  await owner`insert into commons.survey_response (institution_id, id, survey_id, cohort_id, respondent) values (${institution}, ${response}, ${survey}, ${cohort}, 'r1')`
  await owner`insert into commons.survey_answer values (${institution}, ${response}, ${item}, 'yes')`
  await owner`insert into commons.survey_number values (${institution}, ${response}, ${item}, 4)`
  await owner`insert into commons.community (institution_id, id, label, domain, formed_on) values (${institution}, ${community}, 'Community', 'd', '2026-01-01')`
  await owner`insert into commons.community_membership values (${institution}, ${id()}, ${community}, ${person}, '2026-01-01', null)`
  await owner`insert into commons.participation_event values (${institution}, ${id()}, ${community}, ${person}, 'attend', '2026-02-01', ${person}, '2026-02-01')`
  await owner`insert into commons.fellowship (institution_id, id, person_id, descriptor, category, awarded_on)
    values (${institution}, ${id()}, ${person}, 'psf-2023:D2', 'fellow', '2026-03-01')`
  for (const [at, day] of [
    [report, '2026-01-01'],
    [later, '2026-07-01'],
  ] as const)
    await owner`insert into commons.report (institution_id, id, programme_id, policy, as_of, format, files, made_at) values (${institution}, ${at}, ${programme}, 'hesa', ${day}, 'json', '{}', ${day})`
  const figure = (at: string, day: string, position: number, name: string, value: number | null) =>
    owner`insert into commons.disclosed_figure (institution_id, report_id, position, programme, as_of, figure, label, value, suppressed, n, n_suppressed, unit, definition)
      values (${institution}, ${at}, ${position}, 'p', ${day}, ${name}, ${name}, ${value}, ${value === null ? 'derivable' : null}, ${value}, ${value === null ? 'derivable' : null}, 'people', 'Definition.')`
  await figure(report, '2026-01-01', 0, 'people.mentee', 0)
  await figure(report, '2026-01-01', 1, 'people.mentor', null)
  await figure(later, '2026-07-01', 2, 'people.mentee', 5)
}
