import { builder } from '../../builder.ts'
import { topLevelError } from '../../graphql/errors.ts'
import { pageMax } from '../../graphql/page.ts'
import { OpenedFigureType } from '../reporting/snapshot/graphql.ts'
import { mayOpenRows } from '../reporting/snapshot/policy.ts'
import { openRows, type RowsShown } from './commands.ts'

const BehindType = builder.objectRef<RowsShown>('RowsBehind').implement({
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
      return openRows(context, opened, size, from)
    },
  }),
)
