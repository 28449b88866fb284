import { type Portfolio, type PortfolioItem, portfolio, type SectionId } from '@mentoring-commons/action-research'
import type { CandidacyCommand, CandidacyFile, LinkedInquiry, LinkedRelationship } from '@mentoring-commons/award'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { peopleAmong, UnreadableHistory } from '../../action-research/store.ts'
import { isAuthor, practiceOf } from '../facts/store.ts'
import { contentHash, mappingOf, type PutForward, portfolioContent, uuidsIn } from './content.ts'
import { type InquiryNow, inquiryNow, insertSnapshot } from './store.ts'

/** The most letters that a portfolio is kept with. */
const contentMax = 2_000_000

/** The part of a candidacy that a portfolio is made from. */
type Given = Pick<CandidacyFile, 'id' | 'candidate' | 'scheme' | 'version' | 'relationships' | 'inquiry'>

/**
 * How much practice a relationship is, counted from its rows. It counts only where the candidate is a mentor in it; one that they are not
 * in is answered as if it were not there.
 */
export async function countPractice(
  context: Context,
  tx: Tx,
  relationshipId: string,
  candidate: string,
): Promise<LinkedRelationship> {
  const practice = await practiceOf(tx, viewerOf(context).institutionId, relationshipId, candidate)
  if (practice === undefined) throw unknownId('Relationship', 'relationship')
  if (!practice.roles.includes('mentor'))
    throw new Refused({
      code: 'not-mentor-in-it',
      message: 'you are in this relationship, and not as a mentor; practice counts where you mentor',
      path: 'relationship',
    })
  const { state, meetings, minutes, firstMeeting, lastMeeting } = practice
  const from = ('startedOn' in state ? state.startedOn : undefined) ?? firstMeeting
  if (from === null || from === undefined)
    throw new Refused({
      code: 'relationship-not-begun',
      message: `this relationship is ${state.status} and has had no meeting; link it once it has begun`,
      path: 'relationship',
    })
  const to = state.status === 'ended' ? state.on : state.status === 'recorded' ? (lastMeeting ?? undefined) : undefined
  const counted = { id: relationshipId, from, hours: minutes / 60, meetings }
  return to === undefined ? counted : { ...counted, to }
}

/** The candidate's own inquiry as it is now. One that they are no author of is answered as if it were not there. */
export async function ownInquiry(context: Context, tx: Tx, inquiryId: string, candidate: string): Promise<InquiryNow> {
  const { institutionId, accountId } = viewerOf(context)
  if (!(await isAuthor(tx, institutionId, inquiryId, candidate))) throw unknownId('Inquiry', 'inquiry')
  try {
    return await inquiryNow(tx, institutionId, inquiryId, { by: accountId, at: context.now() })
  } catch (error) {
    if (!(error instanceof UnreadableHistory)) throw error
    throw new Refused({ code: 'history-not-readable', message: error.message, path: 'inquiry' })
  }
}

/** A portfolio to keep: what is put forward for each outcome, and the candidate's own words to sections of it. */
export interface SnapshotInput {
  readonly putForward: readonly PutForward[]
  readonly texts: Readonly<Partial<Record<SectionId, string>>>
}

/**
 * The commands that count everything anew and keep the portfolio as it is today. `decided` tells what the file is after each. The content
 * is stored with them, and never changes.
 */
export async function snapshotCommands(
  context: Context,
  tx: Tx,
  file: Given,
  { putForward, texts }: SnapshotInput,
  by: string,
): Promise<readonly CandidacyCommand[]> {
  const on = context.now().slice(0, 10)
  const recounted: CandidacyCommand[] = []
  const relationships: LinkedRelationship[] = []
  for (const linked of file.relationships) {
    const now = await countPractice(context, tx, linked.id, file.candidate)
    relationships.push(now)
    const { id: relationship, ...counts } = now
    if (!sameCounts(linked, now)) recounted.push({ type: 'RecountRelationship', by, on, relationship, ...counts })
  }
  const inquiry = file.inquiry && (await ownInquiry(context, tx, file.inquiry.id, file.candidate))
  if (file.inquiry && inquiry && inquiry.version > file.inquiry.streamVersion)
    recounted.push({ type: 'LinkInquiry', by, on, inquiry: file.inquiry.id, streamVersion: inquiry.version })
  refuseUnlinked(putForward, file)
  const frozen = inquiry && frozenOf(inquiry, putForward, texts, on)
  const mapping = mappingOf(putForward)
  const parts = { candidacy: file.id, scheme: file.scheme, version: file.version, takenOn: on, mapping, relationships }
  const names = frozen === undefined ? new Map<string, string>() : await namesIn(context, tx, frozen, file.candidate)
  const content = portfolioContent({ ...parts, portfolio: frozen }, names)
  if (content.length > contentMax)
    throw new Refused({
      code: 'portfolio-too-large',
      message: `the portfolio has ${content.length} letters, and at most ${contentMax} are kept; shorten the texts of its sections`,
      path: 'texts',
    })
  const id = context.newId()
  const hash = contentHash(content)
  const { institutionId } = viewerOf(context)
  await insertSnapshot(tx, {
    institutionId,
    id,
    candidacyId: file.id,
    contentHash: hash,
    content,
    takenAt: context.now(),
  })
  return [...recounted, { type: 'TakeSnapshot', by, on, snapshot: id, contentHash: hash, mapping }]
}

function sameCounts(one: LinkedRelationship, other: LinkedRelationship): boolean {
  return (['from', 'to', 'hours', 'meetings'] as const).every((field) => one[field] === other[field])
}

function refuseUnlinked(putForward: readonly PutForward[], { relationships, inquiry }: Given) {
  for (const [index, { items, relationships: named }] of putForward.entries()) {
    const path = `putForward[${index}]`
    if (named.some((id) => !relationships.some((linked) => linked.id === id)))
      throw new Refused({
        code: 'relationship-not-linked',
        message: 'a relationship that is not linked is put forward; link it first, as a mentor in it',
        path: `${path}.relationships`,
      })
    if (items.length > 0 && inquiry === undefined)
      throw new Refused({
        code: 'inquiry-not-linked',
        message: 'things of an inquiry are put forward, and none is linked; link yours first',
        path: `${path}.items`,
      })
  }
}

/** The inquiry frozen for readers inside the institution, within the consent that there is for that. The candidate's own words to a section stand in place of its authors'. */
function frozenOf(
  { state, version, material }: InquiryNow,
  putForward: readonly PutForward[],
  texts: SnapshotInput['texts'],
  on: string,
): Portfolio {
  const tags = putForward.flatMap(({ outcome, items }) => items.map((item) => ({ item, tag: outcome })))
  const stored = material.tags.filter(({ item: { kind, id }, tag }) =>
    tags.every((one) => one.item.kind !== kind || one.item.id !== id || one.tag !== tag),
  )
  const said = { texts: { ...material.texts, ...texts }, tags: [...tags, ...stored] }
  const frozen = accepted(portfolio(state, { audience: 'internal', version, frozenOn: on, ...said }))
  const isShown = ({ kind, id }: PortfolioItem) => frozen.items.some((each) => each.kind === kind && each.id === id)
  const hidden = tags.find(({ item }) => !isShown(item))
  if (hidden === undefined) return frozen
  throw new Refused({
    code: 'evidence-not-shown',
    message: `the ${hidden.item.kind} "${hidden.item.id}" is put forward, and consent does not cover showing it inside the institution; put something else forward`,
    path: 'putForward',
  })
}

/** Words in place of the people whose ids stand in a portfolio. */
async function namesIn(
  context: Context,
  tx: Tx,
  frozen: Portfolio,
  candidate: string,
): Promise<ReadonlyMap<string, string>> {
  const people = await peopleAmong(tx, viewerOf(context).institutionId, uuidsIn(frozen))
  const others = [...people].filter((id) => id !== candidate)
  const isAuthorOf = (id: string) => frozen.authors.includes(id)
  return new Map([
    [candidate, 'the candidate'],
    ...others.map((id, index) => [id, `${isAuthorOf(id) ? 'co-author' : 'person'} ${index + 1}`] as const),
  ])
}

/** An inquiry as the file links it. */
export function linkOf(id: string, { version }: InquiryNow): LinkedInquiry {
  return { id, streamVersion: version }
}
