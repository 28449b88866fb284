import type { DimensionCode } from '../framework/code.ts'
import type { Provenance } from '../framework/sourced.ts'
import type { MatchRelation } from './relation.ts'
import type { CrosswalkRow, MatchRow } from './row.ts'

const readOn = '2026-11-24'

const fromMemory: Provenance = {
  source: 'our own comparison; no official crosswalk was found, and what 2006 says here is from memory',
  certainty: 'M',
  readOn,
}
const ofValues: Provenance = {
  source:
    'our own comparison; no official crosswalk was found; the values of 2006 after reflectiveteaching.co.uk/rthe2/part5_ch17',
  certainty: 'A',
  readOn,
}

/** The same number in both editions, as near as is known. */
function same(code: string, note: string): MatchRow {
  return {
    relation: 'close',
    from: `ukpsf-2006:${code}` as DimensionCode,
    to: `ukpsf-2011:${code}` as DimensionCode,
    via: [],
    note,
    ...fromMemory,
  }
}

function match(
  from: DimensionCode,
  relation: MatchRelation,
  to: DimensionCode,
  provenance: Provenance,
  note: string,
  part?: string,
): MatchRow {
  const row = { relation, from, to, via: [], note, ...provenance }
  return part === undefined ? row : { ...row, part: { of: 'source', title: part } }
}

const sameArea = 'The two seem to ask for the same activity; their wordings were not compared.'
const sameKnowledge = 'The six forms of knowledge are nearly those of 2011; their wordings were not compared.'

/** From 2006 to 2011. */
export const rows2006To2011: readonly CrosswalkRow[] = [
  same('A1', sameArea),
  same('A2', sameArea),
  same('A3', sameArea),
  same('A4', sameArea),
  match(
    'ukpsf-2006:A5',
    'broader',
    'ukpsf-2011:A5',
    fromMemory,
    'Research and scholarship stand within development in 2011; joining them to teaching is not named there.',
    'research and scholarship as an activity',
  ),
  match(
    'ukpsf-2006:A5',
    'broader',
    'ukpsf-2011:V3',
    fromMemory,
    'What was an area of activity is in part a value in 2011.',
    'teaching that draws on research and scholarship',
  ),
  match(
    'ukpsf-2006:A6',
    'broader',
    'ukpsf-2011:A5',
    fromMemory,
    'Evaluation and development, to which 2011 adds research.',
  ),
  same('K1', sameKnowledge),
  same('K2', `${sameKnowledge} Later printings of 2011 name assessment here.`),
  same('K3', sameKnowledge),
  same('K4', sameKnowledge),
  same('K5', sameKnowledge),
  same('K6', sameKnowledge),
  match(
    'ukpsf-2006:V1',
    'broader',
    'ukpsf-2011:V1',
    ofValues,
    'From single learners to learners and diverse communities.',
  ),
  match('ukpsf-2006:V2', 'close', 'ukpsf-2011:V3', ofValues, 'The number changes: V2 of 2011 is another value.'),
  {
    relation: 'none',
    from: 'ukpsf-2006:V3',
    to: null,
    note: 'Developing communities of learning is a value of its own in 2006 only; the communities in V1 of 2011 are those that learners come from.',
    ...ofValues,
  },
  match(
    'ukpsf-2006:V4',
    'narrower',
    'ukpsf-2011:V2',
    ofValues,
    'Participation and equal opportunity; diversity is named with V1 in 2011.',
  ),
  match(
    'ukpsf-2006:V4',
    'broader',
    'ukpsf-2011:V1',
    ofValues,
    'Diversity is named with respect for learners in 2011.',
    'diversity',
  ),
  match(
    'ukpsf-2006:V5',
    'broader',
    'ukpsf-2011:A5',
    ofValues,
    'What was a value in 2006 is within an area of activity in 2011.',
  ),
  match(
    'ukpsf-2006:V5',
    'broader',
    'ukpsf-2011:V3',
    ofValues,
    'Development is one of the grounds of practice in V3 of 2011; evaluation is not named there.',
    'continuing development',
  ),
  {
    relation: 'none',
    from: null,
    to: 'ukpsf-2011:V4',
    note: 'New: no value of 2006 is about the wider setting of higher education.',
    ...ofValues,
  },
]
