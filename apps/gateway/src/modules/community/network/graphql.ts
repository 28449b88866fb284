import type { Result } from '@mentoring-commons/mentoring'
import {
  bridges,
  brokerageByDepartment,
  type DepartmentFigures,
  eiIndex,
  type Network,
  networkFigures,
  networkOf,
  reach,
  waveChange,
} from '@mentoring-commons/mentoring/community'
import { builder } from '../../../builder.ts'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { ownId, unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { SuppressionReasonEnum } from '../../people/disclosure/graphql.ts'
import { policyOf } from '../../people/policy.ts'
import { Community } from '../graphql.ts'
import { readsCommunityFigures } from '../policy.ts'
import { membersOn } from '../store.ts'
import { NetworkWave } from '../wave/graphql.ts'
import { departmentsOf, findWave, readRows } from '../wave/store.ts'
import { type ShownFigure, shownFigures } from './figures.ts'

/** Kinds of figures that one wave alone gives. */
const kinds = {
  network: (network: Network) => networkFigures(network, { seed: 1 }),
  'ei-index': (network: Network) => eiIndex(network, { seed: 1, runs: 999 }),
  bridges: (network: Network) => bridges(network),
  brokerage: (network: Network) => brokerageByDepartment(network, 'both-ways'),
} as const
type Kind = keyof typeof kinds

const KindEnum = builder.enumType('NetworkFigureKind', {
  description:
    'NETWORK: how dense and connected. EI_INDEX: ties between departments against ties within, beside what chance would give. BRIDGES: which departments are tied, and what hangs on one person. BROKERAGE: who stands between others, as numbers of departments.',
  values: enumValues<Kind>(Object.keys(kinds) as Kind[]),
})

const FigureType = builder.objectRef<ShownFigure>('NetworkFigure').implement({
  description:
    'A number of a network after disclosure control: of the institution, a department, or a pair of departments.',
  fields: (t) => ({
    measure: t.exposeString('measure'),
    departmentId: t.exposeString('departmentId', {
      nullable: true,
      description: 'Null for the institution as a whole.',
    }),
    otherDepartmentId: t.exposeString('otherDepartmentId', { nullable: true }),
    value: t.exposeFloat('value', { nullable: true, description: 'Null where it is suppressed, or cannot be told.' }),
    suppressed: t.expose('suppressed', { type: SuppressionReasonEnum, nullable: true }),
  }),
})

interface Shown {
  readonly kind: string
  readonly policy: string
  readonly figures: readonly ShownFigure[]
}

const Figures = builder.objectRef<Shown>('NetworkFigures').implement({
  description: 'Figures of one kind, of the institution and its departments, and of nobody.',
  fields: (t) => ({
    kind: t.exposeString('kind'),
    policy: t.exposeString('policy', { description: 'The disclosure policy of your role.' }),
    figures: t.expose('figures', { type: [FigureType], complexity: { field: 1, multiplier: 50 } }),
  }),
})

const scope = { anyOf: readsCommunityFigures }
const errors = { types: [Refused] }

builder.drizzleObjectFields(NetworkWave, (t) => ({
  figures: t.field({
    type: Figures,
    errors,
    authScopes: scope,
    complexity: 500,
    description: 'Figures of a closed wave.',
    args: { kind: t.arg({ type: KindEnum, required: true }) },
    resolve: ({ id }, { kind }, context) =>
      context.transact('read', async (tx) => {
        const network = await closedNetwork(context, tx, id, 'wave')
        return shown(context, kinds[kind](network), network)
      }),
  }),
  reach: t.field({
    type: Figures,
    errors,
    authScopes: scope,
    complexity: 500,
    description: 'How far a community reached into the institution on the day of a closed wave.',
    args: { community: t.arg.globalID({ for: Community, required: true }) },
    resolve: ({ id }, { community }, context) =>
      context.transact('read', async (tx) => {
        const { institutionId } = viewerOf(context)
        const network = await closedNetwork(context, tx, id, 'wave')
        const within = new Set(network.people.map(({ personId }) => personId))
        const members = await membersOn(tx, institutionId, ownId(context, community, 'community'), network.on)
        const departments = new Set([
          ...(await departmentsOf(tx, institutionId)),
          ...network.people.map(({ departmentId }) => departmentId),
        ])
        const inside = members.filter((personId) => within.has(personId))
        const figures: Result<DepartmentFigures> = reach(network, inside, [...departments])
        return shown(context, accepted(figures), network)
      }),
  }),
  changeSince: t.field({
    type: Figures,
    errors,
    authScopes: scope,
    complexity: 500,
    description:
      'What became of ties since an earlier closed wave of the same boundary, kind, source, question and rule.',
    args: { wave: t.arg.globalID({ for: NetworkWave, required: true }) },
    resolve: ({ id }, { wave }, context) =>
      context.transact('read', async (tx) => {
        const before = await closedNetwork(context, tx, ownId(context, wave, 'wave'), 'wave')
        const after = await closedNetwork(context, tx, id, 'wave')
        const responded = leastOf(before.responded, after.responded)
        const figures: Result<DepartmentFigures> = waveChange(before, after)
        return shown(context, accepted(figures), { responded })
      }),
  }),
}))

/** The network of a closed wave of the institution. */
async function closedNetwork(context: Context, tx: Tx, waveId: string, path: string): Promise<Network> {
  const row = await findWave(tx, viewerOf(context).institutionId, waveId, 'look')
  if (row === undefined) throw unknownId('NetworkWave', path)
  if (row.closedAt === null)
    throw new Refused({
      code: 'wave-open',
      message: 'answers are still taken; close the wave, and its figures can be read',
      path,
    })
  const { rule, ...wave } = await readRows(tx, row)
  return networkOf(wave, rule)
}

function shown(context: Context, figures: DepartmentFigures, { responded }: Pick<Network, 'responded'>): Shown {
  const policy = policyOf(viewerOf(context).roles)
  return { kind: figures.kind, policy: policy.name, figures: shownFigures(figures, policy, responded) }
}

function leastOf(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b)
}
