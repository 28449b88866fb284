import type { BoundColumns } from './bind-columns.ts'
import type { MappedFile, SurveyFile } from './mapping.ts'
import { type CellProblem, cohortCell, flagCell, listCell, requiredCell, roleCell, textCell } from './read-cell.ts'
import { choiceReader } from './read-choices.ts'
import type { IntakeKind, PersonRecord, RecordOf, RelationshipRecord } from './record.ts'
import type { IntakeWarning } from './warning.ts'

/** The longest cell, in characters, of which a survey's choices are read. */
export const longestAnswer = 20_000

/** What a row says, with what makes it itself among the rows of its file and the people it names; or why it cannot be taken. */
export type RowReading<T> =
  | {
      readonly record: T
      readonly identity: string
      readonly people: readonly string[]
      readonly warnings: readonly IntakeWarning[]
    }
  | { readonly problems: readonly CellProblem[] }

/** Reads the cells of a row, as many as the header has. */
export type RowReader<T> = (cells: readonly string[]) => RowReading<T>

type FileOf<Kind extends IntakeKind> = Extract<MappedFile, { as: Kind }>

const readers: {
  readonly [Kind in IntakeKind]: (file: FileOf<Kind>, columns: BoundColumns) => RowReader<RecordOf[Kind]>
} = {
  people: personReader,
  participations: participationReader,
  relationships: relationshipReader,
  survey: responseReader,
}

/**
 * The reader of a file's rows, given its part of the mapping and where its columns stand.
 *
 * @example
 * ```ts
 * import { recordReader } from './read-record.ts'
 * const file = { file: 'roles.csv', as: 'participations', fields: { person: { column: 'id' }, cohort: { constant: '3' }, role: { column: 'role' } } }
 * const read = recordReader(file, { width: 2, indexOf: new Map([['id', 0], ['role', 1]]), ignored: [], absent: [] })
 * read(['P1', 'mentor']).record //=> { "person": "P1", "cohort": 3, "role": "mentor" }
 * read(['P1', 'guru']).problems[0].code //=> "unknown-role"
 * ```
 */
export function recordReader<Kind extends IntakeKind>(
  file: FileOf<Kind>,
  columns: BoundColumns,
): RowReader<RecordOf[Kind]> {
  const make = readers[file.as as Kind] as (file: FileOf<Kind>, columns: BoundColumns) => RowReader<RecordOf[Kind]>
  return make(file, columns)
}

function personReader({ fields }: FileOf<'people'>, columns: BoundColumns): RowReader<PersonRecord> {
  const readId = requiredCell({ name: 'externalId', spec: fields.externalId }, columns)
  const places = (['country', 'continent'] as const).flatMap((name) => {
    const spec = fields[name]
    const isThere = spec?.column === undefined || columns.indexOf.has(spec.column)
    return spec === undefined || !isThere ? [] : [{ name, read: textCell({ name, spec }, columns) }]
  })
  return (cells) => {
    const problems: CellProblem[] = []
    const warnings: IntakeWarning[] = []
    const externalId = readId(cells, problems)
    const known: { country?: string | null; continent?: string | null } = {}
    for (const { name, read } of places) {
      const value = read(cells, problems)
      known[name] = value
      if (value === null) warnings.push({ code: `person-without-${name}`, subject: externalId ?? '' })
    }
    if (externalId === undefined || problems.length > 0) return { problems }
    return { record: { externalId, ...known }, identity: externalId, people: [], warnings }
  }
}

function participationReader(
  { fields }: FileOf<'participations'>,
  columns: BoundColumns,
): RowReader<RecordOf['participations']> {
  const readPerson = requiredCell({ name: 'person', spec: fields.person }, columns)
  const readCohort = cohortCell({ name: 'cohort', spec: fields.cohort }, columns)
  const readRole = roleCell({ name: 'role', spec: fields.role }, columns)
  return (cells) => {
    const problems: CellProblem[] = []
    const person = readPerson(cells, problems)
    const cohort = readCohort(cells, problems)
    const role = readRole(cells, problems)
    if (person === undefined || cohort === undefined || role === undefined) return { problems }
    return { record: { person, cohort, role }, identity: `${cohort} ${role} ${person}`, people: [person], warnings: [] }
  }
}

function relationshipReader({ fields }: FileOf<'relationships'>, columns: BoundColumns): RowReader<RelationshipRecord> {
  const readId = requiredCell({ name: 'externalId', spec: fields.externalId }, columns)
  const readCohort = cohortCell({ name: 'cohort', spec: fields.cohort }, columns)
  const readKeywords = fields.keywords && listCell({ name: 'keywords', spec: fields.keywords }, columns)
  const readCompleted = fields.completed && flagCell({ name: 'completed', spec: fields.completed }, columns)
  const readMentees = listCell({ name: 'mentees', spec: fields.mentees }, columns)
  const readMentors = listCell({ name: 'mentors', spec: fields.mentors }, columns)
  const nobody: CellProblem = {
    column: fields.mentees.column ?? 'mentees',
    code: 'no-participant',
    message: 'is blank, and so are the mentors; name at least one person, or take the row out',
  }
  return (cells) => {
    const problems: CellProblem[] = []
    const externalId = readId(cells, problems)
    const cohort = readCohort(cells, problems)
    const keywords = readKeywords?.(cells, problems) ?? []
    const completed = readCompleted?.(cells, problems) ?? null
    const mentees = readMentees(cells, problems) ?? []
    const mentors = readMentors(cells, problems) ?? []
    if (problems.length === 0 && mentees.length + mentors.length === 0) problems.push(nobody)
    if (externalId === undefined || cohort === undefined || problems.length > 0) return { problems }
    const sides = { mentee: new Set(mentees), mentor: new Set(mentors) }
    const participants = (['mentee', 'mentor'] as const).flatMap((role) =>
      [...sides[role]].map((person) => ({ person, role })),
    )
    const warnings = oddSides(externalId, mentees, mentors)
    const record = { externalId, cohort, keywords: [...new Set(keywords)], completed, participants }
    return { record, identity: externalId, people: [...new Set(participants.map(({ person }) => person))], warnings }
  }
}

function oddSides(subject: string, mentees: readonly string[], mentors: readonly string[]): IntakeWarning[] {
  const warnings: IntakeWarning[] = []
  if (mentees.length === 0) warnings.push({ code: 'relationship-without-mentee', subject })
  if (mentors.length === 0) warnings.push({ code: 'relationship-without-mentor', subject })
  for (const side of [mentees, mentors]) {
    const twice = new Set(side.filter((person, index) => side.indexOf(person) < index))
    for (const person of twice) warnings.push({ code: 'listed-twice', subject: `${person} in ${subject}` })
  }
  const mentorsMet = new Set(mentors)
  for (const person of new Set(mentees)) {
    if (mentorsMet.has(person)) warnings.push({ code: 'person-on-both-sides', subject: `${person} in ${subject}` })
  }
  return warnings
}

function responseReader({ fields, items }: SurveyFile, columns: BoundColumns): RowReader<RecordOf['survey']> {
  const readCohort = cohortCell({ name: 'cohort', spec: fields.cohort }, columns)
  const readRespondent = requiredCell({ name: 'respondent', spec: fields.respondent }, columns)
  const asked = items.flatMap((item) => {
    const index = columns.indexOf.get(item.column)
    return index === undefined ? [] : [{ item: item.key, column: item.column, index, read: choiceReader(item) }]
  })
  return (cells) => {
    const problems: CellProblem[] = []
    const cohort = readCohort(cells, problems)
    const respondent = readRespondent(cells, problems)
    const answers: { item: string; choices: readonly string[] }[] = []
    for (const { item, column, index, read } of asked) {
      const cell = cells[index] ?? ''
      if (cell.length > longestAnswer) {
        problems.push({ column, code: 'too-long', message: `is longer than ${longestAnswer} characters; shorten it` })
        continue
      }
      const choices = read(cell)
      if (choices.length > 0) answers.push({ item, choices })
    }
    if (cohort === undefined || respondent === undefined || problems.length > 0) return { problems }
    return { record: { cohort, respondent, answers }, identity: `${cohort} ${respondent}`, people: [], warnings: [] }
  }
}
