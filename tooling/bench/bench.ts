/** One comparison: medians of ours and of the peer's, and the most that ours may be of the peer's. */
export interface Result {
  readonly name: string
  readonly ours: number
  readonly peer: number
  readonly unit: string
  /** Ours divided by the peer's: less is better. */
  readonly ratio: number
  /** The ratio that should not be passed. */
  readonly bar: number
}

/** How a bench is run. */
export interface Setting {
  /** Few rounds, and an end within 45 seconds. */
  readonly quick: boolean
  /** Tells a person what is going on. */
  readonly say: (line: string) => void
}

/** A comparison of ours with a peer that does the same work. */
export interface Bench {
  /** What `npm run bench -- NAME` calls it. */
  readonly name: string
  /** What is compared, in a sentence. */
  readonly title: string
  readonly run: (setting: Setting) => Promise<readonly Result[]>
}
