/** What is known of a kind of comparison: what a reader may take from it, and what not. */
export interface DesignFacts {
  readonly title: string
  readonly canSay: string
  readonly cannotSay: string
  /** What has to hold for it to say that much. */
  readonly assumptions: readonly string[]
  /** What can be looked at to see whether it holds. */
  readonly checks: readonly string[]
  readonly source: string
  /** `2+` two or more sources, `1` one page, `A` our analysis, `M` memory, unverified. */
  readonly certainty: '2+' | '1' | 'A' | 'M'
}

/** Every kind of comparison, each with what it can and cannot say. */
export const comparisonDesigns = {
  description: {
    title: 'description, without a comparison',
    canSay: 'how things were among those who were counted',
    cannotSay: 'whether anything would have been different otherwise',
    assumptions: ['those who answered resemble those who did not'],
    checks: ['response rate'],
    source: 'standard methods text',
    certainty: 'M',
  },
  'pre-post': {
    title: 'the same people before and after',
    canSay: 'how much those who gave both answers changed',
    cannotSay: 'whether they would have changed without it',
    assumptions: ['both answers measure the same thing', 'those who left resemble those who stayed'],
    checks: ['missing answers by wave', 'response shift, by asking in retrospect', 'return to the mean'],
    source: 'standard methods text',
    certainty: 'M',
  },
  unmatched: {
    title: 'two groups as they are',
    canSay: 'how the two groups differ',
    cannotSay: 'whether they differed before: who joins a voluntary programme is not like who does not',
    assumptions: ['the groups differ in nothing else that matters'],
    checks: ['table of both groups at the start'],
    source: 'Sandvik et al., NBER w29148, on selection into voluntary programmes',
    certainty: '1',
  },
  matched: {
    title: 'two groups made alike in what was recorded',
    canSay: 'how people differ who are alike in what they were matched on',
    cannotSay: 'anything about what was not recorded, such as motivation',
    assumptions: ['nothing that was not recorded decides both joining and the outcome', 'the groups overlap'],
    checks: ['standardised mean differences below 0.1', 'how many found no match'],
    source: 'standard methods text',
    certainty: 'M',
  },
  'difference-in-differences': {
    title: 'change of one group beside the change of another',
    canSay: 'how much more one group changed than the other',
    cannotSay: 'anything if the groups were on different paths already',
    assumptions: ['both would have gone on in parallel', 'nothing else happened to one of them alone'],
    checks: ['picture of both before', 'the same comparison between two earlier periods'],
    source: 'standard methods text',
    certainty: 'M',
  },
  'waiting-list-lottery': {
    title: 'places drawn by lot among those who wanted one',
    canSay: 'how those who were offered a place differ from those who were not, chance aside',
    cannotSay: 'anything about people who did not want a place',
    assumptions: ['the order was drawn at random and kept', 'those who wait do not find it elsewhere'],
    checks: ['both groups at the start', 'who left, in each group', 'who was offered a place and took none'],
    source: 'Athey and Palikot, arXiv 2211.09968',
    certainty: '1',
  },
  survival: {
    title: 'time until it happens, with mentoring counted from the day it began',
    canSay: 'how much sooner or later it happens to those being mentored than to others at the same time',
    cannotSay: 'whether those who sought a mentor would have stayed anyway',
    assumptions: ['leaving the record has nothing to do with the outcome', 'other ends, such as retirement, are apart'],
    checks: ['proportional hazards', 'curves by cause of leaving', 'people at risk over time'],
    source: 'standard methods text, on immortal time',
    certainty: 'M',
  },
} as const satisfies Readonly<Record<string, DesignFacts>>
