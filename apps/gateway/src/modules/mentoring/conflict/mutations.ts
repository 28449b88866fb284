import type { ConflictKind } from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { ownId } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { Relationship } from '../graphql.ts'
import { endConflict, endManagementLine, recordConflict, recordManagementLine, standsBetween } from './commands.ts'
import { Conflict, ConflictKindEnum, ManagementLine } from './graphql.ts'
import { knowsConflicts } from './policy.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

interface RecordedLine {
  readonly managerId: string
  readonly reportId: string
  readonly fromDay: string
  readonly toDay: string | undefined
}

const RecordedManagementLine = builder.objectRef<RecordedLine>('RecordedManagementLine').implement({
  description: 'A line of management that was recorded, and whom it concerns.',
  fields: (t) => ({
    line: t.drizzleField({
      type: ManagementLine,
      resolve: async (query, { managerId, reportId, fromDay }, _args, context) => {
        const { institutionId } = viewerOf(context)
        const where = { institutionId, managerId, reportId, fromDay }
        return present(await context.db.query.managementLine.findFirst(query({ where })))
      },
    }),
    standsBetween: t.drizzleField({
      type: [Relationship],
      complexity: { field: 20, multiplier: 10 },
      description:
        'The relationships under way between people who stand in one line through it. Nothing was ended: speak with them, and transfer or end what cannot go on.',
      resolve: async (query, { managerId, reportId, fromDay, toDay }, _args, context) => {
        const line = { managerId, reportId, from: fromDay, ...(toDay === undefined ? {} : { to: toDay }) }
        const ids = await standsBetween(context, line)
        if (ids.length === 0) return []
        const { institutionId } = viewerOf(context)
        return context.db.query.relationship.findMany(
          query({ where: { institutionId, id: { in: [...ids] } }, orderBy: { id: 'asc' } }),
        )
      },
    }),
  }),
})

builder.mutationFields((t) => ({
  recordConflict: t.drizzleField({
    type: Conflict,
    errors,
    authScopes: { anyOf: knowsConflicts },
    description: 'Records that two people have a conflict, in either order. Why is nobody’s to write down.',
    args: {
      personA: t.arg.globalID({ for: Person, required: true }),
      personB: t.arg.globalID({ for: Person, required: true }),
      kind: t.arg({ type: ConflictKindEnum, required: true }),
      from: t.arg({ type: 'Day', required: true }),
      to: t.arg({ type: 'Day', description: 'Its last day; left out where it lasts.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { personA, personB, kind, from, to, idempotencyKey }, context) => {
      const people = [ownId(context, personA, 'personA'), ownId(context, personB, 'personB')] as const
      const fromDay = await recordConflict(context, { people, kind, from, ...(to ? { to } : {}), idempotencyKey })
      const where = conflictWhere(context, people, kind, fromDay)
      return present(await context.db.query.conflictRecord.findFirst(query({ where })))
    },
  }),
  endConflict: t.drizzleField({
    type: Conflict,
    errors,
    authScopes: { anyOf: knowsConflicts },
    description: 'Ends the conflict of a kind between two people that lasts. MENTORING never ends.',
    args: {
      personA: t.arg.globalID({ for: Person, required: true }),
      personB: t.arg.globalID({ for: Person, required: true }),
      kind: t.arg({ type: ConflictKindEnum, required: true }),
      on: t.arg({ type: 'Day', required: true, description: 'The last day on which it stands.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { personA, personB, kind, on, idempotencyKey }, context) => {
      const people = [ownId(context, personA, 'personA'), ownId(context, personB, 'personB')] as const
      const fromDay = await endConflict(context, { people, kind, on, idempotencyKey })
      const where = conflictWhere(context, people, kind, fromDay)
      return present(await context.db.query.conflictRecord.findFirst(query({ where })))
    },
  }),
  recordManagementLine: t.field({
    type: RecordedManagementLine,
    errors,
    authScopes: { anyOf: knowsConflicts },
    description: 'Records that somebody manages somebody, and tells which relationships under way it stands in.',
    args: {
      manager: t.arg.globalID({ for: Person, required: true }),
      report: t.arg.globalID({ for: Person, required: true }),
      from: t.arg({ type: 'Day', required: true }),
      to: t.arg({ type: 'Day', description: 'Its last day; left out where it lasts.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (_root, { manager, report, from, to, idempotencyKey }, context) => {
      const managerId = ownId(context, manager, 'manager')
      const reportId = ownId(context, report, 'report')
      const until = to ? { to } : {}
      const fromDay = await recordManagementLine(context, { managerId, reportId, from, ...until, idempotencyKey })
      return { managerId, reportId, fromDay, toDay: to ?? undefined }
    },
  }),
  endManagementLine: t.drizzleField({
    type: ManagementLine,
    errors,
    authScopes: { anyOf: knowsConflicts },
    description: 'Ends a line of management that lasts.',
    args: {
      manager: t.arg.globalID({ for: Person, required: true }),
      report: t.arg.globalID({ for: Person, required: true }),
      on: t.arg({ type: 'Day', required: true, description: 'The last day on which it holds.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { manager, report, on, idempotencyKey }, context) => {
      const managerId = ownId(context, manager, 'manager')
      const reportId = ownId(context, report, 'report')
      const fromDay = await endManagementLine(context, { managerId, reportId, on, idempotencyKey })
      const { institutionId } = viewerOf(context)
      const where = { institutionId, managerId, reportId, fromDay }
      return present(await context.db.query.managementLine.findFirst(query({ where })))
    },
  }),
}))

function conflictWhere(context: Context, people: readonly [string, string], kind: ConflictKind, fromDay: string) {
  const [personA = '', personB = ''] = people.toSorted()
  return { institutionId: viewerOf(context).institutionId, personA, personB, kind, fromDay }
}
