/** The figures of a programme's report as somebody writes them in SQL, one statement a table: each gives a name, groups and a number. */
export function byHand(institution: string, programme: string): readonly string[] {
  const [i, p] = [`'${institution}'::uuid`, `'${programme}'::uuid`]
  return [
    `select role, ordinal, count(distinct person_id) n from commons.participation pa
      join commons.cohort c on c.institution_id = ${i} and c.id = pa.cohort_id and c.programme_id = ${p}
      where pa.institution_id = ${i} group by grouping sets ((role), (role, ordinal))`,
    `select role, country, count(distinct person_id) n from commons.participation pa
      join commons.cohort c on c.institution_id = ${i} and c.id = pa.cohort_id and c.programme_id = ${p}
      join commons.person pe on pe.institution_id = ${i} and pe.id = pa.person_id
      where pa.institution_id = ${i} group by role, country`,
    `select ordinal, completed, count(*) n from commons.relationship r
      left join commons.cohort c on c.institution_id = ${i} and c.id = r.cohort_id
      where r.institution_id = ${i} and r.programme_id = ${p} group by grouping sets ((completed), (ordinal, completed))`,
    `select role, ordinal, count(*) n from commons.participant t
      join commons.relationship r on r.institution_id = ${i} and r.id = t.relationship_id and r.programme_id = ${p}
      left join commons.cohort c on c.institution_id = ${i} and c.id = r.cohort_id
      where t.institution_id = ${i} group by grouping sets ((role), (role, ordinal))`,
    `with firsts as (
        select person_id, min(ordinal) filter (where role = 'mentee') mentee, min(ordinal) filter (where role = 'mentor') mentor,
          min(ordinal) filter (where role in ('mentor', 'expert')) later
        from commons.participation pa
        join commons.cohort c on c.institution_id = ${i} and c.id = pa.cohort_id and c.programme_id = ${p}
        where pa.institution_id = ${i} group by person_id)
      select mentee, case when later > mentee then later end returned, count(*) n, count(*) filter (where mentor > mentee) mentors
      from firsts where mentee is not null group by 1, 2`,
    `select item_id, ordinal, choice, count(*) n from commons.survey_answer a
      join commons.survey_response r on r.institution_id = ${i} and r.id = a.response_id
      join commons.survey s on s.institution_id = ${i} and s.id = r.survey_id and s.programme_id = ${p}
      join commons.cohort c on c.institution_id = ${i} and c.id = r.cohort_id
      where a.institution_id = ${i} group by item_id, ordinal, choice`,
    `select item_id, ordinal, count(distinct response_id) n from commons.survey_answer a
      join commons.survey_response r on r.institution_id = ${i} and r.id = a.response_id
      join commons.survey s on s.institution_id = ${i} and s.id = r.survey_id and s.programme_id = ${p}
      join commons.cohort c on c.institution_id = ${i} and c.id = r.cohort_id
      join commons.survey_item q on q.institution_id = ${i} and q.id = a.item_id and q.kind = 'many'
      where a.institution_id = ${i} group by item_id, ordinal`,
  ]
}
