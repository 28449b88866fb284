import {
  type CoreTurnover,
  type MembershipCount,
  type ParticipationLevel,
  type ParticipationProfile,
  participationLevels,
  type Window,
} from '@mentoring-commons/mentoring'
import { type DisclosurePolicy, hesa } from '@mentoring-commons/reporting'
import { alike, discloseCounts, type ShownNumber } from '../../people/disclosure/counts.ts'

/** What one person did in one window, without who they are. */
export interface SeenPerson {
  readonly member: boolean
  readonly level: ParticipationLevel | undefined
}

/** How many people were at each level in a window, fit to be shown. */
export interface ShownProfile {
  readonly window: Window
  readonly thresholds: ParticipationProfile['thresholds']
  readonly members: ShownNumber
  readonly levels: readonly { readonly level: ParticipationLevel; readonly people: ShownNumber }[]
  readonly membersWithoutTrace: ShownNumber
}

/** The profile of a window, disclosed. */
export function profileFigures(
  people: readonly SeenPerson[],
  { window, thresholds }: Pick<ShownProfile, 'window' | 'thresholds'>,
  policy: DisclosurePolicy,
): ShownProfile {
  const counts = discloseCounts(
    {
      columns: { member: 'boolean', level: 'string', traced: 'boolean' },
      rows: people.map(({ member, level }) => ({ member, level: level ?? null, traced: level !== undefined })),
    },
    [
      ...participationLevels.map((level) => ({
        id: level,
        where: [{ column: 'level', op: 'eq' as const, value: level }],
      })),
      { id: 'members', where: [{ column: 'member', op: 'is-true' }] },
      {
        id: 'without-trace',
        where: [
          { column: 'member', op: 'is-true' },
          { column: 'traced', op: 'eq', value: false },
        ],
      },
    ],
    policy,
  )
  return {
    window,
    thresholds,
    members: counts.of('members'),
    levels: participationLevels.map((level) => ({ level, people: counts.of(level) })),
    membersWithoutTrace: counts.of('without-trace'),
  }
}

/** How membership moved over a window, fit to be shown. */
export type ShownMembership = { readonly window: Window } & {
  readonly [Part in Exclude<keyof MembershipCount, 'window'>]: ShownNumber
}

/** How membership moved, disclosed. The six counts leave four kinds of people, which are counted again without names. */
export function membershipFigures(count: MembershipCount, policy: DisclosurePolicy): ShownMembership {
  const { window, atStart, atEnd, joined, left, stayed } = count
  const came = atEnd - stayed
  const went = atStart - stayed
  const rows = [
    ...alike(stayed, { start: true, end: true }),
    ...alike(went, { start: true, end: false }),
    ...alike(came, { start: false, end: true }),
    ...alike(joined - came, { start: false, end: false }),
  ]
  if (rows.length !== count.ever || went + joined - came !== left)
    throw new TypeError('the counts of a membership contradict each other')
  const is = (column: string, value: boolean) => ({ column, op: 'eq', value }) as const
  const shown = discloseCounts(
    { columns: { start: 'boolean', end: 'boolean' }, rows },
    [
      { id: 'ever' },
      { id: 'atStart', where: [is('start', true)] },
      { id: 'atEnd', where: [is('end', true)] },
      { id: 'joined', where: [is('start', false)] },
      { id: 'left', where: [is('end', false)] },
      { id: 'stayed', where: [is('start', true), is('end', true)] },
    ],
    policy,
  )
  return {
    window,
    atStart: shown.of('atStart'),
    atEnd: shown.of('atEnd'),
    ever: shown.of('ever'),
    joined: shown.of('joined'),
    left: shown.of('left'),
    stayed: shown.of('stayed'),
  }
}

/** How the core changed between two windows, fit to be shown. */
export type ShownTurnover = { readonly [Part in keyof CoreTurnover]: ShownNumber }

/** How the core changed, disclosed. */
export function turnoverFigures({ stayed, joined, left }: CoreTurnover, policy: DisclosurePolicy): ShownTurnover {
  const is = (column: string, value: boolean) => ({ column, op: 'eq', value }) as const
  const shown = discloseCounts(
    {
      columns: { before: 'boolean', after: 'boolean' },
      rows: [
        ...alike(stayed, { before: true, after: true }),
        ...alike(left, { before: true, after: false }),
        ...alike(joined, { before: false, after: true }),
      ],
    },
    [
      { id: 'before', where: [is('before', true)] },
      { id: 'after', where: [is('after', true)] },
      { id: 'stayed', where: [is('before', true), is('after', true)] },
      { id: 'joined', where: [is('before', false)] },
      { id: 'left', where: [is('after', false)] },
    ],
    policy,
  )
  return {
    before: shown.of('before'),
    after: shown.of('after'),
    stayed: shown.of('stayed'),
    joined: shown.of('joined'),
    left: shown.of('left'),
  }
}

/**
 * What is wrong with a window, for whoever asks under a policy. One that rounds takes whole quarters of a year: of windows that differ by a
 * day the counts would tell who came on that day.
 */
export function windowFault({ from, to }: Window, policy: DisclosurePolicy): string | undefined {
  if (to < from) return `the window would end on ${to}, before it starts on ${from}: exchange the two days`
  if (policy !== hesa) return undefined
  const begins = /-(01|04|07|10)-01$/.test(from)
  const ends = /-(03-31|06-30|09-30|12-31)$/.test(to)
  return begins && ends
    ? undefined
    : `with your role a window is whole quarters of a year, such as 2026-01-01 to 2026-03-31, not ${from} to ${to}`
}
