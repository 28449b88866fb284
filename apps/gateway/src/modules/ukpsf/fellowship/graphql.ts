import {
  type Category,
  categories,
  currentFellowship,
  type Fellowship as DomainFellowship,
  type GoodStanding,
  goodStandingDue,
  parseDescriptor,
} from '@mentoring-commons/ukpsf'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { pageCost } from '../../../graphql/page.ts'
import { sortedPage } from '../../../graphql/sorted-page.ts'
import { Person } from '../../people/graphql.ts'
import { followsStanding, mayReadFellowships } from './policy.ts'
import { fellowshipOf, fellowshipsWithReviews } from './store.ts'

export const FellowshipCategoryEnum = builder.enumType('FellowshipCategory', {
  description: 'A category of fellowship, whatever edition it was awarded in.',
  values: enumValues<Category>(categories),
})

export const Fellowship = builder.drizzleNode('fellowship', {
  name: 'Fellowship',
  description: 'A fellowship that was awarded. It has no end.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, personId: true, descriptor: true } },
  authScopes: ({ personId }, context) => context.viewer !== null && mayReadFellowships(context.viewer, personId),
  fields: (t) => ({
    person: t.relation('person'),
    descriptor: t.exposeString('descriptor', { description: 'Qualified, such as psf-2023:D2.' }),
    category: t.expose('category', { type: FellowshipCategoryEnum }),
    postNominal: t.string({
      resolve: ({ descriptor }) => parseDescriptor(descriptor).value?.postNominal ?? descriptor,
    }),
    awardedOn: t.expose('awardedOn', { type: 'Day' }),
    awardedHere: t.boolean({
      description: 'Whether it came of a claim in this service; otherwise it is only recorded here.',
      select: { columns: { claimId: true } },
      resolve: ({ claimId }) => claimId !== null,
    }),
    goodStandingReviewed: t.field({
      type: ['Day'],
      description: 'The days on which good standing was reviewed, oldest first.',
      select: { with: { reviews: { columns: { reviewedOn: true }, orderBy: { reviewedOn: 'asc' } } } },
      resolve: ({ reviews }) => reviews.map(({ reviewedOn }) => reviewedOn),
    }),
  }),
})

builder.drizzleObjectFields(Person, (t) => ({
  fellowships: t.relation('fellowships', {
    type: Fellowship,
    authScopes: ({ id }, _args, context) => context.viewer !== null && mayReadFellowships(context.viewer, id),
    description: 'What was awarded, oldest first: for the person, for whoever runs programmes and for data stewards.',
    query: { orderBy: { awardedOn: 'asc', id: 'asc' } },
  }),
  currentFellowship: t.field({
    type: Fellowship,
    nullable: true,
    authScopes: ({ id }, _args, context) => context.viewer !== null && mayReadFellowships(context.viewer, id),
    description: 'The fellowship held on a day: the one awarded last by then, of several on one day the highest.',
    args: { on: t.arg({ type: 'Day', description: 'Today where it is left out.' }) },
    select: { with: { held: true } },
    resolve: ({ held }, { on }, context) => {
      const current = currentFellowship(held.map(fellowshipOf), on ?? today(context))
      return held.find(({ id }) => id === current?.id) ?? null
    },
  }),
}))

/** A fellow whose good standing is followed up. */
interface Due {
  readonly fellowship: DomainFellowship
  readonly personName: string | null
  readonly institutionId: string
  readonly standing: Exclude<GoodStanding, { readonly state: 'no-interval' }>
}

const FellowshipDue = builder.objectRef<Due>('FellowshipDue').implement({
  description:
    "Somebody's current fellowship, and when its good standing is to be reviewed by the interval asked with.",
  fields: (t) => ({
    fellowship: t.id({
      resolve: ({ fellowship, institutionId }) => globalIdOf('Fellowship', institutionId, fellowship.id),
    }),
    person: t.id({
      resolve: ({ fellowship, institutionId }) => globalIdOf('Person', institutionId, fellowship.personId),
    }),
    name: t.exposeString('personName', { nullable: true }),
    category: t.field({ type: FellowshipCategoryEnum, resolve: ({ fellowship }) => fellowship.category }),
    postNominal: t.string({ resolve: ({ fellowship }) => fellowship.postNominal }),
    from: t.field({
      type: 'Day',
      description: 'The award, or the last review.',
      resolve: ({ standing }) => standing.from,
    }),
    due: t.field({ type: 'Day', resolve: ({ standing }) => standing.due }),
    isDue: t.boolean({
      description: 'Whether that day has come.',
      resolve: ({ standing }) => standing.state === 'due',
    }),
  }),
})

builder.queryFields((t) => ({
  fellowshipsDue: t.connection({
    type: FellowshipDue,
    authScopes: { anyOf: followsStanding },
    complexity: pageCost,
    description:
      'Whose good standing is to be reviewed, the earliest day first. The interval is your institution’s own: no framework names one.',
    args: {
      intervalYears: t.arg.int({ required: true, description: '1 to 10 years from the award or the last review.' }),
      on: t.arg({ type: 'Day', description: 'As things stood on this day; today where it is left out.' }),
      dueBy: t.arg({ type: 'Day', description: 'Only those whose day comes by then.' }),
    },
    resolve: async (_root, { intervalYears, on, dueBy, ...page }, context) => {
      if (intervalYears < 1 || intervalYears > 10)
        throw topLevelError('BAD_USER_INPUT', `intervalYears is 1 to 10, not ${intervalYears}`)
      const { institutionId } = viewerOf(context)
      const kept = await context.transact('read', (tx) => fellowshipsWithReviews(tx, institutionId))
      const day = on ?? today(context)
      const rows = currentOf(kept, day).flatMap(({ fellowship, reviewedOn, personName }): readonly Due[] => {
        const answer = goodStandingDue(
          fellowship,
          { years: intervalYears },
          reviewedOn.map((one) => ({ on: one })),
          day,
        )
        if (answer.refusal) throw topLevelError('BAD_USER_INPUT', answer.refusal.message)
        const standing = answer.value
        if (standing.state === 'no-interval' || (dueBy && standing.due > dueBy)) return []
        return [{ fellowship, personName, institutionId, standing }]
      })
      const keyOf = ({ standing, fellowship }: Due) => `${standing.due} ${fellowship.id}`
      return sortedPage(
        rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
        keyOf,
        page,
      )
    },
  }),
}))

type Kept = Awaited<ReturnType<typeof fellowshipsWithReviews>>

/** What each person held on a day. */
function currentOf(kept: Kept, on: string): Kept {
  const byPerson = new Map<string, DomainFellowship[]>()
  for (const { fellowship } of kept)
    byPerson.set(fellowship.personId, [...(byPerson.get(fellowship.personId) ?? []), fellowship])
  const current = new Set([...byPerson.values()].map((held) => currentFellowship(held, on)?.id))
  return kept.filter(({ fellowship }) => current.has(fellowship.id))
}

function today(context: Context): string {
  return context.now().slice(0, 10)
}
