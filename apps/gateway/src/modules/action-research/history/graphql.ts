import { builder } from '../../../builder.ts'
import { Voice } from '../cycle/graphql.ts'

builder.drizzleObject('inquiryEvent', {
  name: 'InquiryEvent',
  description: 'Something that was recorded, as it was recorded.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'From 1, without gaps.' }),
    type: t.exposeString('type'),
    event: t.expose('event', { type: 'JSON', description: 'The event as the library of action research knows it.' }),
    recordedAt: t.expose('recordedAt', { type: 'Instant' }),
    recordedBy: t.field({
      type: Voice,
      nullable: true,
      description: 'Whoever recorded it; null where their account is no more.',
      select: { with: { recorder: { columns: { personId: true } } } },
      resolve: ({ recorder }) => (recorder?.personId ? { somebody: recorder.personId } : null),
    }),
  }),
})
