import { type StatusPeriod, statusOn } from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { Relationship, RelationshipStatusEnum } from '../graphql.ts'
import { courseOf } from './store.ts'

const Period = builder.objectRef<StatusPeriod>('StatusPeriod').implement({
  description:
    'A stretch of time in one status: from its first day up to, but without, the day `to`. Where more than one step was taken on a day, the two are equal in between.',
  fields: (t) => ({
    status: t.expose('status', { type: RelationshipStatusEnum }),
    from: t.expose('from', { type: 'Day' }),
    to: t.field({ type: 'Day', nullable: true, resolve: ({ to }) => to ?? null }),
  }),
})

/** All the steps of a relationship: what its course is made of. */
const steps = { with: { steps: { columns: { version: true, step: true }, orderBy: { version: 'asc' } } } } as const

builder.drizzleObjectFields(Relationship, (t) => ({
  periods: t.field({
    type: [Period],
    description:
      'Its whole life as periods, in order and without a gap. Empty for imported history, whose course is not known.',
    select: steps,
    resolve: ({ state, steps: taken }) => [...courseOf(state, taken)],
  }),
  statusOn: t.field({
    type: RelationshipStatusEnum,
    nullable: true,
    description:
      'The status on a day, as the last step of that day left it; null before it was proposed, and where it is not known.',
    args: { on: t.arg({ type: 'Day', required: true }) },
    select: steps,
    resolve: ({ state, steps: taken }, { on }) => statusOn(courseOf(state, taken), on) ?? null,
  }),
  continuesId: t.id({
    nullable: true,
    description: 'The relationship that this one carries on with another person, as after a transfer.',
    resolve: ({ institutionId, state }) =>
      state.continues === undefined ? null : globalIdOf('Relationship', institutionId, state.continues),
  }),
}))
