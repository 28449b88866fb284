import { evidenceKinds } from '../../evidence.ts'
import { intervalFacets } from '../../facet.ts'
import { type Refusal, type Result, refuse } from '../../refusal.ts'
import { wordInWords } from '../../views/in-words.ts'
import { guid } from './guid.ts'
import { element, textElement } from './xml.ts'

/** A code of a codebook. `parent` is the id of a code listed before it; `colour` is `#rrggbb`. */
export interface Code {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly colour?: string
  readonly parent?: string
}

/** The codes that every export has: the facets, and the kinds of evidence; their ids are `facet:act`, `kind:interview`. */
export const ownCodes: readonly Code[] = [
  { id: 'facet', name: 'Facet', description: 'What the cycle was doing on that day' },
  ...intervalFacets.map((facet) => ({ id: `facet:${facet}`, name: wordInWords(facet), parent: 'facet' })),
  { id: 'kind', name: 'Kind of evidence' },
  ...Object.keys(evidenceKinds).map((kind) => ({ id: `kind:${kind}`, name: wordInWords(kind), parent: 'kind' })),
]

/** The GUID of a code, the same in every project and codebook. */
export function codeGuid(id: string): string {
  return guid('code', id)
}

/** The given codes after our own, or why they make no codebook. */
export function allCodes(codes: readonly Code[]): Result<readonly Code[]> {
  const all = [...ownCodes, ...codes]
  for (const [index, code] of codes.entries()) {
    const refusal = faultIn(code, all.slice(0, ownCodes.length + index), `codes[${index}]`)
    if (refusal !== undefined) return { refusal }
  }
  return { value: all }
}

/** The `Code` elements of codes, those with a parent inside it. */
export function codeElements(codes: readonly Code[], parent?: string): readonly string[] {
  return codes
    .filter((code) => code.parent === parent)
    .map(({ id, name, description, colour }) =>
      element(
        'Code',
        { guid: codeGuid(id), name, isCodable: id === 'facet' || id === 'kind' ? 'false' : 'true', color: colour },
        [...(description === undefined ? [] : [textElement('Description', description)]), ...codeElements(codes, id)],
      ),
    )
}

function faultIn({ id, name, colour, parent }: Code, before: readonly Code[], path: string): Refusal | undefined {
  const has = (wanted: string) => before.some((code) => code.id === wanted)
  if (id.trim() === '' || name.trim() === '') {
    return refuse('blank-text', `${path} has no id or no name; give both`, path).refusal
  }
  if (has(id)) return refuse('duplicate-id', `${path} "${id}" is taken; give a new id`, `${path}.id`).refusal
  if (parent !== undefined && !has(parent)) {
    const says = `${path} names the parent "${parent}", which no code before it has; list that first`
    return refuse('not-found', says, `${path}.parent`).refusal
  }
  if (colour === undefined || /^#[0-9a-fA-F]{6}$/.test(colour)) return undefined
  return refuse('unknown-value', `${path}.colour is "${colour}"; write it as #rrggbb`, `${path}.colour`).refusal
}
