/** One thing that did not cross from one format to the other. */
export interface NotCarried {
  /** Where it stands in what was given, such as `descriptors[0].criteria` or `CFItems[3].colour`. */
  readonly path: string
  /** Why, in a sentence for people. */
  readonly why: string
}
