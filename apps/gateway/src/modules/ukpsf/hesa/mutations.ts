import type { TeachingQualification as Qualification } from '@mentoring-commons/ukpsf'
import { builder } from '../../../builder.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { addTeachingQualification, removeTeachingQualification, stateTeachingRecord } from './commands.ts'
import { TeachingQualification } from './graphql.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

type Plain = Exclude<Qualification['kind'], 'fellowship' | 'accredited-course' | 'seda-recognition'>

const SedaDescriptor = builder.enumType('SedaDescriptor', { values: { D1: { value: 1 }, D2: { value: 2 } } as const })
const OtherKind = builder.enumType('OtherQualificationKind', {
  values: enumValues<Plain>([
    'national-teaching-fellow',
    'pgce-or-equivalent',
    'professional-body',
    'other-uk',
    'overseas',
  ]),
})

const Input = builder.inputType('TeachingQualificationInput', {
  isOneOf: true,
  description: 'Exactly one qualification. A fellowship is recorded with recordFellowship.',
  fields: (t) => ({
    accreditedCourse: t.field({
      type: builder.inputType('AccreditedCourseInput', {
        fields: (f) => ({
          fellowshipTaken: f.boolean({
            required: true,
            description: 'Whether the fellowship or recognition it led to was taken up; that is then on file too.',
          }),
          awarded: f.field({ type: 'Day' }),
        }),
      }),
    }),
    sedaRecognition: t.field({
      type: builder.inputType('SedaRecognitionInput', {
        fields: (f) => ({
          descriptor: f.field({ type: SedaDescriptor, required: true }),
          awarded: f.field({ type: 'Day' }),
        }),
      }),
    }),
    other: t.field({
      type: builder.inputType('OtherQualificationInput', {
        fields: (f) => ({ kind: f.field({ type: OtherKind, required: true }), awarded: f.field({ type: 'Day' }) }),
      }),
    }),
  }),
})

builder.mutationFields((t) => ({
  stateTeachingRecord: t.drizzleField({
    type: Person,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'States whether somebody is counted in the statutory return, and whether it is known what they hold.',
    args: {
      person: t.arg.globalID({ for: Person, required: true }),
      inScope: t.arg.boolean({ required: true }),
      known: t.arg.boolean({
        required: true,
        description: 'True with nothing on file says that nothing is held (99); false that it is not known (90).',
      }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { person, ...rest }, context) => {
      const id = await stateTeachingRecord(context, { ...rest, personId: ownId(context, person, 'person') })
      return present(await context.db.query.person.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  addTeachingQualification: t.drizzleField({
    type: TeachingQualification,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Adds a qualification or recognition to what somebody holds.',
    args: {
      person: t.arg.globalID({ for: Person, required: true }),
      qualification: t.arg({ type: Input, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { person, qualification, idempotencyKey }, context) => {
      const id = await addTeachingQualification(context, {
        personId: ownId(context, person, 'person'),
        qualification: qualificationOf(qualification),
        idempotencyKey,
      })
      return present(await context.db.query.teachingQualification.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  removeTeachingQualification: t.field({
    type: 'Boolean',
    errors: { types: [Refused], directResult: false },
    authScopes: { anyOf: runsProgrammes },
    description: 'Removes a qualification from what somebody holds.',
    args: {
      qualification: t.arg.globalID({ for: TeachingQualification, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (_root, { qualification, idempotencyKey }, context) => {
      const qualificationId = ownId(context, qualification, 'qualification')
      await removeTeachingQualification(context, { qualificationId, idempotencyKey })
      return true
    },
  }),
}))

function qualificationOf(input: typeof Input.$inferInput): Exclude<Qualification, { readonly kind: 'fellowship' }> {
  const dated = ({ awarded }: { readonly awarded?: string | null | undefined }) => (awarded ? { awarded } : {})
  const { accreditedCourse: course, sedaRecognition: seda, other } = input
  if (course)
    return { kind: 'accredited-course', fellowship: course.fellowshipTaken ? 'taken' : 'not-taken', ...dated(course) }
  if (seda) return { kind: 'seda-recognition', descriptor: seda.descriptor, ...dated(seda) }
  if (other) return { kind: other.kind, ...dated(other) }
  throw new TypeError('a one-of input without a value')
}
