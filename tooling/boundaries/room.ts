/** A room: the files it is made of, and what they may import. */
export interface Room {
  readonly name: string
  /** Paths from the root; `*` stands for one part of a path, `**` for any number of them. */
  readonly files: readonly string[]
  /** Names of other rooms whose files may be imported. A room always opens to itself. */
  readonly rooms?: readonly string[]
  /** npm packages, workspace packages included; a subpath is meant with its package. `*` is any of them. */
  readonly npm?: readonly string[]
  /** Whether Node's built-in modules may be imported. */
  readonly node?: boolean
  /** Whether the code is pure: no clock, no chance, no process. */
  readonly pure?: boolean
}

/** The floor plan: which file may import which, and where rules of size do not apply. */
export interface Plan {
  readonly rooms: readonly Room[]
  /** Folders that must hold files, so that a check of nothing is noticed. */
  readonly areas: readonly string[]
  /** Files that only name what is public; nothing beside them imports them. */
  readonly entries: readonly string[]
  /** Tables of facts and lists of names, which may be as long as what they list. */
  readonly data: readonly string[]
  /** Folders, as patterns, whose files directly in them each stand for themselves when circles between folders are looked for. */
  readonly halls: readonly string[]
  /** Files whose exports need a doc comment, and that may have at most 300 lines. */
  readonly shipped: readonly string[]
}
