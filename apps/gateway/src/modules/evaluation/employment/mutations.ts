import { builder } from '../../../builder.ts'
import { ownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { keepsEmployment } from '../policy.ts'
import { importEmployment, removeEmploymentSpell, type ToldOutcome } from './commands.ts'
import { type ContractProblem, contractColumns } from './contracts.ts'
import { EmploymentSpell } from './graphql.ts'

const Problem = builder.objectRef<ContractProblem>('ContractProblem').implement({
  description: 'Something in a file of contracts that stands in the way.',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'Counted from 1, the header line included.' }),
    column: t.exposeString('column', { nullable: true }),
    code: t.exposeString('code'),
    reason: t.exposeString('reason', { description: 'What is wrong, and what to do.' }),
  }),
})

const Import = builder.objectRef<ToldOutcome>('EmploymentImport').implement({
  description: 'What an import did, or would do. Where there is a problem it does nothing at all.',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'Day', description: 'The day up to which employment is known by this file.' }),
    rows: t.exposeInt('rows'),
    added: t.exposeInt('added'),
    changed: t.exposeInt('changed', { description: 'Contracts whose id was known with other content.' }),
    unchanged: t.exposeInt('unchanged'),
    problemCount: t.exposeInt('problemCount'),
    problems: t.field({
      type: [Problem],
      description: 'The first 100, by line.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
})

const errors = { types: [Refused] }
const keyHint = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

builder.mutationFields((t) => ({
  importEmployment: t.field({
    type: Import,
    errors,
    authScopes: { anyOf: keepsEmployment },
    description: `Imports contracts from HR, all rows or none. Columns: ${contractColumns.join(', ')}; person is an external id, terms and reason are coded as HESA does. A contract whose id is known is brought up to date, so that a file may be sent again; those not in the file stay. At most what a request may hold, 1 MB; \`commons employment\` takes more.`,
    args: {
      csv: t.arg.string({ required: true }),
      asOf: t.arg({ type: 'Day', required: true, description: 'The day up to which the file goes; not after today.' }),
      dryRun: t.arg.boolean({ required: true, description: 'Only tell what would happen.' }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: (_root, args, context) => importEmployment(context, args),
  }),
  removeEmploymentSpell: t.field({
    type: 'Boolean',
    errors: { ...errors, directResult: false },
    authScopes: { anyOf: keepsEmployment },
    description: 'Takes away a contract that should not be there.',
    args: {
      spell: t.arg.globalID({ for: EmploymentSpell, required: true }),
      idempotencyKey: t.arg.string({ description: keyHint }),
    },
    resolve: async (_root, { spell, idempotencyKey }, context) => {
      await removeEmploymentSpell(context, { spellId: ownId(context, spell, 'spell'), idempotencyKey })
      return true
    },
  }),
}))
