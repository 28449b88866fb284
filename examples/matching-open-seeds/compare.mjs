// Matches the projects of a real programme with its mentors on what was known at the time, and compares with the pairs
// that were made and with chance: node compare.mjs FOLDER, with the folder of people.csv and projects.csv.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkProof, explainPair, match } from '../../packages/mentoring/dist/index.js'

const folder = process.argv[2]
if (folder === undefined) {
  console.error('node compare.mjs FOLDER: name the folder that holds people.csv and projects.csv')
  process.exit(2)
}

const rows = (file) => {
  const [head, ...lines] = readFileSync(path.join(folder, file), 'utf8').trimEnd().split(/\r?\n/).map(cells)
  return lines.map((line) => Object.fromEntries(head.map((column, at) => [column, line[at] ?? ''])))
}
const cells = (line) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
  )
const list = (cell, by) =>
  cell
    .split(by)
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '')
const ids = (cell) => cell.split(';').filter((each) => each !== '')

const continentOf = new Map(rows('people.csv').map(({ person_id, continent }) => [person_id, continent]))
const projects = rows('projects.csv').map((each) => ({
  id: each.project_id,
  cohort: Number(each.cohort),
  keywords: list(each.keywords, ','),
  mentees: ids(each.mentee_ids),
  mentors: ids(each.mentor_ids),
}))

const policy = {
  version: 'open-seeds 1',
  objective: 'best-total',
  menteeShare: 0.7,
  rules: [
    {
      id: 'keywords',
      kind: 'overlap',
      side: 'mentee',
      weight: 2,
      menteeQuestion: 'keywords',
      mentorQuestion: 'keywords',
    },
    {
      id: 'continent',
      kind: 'same',
      side: 'mentee',
      weight: 1,
      menteeQuestion: 'continent',
      mentorQuestion: 'continent',
    },
    {
      id: 'continent too',
      kind: 'same',
      side: 'mentor',
      weight: 1,
      menteeQuestion: 'continent',
      mentorQuestion: 'continent',
    },
  ],
}

/** A cohort as it could have been matched: a project counts as one mentee, and its first mentor as the one it got. */
function inputOf(cohort) {
  const made = projects.filter((each) => each.cohort === cohort && each.mentors.length > 0 && !isOwnMentor(each))
  const earlier = projects.filter((each) => each.cohort < cohort)
  const answers = (keywords, people) => {
    const continent = [...new Set(people.map((id) => continentOf.get(id) ?? '').filter((each) => each !== ''))]
    return { ...(keywords.length > 0 && { keywords }), ...(continent.length > 0 && { continent }) }
  }
  const mentees = made.map((each) => ({
    personId: each.id,
    trained: true,
    answers: answers(each.keywords, each.mentees),
  }))
  const mentors = [...new Set(made.map((each) => each.mentors[0]))].map((id) => {
    const before = earlier.filter((each) => each.mentors.includes(id) || each.mentees.includes(id))
    const places = made.filter((each) => each.mentors[0] === id).length
    return {
      personId: id,
      trained: true,
      places,
      answers: answers([...new Set(before.flatMap((each) => each.keywords))], [id]),
    }
  })
  const barred = made.flatMap((each) => each.mentees.map((mentorId) => ({ menteeId: each.id, mentorId })))
  const real = made.map((each) => ({ menteeId: each.id, mentorId: each.mentors[0] }))
  return { input: { mentees, mentors, policy, facts: { barred } }, real }
}

const isOwnMentor = ({ mentees, mentors }) => mentees.includes(mentors[0])

const accepted = (answer) => {
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  return answer.value
}

function scorer(input) {
  const known = new Map()
  return ({ menteeId, mentorId }) => {
    const key = `${menteeId} ${mentorId}`
    if (!known.has(key)) known.set(key, accepted(explainPair(input, { menteeId, mentorId }, 'coordinator')).score ?? 0)
    return known.get(key)
  }
}

/** Numbers from 0 to below 1 that the seed alone decides: SplitMix32. */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
    return ((word ^ (word >>> 15)) >>> 0) / 2 ** 32
  }
}

function shuffled(places, next) {
  const all = [...places]
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1))
    ;[all[at], all[other]] = [all[other], all[at]]
  }
  return all
}

const mean = (numbers) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length
const seeds = 50
const draws = 1000

console.log(
  'cohort projects mentors known | mean score: matched  real  chance (sd) | same pair as real: matched  chance',
)
for (const cohort of [3, 4, 5, 6]) {
  const { input, real } = inputOf(cohort)
  const seeded = { ...input, seed: 'open seeds' }
  const score = scorer(seeded)
  const realOf = new Map(real.map(({ menteeId, mentorId }) => [menteeId, mentorId]))
  const same = (pairs) =>
    pairs.filter(({ menteeId, mentorId }) => realOf.get(menteeId) === mentorId).length / real.length
  const total = (pairs) => mean(pairs.map(score))
  const runs = Array.from({ length: seeds }, (_, seed) => {
    const each = { ...input, seed: `${seed}` }
    const outcome = accepted(match(each))
    const { holds, faults } = checkProof(each, outcome)
    if (!holds || outcome.run.pairs.length !== real.length) throw new Error(`not proven: ${faults.join(' ')}`)
    return outcome.run.pairs
  })
  const next = random(cohort)
  const byChance = Array.from({ length: draws }, () => {
    const places = shuffled(
      real.map(({ mentorId }) => mentorId),
      next,
    )
    return real.map(({ menteeId }, at) => ({ menteeId, mentorId: places[at] }))
  })
  const chance = byChance.map(total)
  const deviation = Math.sqrt(mean(chance.map((each) => (each - mean(chance)) ** 2)))
  const known = input.mentors.filter(({ answers }) => 'keywords' in answers).length
  const share = (number) => `${(number * 100).toFixed(1)} %`.padStart(7)
  console.log(
    `${cohort}      ${String(real.length).padStart(8)} ${String(input.mentors.length).padStart(7)} ${String(known).padStart(5)} |`,
    `            ${total(runs[0]).toFixed(3)}   ${total(real).toFixed(3)}   ${mean(chance).toFixed(3)} (${deviation.toFixed(3)}) |`,
    `             ${share(mean(runs.map(same)))} ${share(mean(byChance.map(same)))}`,
  )
}
