import type { CommandOf, CommandType, Finding } from '@mentoring-commons/action-research'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { ownId } from '../../../own.ts'
import type { NextCommand } from '../commands.ts'
import {
  AnnotateInput,
  FormValidationGroupInput,
  NameCriticalFriendInput,
  NameStakeholderInput,
  ObserveChangeInput,
  RecordOutlookInput,
  RecordPartInput,
  StateProblemInput,
} from '../contribution/graphql.ts'
import {
  AbandonCycleInput,
  AddDisconfirmingInput,
  AddEvidenceInput,
  BeginCycleInput,
  BeginFacetInput,
  CloseCycleInput,
  DetachCycleInput,
  EndFacetInput,
  HoldValidationMeetingInput,
  MakeClaimInput,
  PlanActionInput,
  RecordConsentInput,
  RecordEthicsApprovalInput,
  ReflectInput,
  ResumeCycleInput,
  RevisePlanInput,
  SuspendCycleInput,
  ValidateClaimInput,
  WithdrawConsentInput,
} from '../inputs/graphql.ts'

/** One command of an inquiry, as an input. */
export const CommandInputType = builder.inputType('InquiryCommandInput', {
  isOneOf: true,
  description:
    'Exactly one command. Keys are names that you give: each is new among things of its sort in the inquiry.',
  fields: (t) => ({
    recordEthicsApproval: t.field({ type: RecordEthicsApprovalInput }),
    beginCycle: t.field({ type: BeginCycleInput }),
    beginFacet: t.field({ type: BeginFacetInput }),
    endFacet: t.field({ type: EndFacetInput }),
    planAction: t.field({ type: PlanActionInput }),
    revisePlan: t.field({ type: RevisePlanInput }),
    recordConsent: t.field({ type: RecordConsentInput }),
    withdrawConsent: t.field({ type: WithdrawConsentInput }),
    addEvidence: t.field({ type: AddEvidenceInput }),
    reflect: t.field({ type: ReflectInput }),
    makeClaim: t.field({ type: MakeClaimInput }),
    addDisconfirming: t.field({ type: AddDisconfirmingInput }),
    holdValidationMeeting: t.field({ type: HoldValidationMeetingInput }),
    validateClaim: t.field({ type: ValidateClaimInput }),
    closeCycle: t.field({ type: CloseCycleInput }),
    abandonCycle: t.field({ type: AbandonCycleInput }),
    suspendCycle: t.field({ type: SuspendCycleInput }),
    resumeCycle: t.field({ type: ResumeCycleInput }),
    detachCycle: t.field({ type: DetachCycleInput }),
    nameStakeholder: t.field({ type: NameStakeholderInput }),
    recordPart: t.field({ type: RecordPartInput }),
    nameCriticalFriend: t.field({ type: NameCriticalFriendInput }),
    formValidationGroup: t.field({ type: FormValidationGroupInput }),
    stateProblem: t.field({ type: StateProblemInput }),
    observeChange: t.field({ type: ObserveChangeInput }),
    recordOutlook: t.field({ type: RecordOutlookInput }),
    annotate: t.field({ type: AnnotateInput }),
  }),
})

type Given = typeof CommandInputType.$inferInput
type NextType = NextCommand['type']
type GivenOf<Type extends NextType> = NonNullable<Given[Uncapitalize<Type> & keyof Given]>
type Content<Type extends NextType> = Omit<CommandOf<Type>, 'type'>

/** How each command is read from its input. A command of the package without a line here is a type error. */
const read: { readonly [Type in NextType]: (given: GivenOf<Type>, context: Context) => Content<Type> } = {
  RecordEthicsApproval: present,
  BeginCycle: present,
  BeginFacet: present,
  EndFacet: present,
  PlanAction: present,
  RevisePlan: present,
  RecordConsent: present,
  WithdrawConsent: present,
  AddEvidence: present,
  Reflect: ({ participant, ...given }, context) => ({ ...given, by: participant ?? me(context) }),
  MakeClaim: present,
  AddDisconfirming: ({ finding, ...given }) => ({ ...given, finding: findingOf(finding) }),
  HoldValidationMeeting: ({ attendees, guests, ...given }, context) => ({
    ...present(given),
    attendees: [...attendees.map((person) => ownId(context, person, 'attendees')), ...guests],
  }),
  ValidateClaim: present,
  CloseCycle: present,
  AbandonCycle: present,
  SuspendCycle: present,
  ResumeCycle: present,
  DetachCycle: present,
  NameStakeholder: present,
  RecordPart: present,
  NameCriticalFriend: ({ friend: { person, guest }, on }, context) => ({
    friend: person ? ownId(context, person, 'person') : (guest ?? ''),
    on,
  }),
  FormValidationGroup: ({ members, guests, ...given }, context) => ({
    ...given,
    members: [...members.map((person) => ownId(context, person, 'members')), ...guests],
  }),
  StateProblem: present,
  ObserveChange: present,
  RecordOutlook: ({ participant, ...given }, context) => ({
    ...present(given),
    by: participant ?? me(context),
    role: typeof participant === 'string' ? 'participant' : 'researcher',
  }),
  Annotate: ({ about: { kind, key }, ...given }, context) => ({
    ...given,
    // Without a key it is about the inquiry as a whole, whose id the command is completed with.
    about: { kind, id: key ?? '' },
    by: me(context),
  }),
}

/** Whoever asks, as a history names them. */
function me(context: Context): string {
  return viewerOf(context).personId ?? viewerOf(context).accountId
}

const nextTypes = Object.keys(read) as readonly NextType[]

/** The name of the input field for a command: `BeginCycle` is given as `beginCycle`. */
function fieldOf(type: NextType): keyof Given {
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}` as keyof Given
}

export const CommandTypeEnum = builder.enumType('InquiryCommandType', {
  description: 'What may be recorded in an inquiry. BEGIN_CYCLE is given as beginCycle, and so on.',
  values: Object.fromEntries(
    nextTypes.map((value) => [value.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase(), { value }]),
  ) as Record<string, { readonly value: NextType }>,
})

/** Those of some commands that this API takes on an inquiry that has begun. */
export function amongNext(types: readonly CommandType[]): readonly NextType[] {
  return nextTypes.filter((type) => types.includes(type))
}

/** The command that an input gives. */
export function commandOf(context: Context, given: Given): NextCommand {
  for (const type of nextTypes) {
    const content = given[fieldOf(type)]
    // The table pairs each type with its own input, which TypeScript cannot follow through a lookup.
    if (content)
      return { type, ...(read[type] as (given: object, context: Context) => object)(content, context) } as NextCommand
  }
  throw new TypeError('a one-of input without a value')
}

type Present<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], null> }

/** The fields of an input that are given; the package knows no null. */
function present<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Present<Fields>
}

function findingOf({ found, noneFoundIn }: { found?: string | null; noneFoundIn?: string | null }): Finding {
  return typeof found === 'string'
    ? { kind: 'found', evidence: found }
    : { kind: 'none-found', where: noneFoundIn ?? '' }
}
