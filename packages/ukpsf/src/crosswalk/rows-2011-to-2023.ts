import type { DimensionCode } from '../framework/code.ts'
import type { Provenance } from '../framework/sourced.ts'
import type { MatchRelation } from './relation.ts'
import type { CrosswalkRow, MatchRow } from './row.ts'

const readOn = '2026-11-24'

/** The pair of codes stands in one published list; the relation is ours. */
const paired: Provenance = {
  source:
    'the relation by our own comparison; the pair of codes also in hea-fellow.el (P. Lord), a list that calls itself unofficial; no official crosswalk was found',
  certainty: 'A',
  readOn,
}
const unpaired: Provenance = {
  source:
    'our own comparison; hea-fellow.el (P. Lord), a list that calls itself unofficial, gives no partner either; no official crosswalk was found',
  certainty: 'A',
  readOn,
}
const ours: Provenance = {
  source: 'our own comparison alone; no published crosswalk that was found has this pair',
  certainty: 'A',
  readOn,
}

type Local = `${'A' | 'K' | 'V'}${number}`

function match(from: Local, relation: MatchRelation, to: Local, note: string): MatchRow {
  const codes: { from: DimensionCode; to: DimensionCode } = { from: `ukpsf-2011:${from}`, to: `psf-2023:${to}` }
  return { relation, ...codes, via: [], note, ...paired }
}

function part(from: Local, title: string, to: Local, note: string): MatchRow {
  return { ...match(from, 'broader', to, note), ...ours, part: { of: 'source', title } }
}

/** From 2011 to 2023. */
export const rows2011To2023: readonly CrosswalkRow[] = [
  match('A1', 'close', 'A1', 'Planning and designing in both.'),
  match('A2', 'close', 'A2', 'A2 of 2023 takes over environments from A4 of 2011.'),
  match('A3', 'close', 'A3', '2023 stresses that assessment serves learning.'),
  match('A4', 'narrower', 'A4', 'Support and guidance stay; environments went to A2.'),
  part('A4', 'environments for learning', 'A2', 'Environments belong to A2 in 2023.'),
  match('A5', 'narrower', 'A5', 'Own development stays; research and evaluation went to V3 and K3.'),
  part('A5', 'research and scholarship', 'V3', 'As a ground of practice, research is within a value in 2023.'),
  part('A5', 'evaluating practice', 'K3', 'Evaluation is within knowledge in 2023.'),
  {
    relation: 'none',
    from: 'ukpsf-2011:K1',
    to: null,
    note: 'No form of knowledge of 2023 is the subject itself; K1 and K2 of 2023 speak of learning and teaching in the subject.',
    ...unpaired,
  },
  match('K2', 'close', 'K2', 'Assessment, which later printings of 2011 name, is not named in 2023.'),
  match('K3', 'close', 'K1', 'The number changes: K3 of 2023 is critical evaluation.'),
  match('K4', 'broader', 'K4', 'Resources come in beside technologies.'),
  match('K5', 'broader', 'K3', 'From evaluating teaching to critical evaluation; K5 of 2023 is quality.'),
  match('K6', 'close', 'K5', 'The number changes: 2023 has no K6.'),
  match('V1', 'close', 'V1', 'Respect for learners in both.'),
  match('V2', 'close', 'V2', 'Changed in what it stresses: from participation and equality to engagement and equity.'),
  match('V3', 'broader', 'V3', '2023 names more grounds of practice.'),
  match('V4', 'close', 'V4', 'From acknowledging the wider setting to answering it.'),
  {
    relation: 'none',
    from: null,
    to: 'psf-2023:V5',
    note: 'New: no dimension of 2011 is about working with others to enhance practice.',
    ...unpaired,
  },
]
