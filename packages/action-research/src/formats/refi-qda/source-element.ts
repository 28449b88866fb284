import { codeGuid } from './code.ts'
import { guid } from './guid.ts'
import type { Source, SourceRef } from './source.ts'
import { element, textElement } from './xml.ts'

/** A coding at its place in the exported text, counted in characters (code points), the end not included. */
export interface Place {
  readonly source: SourceRef
  readonly code: string
  readonly start: number
  readonly end: number
}

const variables = [
  ['Kind', 'Text'],
  ['Timing', 'Text'],
  ['Date', 'Date'],
] as const

/** The GUID of a source. */
export function sourceGuid(inquiry: string, { kind, id }: SourceRef): string {
  return guid(kind, inquiry, id)
}

/** The variables that sources of evidence have values of. */
export function variableElements(): readonly string[] {
  return variables.map(([name, typeOfVariable]) =>
    element('Variable', { guid: guid('variable', name), name, typeOfVariable }),
  )
}

/** A source: where its text lies, the codings of its parts and of the whole, and its values. */
export function sourceElement(
  source: Source,
  places: readonly Place[],
  inquiry: string,
  creatingUser: string | undefined,
): string {
  const { ref, name, on, codes } = source
  const id = sourceGuid(inquiry, ref)
  const own = places.filter((one) => one.source.kind === ref.kind && one.source.id === ref.id)
  const whole = codes.map((code) => codingElement(code, id, 'whole'))
  return element(
    'TextSource',
    { guid: id, name, plainTextPath: `internal://${id}.txt`, creatingUser, creationDateTime: `${on}T00:00:00Z` },
    [...selectionElements(own, id), ...whole, ...valueElements(source)],
  )
}

function selectionElements(places: readonly Place[], source: string): readonly string[] {
  const ranges = [...new Set(places.map(({ start, end }) => `${start} ${end}`))]
    .map((range) => range.split(' ').map(Number) as [number, number])
    .sort(([a, b], [c, d]) => a - c || b - d)
  return ranges.map(([start, end]) => {
    const codes = places.filter((one) => one.start === start && one.end === end).map(({ code }) => code)
    return element(
      'PlainTextSelection',
      {
        guid: guid('selection', source, String(start), String(end)),
        startPosition: String(start),
        endPosition: String(end),
      },
      [...new Set(codes)].sort().map((code) => codingElement(code, source, `${start} ${end}`)),
    )
  })
}

function codingElement(code: string, source: string, where: string): string {
  return element('Coding', { guid: guid('coding', source, where, code) }, [
    element('CodeRef', { targetGUID: codeGuid(code) }),
  ])
}

function valueElements({ evidence }: Source): readonly string[] {
  if (evidence === undefined) return []
  const values = { Kind: evidence.kind, Timing: evidence.timing, Date: evidence.on }
  return variables.map(([name, type]) =>
    element('VariableValue', {}, [
      element('VariableRef', { targetGUID: guid('variable', name) }),
      textElement(`${type}Value`, values[name]),
    ]),
  )
}
