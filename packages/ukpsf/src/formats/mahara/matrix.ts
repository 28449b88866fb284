/** One of the four states that evidence can be in, and what it is called: exactly one key. */
export interface MatrixStatus {
  readonly begun?: string
  readonly incomplete?: string
  readonly partialcomplete?: string
  readonly completed?: string
}

/** A group of elements. */
export interface MatrixStandard {
  /** At most 100 characters. */
  readonly shortname: string
  /** At most 255 characters. */
  readonly name: string
  /** HTML. */
  readonly description?: string
  readonly standardid: number | string
}

/** One thing that evidence is placed against. */
export interface MatrixElement {
  /** At most 100 characters. */
  readonly shortname: string
  /** At most 255 characters. */
  readonly name: string
  /** HTML. */
  readonly description?: string
  readonly standardid: number | string
  readonly elementid?: number | string
  /** The `elementid` of an element above it, of the same standard. */
  readonly parentelementid?: number | string
}

/** A `.matrix` file of Mahara's SmartEvidence, in the form with `standardelements`. */
export interface Matrix {
  readonly framework: {
    /** The institution that may use it, by its short name in Mahara, or `all`. */
    readonly institution?: string
    /** At most 255 characters. */
    readonly name: string
    /** HTML. */
    readonly description?: string
    /** Whether people may set the state of their own evidence. */
    readonly selfassess?: boolean
    readonly evidencestatuses?: readonly MatrixStatus[]
    readonly standards: readonly MatrixStandard[]
    readonly standardelements: readonly MatrixElement[]
  }
}
