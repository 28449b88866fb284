/** Runs a statement as the owner of the tables. */
export type Run = (statement: string) => Promise<unknown>

/** An institution of the bench: how many answers it holds, and with them everything else. */
export interface Facts {
  readonly institution: string
  readonly programme: string
  readonly answers: number
  readonly meetings: number
}

const waves = 2
const items = 25
const cohorts = 10
const step = 200_000

/** A number from 0 below `bound` that a row's number and a word decide: the same on every machine. */
const below = (bound: number, word: string, number = 'n') =>
  `((('x' || substr(md5('${word} ' || ${number}), 1, 8))::bit(32)::bigint) % ${bound})::integer`

/**
 * Fills an institution with people, relationships, meetings and answers to two waves of twenty-five questions, all of them decided by the
 * seed. For each answer there is a fifth of a meeting.
 */
export async function fillInstitution(
  run: Run,
  seed: string,
  answers: number,
  say: (line: string) => void,
): Promise<Facts> {
  const id = (word: string, number = 'n') => `md5('${seed} ${word} ' || ${number})::uuid`
  const institution = `md5('${seed} institution')::uuid`
  const programme = `md5('${seed} programme')::uuid`
  const people = Math.ceil(answers / 50)
  const responses = Math.ceil(answers / items)
  const meetings = Math.ceil(answers / 5)
  await run(`insert into commons.institution values (${institution}, '${seed}', '${seed}', '2026-01-01')`)
  await run(
    `insert into commons.programme (institution_id, id, key, title, policy) values (${institution}, ${programme}, 'p', 'Programme', '{}')`,
  )
  await run(
    `insert into commons.cohort select ${institution}, ${id('cohort')}, ${programme}, n, 'Cohort ' || n from generate_series(1, ${cohorts}) n`,
  )
  await run(
    `insert into commons.survey (institution_id, id, programme_id, wave, label, audience)
      select ${institution}, ${id('wave')}, ${programme}, 'wave-' || n, 'Wave ' || n, 'mentees' from generate_series(1, ${waves}) n`,
  )
  await run(
    `insert into commons.survey_item (institution_id, id, survey_id, position, key, label, kind)
      select ${institution}, ${id('item', "w || '-' || n")}, ${id('wave', 'w')}, n, 'q' || n, 'Question ' || n, case when n % 5 = 0 then 'many' else 'one' end
      from generate_series(1, ${waves}) w, generate_series(1, ${items}) n`,
  )
  await run(
    `insert into commons.survey_choice (institution_id, item_id, code, label, position)
      select ${institution}, ${id('item', "w || '-' || n")}, 'c' || c, 'Choice ' || c, c
      from generate_series(1, ${waves}) w, generate_series(1, ${items}) n, generate_series(1, 5) c`,
  )
  const cohort = (word: string, number = 'n') => `${id('cohort', `(1 + ${below(cohorts, word, number)})`)}`
  const fill = async (what: string, total: number, statement: (series: string) => string) => {
    for (let from = 1; from <= total; from += step) {
      const to = Math.min(total, from + step - 1)
      await run(statement(`generate_series(${from}, ${to}) n`))
      const share = Math.floor((to / total) * 20)
      say(`[${'#'.repeat(share)}${'.'.repeat(20 - share)}] ${seed}: ${to} of ${total} ${what}`)
    }
  }
  await fill(
    'people',
    people,
    (series) =>
      `insert into commons.person (institution_id, id, country) select ${institution}, ${id('person')}, 'Country ' || ${below(20, 'country')} from ${series}`,
  )
  await fill(
    'participations',
    people,
    (series) =>
      `insert into commons.participation select ${institution}, ${id('cohort', `(1 + (${below(cohorts, 'first')} + k * 3) % ${cohorts})`)}, ${id('person')},
        case when k = 0 then 'mentee' else (array['mentor', 'expert', 'mentee', 'facilitator'])[1 + ${below(4, 'role')}] end
        from ${series}, generate_series(0, 1) k where k = 0 or ${below(3, 'again')} = 0`,
  )
  await fill(
    'relationships',
    people,
    (series) =>
      `insert into commons.relationship (institution_id, id, programme_id, cohort_id, kind, status, state, completed, keywords, version)
        select ${institution}, ${id('relationship')}, ${programme}, ${cohort('of')}, 'one-to-one', 'active', '{}', (array[true, false, null])[1 + ${below(3, 'completed')}], '{}', 1 from ${series}`,
  )
  await fill(
    'places',
    people,
    (series) =>
      `insert into commons.participant select ${institution}, ${id('relationship')}, ${id('person', `(1 + ${below(people, 'place', "k || '-' || n")})`)}, case k when 0 then 'mentee' else 'mentor' end
        from ${series}, generate_series(0, 1) k`,
  )
  await fill(
    'meetings',
    meetings,
    (series) =>
      `insert into commons.meeting (institution_id, id, relationship_id, held_on, duration_minutes, mode, topics)
        select ${institution}, ${id('meeting')}, ${id('relationship', `(1 + ${below(people, 'met')})`)}, date '2025-01-01' + ${below(365, 'day')}, 15 + ${below(90, 'minutes')}, (array['online', 'in-person'])[1 + ${below(2, 'mode')}], '{}' from ${series}`,
  )
  await fill(
    'questionnaires',
    responses,
    (series) =>
      `insert into commons.survey_response (institution_id, id, survey_id, cohort_id, respondent)
        select ${institution}, ${id('response')}, ${id('wave', `(1 + n % ${waves})`)}, ${cohort('returned')}, 'r' || n from ${series}`,
  )
  const perStep = Math.floor(step / items)
  for (let from = 1; from <= responses; from += perStep) {
    const to = Math.min(responses, from + perStep - 1)
    await run(
      `insert into commons.survey_answer
        select ${institution}, ${id('response')}, ${id('item', `(1 + n % ${waves}) || '-' || q`)}, 'c' || (1 + ${below(5, 'answer', "n || '-' || q")})
        from generate_series(${from}, ${to}) n, generate_series(1, ${items}) q`,
    )
    const share = Math.floor((to / responses) * 20)
    say(`[${'#'.repeat(share)}${'.'.repeat(20 - share)}] ${seed}: ${to * items} of ${responses * items} answers`)
  }
  return { institution: seed, programme: 'p', answers: responses * items, meetings }
}
