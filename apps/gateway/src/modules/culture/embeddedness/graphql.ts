import { type EmbeddednessPoint, embeddedness } from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { readsCulture } from '../policy.ts'
import { practicesOf } from '../practice/store.ts'
import { departmentCodes, programmeEnds } from './store.ts'

/** As many days as one request may ask for. */
const daysMax = 60

const Spread = builder.objectRef<EmbeddednessPoint['spread']>('EmbeddednessSpread').implement({
  description: 'How many departments have a practice in place, and an informal one, of all there are.',
  fields: (t) => ({
    departments: t.exposeInt('departments'),
    withInformal: t.exposeInt('withInformal'),
    of: t.exposeInt('of'),
  }),
})

const Continuation = builder.objectRef<EmbeddednessPoint['continuation']>('EmbeddednessContinuation').implement({
  description:
    'What became of practices that came out of programmes which had ended, and were in place on the last day.',
  fields: (t) => ({
    programmesEnded: t.exposeInt('programmesEnded'),
    continued: t.exposeInt('continued'),
    stopped: t.exposeInt('stopped'),
    notKnown: t.exposeInt('notKnown'),
  }),
})

const Point = builder.objectRef<EmbeddednessPoint>('EmbeddednessPoint').implement({
  description:
    'How far mentoring was part of normal work on one day: counts of practices beside each other, and no score.',
  fields: (t) => ({
    on: t.expose('on', { type: 'Day' }),
    formal: t.exposeInt('formal'),
    informal: t.exposeInt('informal'),
    notKnown: t.exposeInt('notKnown', { description: 'Practices of which nothing is known on that day.' }),
    spread: t.expose('spread', { type: Spread }),
    continuation: t.expose('continuation', { type: Continuation }),
  }),
})

builder.queryField('embeddedness', (t) =>
  t.field({
    type: [Point],
    authScopes: { anyOf: readsCulture },
    complexity: { field: 50, multiplier: 20 },
    description: 'How far mentoring was part of normal work on some days, in the order given.',
    args: { days: t.arg({ type: ['Day'], required: true, description: `At most ${daysMax}.` }) },
    resolve: (_root, { days }, context) => {
      if (days.length > daysMax)
        throw topLevelError('BAD_USER_INPUT', `${days.length} days are more than ${daysMax}; ask for fewer at a time`)
      const { institutionId } = viewerOf(context)
      return context.transact('read', async (tx) => [
        ...embeddedness(
          {
            practices: await practicesOf(tx, institutionId),
            departments: await departmentCodes(tx, institutionId),
            programmeEnds: await programmeEnds(tx, institutionId),
          },
          days,
        ),
      ])
    },
  }),
)
