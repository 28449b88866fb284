import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { ownId, ownRow } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { Cohort, Programme, RelationshipKindEnum } from '../graphql.ts'
import { ParticipantInput } from '../mutations.ts'
import { type AnswerInput as AnswerRequest, answerOffer, expireOffers, makeOffer, setOfferTerms } from './commands.ts'
import { DeclineReasonEnum, Offer, OfferQuestionEnum } from './graphql.ts'

const errors = { types: [Refused] }
const byHint = 'The person who answers; you yourself where it is left out.'
const onHint = 'Today where it is left out; only a coordinator names another day, of what was said on paper.'

const YesInput = builder.inputType('AcceptOfferInput', {
  fields: (t) => ({
    by: t.globalID({ for: Person, description: byHint }),
    on: t.field({ type: 'Day', description: onHint }),
  }),
})

const NoInput = builder.inputType('DeclineOfferInput', {
  description: 'No reason is needed, and nobody else ever sees it.',
  fields: (t) => ({
    by: t.globalID({ for: Person, description: byHint }),
    on: t.field({ type: 'Day', description: onHint }),
    reason: t.field({ type: DeclineReasonEnum }),
  }),
})

const AskInput = builder.inputType('AskAboutOfferInput', {
  fields: (t) => ({
    by: t.globalID({ for: Person, description: byHint }),
    on: t.field({ type: 'Day', description: onHint }),
    about: t.field({ type: OfferQuestionEnum, required: true }),
  }),
})

const ProgrammeActInput = builder.inputType('OfferActInput', {
  description: 'What a coordinator does with an offer.',
  fields: (t) => ({ on: t.field({ type: 'Day', description: onHint }) }),
})

const AnswerInput = builder.inputType('OfferAnswerInput', {
  isOneOf: true,
  description: 'Exactly one answer.',
  fields: (t) => ({
    accept: t.field({ type: YesInput }),
    decline: t.field({ type: NoInput }),
    askMore: t.field({ type: AskInput }),
    answerQuestion: t.field({ type: ProgrammeActInput, description: 'Say that the question was answered.' }),
    withdraw: t.field({ type: ProgrammeActInput, description: 'Take the offer back.' }),
  }),
})

const OffersExpired = builder.objectRef<{ readonly expired: number }>('OffersExpired').implement({
  description: 'What a look at the deadlines gave.',
  fields: (t) => ({ expired: t.exposeInt('expired', { description: 'How many offers had lapsed.' }) }),
})

builder.mutationFields((t) => ({
  makeOffer: t.drizzleField({
    type: Offer,
    errors,
    authScopes: { anyOf: ['coordinator'] },
    description:
      'Asks people whether they want to be in a relationship, mentees first. Takes a place of everybody in it until it is answered; refused where there is none left.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      cohort: t.arg.globalID({ for: Cohort }),
      kind: t.arg({ type: RelationshipKindEnum, required: true }),
      participants: t.arg({ type: [ParticipantInput], required: true }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { programme, cohort, participants, ...args }, context) => {
      const id = await makeOffer(context, {
        ...args,
        programmeId: ownId(context, programme, 'programme'),
        cohortId: cohort ? ownId(context, cohort, 'cohort') : undefined,
        participants: participants.map(({ person, role }) => ({
          personId: ownId(context, person, 'participants'),
          role,
        })),
      })
      return present(await context.db.query.offer.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  answerOffer: t.drizzleField({
    type: Offer,
    errors,
    authScopes: { anyOf: ['participant', 'coordinator'] },
    description:
      'Answers an offer, or asks for more. Who said no, and why, is told to nobody else. With the last yes it becomes a relationship.',
    args: {
      offer: t.arg.globalID({ for: Offer, required: true }),
      answer: t.arg({ type: AnswerInput, required: true }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { offer, answer, idempotencyKey }, context) => {
      const id = await answerOffer(context, {
        offerId: ownId(context, offer, 'offer'),
        step: stepOf(context, answer),
        idempotencyKey,
      })
      return present(await context.db.query.offer.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  expireOffers: t.field({
    type: OffersExpired,
    errors,
    authScopes: { anyOf: ['coordinator'] },
    description:
      'Lets every offer of a programme expire whose last day has passed. Nobody can accept it any more by then; asking one of its people anew lets it expire as well.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (_root, { programme, idempotencyKey }, context) => ({
      expired: await expireOffers(context, { programmeId: ownId(context, programme, 'programme'), idempotencyKey }),
    }),
  }),
  setOfferTerms: t.drizzleField({
    type: Programme,
    errors,
    authScopes: { anyOf: ['coordinator'] },
    description: 'Sets how many days people of a programme may take to answer an offer.',
    args: {
      programme: t.arg.globalID({ for: Programme, required: true }),
      menteeAnswerDays: t.arg.int({ required: true, description: '1 to 365.' }),
      mentorAnswerDays: t.arg.int({ required: true, description: '1 to 365.' }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { programme, ...args }, context) => {
      const id = await setOfferTerms(context, { ...args, programmeId: ownId(context, programme, 'programme') })
      return present(await context.db.query.programme.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))

function stepOf(context: Context, answer: typeof AnswerInput.$inferInput): AnswerRequest['step'] {
  const day = ({ on }: { on?: string | null | undefined }) => (on ? { on } : {})
  const by = (person: Parameters<typeof ownId>[1] | null | undefined) =>
    person ? ownId(context, person, 'answer.by') : (viewerOf(context).personId ?? viewerOf(context).accountId)
  const { accept, decline, askMore, answerQuestion, withdraw } = answer
  if (accept) return { type: 'accept', by: by(accept.by), ...day(accept) }
  if (decline) {
    const reason = decline.reason ? { reason: decline.reason } : {}
    return { type: 'decline', by: by(decline.by), ...day(decline), ...reason }
  }
  if (askMore) return { type: 'ask-more', by: by(askMore.by), ...day(askMore), about: askMore.about }
  if (answerQuestion) return { type: 'answer-question', ...day(answerQuestion) }
  if (withdraw) return { type: 'withdraw', ...day(withdraw) }
  throw new TypeError('a one-of input without a value')
}
