/** Who learned. */
export const learningLevels = ['self', 'team', 'organisation'] as const

/** What the learning is about: the matter itself, how it was worked on, or the assumptions underneath. */
export const learningKinds = ['content', 'process', 'premise'] as const

/** Something learned in one cycle and carried into the next. */
export interface Learning {
  readonly level: (typeof learningLevels)[number]
  readonly kind: (typeof learningKinds)[number]
  readonly text: string
}
