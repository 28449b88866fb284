import type { CommandOf } from '../commands.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import type { Refusal } from '../refusal.ts'
import { date, first, freshId, no, notBefore, textList, unless } from './check.ts'
import { hasOutsider } from './validation.ts'

/** Names a critical friend, who is no author. */
export function nameCriticalFriend(
  { friend, on }: CommandOf<'NameCriticalFriend'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const isAuthor = inquiry.authors.includes(friend)
  const says = `"${friend}" is an author; a critical friend is somebody who is not`
  const check = first(
    freshId(friend, inquiry.criticalFriends, 'friend'),
    isAuthor ? no('outsider-missing', says, 'friend') : undefined,
    date(on),
    notBefore(on, inquiry.begunOn, 'the inquiry began'),
  )
  return unless(check, { type: 'CriticalFriendNamed', friend, on })
}

/** Forms a validation group of named members, not all of whom are authors; a size out of the usual is a warning, no refusal. */
export function formValidationGroup(
  { group, members, on }: CommandOf<'FormValidationGroup'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const again = members.find((member, index) => members.indexOf(member) < index)
  const check = first(
    freshId(group, inquiry.groups, 'group'),
    textList(members, 'members'),
    again === undefined ? undefined : no('duplicate-id', `members names "${again}" twice; name them once`, 'members'),
    hasOutsider(members, inquiry, 'members'),
    date(on),
    notBefore(on, inquiry.begunOn, 'the inquiry began'),
  )
  return unless(check, { type: 'ValidationGroupFormed', group, members, on })
}
