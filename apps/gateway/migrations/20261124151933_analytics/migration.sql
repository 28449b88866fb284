-- What people with SQL tools of their own read: views that run as whoever asks, so that the policies of the tables hold.
CREATE SCHEMA analytics;
--> statement-breakpoint
COMMENT ON SCHEMA analytics IS 'Figures after disclosure control for analysts; row-level facts and dimensions of one institution for its data steward. Stable: see analytics.about.';
--> statement-breakpoint
GRANT USAGE ON SCHEMA analytics TO analyst, data_steward;
--> statement-breakpoint
CREATE VIEW analytics.about WITH (security_invoker = true) AS
  SELECT
    'mentoring-commons analytics'::text AS name,
    '1.0.0'::text AS version,
    date '2026-11-24' AS released_on;
--> statement-breakpoint
COMMENT ON VIEW analytics.about IS 'Which version of this schema stands here. A new major version means that a column was renamed, retyped or removed; a minor one, that something was added.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.about.name IS 'What this is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.about.version IS 'Version by the rules of semantic versioning.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.about.released_on IS 'The day of this version.';
--> statement-breakpoint
GRANT SELECT ON analytics.about TO analyst, data_steward;
--> statement-breakpoint
CREATE VIEW analytics.dictionary WITH (security_invoker = true) AS
  SELECT
    c.relname::text AS view_name,
    a.attnum::integer AS position,
    a.attname::text AS column_name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) AS data_type,
    pg_catalog.obj_description(c.oid, 'pg_class') AS view_comment,
    pg_catalog.col_description(c.oid, a.attnum) AS column_comment
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
  WHERE n.nspname = 'analytics' AND c.relkind = 'v' AND a.attnum > 0 AND NOT a.attisdropped AND pg_catalog.has_table_privilege(c.oid, 'SELECT');
--> statement-breakpoint
COMMENT ON VIEW analytics.dictionary IS 'Every column of this schema that you may read, with what it means.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dictionary.view_name IS 'The view.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dictionary.position IS 'Its place in the view, from 1.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dictionary.column_name IS 'The column.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dictionary.data_type IS 'Its type.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dictionary.view_comment IS 'What a row of the view is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dictionary.column_comment IS 'What the column says.';
--> statement-breakpoint
GRANT SELECT ON analytics.dictionary TO analyst, data_steward;
--> statement-breakpoint
CREATE VIEW analytics.dim_date WITH (security_invoker = true) AS
  SELECT
    d::date AS date_key,
    extract(year from d)::integer AS year,
    extract(quarter from d)::integer AS quarter,
    extract(month from d)::integer AS month,
    extract(isoyear from d)::integer AS iso_year,
    extract(week from d)::integer AS iso_week,
    extract(isodow from d)::integer AS weekday,
    CASE WHEN extract(month from d) >= 8 THEN extract(year from d)::integer || '/' || to_char(d + interval '1 year', 'YY') ELSE (extract(year from d)::integer - 1) || '/' || to_char(d, 'YY') END AS academic_year
  FROM generate_series(timestamp '2000-01-01', timestamp '2049-12-31', interval '1 day') d;
--> statement-breakpoint
COMMENT ON VIEW analytics.dim_date IS 'A day of the calendar, from 2000 to 2049.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_date.date_key IS 'The day.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_date.year IS 'Calendar year.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_date.quarter IS 'Quarter of the calendar year, 1 to 4.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_date.month IS 'Month, 1 to 12.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_date.iso_year IS 'Year of the ISO week.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_date.iso_week IS 'ISO week, 1 to 53.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_date.weekday IS 'Day of the week, 1 for Monday.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_date.academic_year IS 'Academic year from 1 August, such as 2025/26.';
--> statement-breakpoint
GRANT SELECT ON analytics.dim_date TO analyst, data_steward;
--> statement-breakpoint
CREATE VIEW analytics.disclosed_figure WITH (security_invoker = true) AS
  SELECT
    f.institution_id AS institution_id,
    f.report_id AS report_key,
    f.position AS position,
    f.programme AS programme,
    f.as_of::date AS as_of,
    f.figure AS figure,
    f.label AS label,
    f.cohort AS cohort,
    f.choice AS choice,
    f.country AS country,
    f.value AS value,
    coalesce(f.suppressed, 'shown') AS value_status,
    f.unit AS unit,
    f.low AS low,
    f.high AS high,
    f.sd AS sd,
    f.n AS n,
    CASE WHEN f.n IS NOT NULL THEN 'shown' ELSE coalesce(f.n_suppressed, 'not-shown') END AS n_status,
    f.definition AS definition
  FROM commons.disclosed_figure f;
--> statement-breakpoint
COMMENT ON VIEW analytics.disclosed_figure IS 'A figure of a report after disclosure control, as it was published. Reports of several days stand beside each other: filter by report_key.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.report_key IS 'The report that the figure stands in.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.position IS 'Its place in the report.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.programme IS 'Key of the programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.as_of IS 'The day that the report speaks of.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.figure IS 'Indicator, such as people.mentee.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.label IS 'Name of the indicator.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.cohort IS 'Cohort that it is of; null is all.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.choice IS 'Choice of a question that it is of; null where it is of none.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.country IS 'Country that it is of; null is all.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.value IS 'The number, after disclosure control. Null where it is not shown: it exists, and is neither missing nor nought.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.value_status IS 'shown, or the reason why the value is not.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.unit IS 'Unit of the value.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.low IS 'Lower end of the 95 % interval, where there is one.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.high IS 'Upper end of the 95 % interval, where there is one.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.sd IS 'Standard deviation of a mean, where there is one.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.n IS 'How many the value rests on. Null where it is not shown.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.n_status IS 'shown, or the reason why n is not.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure.definition IS 'What is counted, and among whom.';
--> statement-breakpoint
GRANT SELECT ON analytics.disclosed_figure TO analyst, data_steward;
--> statement-breakpoint
CREATE VIEW analytics.disclosed_figure_latest WITH (security_invoker = true) AS
  SELECT
    l.institution_id AS institution_id,
    l.report_id AS report_key,
    l.position AS position,
    l.programme AS programme,
    l.as_of::date AS as_of,
    l.figure AS figure,
    l.label AS label,
    l.cohort AS cohort,
    l.choice AS choice,
    l.country AS country,
    l.value AS value,
    coalesce(l.suppressed, 'shown') AS value_status,
    l.unit AS unit,
    l.low AS low,
    l.high AS high,
    l.sd AS sd,
    l.n AS n,
    CASE WHEN l.n IS NOT NULL THEN 'shown' ELSE coalesce(l.n_suppressed, 'not-shown') END AS n_status,
    l.definition AS definition
  FROM (
    SELECT DISTINCT ON (institution_id, programme, figure, label, cohort, choice, country) * FROM commons.disclosed_figure
    ORDER BY institution_id, programme, figure, label, cohort, choice, country, as_of DESC, report_id, position
  ) l;
--> statement-breakpoint
COMMENT ON VIEW analytics.disclosed_figure_latest IS 'The figure of the latest report that has it, one for each programme, indicator, label and group.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.report_key IS 'The report that the figure stands in.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.position IS 'Its place in the report.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.programme IS 'Key of the programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.as_of IS 'The day that the report speaks of.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.figure IS 'Indicator, such as people.mentee.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.label IS 'Name of the indicator.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.cohort IS 'Cohort that it is of; null is all.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.choice IS 'Choice of a question that it is of; null where it is of none.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.country IS 'Country that it is of; null is all.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.value IS 'The number, after disclosure control. Null where it is not shown: it exists, and is neither missing nor nought.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.value_status IS 'shown, or the reason why the value is not.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.unit IS 'Unit of the value.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.low IS 'Lower end of the 95 % interval, where there is one.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.high IS 'Upper end of the 95 % interval, where there is one.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.sd IS 'Standard deviation of a mean, where there is one.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.n IS 'How many the value rests on. Null where it is not shown.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.n_status IS 'shown, or the reason why n is not.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.disclosed_figure_latest.definition IS 'What is counted, and among whom.';
--> statement-breakpoint
GRANT SELECT ON analytics.disclosed_figure_latest TO analyst, data_steward;
--> statement-breakpoint
CREATE VIEW analytics.dim_programme WITH (security_invoker = true) AS
  SELECT
    institution_id AS institution_id,
    id AS programme_key,
    key AS code,
    title AS title
  FROM commons.programme;
--> statement-breakpoint
COMMENT ON VIEW analytics.dim_programme IS 'A mentoring programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_programme.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_programme.programme_key IS 'The programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_programme.code IS 'Its key, such as in disclosed_figure.programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_programme.title IS 'Its title.';
--> statement-breakpoint
GRANT SELECT ON analytics.dim_programme TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.dim_cohort WITH (security_invoker = true) AS
  SELECT
    institution_id AS institution_id,
    id AS cohort_key,
    programme_id AS programme_key,
    ordinal AS ordinal,
    label AS label,
    starts_on AS starts_on,
    ends_on AS ends_on
  FROM commons.cohort;
--> statement-breakpoint
COMMENT ON VIEW analytics.dim_cohort IS 'A cohort of a programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_cohort.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_cohort.cohort_key IS 'The cohort.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_cohort.programme_key IS 'Its programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_cohort.ordinal IS 'Its place among the cohorts, from 1.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_cohort.label IS 'Its name.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_cohort.starts_on IS 'First day, null where it is not known.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_cohort.ends_on IS 'Last day, null where it is not known.';
--> statement-breakpoint
GRANT SELECT ON analytics.dim_cohort TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.dim_person WITH (security_invoker = true) AS
  SELECT
    institution_id AS institution_id,
    id AS person_key,
    unit AS unit,
    country AS country,
    continent AS continent
  FROM commons.person;
--> statement-breakpoint
COMMENT ON VIEW analytics.dim_person IS 'A person under a random key: without a name, without an address, without the number that the institution knows them by.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_person.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_person.person_key IS 'The person.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_person.unit IS 'Code of their department, null where it is not known.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_person.country IS 'Country, null where it is not known.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_person.continent IS 'Continent, null where it is not known.';
--> statement-breakpoint
GRANT SELECT ON analytics.dim_person TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.dim_survey WITH (security_invoker = true) AS
  SELECT
    s.institution_id AS institution_id,
    s.id AS survey_key,
    s.programme_id AS programme_key,
    s.wave AS wave,
    s.label AS label,
    s.audience AS audience,
    w.series_id AS series_key,
    w.moment AS moment,
    w.opens_on AS opens_on,
    w.closes_on AS closes_on
  FROM commons.survey s LEFT JOIN commons.survey_window w ON w.institution_id = s.institution_id AND w.survey_id = s.id;
--> statement-breakpoint
COMMENT ON VIEW analytics.dim_survey IS 'One wave of a survey.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey.survey_key IS 'The wave.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey.programme_key IS 'Its programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey.wave IS 'Its key.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey.label IS 'Its name.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey.audience IS 'Whom it asked.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey.series_key IS 'The series of waves that it belongs to: a respondent keeps their pseudonym in it. Null where it was imported.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey.moment IS 'baseline, mid, end or six-months-later; null where it was imported.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey.opens_on IS 'First day on which answers were taken.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey.closes_on IS 'Last day on which answers were taken.';
--> statement-breakpoint
GRANT SELECT ON analytics.dim_survey TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.dim_survey_item WITH (security_invoker = true) AS
  SELECT
    institution_id AS institution_id,
    id AS item_key,
    survey_id AS survey_key,
    position AS position,
    key AS code,
    label AS label,
    kind AS kind
  FROM commons.survey_item;
--> statement-breakpoint
COMMENT ON VIEW analytics.dim_survey_item IS 'A closed question. There are no others.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey_item.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey_item.item_key IS 'The question.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey_item.survey_key IS 'The wave that asked it.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey_item.position IS 'Its place in the questionnaire.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey_item.code IS 'Its key.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey_item.label IS 'Its short name.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey_item.kind IS 'one, many, scale or number.';
--> statement-breakpoint
GRANT SELECT ON analytics.dim_survey_item TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.dim_survey_choice WITH (security_invoker = true) AS
  SELECT
    institution_id AS institution_id,
    item_id AS item_key,
    code AS choice_code,
    label AS label,
    position AS position
  FROM commons.survey_choice;
--> statement-breakpoint
COMMENT ON VIEW analytics.dim_survey_choice IS 'A declared choice of a question.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey_choice.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey_choice.item_key IS 'The question.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey_choice.choice_code IS 'The code of the choice.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey_choice.label IS 'Its short name.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_survey_choice.position IS 'Its place among the choices.';
--> statement-breakpoint
GRANT SELECT ON analytics.dim_survey_choice TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.dim_community WITH (security_invoker = true) AS
  SELECT
    institution_id AS institution_id,
    id AS community_key,
    label AS label,
    formed_on AS formed_on
  FROM commons.community;
--> statement-breakpoint
COMMENT ON VIEW analytics.dim_community IS 'A community of learning.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_community.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_community.community_key IS 'The community.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_community.label IS 'Its name.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.dim_community.formed_on IS 'The day it was formed, null where it is not known.';
--> statement-breakpoint
GRANT SELECT ON analytics.dim_community TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.fact_participation WITH (security_invoker = true) AS
  SELECT
    p.institution_id AS institution_id,
    p.cohort_id AS cohort_key,
    c.programme_id AS programme_key,
    p.person_id AS person_key,
    p.role AS role
  FROM commons.participation p JOIN commons.cohort c ON c.institution_id = p.institution_id AND c.id = p.cohort_id;
--> statement-breakpoint
COMMENT ON VIEW analytics.fact_participation IS 'That a person had a role in a cohort.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_participation.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_participation.cohort_key IS 'The cohort.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_participation.programme_key IS 'Its programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_participation.person_key IS 'The person.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_participation.role IS 'mentee, mentor, expert, speaker, facilitator or organizer.';
--> statement-breakpoint
GRANT SELECT ON analytics.fact_participation TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.fact_relationship WITH (security_invoker = true) AS
  SELECT
    institution_id AS institution_id,
    id AS relationship_key,
    programme_id AS programme_key,
    cohort_id AS cohort_key,
    kind AS kind,
    status AS status,
    completed AS completed
  FROM commons.relationship;
--> statement-breakpoint
COMMENT ON VIEW analytics.fact_relationship IS 'A mentoring relationship. Its course and its agreement belong to the pair and are not here.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_relationship.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_relationship.relationship_key IS 'The relationship.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_relationship.programme_key IS 'Its programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_relationship.cohort_key IS 'Its cohort, null where it has none.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_relationship.kind IS 'Kind of relationship.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_relationship.status IS 'Where it stands.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_relationship.completed IS 'Whether the programme records it as completed; null where that is not recorded.';
--> statement-breakpoint
GRANT SELECT ON analytics.fact_relationship TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.fact_place WITH (security_invoker = true) AS
  SELECT
    p.institution_id AS institution_id,
    p.relationship_id AS relationship_key,
    r.programme_id AS programme_key,
    r.cohort_id AS cohort_key,
    p.person_id AS person_key,
    p.role AS role
  FROM commons.participant p JOIN commons.relationship r ON r.institution_id = p.institution_id AND r.id = p.relationship_id;
--> statement-breakpoint
COMMENT ON VIEW analytics.fact_place IS 'That a person holds a place in a relationship.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_place.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_place.relationship_key IS 'The relationship.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_place.programme_key IS 'Its programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_place.cohort_key IS 'Its cohort, null where it has none.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_place.person_key IS 'The person.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_place.role IS 'mentor, mentee, peer or facilitator.';
--> statement-breakpoint
GRANT SELECT ON analytics.fact_place TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.fact_meeting WITH (security_invoker = true) AS
  SELECT
    m.institution_id AS institution_id,
    m.id AS meeting_key,
    m.relationship_id AS relationship_key,
    r.programme_id AS programme_key,
    r.cohort_id AS cohort_key,
    m.held_on AS held_on,
    m.duration_minutes AS duration_minutes,
    m.mode AS mode
  FROM commons.meeting m JOIN commons.relationship r ON r.institution_id = m.institution_id AND r.id = m.relationship_id;
--> statement-breakpoint
COMMENT ON VIEW analytics.fact_meeting IS 'That a meeting took place: when, for how long and how. Nothing of what it was about.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_meeting.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_meeting.meeting_key IS 'The meeting.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_meeting.relationship_key IS 'The relationship that met.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_meeting.programme_key IS 'Its programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_meeting.cohort_key IS 'Its cohort, null where it has none.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_meeting.held_on IS 'The day.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_meeting.duration_minutes IS 'Minutes, 1 to 1440.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_meeting.mode IS 'in-person, online, telephone or other.';
--> statement-breakpoint
GRANT SELECT ON analytics.fact_meeting TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.fact_survey_response WITH (security_invoker = true) AS
  SELECT
    r.institution_id AS institution_id,
    r.id AS response_key,
    r.survey_id AS survey_key,
    s.programme_id AS programme_key,
    r.cohort_id AS cohort_key,
    r.respondent AS respondent_key
  FROM commons.survey_response r JOIN commons.survey s ON s.institution_id = r.institution_id AND s.id = r.survey_id;
--> statement-breakpoint
COMMENT ON VIEW analytics.fact_survey_response IS 'A returned questionnaire, under a pseudonym. It leads to no person.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_response.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_response.response_key IS 'The questionnaire.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_response.survey_key IS 'The wave.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_response.programme_key IS 'Its programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_response.cohort_key IS 'The cohort that it was returned from.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_response.respondent_key IS 'Pseudonym: the same in the waves of one series, where there is one.';
--> statement-breakpoint
GRANT SELECT ON analytics.fact_survey_response TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.fact_survey_answer WITH (security_invoker = true) AS
  SELECT
    a.institution_id AS institution_id,
    a.response_id AS response_key,
    r.survey_id AS survey_key,
    s.programme_id AS programme_key,
    r.cohort_id AS cohort_key,
    a.item_id AS item_key,
    a.choice AS choice_code
  FROM commons.survey_answer a JOIN commons.survey_response r ON r.institution_id = a.institution_id AND r.id = a.response_id JOIN commons.survey s ON s.institution_id = r.institution_id AND s.id = r.survey_id;
--> statement-breakpoint
COMMENT ON VIEW analytics.fact_survey_answer IS 'A choice ticked in an answer. Not asked and not answered are both the absence of rows.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_answer.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_answer.response_key IS 'The questionnaire.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_answer.survey_key IS 'The wave.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_answer.programme_key IS 'Its programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_answer.cohort_key IS 'The cohort.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_answer.item_key IS 'The question.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_answer.choice_code IS 'The choice.';
--> statement-breakpoint
GRANT SELECT ON analytics.fact_survey_answer TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.fact_survey_number WITH (security_invoker = true) AS
  SELECT
    a.institution_id AS institution_id,
    a.response_id AS response_key,
    r.survey_id AS survey_key,
    s.programme_id AS programme_key,
    r.cohort_id AS cohort_key,
    a.item_id AS item_key,
    a.value AS value
  FROM commons.survey_number a JOIN commons.survey_response r ON r.institution_id = a.institution_id AND r.id = a.response_id JOIN commons.survey s ON s.institution_id = r.institution_id AND s.id = r.survey_id;
--> statement-breakpoint
COMMENT ON VIEW analytics.fact_survey_number IS 'A number given as an answer.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_number.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_number.response_key IS 'The questionnaire.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_number.survey_key IS 'The wave.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_number.programme_key IS 'Its programme.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_number.cohort_key IS 'The cohort.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_number.item_key IS 'The question.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_survey_number.value IS 'The number.';
--> statement-breakpoint
GRANT SELECT ON analytics.fact_survey_number TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.fact_fellowship WITH (security_invoker = true) AS
  SELECT
    institution_id AS institution_id,
    id AS fellowship_key,
    person_id AS person_key,
    descriptor AS descriptor,
    category AS category,
    awarded_on AS awarded_on,
    claim_id IS NOT NULL AS awarded_here
  FROM commons.fellowship;
--> statement-breakpoint
COMMENT ON VIEW analytics.fact_fellowship IS 'A fellowship that was awarded.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_fellowship.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_fellowship.fellowship_key IS 'The fellowship.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_fellowship.person_key IS 'The person.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_fellowship.descriptor IS 'Code of the descriptor, with its edition.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_fellowship.category IS 'Category of fellowship.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_fellowship.awarded_on IS 'The day.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_fellowship.awarded_here IS 'Whether it was awarded by way of a claim here, or elsewhere and recorded.';
--> statement-breakpoint
GRANT SELECT ON analytics.fact_fellowship TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.fact_community_membership WITH (security_invoker = true) AS
  SELECT
    institution_id AS institution_id,
    id AS membership_key,
    community_id AS community_key,
    person_id AS person_key,
    starts_on AS starts_on,
    ends_on AS ends_on
  FROM commons.community_membership;
--> statement-breakpoint
COMMENT ON VIEW analytics.fact_community_membership IS 'A spell of a person in a community.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_community_membership.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_community_membership.membership_key IS 'The spell.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_community_membership.community_key IS 'The community.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_community_membership.person_key IS 'The person.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_community_membership.starts_on IS 'First day.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_community_membership.ends_on IS 'Last day, null while it lasts.';
--> statement-breakpoint
GRANT SELECT ON analytics.fact_community_membership TO data_steward;
--> statement-breakpoint
CREATE VIEW analytics.fact_community_event WITH (security_invoker = true) AS
  SELECT
    institution_id AS institution_id,
    id AS event_key,
    community_id AS community_key,
    person_id AS person_key,
    kind AS kind,
    held_on AS held_on
  FROM commons.participation_event;
--> statement-breakpoint
COMMENT ON VIEW analytics.fact_community_event IS 'That a person took part in a community once: when and how, and nothing of what was said.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_community_event.institution_id IS 'Whose row it is.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_community_event.event_key IS 'The event.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_community_event.community_key IS 'The community.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_community_event.person_key IS 'The person.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_community_event.kind IS 'lead, contribute, attend, read or use-artefact.';
--> statement-breakpoint
COMMENT ON COLUMN analytics.fact_community_event.held_on IS 'The day.';
--> statement-breakpoint
GRANT SELECT ON analytics.fact_community_event TO data_steward;
