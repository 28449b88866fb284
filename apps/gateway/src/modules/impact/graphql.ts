import { inputHash, rowsBehind } from '@mentoring-commons/reporting'
import { builder } from '../../builder.ts'
import { type Context, viewerOf } from '../../context.ts'
import { topLevelError } from '../../graphql/errors.ts'
import { pageMax } from '../../graphql/page.ts'
import { findProgrammeById } from '../mentoring/store.ts'
import { type FigureOf, OpenedFigureType } from '../reporting/snapshot/graphql.ts'
import { mayOpenRows } from '../reporting/snapshot/policy.ts'
import { findSnapshot } from '../reporting/snapshot/store.ts'
import { composeReport } from './commands.ts'

interface Behind {
  readonly rows: readonly { readonly row: Readonly<Record<string, unknown>>; readonly counted: boolean }[]
  readonly total: number
  readonly unchanged: boolean
}

const BehindType = builder.objectRef<Behind>('RowsBehind').implement({
  description:
    'The rows that a figure rests on, as they stand now: a snapshot keeps none. Before disclosure control, so not for an analysis.',
  fields: (t) => ({
    rows: t.field({
      type: ['JSON'],
      description: 'Each row, and whether it is counted or only one of those counted among.',
      resolve: ({ rows }) => [...rows],
    }),
    total: t.exposeInt('total'),
    unchanged: t.exposeBoolean('unchanged', {
      description: 'Whether the input is still what it was when the snapshot was made, row by row.',
    }),
  }),
})

builder.objectField(OpenedFigureType, 'rows', (t) =>
  t.field({
    type: BehindType,
    nullable: true,
    complexity: 300,
    authScopes: ({ input }, _args, context) =>
      context.viewer !== null && mayOpenRows(context.viewer, input?.name ?? ''),
    description:
      'Its rows, for data stewards; of a programme also for coordinators; for analysts never. Null where the input is not recorded any more.',
    args: { first: t.arg.int({ defaultValue: 20 }), skip: t.arg.int({ defaultValue: 0 }) },
    resolve: (opened, { first, skip }, context) => {
      const [size, from] = [first ?? 20, skip ?? 0]
      if (size < 1 || size > pageMax || from < 0)
        throw topLevelError('BAD_USER_INPUT', `ask for 1 to ${pageMax} rows, and skip none or more`)
      return openRows(opened, context, size, from)
    },
  }),
)

async function openRows(opened: FigureOf, context: Context, size: number, from: number): Promise<Behind | null> {
  const { institutionId } = viewerOf(context)
  return context.transact('read', async (tx) => {
    const snapshot = await findSnapshot(tx, institutionId, opened.snapshotId)
    const programme = snapshot && (await findProgrammeById(tx, institutionId, snapshot.programmeId))
    if (snapshot === undefined || programme === undefined) return null
    const { definition: key, asOf } = snapshot
    const { gathered } = await composeReport(tx, { institutionId, programme, key, asOf, rows: true })
    const input = gathered.inputs.find(({ name }) => name === opened.input?.name)
    if (input === undefined) return null
    const rows = rowsBehind(opened.query, opened.figure.by, input.table)
    return {
      rows: rows.slice(from, from + size),
      total: rows.length,
      unchanged: inputHash(input.table, opened.salt) === opened.input?.hash,
    }
  })
}
