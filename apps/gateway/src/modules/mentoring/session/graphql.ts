import {
  type SessionFramework,
  type SessionStage,
  sessionFrameworks,
  type VisitedStages,
} from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { Meeting } from '../graphql.ts'
import { mayReadTopics } from '../policy.ts'

const Stage = builder.objectRef<SessionStage>('SessionStage').implement({
  description: 'A stage of a conversation.',
  fields: (t) => ({ code: t.exposeString('code'), title: t.exposeString('title') }),
})

const Framework = builder.objectRef<SessionFramework>('SessionFramework').implement({
  description:
    'A published framework of a conversation. It is no sequence: a conversation may leave stages out, and go back.',
  fields: (t) => ({
    key: t.exposeString('key'),
    title: t.exposeString('title'),
    stages: t.field({ type: [Stage], resolve: ({ stages }) => [...stages] }),
    source: t.exposeString('source'),
    certainty: t.exposeString('certainty', {
      description: '2+ where two sources or more say so, 1 where one page does, M where it is remembered.',
    }),
  }),
})

const Visited = builder.objectRef<VisitedStages>('VisitedStages').implement({
  description:
    'The stages of a framework that a conversation visited, in that order. Codes, and nothing of what was said.',
  fields: (t) => ({
    framework: t.exposeString('framework'),
    stages: t.stringList({ resolve: ({ stages }) => [...stages] }),
  }),
})

export const VisitedStagesInput = builder.inputType('VisitedStagesInput', {
  description: 'The stages of a framework that a conversation visited, in that order; a stage may come again.',
  fields: (t) => ({
    framework: t.string({ required: true, description: 'The key of one of the query sessionFrameworks.' }),
    stages: t.stringList({ required: true }),
  }),
})

builder.drizzleObjectFields(Meeting, (t) => ({
  session: t.field({
    type: Visited,
    nullable: true,
    description:
      'The stages that the conversation visited, for the people who met. Null for everybody else, and where no framework was followed.',
    select: { columns: { session: true } },
    resolve: ({ session, relationship }, _args, context) =>
      mayReadTopics(
        viewerOf(context),
        relationship.participants.map(({ personId }) => personId),
      )
        ? session
        : null,
  }),
}))

builder.queryField('sessionFrameworks', (t) =>
  t.field({
    type: [Framework],
    authScopes: { signedIn: true },
    description: 'The frameworks of a conversation whose stages a meeting may name.',
    resolve: () => [...sessionFrameworks],
  }),
)
