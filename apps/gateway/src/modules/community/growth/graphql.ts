import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { Programme } from '../../mentoring/graphql.ts'
import { DisclosedNumber } from '../../people/disclosure/graphql.ts'
import { policyOf } from '../../people/policy.ts'
import { readsCommunityFigures } from '../policy.ts'
import { type GrowthAim, growthAims, growthFigures, type ShownGrowth } from './figures.ts'
import { participationsOf } from './store.ts'

const GrowthAimEnum = builder.enumType('GrowthAim', {
  description: 'What those who came as mentees may come back as.',
  values: enumValues<GrowthAim>(Object.keys(growthAims) as GrowthAim[]),
})

const Return = builder.objectRef<ShownGrowth['matrix'][number]>('GrowthReturn').implement({
  description: 'How many people of one first cohort came back in one later cohort.',
  fields: (t) => ({
    firstCohort: t.exposeInt('firstCohort'),
    returnCohort: t.exposeInt('returnCohort'),
    people: t.expose('people', { type: DisclosedNumber }),
  }),
})

const Point = builder.objectRef<ShownGrowth['curve'][number]>('GrowthPoint').implement({
  description: 'How far a community had grown by one cohort.',
  fields: (t) => ({
    cohort: t.exposeInt('cohort'),
    cohortsAfter: t.exposeInt('cohortsAfter', {
      description: 'How many later cohorts there have been to come back in. With 0 nobody could have.',
    }),
    first: t.expose('first', { type: DisclosedNumber, description: 'Mentees whose first cohort this is.' }),
    returned: t.expose('returned', { type: DisclosedNumber, description: 'Who came back for the first time in it.' }),
    firstSoFar: t.expose('firstSoFar', { type: DisclosedNumber }),
    returnedSoFar: t.expose('returnedSoFar', { type: DisclosedNumber }),
    returnedOfThese: t.expose('returnedOfThese', {
      type: DisclosedNumber,
      description: 'Of its mentees, those who came back in any later one.',
    }),
  }),
})

const Growth = builder.objectRef<ShownGrowth>('Growth').implement({
  description: 'Who came as a mentee and came back in a later cohort, under the disclosure policy of your role.',
  fields: (t) => ({
    people: t.expose('people', { type: DisclosedNumber, description: 'Everybody who ever was a mentee.' }),
    returned: t.expose('returned', { type: DisclosedNumber }),
    matrix: t.expose('matrix', { type: [Return], complexity: { field: 1, multiplier: 15 } }),
    curve: t.expose('curve', { type: [Point] }),
  }),
})

builder.drizzleObjectFields(Programme, (t) => ({
  growth: t.field({
    type: Growth,
    authScopes: { anyOf: readsCommunityFigures },
    complexity: 200,
    description: 'How the community grew out of those whom the programme served.',
    args: { aim: t.arg({ type: GrowthAimEnum, defaultValue: 'mentor-or-expert' }) },
    resolve: ({ id }, { aim }, context) => {
      const { institutionId, roles } = viewerOf(context)
      return context.transact(
        'read',
        async (tx) =>
          growthFigures(await participationsOf(tx, institutionId, id), policyOf(roles))[aim ?? 'mentor-or-expert'],
      )
    },
  }),
}))
