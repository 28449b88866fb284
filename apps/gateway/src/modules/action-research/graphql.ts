import {
  allowedCommands,
  type Completeness,
  completeness,
  type Inquiry,
  type InquiryUnderway,
  intervalFacets,
  models,
  type Policy,
  policies,
  type TimelineRow,
  timeline,
} from '@mentoring-commons/action-research'
import { builder } from '../../builder.ts'
import { type Context, viewerOf } from '../../context.ts'
import { enumValues } from '../../graphql/enum-values.ts'
import { topLevelError } from '../../graphql/errors.ts'
import { pageCost } from '../../graphql/page.ts'
import { Person } from '../people/graphql.ts'
import { amongNext, CommandTypeEnum } from './command/graphql.ts'
import { CycleType, InquiryFacetEnum } from './cycle/graphql.ts'
import { ClaimType, ConsentType, EthicsApprovalType, EvidenceType, MeetingType } from './finding/graphql.ts'
import { ActionResearchModel } from './model/graphql.ts'
import { mayKnowInquiry, mayReadInquiry, mayRecordInquiry, withinConsent } from './policy.ts'
import { type EventRow, inquiryOf, type Member, UnreadableHistory } from './store.ts'
import { type InquiryRole, inquiryRoles } from './table.ts'

const InquiryRoleEnum = builder.enumType('InquiryRole', {
  description: 'What somebody is to an inquiry: an AUTHOR takes part in all of it, a CRITICAL_FRIEND reads it.',
  values: enumValues<InquiryRole>(inquiryRoles),
})

const statuses: Readonly<Record<Inquiry['status'], true>> = { 'not-begun': true, underway: true }
const InquiryStatusEnum = builder.enumType('InquiryStatus', {
  description: 'Whether an inquiry has begun.',
  values: enumValues<Inquiry['status']>(Object.keys(statuses) as Inquiry['status'][]),
})

/** Which facet may follow which. */
export const InquiryPolicyEnum = builder.enumType('InquiryPolicy', {
  description:
    'Which facet may follow which: RESPONSIVE lets facets overlap and go back with a reason, STRICT takes one at a time.',
  values: enumValues<Policy>(Object.keys(policies) as Policy[]),
})

builder.drizzleObject('inquiryMember', {
  name: 'InquiryMember',
  description: 'A person in an inquiry, and as what.',
  select: { columns: { institutionId: true, personId: true } },
  fields: (t) => ({
    role: t.expose('role', { type: InquiryRoleEnum }),
    personId: t.globalID({
      resolve: ({ institutionId, personId }) => ({ type: Person, id: JSON.stringify([institutionId, personId]) }),
    }),
    name: t.string({
      nullable: true,
      select: { with: { person: { columns: { name: true } } } },
      resolve: ({ person }) => person.name,
    }),
  }),
})

const CompletenessType = builder.objectRef<Completeness>('InquiryCompleteness').implement({
  description: 'What an inquiry may be called, and what it lacks to be called action research.',
  fields: (t) => ({
    label: t.exposeString('label', {
      description: 'cannot be called action research, work in progress, action research.',
    }),
    missing: t.exposeStringList('missing', {
      description: 'Of data, action and reflection, in the order to supply them.',
    }),
  }),
})

const TimelineRowType = builder.objectRef<TimelineRow>('InquiryTimelineRow').implement({
  description: 'A row of the timeline: a facet, evidence or a claim.',
  fields: (t) => ({
    kind: t.exposeString('kind'),
    key: t.exposeString('id', { nullable: true }),
    cycle: t.exposeString('cycle', { nullable: true }),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day', nullable: true }),
    what: t.exposeString('what', {
      nullable: true,
      description: 'The facet, the kind of evidence, or the text of the claim; null where that quotes withdrawn words.',
    }),
    source: t.exposeString('source', { nullable: true }),
    status: t.exposeString('status'),
  }),
})

/** All events of an inquiry: what a state is made of. Fields that ask for it alike are read in one statement. */
export const whole = {
  with: { history: { columns: { number: true, event: true }, orderBy: { number: 'asc' } } },
} as const
/** Said of fields that members alone read. */
export const forMembers = 'Null for everybody but its members.'

export const InquiryType = builder.drizzleNode('inquiry', {
  name: 'Inquiry',
  description:
    'An action research inquiry: its authors’, and their critical friends’ to read. Others see how far it is.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: {
    columns: { institutionId: true, id: true },
    with: { members: { columns: { personId: true, role: true }, orderBy: { personId: 'asc' } } },
  },
  authScopes: ({ members }, context) => context.viewer !== null && mayKnowInquiry(context.viewer, members),
  fields: (t) => ({
    question: t.string({
      nullable: true,
      description: forMembers,
      select: { columns: { question: true } },
      resolve: ({ question, members }, _args, context) =>
        mayReadInquiry(viewerOf(context), members) ? question : null,
    }),
    model: t.field({
      type: ActionResearchModel,
      nullable: true,
      description: 'As it was when it was begun. Null where it was begun on a model that is not known here.',
      select: { columns: { modelId: true }, with: { ownModel: { columns: { definition: true } } } },
      resolve: ({ modelId, ownModel }) => ownModel?.definition ?? models.find(({ id }) => id === modelId) ?? null,
    }),
    status: t.field({
      type: InquiryStatusEnum,
      select: { columns: { status: true } },
      resolve: ({ status }) => status as Inquiry['status'],
    }),
    version: t.exposeInt('version', { description: 'Send it as expectedVersion with the next command.' }),
    begunAt: t.expose('begunAt', { type: 'Instant', description: 'When its beginning was recorded.' }),
    members: t.relation('members', { query: { orderBy: { personId: 'asc' } } }),
    viewerRole: t.field({
      type: InquiryRoleEnum,
      nullable: true,
      description: 'What you are to it.',
      resolve: ({ members }, _args, context) =>
        members.find(({ personId }) => personId === viewerOf(context).personId)?.role ?? null,
    }),
    openFacets: t.field({
      type: [InquiryFacetEnum],
      nullable: true,
      description:
        'The facets that are worked on in some cycle now, in the order of the spiral. Null where its history cannot be read.',
      select: whole,
      resolve: (row) => {
        const inquiry = stateOf(row)
        const open = inquiry.status === 'not-begun' ? [] : inquiry.cycles.flatMap(({ facets }) => facets)
        return intervalFacets.filter((facet) => open.some((one) => one.facet === facet && one.to === undefined))
      },
    }),
    completeness: t.field({
      type: CompletenessType,
      nullable: true,
      description: 'Null where its history cannot be read.',
      select: whole,
      resolve: (row) => completeness(stateOf(row)),
    }),
    allowedCommands: t.field({
      type: [CommandTypeEnum],
      nullable: true,
      description: `What may be recorded next, by an author. ${forMembers}`,
      select: whole,
      resolve: (row, _args, context) => shown(row, context, (inquiry) => amongNext(allowedCommands(inquiry))),
    }),
    values: t.stringList({
      nullable: true,
      description: `What its authors hold dear in it. ${forMembers}`,
      select: whole,
      resolve: (row, _args, context) => shown(row, context, ({ values }) => [...values]),
    }),
    begunOn: t.field({
      type: 'Day',
      nullable: true,
      description: forMembers,
      select: whole,
      resolve: (row, _args, context) => shown(row, context, ({ begunOn }) => begunOn),
    }),
    ethicsApprovals: t.field({
      type: [EthicsApprovalType],
      nullable: true,
      description: forMembers,
      select: whole,
      resolve: (row, _args, context) => shown(row, context, ({ ethics }) => ethics),
    }),
    cycles: t.field({
      type: [CycleType],
      nullable: true,
      description: forMembers,
      select: whole,
      resolve: (row, _args, context) =>
        shown(row, context, (inquiry) => withinConsent(inquiry).cycles.map((cycle) => ({ inquiry, cycle }))),
    }),
    consents: t.field({
      type: [ConsentType],
      nullable: true,
      description: forMembers,
      select: whole,
      resolve: (row, _args, context) => shown(row, context, ({ consents }) => consents),
    }),
    evidence: t.field({
      type: [EvidenceType],
      nullable: true,
      description: `Its evidence within consent. ${forMembers}`,
      select: whole,
      resolve: (row, _args, context) => shown(row, context, (inquiry) => withinConsent(inquiry).evidence),
    }),
    claims: t.field({
      type: [ClaimType],
      nullable: true,
      description: forMembers,
      select: whole,
      resolve: (row, _args, context) => shown(row, context, (inquiry) => withinConsent(inquiry).claims),
    }),
    meetings: t.field({
      type: [MeetingType],
      nullable: true,
      description: `The meetings that heard its claims. ${forMembers}`,
      select: whole,
      resolve: (row, _args, context) => shown(row, context, ({ meetings }) => meetings),
    }),
    timeline: t.field({
      type: [TimelineRowType],
      nullable: true,
      description: `Facets, evidence and claims by date, within consent. ${forMembers}`,
      select: whole,
      resolve: (row, _args, context) => shown(row, context, (inquiry) => timeline(inquiry, 'team')),
    }),
    events: t.relatedConnection('events', {
      complexity: pageCost,
      nullable: true,
      description:
        'For its authors, to take along: the whole history, in order. It also holds what consent was withdrawn for since.',
      // The plugin types this parent as the event; it is the inquiry.
      authScopes: (row, _args, context) =>
        mayRecordInquiry(viewerOf(context), (row as unknown as Pick<Row, 'members'>).members),
      unauthorizedError: () => topLevelError('FORBIDDEN', 'the events of an inquiry are for its authors, nobody else'),
      query: { orderBy: { number: 'asc' } },
    }),
  }),
})

/** A row of an inquiry with what its fields are made of. */
export interface Row {
  readonly id: string
  readonly members: readonly Member[]
  readonly history: readonly EventRow[]
}

const states = new WeakMap<readonly EventRow[], Inquiry>()

/** The state of an inquiry, made once for all fields of a row. A history that cannot be read whole is told as such. */
export function stateOf({ id, history }: Row): Inquiry {
  try {
    const state = states.get(history) ?? inquiryOf(id, history)
    states.set(history, state)
    return state
  } catch (error) {
    throw error instanceof UnreadableHistory ? topLevelError('HISTORY_NOT_READABLE', error.message) : error
  }
}

/** What a member of an inquiry that has begun reads of it; null for everybody else. */
export function shown<T>(row: Row, context: Context, read: (inquiry: InquiryUnderway) => T): T | null {
  if (!mayReadInquiry(viewerOf(context), row.members)) return null
  const inquiry = stateOf(row)
  return inquiry.status === 'not-begun' ? null : read(inquiry)
}
