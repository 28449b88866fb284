import type { InquiryUnderway } from '../inquiry.ts'

/** What people are called where an inquiry is shown: `person` for whoever acted, `source` for a text that may be a person. */
export interface ShownNames {
  readonly person: (id: string) => string
  readonly source: (text: string) => string
}

/**
 * The names of people in what is shown. Authors go by what they are `called`, else by their id, and critical friends by the order in which they were
 * named; participants go by a number in the order of `told`, so that the numbers tell of nobody who is not shown.
 */
export function shownNames(
  { authors, consents, criticalFriends }: InquiryUnderway,
  told: readonly string[],
  called: Readonly<Record<string, string>>,
): ShownNames {
  const participants = new Set(consents.map(({ participant }) => participant).filter((id) => !authors.includes(id)))
  const order = [...new Set(told)].filter((id) => participants.has(id))
  const known = (id: string): string | undefined => {
    if (authors.includes(id)) return Object.hasOwn(called, id) ? called[id] : id
    if (participants.has(id)) return order.includes(id) ? `participant ${order.indexOf(id) + 1}` : 'a participant'
    const friend = criticalFriends.findIndex((one) => one.id === id)
    return friend < 0 ? undefined : `critical friend ${friend + 1}`
  }
  return { person: (id) => known(id) ?? 'another person', source: (text) => known(text) ?? text }
}
