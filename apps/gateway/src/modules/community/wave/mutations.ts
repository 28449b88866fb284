import { builder } from '../../../builder.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { answerWave, closeWave, openWave, takeWaveOfRelationships, withdrawWaveAnswer } from './commands.ts'
import { NetworkWave, TieRuleEnum } from './graphql.ts'

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'
const fixed = 'Fixed before the answers are seen.'

builder.mutationFields((t) => ({
  openWave: t.drizzleField({
    type: NetworkWave,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description:
      'Asks people of your institution whom they are tied to. Everybody of whom a department is known is within, as it is known today.',
    args: {
      boundary: t.arg.string({
        required: true,
        description: 'The rule of who is within, by a name that stays the same while the rule does.',
      }),
      tieKind: t.arg.string({ required: true, description: 'Such as talks-about-teaching.' }),
      question: t.arg.string({ required: true }),
      rule: t.arg({ type: TieRuleEnum, required: true, description: fixed }),
      departments: t.arg.stringList({ description: 'The departments within; all where it is left out.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, args, context) => {
      const id = await openWave(context, args)
      return present(await context.db.query.networkWave.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  takeWaveOfRelationships: t.drizzleField({
    type: NetworkWave,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description:
      'Takes a wave from the mentoring relationships that run today. Nobody is asked, and it is closed at once.',
    args: {
      boundary: t.arg.string({ required: true }),
      tieKind: t.arg.string({ defaultValue: 'mentoring' }),
      departments: t.arg.stringList(),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { tieKind, ...args }, context) => {
      const id = await takeWaveOfRelationships(context, {
        ...args,
        tieKind: tieKind ?? 'mentoring',
        rule: 'either-named',
      })
      return present(await context.db.query.networkWave.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  answerWave: t.drizzleField({
    type: NetworkWave,
    errors,
    authScopes: { anyOf: ['participant'] },
    description:
      'Says whom you are tied to, in place of what you said before. Nobody else sees it; figures of departments are made of it once the wave is closed, and after that it cannot be taken back.',
    args: {
      wave: t.arg.globalID({ for: NetworkWave, required: true }),
      named: t.arg.globalIDList({ for: Person, required: true, description: 'Naming nobody is an answer.' }),
      consent: t.arg.boolean({ required: true, description: 'That you agree to this use.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { wave, named, ...args }, context) => {
      const id = await answerWave(context, {
        ...args,
        waveId: ownId(context, wave, 'wave'),
        named: named.map((one) => ownId(context, one, 'named')),
      })
      return present(await context.db.query.networkWave.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  withdrawWaveAnswer: t.drizzleField({
    type: NetworkWave,
    errors,
    authScopes: { anyOf: ['participant'] },
    description: 'Takes your own answer away while the wave is open.',
    args: {
      wave: t.arg.globalID({ for: NetworkWave, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { wave, idempotencyKey }, context) => {
      const id = await withdrawWaveAnswer(context, { waveId: ownId(context, wave, 'wave'), idempotencyKey })
      return present(await context.db.query.networkWave.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  closeWave: t.drizzleField({
    type: NetworkWave,
    errors,
    authScopes: { anyOf: runsProgrammes },
    description: 'Closes a wave: answers stay as they are, and figures can be read.',
    args: {
      wave: t.arg.globalID({ for: NetworkWave, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (query, _root, { wave, idempotencyKey }, context) => {
      const id = await closeWave(context, { waveId: ownId(context, wave, 'wave'), idempotencyKey })
      return present(await context.db.query.networkWave.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
