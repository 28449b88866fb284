import { countInWords, dayInWords } from '../views/in-words.ts'
import type { ShownClaim } from '../views/shown.ts'
import { evidenceDetail, type Material, section } from './material.ts'
import type { EntryDetail, PortfolioEntry, PortfolioSection } from './portfolio-shape.ts'

/** The sections that say what is known and how well: findings, claims, validation and the mapping to outcomes. */
export function knowledgeSections(material: Material): readonly PortfolioSection[] {
  const { claims } = material.shown
  const unsought = claims.filter(({ found, soughtIn }) => found.length + soughtIn.length === 0).length
  const seek = ask(unsought, 'Look for evidence against', 'and record what is found, or where none was')
  return [
    section(
      'findings',
      material,
      claims.flatMap((claim) => findingEntry(material, claim)),
      seek,
    ),
    section(
      'claims',
      material,
      claims.map((claim) => claimEntry(material, claim)),
      claimsToDo(claims),
    ),
    section('validation', material, meetingEntries(material)),
    section('mapping', material, mappingEntries(material)),
  ]
}

function findingEntry(material: Material, { claim, found, soughtIn }: ShownClaim): readonly PortfolioEntry[] {
  const against = found.flatMap((id): readonly EntryDetail[] =>
    id === null
      ? [{ label: 'Against it', text: 'There is evidence against this that is not shown here.' }]
      : evidenceDetail(material, 'Against it', id),
  )
  const none = soughtIn.map((text) => ({ label: 'Sought in, and none found', text }))
  const details = [...against, ...none]
  if (details.length === 0) return []
  return [
    { heading: 'On the claim', text: claim.text, item: { kind: 'claim', id: claim.id }, from: claim.madeOn, details },
  ]
}

function claimEntry(material: Material, { claim, cites }: ShownClaim): PortfolioEntry {
  const { id, text, madeOn, standards } = claim
  const details = [
    ...cites.flatMap((one) => evidenceDetail(material, 'Stands on', one)),
    ...standards.map((standard) => ({ label: 'Judged by', text: standard })),
  ]
  return { heading: statusInWords(claim), text, item: { kind: 'claim', id }, from: madeOn, details }
}

function statusInWords(claim: ShownClaim['claim']): string {
  switch (claim.status) {
    case 'made':
      return 'Claimed, not yet validated'
    case 'validated':
      return 'Validated'
    case 'revalidate':
      return 'To be heard again'
  }
}

function claimsToDo(claims: readonly ShownClaim[]): readonly string[] {
  const number = (isLacking: (claim: ShownClaim) => boolean) => claims.filter(isLacking).length
  return [
    ...ask(
      number(({ claim }) => claim.standards.length === 0),
      'Say by which standards of judgement to test',
    ),
    ...ask(
      number(({ cites }) => cites.length < 2),
      'Rest on a second item of evidence',
    ),
    ...ask(
      number(({ claim }) => claim.status === 'revalidate'),
      'Have heard again',
    ),
  ]
}

function ask(n: number, what: string, and?: string): readonly string[] {
  return n === 0 ? [] : [`${what}: ${countInWords(n, 'claim')}${and === undefined ? '' : `; ${and}`}.`]
}

function meetingEntries({ shown }: Material): readonly PortfolioEntry[] {
  return shown.meetings.map(({ id, on, authors, others, group, claims, challenges }) => {
    const heard = claims.flatMap((one) => {
      const claim = shown.claims.find(({ claim }) => claim.id === one)?.claim
      return claim === undefined
        ? []
        : [{ label: 'Heard', text: claim.text, item: { kind: 'claim' as const, id: one } }]
    })
    const words = challenges?.flatMap(({ challenge, response }) => [
      { label: 'Challenge', text: challenge, isWords: true as const },
      { label: 'Response', text: response, isWords: true as const },
    ]) ?? [{ label: 'Challenges', text: 'The meeting also heard what is not shown here, so its words are not given.' }]
    const who = `${countInWords(authors, 'author')} and ${countInWords(others, 'other person', 'other people')}`
    return {
      heading: group ? 'Meeting of a validation group' : 'Validation meeting',
      text: `On ${dayInWords(on)}, ${who}.`,
      item: { kind: 'meeting', id },
      from: on,
      details: [...heard, ...words],
    }
  })
}

function mappingEntries({ tags }: Material): readonly PortfolioEntry[] {
  return [...new Set(tags.map(({ tag }) => tag))].sort().map((tag) => ({
    heading: tag,
    text: '',
    details: tags.flatMap((one) =>
      one.tag === tag ? [{ label: one.item.kind, text: one.item.id, item: one.item }] : [],
    ),
  }))
}
