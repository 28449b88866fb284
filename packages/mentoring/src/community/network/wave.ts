import { identifierRefusal, textRefusal } from '../../identifier.ts'
import { dateRefusal } from '../../iso-date.ts'
import { fieldsRefusal, listedRefusal, listRefusal } from '../../read-fields.ts'
import { type Refusal, type Result, refuse } from '../../refusal.ts'

/** Every way ties come to be known. */
export const tieSources = ['survey', 'relationship', 'co-attendance'] as const

/** How ties came to be known. */
export type TieSource = (typeof tieSources)[number]

/** Somebody within the boundary, with the department they belong to on the day of the wave. */
export interface BoundaryPerson {
  readonly personId: string
  readonly departmentId: string
}

/** That one person named, or worked with, another. */
export interface Tie {
  readonly from: string
  readonly to: string
  /** Always the kind of its wave. */
  readonly kind: string
}

/** Ties of one kind among the people within one boundary, as they were on one day. Personal data: collected by consent. */
export interface Wave {
  readonly id: string
  readonly on: string
  /** The rule of who is within, by a name that stays the same while the rule does, such as `academic-staff`. */
  readonly boundary: string
  readonly tieKind: string
  readonly source: TieSource
  /** What was asked, where it was. */
  readonly question?: string
  readonly people: readonly BoundaryPerson[]
  /** Who answered, where people were asked. Absent where nobody was. */
  readonly respondentIds?: readonly string[]
  readonly ties: readonly Tie[]
}

const fields = ['id', 'on', 'boundary', 'tieKind', 'source', 'question', 'people', 'respondentIds', 'ties']

/**
 * Gives a wave whose ties stay within its boundary and are all of its kind. A tie that is named twice is taken; it counts once.
 *
 * @example
 * ```ts
 * import { readWave } from '@mentoring-commons/mentoring/community'
 *
 * const wave = readWave({
 *   id: 'w1', on: '2025-05-01', boundary: 'academic-staff', tieKind: 'talks-about-teaching', source: 'survey',
 *   people: [{ personId: 'ada', departmentId: 'law' }, { personId: 'ben', departmentId: 'art' }],
 *   respondentIds: ['ada'], ties: [{ from: 'ada', to: 'zoe', kind: 'talks-about-teaching' }],
 * })
 * 'refusal' in wave && wave.refusal.code //=> "person-outside-boundary"
 * ```
 */
export function readWave(input: Wave): Result<Wave> {
  const refusal =
    fieldsRefusal(input, fields, '') ??
    identifierRefusal(input.id, 'id') ??
    dateRefusal(input.on, 'on') ??
    textRefusal(input.boundary, 'boundary') ??
    textRefusal(input.tieKind, 'tieKind') ??
    listedRefusal(input.source, tieSources, 'source') ??
    (input.question === undefined ? undefined : textRefusal(input.question, 'question')) ??
    listRefusal(input.people, 'people') ??
    listRefusal(input.ties, 'ties') ??
    peopleRefusal(input.people)
  if (refusal) return { refusal }
  const within = new Set(input.people.map(({ personId }) => personId))
  const stranger =
    tiesRefusal(input, within) ??
    input.respondentIds?.map((id, index) => outsideRefusal(id, within, `respondentIds[${index}]`)).find(Boolean)
  return stranger ? { refusal: stranger } : { value: input }
}

function peopleRefusal(people: readonly BoundaryPerson[]): Refusal | undefined {
  const seen = new Set<string>()
  for (const [index, { personId, departmentId }] of people.entries()) {
    const path = `people[${index}]`
    const wrong =
      identifierRefusal(personId, `${path}.personId`) ?? identifierRefusal(departmentId, `${path}.departmentId`)
    if (wrong) return wrong
    if (seen.has(personId)) {
      const message = `Person "${personId}" stands twice: give one department, that of the day of the wave.`
      return refuse('person-twice', message, path).refusal
    }
    seen.add(personId)
  }
  return undefined
}

function tiesRefusal({ ties, tieKind }: Wave, within: ReadonlySet<string>): Refusal | undefined {
  for (const [index, { from, to, kind }] of ties.entries()) {
    const path = `ties[${index}]`
    if (kind !== tieKind) {
      const message = `The tie is of kind ${JSON.stringify(kind)} and the wave of ${JSON.stringify(tieKind)}: make a wave for each kind.`
      return refuse('tie-kinds-mixed', message, `${path}.kind`).refusal
    }
    const wrong = outsideRefusal(from, within, `${path}.from`) ?? outsideRefusal(to, within, `${path}.to`)
    if (wrong) return wrong
    if (from === to)
      return refuse('tie-to-oneself', `Person "${from}" is tied to themself: leave it out.`, path).refusal
  }
  return undefined
}

/** Gives the refusal of a person who is not within a boundary, and nothing for one who is. */
export function outsideRefusal(personId: string, within: ReadonlySet<string>, path: string): Refusal | undefined {
  if (within.has(personId)) return undefined
  const message = `Person ${JSON.stringify(personId)} is not within the boundary: add them to the people, or leave them out here.`
  return refuse('person-outside-boundary', message, path).refusal
}
