import { composeRelations, weakerCertainty } from './relation.ts'
import { type CrosswalkRow, isMatch, type MatchRow, type Part } from './row.ts'

/**
 * Gives the row that two rows make together, where the target of the first is the source of the second, or nothing where
 * that is not sound. A row about a part of the middle dimension says nothing of what only touches the rest of it, so it
 * passes an `exact` neighbour alone.
 */
export function composeRows(first: MatchRow, second: CrosswalkRow): CrosswalkRow | undefined {
  if (first.to !== second.from) throw new RangeError(`${first.to} and ${second.from} are not the same dimension`)
  const relation = composeRelations(first.relation, second.relation)
  const part = composeParts(first, second)
  if (relation === undefined || part === 'unsound') return undefined
  const provenance = {
    source: first.source === second.source ? first.source : `${first.source}; then ${second.source}`,
    certainty: weakerCertainty(first.certainty, second.certainty),
    readOn: first.readOn < second.readOn ? first.readOn : second.readOn,
    note: `${first.note} Then: ${second.note}`,
  }
  if (!isMatch(second) || relation === 'none') return { ...provenance, relation: 'none', from: first.from, to: null }
  const via = [...first.via, first.to, ...second.via]
  const row = { ...provenance, relation, from: first.from, to: second.to, via }
  return part === undefined ? row : { ...row, part }
}

function composeParts(first: MatchRow, second: CrosswalkRow): Part | undefined | 'unsound' {
  const after = isMatch(second) ? second.part : undefined
  if (first.part === undefined && after === undefined) return undefined
  if (first.part !== undefined && after !== undefined) return 'unsound'
  if (!isMatch(second)) return 'unsound'
  const middle = first.part?.of === 'target' || after?.of === 'source'
  const neighbour = first.part === undefined ? first.relation : second.relation
  return middle && neighbour !== 'exact' ? 'unsound' : (first.part ?? after)
}
