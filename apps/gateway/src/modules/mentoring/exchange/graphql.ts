import { builder } from '../../../builder.ts'
import { ownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { Programme } from '../graphql.ts'
import { exportApplications, type ImportOutcome, importApplications } from './commands.ts'
import type { SheetProblem } from './sheet.ts'

const Problem = builder.objectRef<SheetProblem>('ImportProblem').implement({
  description: 'Something in a file that stands in the way.',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'Counted from 1, the header line included.' }),
    column: t.exposeString('column', { nullable: true }),
    code: t.exposeString('code'),
    reason: t.exposeString('reason', { description: 'What is wrong, and what to do.' }),
  }),
})

const Import = builder.objectRef<ImportOutcome>('ApplicationImport').implement({
  description: 'What an import did, or would do. Where there is a problem it does nothing at all.',
  fields: (t) => ({
    rows: t.exposeInt('rows'),
    added: t.exposeInt('added'),
    unchanged: t.exposeInt('unchanged', { description: 'Rows whose external id was known with the same content.' }),
    problemCount: t.exposeInt('problemCount'),
    problems: t.field({
      type: [Problem],
      description: 'The first 100, by line.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
})

builder.drizzleObjectFields(Programme, (t) => ({
  applicationsCsv: t.string({
    authScopes: { anyOf: ['coordinator'] },
    complexity: 100,
    description:
      'Every application with its answers as CSV, for coordinators. No cell is run as a formula by a spreadsheet. `importApplications` reads it.',
    resolve: ({ id }, _args, context) => exportApplications(context, id),
  }),
}))

builder.mutationField('importApplications', (t) =>
  t.field({
    type: Import,
    errors: { types: [Refused] },
    authScopes: { anyOf: ['coordinator'] },
    description:
      'Imports applications, all rows or none. Columns: external_id, person (their external id), role, applied_on; if you like cohort (its number), waits_until, withdrawn_on, and answer:KEY for each question, several choices parted by ";". A known external id stays as it is, so that a file may be sent again. At most what a request may hold, 1 MB.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      csv: t.arg.string({ required: true }),
      dryRun: t.arg.boolean({ required: true, description: 'Only tell what would happen.' }),
      idempotencyKey: t.arg.string(),
    },
    resolve: (_root, { programme, ...args }, context) =>
      importApplications(context, { ...args, programmeId: ownId(context, programme, 'programme') }),
  }),
)
