import {
  type ConflictKind,
  conflictKinds,
  conflictsAmong,
  mayAssess,
  type Participant,
  type StandingConflict,
} from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { pageCost } from '../../../graphql/page.ts'
import type { ownId } from '../../../own.ts'
import { Person } from '../../people/graphql.ts'
import { ParticipantInput } from '../mutations.ts'
import { knowsConflicts } from './policy.ts'
import { knownConflicts, relationshipsShared } from './store.ts'

/** What stands between two people. */
export const ConflictKindEnum = builder.enumType('ConflictKind', {
  description:
    'What stands between two people; never why or how it came. MENTORING is what a relationship leaves behind.',
  values: enumValues<ConflictKind>(conflictKinds),
})

export const Conflict = builder.drizzleObject('conflictRecord', {
  name: 'Conflict',
  description: 'That two people have a conflict. It names no relationship, and outlives them all.',
  authScopes: { anyOf: knowsConflicts },
  fields: (t) => ({
    kind: t.expose('kind', { type: ConflictKindEnum }),
    from: t.expose('fromDay', { type: 'Day' }),
    to: t.expose('toDay', { type: 'Day', nullable: true, description: 'Its last day; null while it lasts.' }),
    personA: t.relation('oneSide'),
    personB: t.relation('otherSide'),
  }),
})

export const ManagementLine = builder.drizzleObject('managementLine', {
  name: 'ManagementLine',
  description: 'That somebody manages somebody.',
  authScopes: { anyOf: knowsConflicts },
  fields: (t) => ({
    manager: t.relation('manager'),
    report: t.relation('report'),
    from: t.expose('fromDay', { type: 'Day' }),
    to: t.expose('toDay', { type: 'Day', nullable: true, description: 'Its last day; null while it lasts.' }),
  }),
})

interface Standing extends StandingConflict {
  readonly institutionId: string
}

const StandingConflictType = builder.objectRef<Standing>('StandingConflict').implement({
  description: 'That something stands between two people who would be, or are, together.',
  fields: (t) => ({
    personA: t.id({ resolve: ({ institutionId, personA }) => globalIdOf('Person', institutionId, personA) }),
    personB: t.id({ resolve: ({ institutionId, personB }) => globalIdOf('Person', institutionId, personB) }),
    kind: t.expose('kind', { type: ConflictKindEnum }),
  }),
})

interface Assessing {
  readonly code: string | null
}

const MayAssess = builder.objectRef<Assessing>('MayAssess').implement({
  description: 'Whether somebody may assess somebody, and what keeps them from it.',
  fields: (t) => ({
    may: t.boolean({ resolve: ({ code }) => code === null }),
    code: t.exposeString('code', {
      nullable: true,
      description: 'Null where they may; mentored-before lasts for ever, conflict-stands until it ends.',
    }),
  }),
})

builder.queryFields((t) => ({
  conflicts: t.drizzleConnection({
    type: 'conflictRecord',
    authScopes: { anyOf: knowsConflicts },
    complexity: pageCost,
    description: 'The conflicts that are recorded, of everybody or of one person.',
    args: {
      person: t.arg.globalID({ for: Person }),
      on: t.arg({ type: 'Day', description: 'Only those that stand on this day.' }),
    },
    resolve: (query, _root, { person, on }, context) => {
      const { institutionId } = viewerOf(context)
      const personId = person ? ownPerson(context, person) : undefined
      return context.db.query.conflictRecord.findMany(
        query({
          where: {
            institutionId,
            ...(on ? { fromDay: { lte: on } } : {}),
            ...(personId === undefined ? {} : { OR: [{ personA: personId }, { personB: personId }] }),
            ...(on ? { AND: [{ OR: [{ toDay: { isNull: true as const } }, { toDay: { gte: on } }] }] } : {}),
          },
          orderBy: { personA: 'asc', personB: 'asc', kind: 'asc', fromDay: 'asc' },
        }),
      )
    },
  }),
  managementLines: t.drizzleConnection({
    type: 'managementLine',
    authScopes: { anyOf: knowsConflicts },
    complexity: pageCost,
    description: 'The lines of management that are recorded, of everybody or of one person, up and down.',
    args: {
      person: t.arg.globalID({ for: Person }),
      on: t.arg({ type: 'Day', description: 'Only those that hold on this day.' }),
    },
    resolve: (query, _root, { person, on }, context) => {
      const { institutionId } = viewerOf(context)
      const personId = person ? ownPerson(context, person) : undefined
      return context.db.query.managementLine.findMany(
        query({
          where: {
            institutionId,
            ...(on ? { fromDay: { lte: on } } : {}),
            ...(personId === undefined ? {} : { OR: [{ managerId: personId }, { reportId: personId }] }),
            ...(on ? { AND: [{ OR: [{ toDay: { isNull: true as const } }, { toDay: { gte: on } }] }] } : {}),
          },
          orderBy: { reportId: 'asc', managerId: 'asc', fromDay: 'asc' },
        }),
      )
    },
  }),
  standingConflicts: t.field({
    type: [StandingConflictType],
    authScopes: { anyOf: knowsConflicts },
    complexity: 50,
    description:
      'What stands on a day between people whom a relationship would bring together: recorded conflicts, and lines of management over any number of levels.',
    args: {
      participants: t.arg({ type: [ParticipantInput], required: true }),
      on: t.arg({ type: 'Day', description: 'Today where it is left out.' }),
    },
    resolve: (_root, { participants, on }, context) => {
      const { institutionId } = viewerOf(context)
      if (participants.length > 50)
        throw topLevelError('BAD_USER_INPUT', `ask about 50 people at most, not ${participants.length}`)
      const people = participants.map(
        ({ person, role }): Participant => ({ personId: ownPerson(context, person), role }),
      )
      const day = on ?? context.now().slice(0, 10)
      return context.transact('read', async (tx) => {
        const known = await knownConflicts(tx, institutionId, people, day)
        return conflictsAmong(people, known, day).map((one) => ({ institutionId, ...one }))
      })
    },
  }),
  mayAssess: t.field({
    type: MayAssess,
    authScopes: { anyOf: knowsConflicts },
    complexity: 20,
    description:
      'Whether somebody may assess a person (peer review, a panel, an award). Nobody assesses whom they mentor or have mentored, whatever became of the two.',
    args: {
      assessor: t.arg.globalID({ for: Person, required: true }),
      person: t.arg.globalID({ for: Person, required: true }),
      on: t.arg({ type: 'Day', description: 'Today where it is left out.' }),
    },
    resolve: (_root, { assessor, person, on }, context) => {
      const { institutionId } = viewerOf(context)
      const two = [ownPerson(context, assessor), ownPerson(context, person)] as const
      const day = on ?? context.now().slice(0, 10)
      return context.transact('read', async (tx) => {
        const relationships = await relationshipsShared(tx, institutionId, two)
        const known = await knownConflicts(
          tx,
          institutionId,
          two.map((personId) => ({ personId })),
          day,
        )
        const answer = mayAssess(...two, { relationships, ...known }, day)
        return { code: 'refusal' in answer ? answer.refusal.code : null }
      })
    },
  }),
}))

/** The row id of a person who is asked about; one of another institution is nobody here. */
function ownPerson(context: Parameters<typeof ownId>[0], person: Parameters<typeof ownId>[1]): string {
  const { institutionId, id } = person.id
  if (id === undefined || institutionId !== viewerOf(context).institutionId)
    throw topLevelError(
      'BAD_USER_INPUT',
      'this id names no Person of your institution; take ids from answers of this API',
    )
  return id
}
