import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { ownId } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { correctCareerStage, defineCareerStages, recordCareerStage } from './commands.ts'
import { CareerSpell, CareerStages } from './graphql.ts'
import { keepsCareers } from './policy.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'
const stageHint = 'The code of a stage; left out where it is not known from then on.'

const StageInput = builder.inputType('CareerStageInput', {
  description: 'A stage of a career, in the words of your institution.',
  fields: (t) => ({
    code: t.string({ required: true }),
    title: t.string({ required: true, description: 'At most 120 characters.' }),
  }),
})

builder.mutationFields((t) => ({
  defineCareerStages: t.drizzleField({
    type: CareerStages,
    errors,
    authScopes: { anyOf: keepsCareers },
    description:
      'Says which stages of a career your institution tells apart. What was recorded before keeps its codes.',
    args: {
      stages: t.arg({ type: [StageInput], required: true }),
      expectedVersion: t.arg.int({ required: true, description: 'The version that you read; 0 where there is none.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { stages, ...args }, context) => {
      const named = stages.map(({ code, title }) => ({ code, title }))
      const version = Number(await defineCareerStages(context, { ...args, stages: named }))
      const where = { institutionId: viewerOf(context).institutionId, version }
      return present(await context.db.query.careerStageSet.findFirst(query({ where })))
    },
  }),
  recordCareerStage: t.drizzleField({
    type: CareerSpell,
    errors,
    authScopes: { anyOf: keepsCareers },
    description: 'Records that somebody is at a stage from a day.',
    args: {
      person: t.arg.globalID({ for: Person, required: true }),
      from: t.arg({ type: 'Day', required: true }),
      stage: t.arg.string({ description: stageHint }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { person, from, stage, idempotencyKey }, context) => {
      const personId = ownId(context, person, 'person')
      await recordCareerStage(context, { personId, from, ...(stage ? { stage } : {}), idempotencyKey })
      return present(await context.db.query.careerSpell.findFirst(query({ where: spell(context, personId, from) })))
    },
  }),
  correctCareerStage: t.drizzleField({
    type: CareerSpell,
    errors,
    authScopes: { anyOf: keepsCareers },
    description: 'Corrects the stage that was recorded from a day.',
    args: {
      person: t.arg.globalID({ for: Person, required: true }),
      from: t.arg({ type: 'Day', required: true, description: 'The day that it begins on.' }),
      stage: t.arg.string({ description: stageHint }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { person, from, stage, idempotencyKey }, context) => {
      const personId = ownId(context, person, 'person')
      await correctCareerStage(context, { personId, from, ...(stage ? { stage } : {}), idempotencyKey })
      return present(await context.db.query.careerSpell.findFirst(query({ where: spell(context, personId, from) })))
    },
  }),
}))

function spell(context: Context, personId: string, fromDay: string) {
  return { institutionId: viewerOf(context).institutionId, personId, fromDay }
}
