/**
 * What sort of thing evidence is. These words are enough for most portfolios; any other text is taken too, so that an
 * institution may use its own. Nothing is counted by kind.
 *
 * - `practice`: teaching or supporting learning, or its design, done by the person.
 * - `observation-of-teaching`: the person's teaching, seen and written up by somebody.
 * - `feedback`: what learners or colleagues said of it.
 * - `mentoring`: guiding or being guided, such as a meeting or a relationship as a whole.
 * - `inquiry`: own investigation of practice, such as a cycle of action research.
 * - `leadership`: co-ordinating, managing or shaping the teaching of others, or its policy.
 * - `publication`: scholarship that was made public.
 * - `qualification`: a course or an award that was completed.
 * - `development`: other learning for the role, such as a workshop or a network.
 * - `other`: none of these; taken where nothing is said.
 */
export type EvidenceKind =
  | 'practice'
  | 'observation-of-teaching'
  | 'feedback'
  | 'mentoring'
  | 'inquiry'
  | 'leadership'
  | 'publication'
  | 'qualification'
  | 'development'
  | 'other'
  | (string & {})
