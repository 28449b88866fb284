import { type SelfAssessmentSummary, selfAssessmentTextKeys, summaryOf } from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { pageCost } from '../../../graphql/page.ts'
import { ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { loadSelfAssessmentTexts, saveSelfAssessment } from './commands.ts'

const Counts = builder.objectRef<SelfAssessmentSummary['counts']>('SelfAssessmentCounts').implement({
  description: 'What a group found, in numbers of entries, and no score.',
  fields: (t) => ({
    formal: t.exposeInt('formal'),
    informal: t.exposeInt('informal'),
    communities: t.exposeInt('communities'),
    carrying: t.exposeInt('carrying', { description: 'Communities that carry mentoring already.' }),
    current: t.exposeInt('current'),
    potential: t.exposeInt('potential'),
    currentOnRecord: t.exposeInt('currentOnRecord', {
      description: 'Effects today that rest on something written down.',
    }),
    withoutImpact: t.exposeInt('withoutImpact', { description: 'Entries of which no effect is told.' }),
  }),
})

const Session = builder.drizzleNode('selfAssessmentSession', {
  name: 'SelfAssessmentSession',
  description: 'What one group found out about its institution in one session, as it was kept.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true, answers: true } },
  authScopes: { anyOf: runsProgrammes },
  fields: (t) => ({
    heldOn: t.expose('heldOn', { type: 'Day' }),
    institution: t.string({ resolve: ({ answers }) => answers.institution }),
    participants: t.int({
      nullable: true,
      description: 'How many took part; null where nobody counted.',
      resolve: ({ answers }) => answers.participants,
    }),
    answers: t.field({ type: 'JSON', resolve: ({ answers }) => answers }),
    counts: t.field({ type: Counts, resolve: ({ answers }) => summaryOf(answers).counts }),
    savedAt: t.expose('savedAt', { type: 'Instant' }),
  }),
})

const Texts = builder.drizzleObject('selfAssessmentWording', {
  name: 'SelfAssessmentTexts',
  description: 'The texts of the self-assessment in a language that your institution loaded.',
  fields: (t) => ({
    language: t.string({
      description: 'A BCP 47 tag, as it was written.',
      select: { columns: { texts: true } },
      resolve: ({ texts }) => texts.language,
    }),
    loadedAt: t.expose('loadedAt', { type: 'Instant' }),
  }),
})

const TextInput = builder.inputType('SelfAssessmentTextInput', {
  description: 'One text of the page.',
  fields: (t) => ({ key: t.string({ required: true }), text: t.string({ required: true }) }),
})

builder.queryFields((t) => ({
  selfAssessments: t.drizzleConnection({
    type: 'selfAssessmentSession',
    authScopes: { anyOf: runsProgrammes },
    complexity: pageCost,
    description: 'The sessions that your institution kept, latest first.',
    resolve: (query, _root, _args, context) =>
      context.db.query.selfAssessmentSession.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId },
          orderBy: { heldOn: 'desc', id: 'desc' },
        }),
      ),
  }),
  selfAssessmentTextKeys: t.stringList({
    authScopes: { signedIn: true },
    description: 'Every key for which a language gives a text, in the order of the page.',
    resolve: () => [...selfAssessmentTextKeys],
  }),
}))

builder.mutationFields((t) => ({
  saveSelfAssessment: t.drizzleField({
    type: Session,
    errors: { types: [Refused] },
    authScopes: { anyOf: ['coordinator'] },
    description: 'Keeps the answers of a session, as the page of the self-assessment gives them to be saved.',
    args: {
      answers: t.arg({ type: 'JSON', required: true }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, args, context) => {
      const id = await saveSelfAssessment(context, { ...args, answers: args.answers })
      return present(await context.db.query.selfAssessmentSession.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  loadSelfAssessmentTexts: t.drizzleField({
    type: Texts,
    errors: { types: [Refused] },
    authScopes: { anyOf: runsProgrammes },
    description:
      'Loads the texts of the self-assessment in another language, all of them, in place of what was there. Everybody who opens the page of your institution may read them.',
    args: {
      language: t.arg.string({ required: true, description: 'A BCP 47 tag, such as cy.' }),
      texts: t.arg({ type: [TextInput], required: true, description: 'One for each of selfAssessmentTextKeys.' }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { texts, ...args }, context) => {
      const language = await loadSelfAssessmentTexts(context, {
        ...args,
        texts: Object.fromEntries(texts.map(({ key, text }) => [key, text])),
      })
      const { institutionId } = viewerOf(context)
      return present(
        await context.db.query.selfAssessmentWording.findFirst(query({ where: { institutionId, language } })),
      )
    },
  }),
}))
