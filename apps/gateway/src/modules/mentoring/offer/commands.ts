import {
  advanceOffer,
  makeOffer as make,
  type OfferStep,
  type OfferTerms,
  type Participant,
  parseStored,
  type RelationshipKind,
  relationshipFromOffer,
} from '@mentoring-commons/mentoring'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { keepWithinPlaces, takePlaces } from '../capacity/commands.ts'
import { refuseFuture } from '../commands.ts'
import { refuseConflicts } from '../conflict/commands.ts'
import { findProgrammeById, insertRelationship, listCohorts } from '../store.ts'
import { mayAnswerOffer, mayReadOffer } from './policy.ts'
import {
  expireLapsed,
  insertOffer,
  loadOffer,
  pairsDeclined,
  putTerms,
  type StoredOffer,
  termsOf,
  updateOffer,
} from './store.ts'

/** Every command may be sent again with the same key. */
interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** People who are to be asked whether they want to be together. */
export interface OfferRequest {
  readonly programmeId: string
  readonly cohortId?: string | undefined
  readonly kind: RelationshipKind
  readonly participants: readonly Participant[]
}

/** Makes an offer, from today: its id. */
export function makeOffer(context: Context, { idempotencyKey, ...input }: OfferRequest & Repeatable): Promise<string> {
  return once(context, { command: 'makeOffer', idempotencyKey, input }, (tx) => makeOfferIn(context, tx, input))
}

/**
 * Makes an offer inside a transaction that is open already, such as that of a match run: its id. Everybody in it is held still until
 * that transaction ends, so make offers in the order of people where there are several, and keep it short.
 */
export async function makeOfferIn(context: Context, tx: Tx, input: OfferRequest): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  const { programmeId, cohortId, kind, participants } = input
  const programme = await findProgrammeById(tx, institutionId, programmeId)
  if (programme === undefined) throw unknownId('Programme', 'programme')
  if (cohortId !== undefined) {
    const cohorts = await listCohorts(tx, institutionId, programmeId)
    if (!cohorts.some(({ id }) => id === cohortId)) throw unknownId('Cohort', 'cohort')
  }
  const carried = await takePlaces(context, tx, participants, 'offer')
  const people = participants.map(({ personId }) => personId)
  if ([...carried.offers, ...carried.relationships].some((one) => joins(one.participants, people)))
    throw new Refused({
      code: 'already-together',
      message: 'these people are in a relationship or an open offer already; wait for it to end, or withdraw it',
      path: 'participants',
    })
  await refuseConflicts(context, tx, participants, today(context), 'participants')
  const proposal = {
    id: context.newId(),
    programmeId,
    ...(cohortId === undefined ? {} : { cohortId }),
    kind,
    participants,
    on: today(context),
    notAgain: await pairsDeclined(tx, institutionId, programmeId, people),
  }
  const offer = accepted(make(proposal, programme.policy, await termsOf(tx, institutionId, programmeId)))
  await insertOffer(tx, institutionId, offer, { by: accountId, at: context.now() })
  return offer.id
}

type Undated<Step> = Step extends OfferStep ? Omit<Step, 'on'> & { readonly on?: string | undefined } : never

/** A step that an offer takes; today where it names no day. */
export interface AnswerInput extends Repeatable {
  readonly offerId: string
  readonly step: Undated<OfferStep>
}

/** Records an answer to an offer, or what the programme does with it: its id. With the last yes the relationship is there too. */
export function answerOffer(context: Context, { idempotencyKey, ...input }: AnswerInput): Promise<string> {
  const viewer = viewerOf(context)
  const { institutionId, accountId } = viewer
  return once(context, { command: 'answerOffer', idempotencyKey, input }, async (tx) => {
    const step = { ...input.step, on: input.step.on ?? today(context) } as OfferStep
    const known = await visibleOffer(context, tx, input.offerId, 'look')
    if (!mayAnswerOffer(viewer, step, today(context)))
      throw new Refused({
        code: 'answer-of-somebody-else',
        message:
          'you give your own answer, today; a coordinator may record those of others, and what the programme does',
        path: 'answer',
      })
    refuseFuture(context, step.on, 'answer.on')
    if (step.type === 'accept') await keepWithinPlaces(context, tx, known.state.participants, input.offerId)
    const stored = await visibleOffer(context, tx, input.offerId, 'lock')
    const terms = await termsOf(tx, institutionId, stored.programmeId)
    const next = accepted(advanceOffer(stored.state, step, terms))
    const recorded = { by: accountId, at: context.now() }
    await updateOffer(tx, institutionId, next, stored.version + 1, step, recorded)
    if (next.status === 'accepted') {
      const programme = await findProgrammeById(tx, institutionId, stored.programmeId)
      if (programme === undefined) throw new TypeError('an offer without a programme')
      const { relationship, steps } = accepted(relationshipFromOffer(next, programme.policy))
      await insertRelationship(tx, institutionId, stored.programmeId, relationship, recorded, steps)
    }
    return next.id
  })
}

/** Lets the offers of a programme expire that nobody answered in time: how many there were. Offers also expire once anybody in them is asked anew. */
export async function expireOffers(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly programmeId: string },
): Promise<number> {
  const { institutionId, accountId } = viewerOf(context)
  const expired = await once(context, { command: 'expireOffers', idempotencyKey, input }, async (tx) => {
    if ((await findProgrammeById(tx, institutionId, input.programmeId)) === undefined)
      throw unknownId('Programme', 'programme')
    const scope = { programmeId: input.programmeId, on: today(context) }
    return String(await expireLapsed(tx, institutionId, scope, { by: accountId, at: context.now() }))
  })
  return Number(expired)
}

/** Sets how long people of a programme may take to answer: the programme's id. Days that run already stay as they are. */
export function setOfferTerms(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & OfferTerms & { readonly programmeId: string },
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'setOfferTerms', idempotencyKey, input }, async (tx) => {
    const { programmeId, ...terms } = input
    if ((await findProgrammeById(tx, institutionId, programmeId)) === undefined)
      throw unknownId('Programme', 'programme')
    const usable = accepted(parseStored('offer-terms', terms))
    await putTerms(tx, institutionId, programmeId, usable, { by: accountId, at: context.now() })
    return programmeId
  })
}

/** An offer that the viewer may know of; another one is answered as if it did not exist. */
async function visibleOffer(context: Context, tx: Tx, id: string, lock: 'lock' | 'look'): Promise<StoredOffer> {
  const viewer = viewerOf(context)
  const stored = await loadOffer(tx, viewer.institutionId, id, lock)
  if (stored === undefined || !mayReadOffer(viewer, stored.state)) throw unknownId('Offer', 'offer')
  return stored
}

function joins(participants: readonly Participant[], people: readonly string[]): boolean {
  return people.every((person) => participants.some(({ personId }) => personId === person))
}

function today(context: Context): string {
  return context.now().slice(0, 10)
}
