import { finishSteps, type WeightChange, weightSensitivitySteps } from '@mentoring-commons/mentoring'
import { type DisclosedFigure, isSuppressed } from '@mentoring-commons/reporting'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { accepted } from '../../../refused.ts'
import { SuppressionReasonEnum } from '../../people/disclosure/graphql.ts'
import { policyOf } from '../../people/policy.ts'
import { groupsOf } from '../match-insight/store.ts'
import { MatchRun } from '../matching/graphql.ts'
import { type DisclosedRate, disclosedRates, groupings } from '../matching/group-rates.ts'
import { knowsRuns, matchesPeople } from '../matching/policy.ts'
import { inputOf, pairsOf, unmatchedOf } from '../matching/store.ts'

/** How many pairs a run may have for what solves it again a dozen times within one request. Others have their turn meanwhile. */
const sensitivityPairsMax = 100_000

const MatchGroupingEnum = builder.enumType('MatchGrouping', {
  description: 'By what mentees are told apart after a run; it has no part in the run.',
  values: enumValues(groupings),
})

const RateFigure = builder.objectRef<DisclosedFigure>('MatchFigure').implement({
  description: 'A number after disclosure control. A suppressed number is neither missing nor zero.',
  fields: (t) => ({
    value: t.float({ nullable: true, resolve: (figure) => ('value' in figure ? figure.value : null) }),
    suppressed: t.field({
      type: SuppressionReasonEnum,
      nullable: true,
      resolve: (figure) => ('suppressed' in figure ? figure.suppressed : null),
    }),
    n: t.float({
      nullable: true,
      description: 'How many it rests on; null where that is not shown.',
      resolve: ({ n }) => (isSuppressed(n) ? null : n),
    }),
  }),
})

const MatchGroupRate = builder.objectRef<DisclosedRate>('MatchGroupRate').implement({
  description: 'How a group of mentees fared in a run.',
  fields: (t) => ({
    group: t.string({
      nullable: true,
      description: 'Null for the whole; `(not recorded)` for those of whom it is not known.',
      resolve: ({ group }) => group ?? null,
    }),
    mentees: t.field({ type: RateFigure, resolve: ({ mentees }) => mentees }),
    matched: t.field({ type: RateFigure, resolve: ({ matched }) => matched }),
    rate: t.field({
      type: RateFigure,
      nullable: true,
      description: 'Matched of all, in percent.',
      resolve: ({ rate }) => rate ?? null,
    }),
  }),
})

const MatchWeightChange = builder
  .objectRef<WeightChange & { readonly institutionId: string }>('MatchWeightChange')
  .implement({
    description: 'What a run would be if one weight were another.',
    fields: (t) => ({
      weight: t.exposeString('weight', { description: 'The rule, or `menteeShare`.' }),
      from: t.exposeFloat('from'),
      to: t.exposeFloat('to'),
      changed: t.exposeInt('changed', { description: 'Mentees who would have another mentor, or one more or less.' }),
      mentees: t.idList({
        resolve: ({ menteeIds, institutionId }) => menteeIds.map((id) => globalIdOf('Person', institutionId, id)),
      }),
      matched: t.exposeInt('matched'),
    }),
  })

builder.drizzleObjectFields(MatchRun, (t) => ({
  groupRates: t.field({
    type: [MatchGroupRate],
    authScopes: { anyOf: knowsRuns },
    complexity: { field: 100, multiplier: 20 },
    description: 'How groups of mentees fared, under the disclosure policy of your role; the whole first.',
    args: { by: t.arg({ type: MatchGroupingEnum, required: true }) },
    select: { columns: { institutionId: true, id: true, requestedAt: true } },
    resolve: ({ institutionId, id, requestedAt }, { by }, context) =>
      context.transact('read', async (tx) => {
        const pairs = await pairsOf(tx, institutionId, id)
        const alone = await unmatchedOf(tx, institutionId, id)
        const mentees = [...pairs, ...alone].map(({ menteeId }) => menteeId)
        const groups = await groupsOf(tx, institutionId, mentees, requestedAt.slice(0, 10))
        return disclosedRates(pairs, groups, by, policyOf(viewerOf(context).roles))
      }),
  }),
  sensitivity: t.field({
    type: [MatchWeightChange],
    authScopes: { anyOf: matchesPeople },
    complexity: 2_000,
    description: `What the run would be were a weight nothing, half or double; for runs of up to ${sensitivityPairsMax} pairs of a mentee and a mentor. The weight of wishes is left out.`,
    select: { columns: { institutionId: true, id: true, status: true } },
    resolve: async ({ institutionId, id, status }, _args, context) => {
      const input = await context.transact('read', (tx) => inputOf(tx, institutionId, id))
      if (input === undefined || status === null) return []
      const pairs = input.mentees.length * input.mentors.length
      if (pairs > sensitivityPairsMax)
        throw topLevelError(
          'QUERY_TOO_COSTLY',
          `this run has ${pairs} pairs to look at; up to ${sensitivityPairsMax} it is told how sensitive they are to weights. Start a run with another weight, and compare`,
        )
      const pause = () => new Promise<void>((next) => setImmediate(next))
      const told = await finishSteps(weightSensitivitySteps(input), { pause })
      if ('cancelled' in told) throw new TypeError('nobody cancels what a request waits for')
      return accepted(told).map((change) => ({ ...change, institutionId }))
    },
  }),
}))
