/** Figures of a group of people; `null` where one cannot be told. */
export interface GroupFigures<M extends string = string> {
  /** How many people the group has: what disclosure control asks for first. */
  readonly people: number
  readonly measures: Readonly<Record<M, number | null>>
}

/** Figures of the institution, its departments, and pairs of them. Raw: they name nobody, and are yet to be disclosed. */
export interface DepartmentFigures<M extends string = string, P extends string = string> {
  readonly about: 'departments'
  readonly kind: string
  readonly waveId: string
  readonly on: string
  readonly institution: GroupFigures<M>
  /** Sorted by id. */
  readonly departments: readonly (GroupFigures<M> & { readonly departmentId: string })[]
  /** Pairs of departments, the smaller id first, sorted; `people` is the size of the smaller of the two. */
  readonly pairs?: readonly (GroupFigures<P> & { readonly departmentIds: readonly [string, string] })[]
}

/** Figures of people by name: for those people, and for those who look after the network. Never to be published. */
export interface PeopleFigures<M extends string = string> {
  readonly about: 'people'
  readonly kind: string
  readonly waveId: string
  readonly on: string
  /** Sorted by person id. */
  readonly people: readonly {
    readonly personId: string
    readonly departmentId: string
    readonly measures: Readonly<Record<M, number | null>>
  }[]
}
