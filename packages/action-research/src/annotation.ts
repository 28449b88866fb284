/** The sorts of things that an annotation can be about; `inquiry` is the whole of it, by its own id. */
export const annotated = [
  'inquiry',
  'cycle',
  'reflection',
  'evidence',
  'consent',
  'claim',
  'meeting',
  'problem',
  'change',
  'outlook',
  'stakeholder',
  'group',
  'approval',
] as const

/** What an annotation is about: a sort of thing and the id of one. */
export interface About {
  readonly kind: (typeof annotated)[number]
  readonly id: string
}

/** A correction or remark beside what was recorded, which itself stays as it is; the only way to correct a closed cycle. */
export interface Annotation {
  readonly id: string
  readonly about: About
  readonly by: string
  readonly on: string
  readonly text: string
}
