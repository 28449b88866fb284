import type { InquiryUnderway } from '@mentoring-commons/action-research'

/**
 * An inquiry in which its authors go by their names instead of their ids, each by one of their own. An author whose name is
 * not known is called by a number; a name that stands for somebody else in the inquiry has the word "author" after it.
 */
export function namedInquiry(inquiry: InquiryUnderway, names: ReadonlyMap<string, string | null>): InquiryUnderway {
  const { authors, consents, criticalFriends, groups, stakeholders } = inquiry
  const taken = new Set([
    ...consents.map(({ participant }) => participant),
    ...criticalFriends.map(({ id }) => id),
    ...groups.flatMap(({ members }) => members),
    ...stakeholders.flatMap(({ id, who }) => [id, who]),
  ])
  const called = new Map<string, string>()
  for (const [index, id] of authors.entries()) {
    const name = names.get(id) ?? `Author ${index + 1}`
    const free = [name, `${name} (author)`].find((one) => !taken.has(one)) ?? `${name} (author ${index + 1})`
    const own = taken.has(free) ? `${free}, ${id}` : free
    taken.add(own)
    called.set(id, own)
  }
  return renamed(inquiry, called) as InquiryUnderway
}

function renamed(value: unknown, called: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return called.get(value) ?? value
  if (Array.isArray(value)) return value.map((part) => renamed(part, called))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, renamed(part, called)]))
}
