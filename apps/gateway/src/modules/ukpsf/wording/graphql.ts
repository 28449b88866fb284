import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { present, Refused } from '../../../refused.ts'
import { runsProgrammes } from '../../people/policy.ts'
import { loadWording } from './commands.ts'

const LoadedWording = builder.drizzleObject('frameworkWording', {
  name: 'LoadedWording',
  description: "That your institution loaded an edition's wording in a language. The texts stand at what they are of.",
  fields: (t) => ({
    edition: t.exposeString('edition'),
    language: t.string({
      description: 'A BCP 47 tag, as it was written.',
      select: { columns: { wording: true } },
      resolve: ({ wording }) => wording.language,
    }),
    source: t.string({ select: { columns: { wording: true } }, resolve: ({ wording }) => wording.source }),
    rights: t.string({
      description: 'Who allowed the texts to be used, and on what terms, as it was stated.',
      select: { columns: { wording: true } },
      resolve: ({ wording }) => wording.rights,
    }),
    parts: t.stringList({
      description: 'Which parts of the edition it covers: dimensions always; descriptors, criteria, families perhaps.',
      select: { columns: { wording: true } },
      resolve: ({ wording }) =>
        (['dimensions', 'descriptors', 'criteria', 'families'] as const).filter((part) => wording[part] !== undefined),
    }),
    loadedAt: t.expose('loadedAt', { type: 'Instant' }),
  }),
})

const WordingInput = builder.inputType('WordingInput', {
  description: 'The wording of an edition in one language, whole, with the right to it.',
  fields: (t) => ({
    entries: t.field({
      type: [
        builder.inputType('WordingEntryInput', {
          fields: (f) => ({
            code: f.string({
              required: true,
              description: 'Qualified: psf-2023:K3, psf-2023:D1, psf-2023:D1.2, psf-2023:K.',
            }),
            text: f.string({ required: true }),
          }),
        }),
      ],
      required: true,
      description: 'One for each dimension; where descriptors, criteria or families are given, one for each of them.',
    }),
    source: t.string({ required: true, description: 'The document that the texts are taken from.' }),
    rights: t.string({ required: true, description: 'Who allowed the texts to be used here, and on what terms.' }),
  }),
})

builder.queryFields((t) => ({
  wordings: t.drizzleField({
    type: [LoadedWording],
    authScopes: { signedIn: true },
    description: 'Which wordings your institution has loaded, by edition and language.',
    args: { edition: t.arg.string() },
    resolve: (query, _root, { edition }, context) =>
      context.db.query.frameworkWording.findMany(
        query({
          where: { institutionId: viewerOf(context).institutionId, ...(edition ? { edition } : {}) },
          orderBy: { edition: 'asc', language: 'asc' },
        }),
      ),
  }),
}))

builder.mutationFields((t) => ({
  loadWording: t.drizzleField({
    type: LoadedWording,
    errors: { types: [Refused] },
    authScopes: { anyOf: runsProgrammes },
    description:
      "Loads an edition's wording in one language, in place of what was there. It is shown to people of your institution and to nobody else.",
    args: {
      edition: t.arg.string({ required: true }),
      language: t.arg.string({ required: true, description: 'A BCP 47 tag, such as cy or en-GB.' }),
      wording: t.arg({ type: WordingInput, required: true }),
      idempotencyKey: t.arg.string({
        description:
          'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.',
      }),
    },
    resolve: async (query, _root, { wording, ...rest }, context) => {
      const key = await loadWording(context, { ...rest, ...wording })
      const { institutionId } = viewerOf(context)
      return present(await context.db.query.frameworkWording.findFirst(query({ where: { institutionId, ...key } })))
    },
  }),
}))
