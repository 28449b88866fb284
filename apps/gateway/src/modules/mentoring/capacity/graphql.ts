import { capacityLeft } from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { ParticipantRoleEnum } from '../graphql.ts'
import { setCapacity } from './commands.ts'
import { mayReadCapacity } from './policy.ts'
import { capacityOf, openOffers, runningStatuses } from './store.ts'

const Capacity = builder.drizzleObject('capacity', {
  name: 'Capacity',
  description: 'How many relationships somebody carries at most in a role, in all programmes together.',
  fields: (t) => ({
    role: t.expose('role', { type: ParticipantRoleEnum }),
    from: t.expose('fromDay', { type: 'Day', description: 'It holds from this day until that of the next one.' }),
    relationshipsMax: t.exposeInt('relationshipsMax', { description: '0 for none. A group counts as one.' }),
  }),
})

builder.drizzleObjectFields(Person, (t) => ({
  capacities: t.relation('capacities', {
    type: Capacity,
    authScopes: ({ id }, _args, context) => context.viewer !== null && mayReadCapacity(context.viewer, id),
    description: 'What they have said, role by role and day by day: for themselves and whoever runs programmes.',
    query: { orderBy: { role: 'asc', fromDay: 'asc' } },
  }),
  capacityLeft: t.int({
    nullable: true,
    description:
      'How many more relationships they can be asked for today, in all programmes together: open offers and relationships under way are taken off. Null where they have not said.',
    args: { role: t.arg({ type: ParticipantRoleEnum, defaultValue: 'mentor' }) },
    select: (_args, context) => ({
      with: {
        carriedCapacities: true,
        carriedOffers: { columns: { state: true }, where: openOffers(context.now().slice(0, 10)) },
        carriedRelationships: { columns: { state: true }, where: { status: { in: [...runningStatuses] } } },
      },
    }),
    authScopes: ({ id }, _args, context) => context.viewer !== null && mayReadCapacity(context.viewer, id),
    resolve: ({ id, carriedCapacities, carriedOffers, carriedRelationships }, { role }, context) =>
      capacityLeft(
        { personId: id, role: role ?? 'mentor' },
        {
          capacities: carriedCapacities.map(capacityOf),
          offers: carriedOffers.map(({ state }) => state),
          relationships: carriedRelationships.map(({ state }) => state),
        },
        context.now().slice(0, 10),
      ) ?? null,
  }),
}))

builder.mutationField('setCapacity', (t) =>
  t.drizzleField({
    type: Person,
    errors: { types: [Refused] },
    authScopes: { anyOf: ['participant', 'coordinator'] },
    description:
      'Sets how many relationships somebody carries at most in a role, in all programmes together: they themselves, or a coordinator whom they told. Never fewer than they carry.',
    args: {
      person: t.arg.globalID({ for: Person, required: true }),
      role: t.arg({ type: ParticipantRoleEnum, required: true }),
      relationshipsMax: t.arg.int({ required: true, description: '0 to 1000.' }),
      from: t.arg({ type: 'Day', description: 'From this day on; today where it is left out.' }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { person, ...args }, context) => {
      const id = await setCapacity(context, { ...args, personId: ownId(context, person, 'person') })
      return present(await context.db.query.person.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
)
