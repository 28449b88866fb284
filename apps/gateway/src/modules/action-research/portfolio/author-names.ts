import type { InquiryUnderway } from '@mentoring-commons/action-research'

/**
 * What the authors of an inquiry are called, each by a name of their own. One whose name is not known goes by a number; of
 * two of one name the second has a number after it.
 */
export function authorNames(
  { authors }: InquiryUnderway,
  names: ReadonlyMap<string, string | null>,
): Readonly<Record<string, string>> {
  const plain = authors.map((id, index) => names.get(id) ?? `Author ${index + 1}`)
  const called = plain.map((name, index) => (plain.indexOf(name) < index ? `${name} (${index + 1})` : name))
  return Object.fromEntries(authors.map((id, index) => [id, called[index] ?? id]))
}
