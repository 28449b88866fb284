import { dayInWords, wordInWords } from '../../views/in-words.ts'
import type { Shown, ShownClaim, ShownMeeting } from '../../views/shown.ts'
import { type Code, codeElements, codeGuid } from './code.ts'
import { origin } from './codebook.ts'
import { guid } from './guid.ts'
import type { Source } from './source.ts'
import { type Place, sourceElement, sourceGuid, variableElements } from './source-element.ts'
import { element, listElement, textElement } from './xml.ts'

/** What a project is written from; `people` are the names that the authors have in it. */
export interface ProjectParts {
  readonly inquiry: string
  readonly name: string
  readonly description: string
  readonly on: string
  readonly people: readonly string[]
  readonly codes: readonly Code[]
  readonly sources: readonly Source[]
  readonly places: readonly Place[]
  readonly labels: ReadonlyMap<string, string>
  readonly shown: Shown
}

/** The text of `project.qde`: REFI-QDA Project 1.0 of 2019, its parts in the order of the standard. */
export function projectXml(parts: ProjectParts): string {
  const { inquiry, name, description, on, people, codes, sources, places } = parts
  const users = people.map((user) => element('User', { guid: userGuid(inquiry, user), name: user }))
  const root = element(
    'Project',
    { xmlns: 'urn:QDA-XML:project:1.0', name, origin, creationDateTime: `${on}T00:00:00Z` },
    [
      ...listElement('Users', users),
      element('CodeBook', {}, [element('Codes', {}, codeElements(codes))]),
      ...listElement('Variables', sources.some((one) => one.evidence !== undefined) ? variableElements() : []),
      ...listElement('Cases', caseElements(parts)),
      ...listElement(
        'Sources',
        sources.map((source) => sourceElement(source, places, inquiry, userOf(parts, source))),
      ),
      ...listElement('Notes', noteElements(parts)),
      ...listElement('Links', linkElements(parts)),
      ...listElement('Sets', setElements(parts)),
      textElement('Description', description),
    ],
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`
}

/** How many links between claims and evidence a project cannot carry, because the evidence is no source in it. */
export function linksLost({ shown, sources }: Pick<ProjectParts, 'shown' | 'sources'>): number {
  return shown.claims.flatMap(linksOf).filter(({ evidence }) => !isSource(sources, evidence)).length
}

function userGuid(inquiry: string, name: string): string {
  return guid('user', inquiry, name)
}

function userOf({ inquiry }: ProjectParts, { author }: Source): string | undefined {
  return author === undefined ? undefined : userGuid(inquiry, author)
}

function caseElements({ inquiry, sources }: ProjectParts): readonly string[] {
  const names = [...new Set(sources.flatMap(({ participants }) => participants))].sort()
  return names.map((name) =>
    element(
      'Case',
      { guid: guid('case', inquiry, name), name },
      sources
        .filter(({ participants }) => participants.includes(name))
        .map(({ ref }) => element('SourceRef', { targetGUID: sourceGuid(inquiry, ref) })),
    ),
  )
}

function noteElements({ inquiry, shown }: ProjectParts): readonly string[] {
  const note = (kind: string, id: string, name: string, on: string, text: string) =>
    element('Note', { guid: guid(kind, inquiry, id), name, creationDateTime: `${on}T00:00:00Z` }, [
      textElement('PlainTextContent', text),
    ])
  return [
    ...shown.claims.map(({ claim }, index) =>
      note(
        'claim',
        claim.id,
        `Claim ${index + 1}, ${wordInWords(claim.status).toLowerCase()}`,
        claim.madeOn,
        claim.text,
      ),
    ),
    ...shown.meetings.flatMap((meeting) => {
      const text = challengesInWords(meeting)
      return text === '' ? [] : [note('meeting', meeting.id, `Validation, ${dayInWords(meeting.on)}`, meeting.on, text)]
    }),
    ...shown.annotations.map(({ id, about, on, text }) =>
      note('annotation', id, `Note on the ${about.kind}, ${dayInWords(on)}`, on, text),
    ),
  ]
}

function challengesInWords({ challenges }: ShownMeeting): string {
  return (challenges ?? []).map(({ challenge, response }) => `${challenge}\n${response}`).join('\n\n')
}

function linksOf({ claim, cites, found }: ShownClaim) {
  const against = found.flatMap((id) => (id === null ? [] : [id]))
  return [
    ...cites.map((evidence) => ({ claim: claim.id, evidence, name: 'stands on' })),
    ...against.map((evidence) => ({ claim: claim.id, evidence, name: 'is disconfirmed by' })),
  ]
}

function isSource(sources: readonly Source[], evidence: string): boolean {
  return sources.some(({ ref }) => ref.kind === 'evidence' && ref.id === evidence)
}

function linkElements({ inquiry, shown, sources }: ProjectParts): readonly string[] {
  return shown.claims.flatMap(linksOf).flatMap(({ claim, evidence, name }, index) =>
    isSource(sources, evidence)
      ? [
          element('Link', {
            guid: guid('link', inquiry, claim, evidence, name, String(index)),
            name,
            direction: 'OneWay',
            originGUID: guid('claim', inquiry, claim),
            targetGUID: sourceGuid(inquiry, { kind: 'evidence', id: evidence }),
          }),
        ]
      : [],
  )
}

function setElements({ inquiry, sources, labels, codes }: ProjectParts): readonly string[] {
  const cycles = [...labels].flatMap(([id, label]) => {
    const members = sources.filter(({ cycle }) => cycle === id)
    if (members.length === 0) return []
    const refs = members.map(({ ref }) => element('MemberSource', { targetGUID: sourceGuid(inquiry, ref) }))
    return [element('Set', { guid: guid('cycle', inquiry, id), name: `Cycle ${label}` }, refs)]
  })
  const own = codes.filter(({ id, parent }) => parent === 'facet' || id === 'facet')
  const members = own.map(({ id }) => element('MemberCode', { targetGUID: codeGuid(id) }))
  return [...cycles, element('Set', { guid: guid('set', 'facets'), name: 'Facets of the cycle' }, members)]
}
