import { type PracticeForm, practiceForms } from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { pageCost } from '../../../graphql/page.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Programme } from '../../mentoring/graphql.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { readsCulture } from '../policy.ts'
import { amendPractice, listPractice } from './commands.ts'

const PracticeFormEnum = builder.enumType('PracticeForm', {
  description: 'Whether mentoring is arranged by a scheme, or simply done; neither is better.',
  values: enumValues<PracticeForm>(practiceForms),
})

const Practice = builder.drizzleNode('practice', {
  name: 'Practice',
  description: 'One place where mentoring happens. It says that something is done, and names nobody.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, state: true } },
  authScopes: { anyOf: readsCulture },
  fields: (t) => ({
    title: t.string({ resolve: ({ state }) => state.title }),
    form: t.expose('form', { type: PracticeFormEnum }),
    departmentId: t.exposeString('departmentId', {
      nullable: true,
      description: 'Null where it belongs to the institution as a whole.',
    }),
    programme: t.relation('programme', { nullable: true, description: 'The programme that it came out of.' }),
    beganOn: t.field({ type: 'Day', nullable: true, resolve: ({ state }) => state.beganOn ?? null }),
    seenFrom: t.field({ type: 'Day', resolve: ({ state }) => state.seenFrom }),
    seenTo: t.field({
      type: 'Day',
      description: 'The last day it is known to have been in place. After it nothing is known, unless it ended.',
      resolve: ({ state }) => state.seenTo,
    }),
    endedOn: t.field({ type: 'Day', nullable: true, resolve: ({ state }) => state.endedOn ?? null }),
    version: t.exposeInt('version', { description: 'Send it as expectedVersion with the next change.' }),
  }),
})

const PracticeInput = builder.inputType('PracticeInput', {
  description: 'What is known of a practice. What is left out is not known.',
  fields: (t) => ({
    title: t.string({ required: true, description: 'What is done. Of nobody by name.' }),
    form: t.field({ type: PracticeFormEnum, required: true }),
    departmentId: t.string({ description: 'The code of the department where it happens.' }),
    programme: t.globalID({ for: Programme }),
    beganOn: t.field({ type: 'Day' }),
    seenFrom: t.field({ type: 'Day', required: true }),
    seenTo: t.field({ type: 'Day', required: true }),
    endedOn: t.field({ type: 'Day' }),
  }),
})

builder.queryField('practices', (t) =>
  t.drizzleConnection({
    type: 'practice',
    authScopes: { anyOf: readsCulture },
    complexity: pageCost,
    description: 'The inventory of practice: where mentoring happens, arranged or simply done.',
    args: { form: t.arg({ type: PracticeFormEnum }), departmentId: t.arg.string() },
    resolve: (query, _root, { form, departmentId }, context) =>
      context.db.query.practice.findMany(
        query({
          where: {
            institutionId: viewerOf(context).institutionId,
            ...(form ? { form } : {}),
            ...(departmentId ? { departmentId } : {}),
          },
          orderBy: { id: 'asc' },
        }),
      ),
  }),
)

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

builder.mutationFields((t) => ({
  listPractice: t.drizzleField({
    type: Practice,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Adds a practice to the inventory.',
    args: {
      practice: t.arg({ type: PracticeInput, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { practice: { programme, ...input }, idempotencyKey }, context) => {
      const programmeId = programme ? ownId(context, programme, 'programme') : null
      const id = await listPractice(context, { ...input, programmeId }, { idempotencyKey })
      return present(await context.db.query.practice.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  amendPractice: t.drizzleField({
    type: Practice,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Says what is known of a practice now, in place of what was.',
    args: {
      id: t.arg.globalID({ for: Practice, required: true }),
      practice: t.arg({ type: PracticeInput, required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you decided on.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { id: global, practice: { programme, ...input }, ...rest }, context) => {
      const practiceId = ownId(context, global, 'id')
      const programmeId = programme ? ownId(context, programme, 'programme') : null
      const id = await amendPractice(context, { ...input, programmeId }, { ...rest, practiceId })
      return present(await context.db.query.practice.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
