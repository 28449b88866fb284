/** What an outsider can say of each unknown: it lies between `low` and `high`. */
export interface Bounds {
  readonly low: readonly number[]
  readonly high: readonly number[]
}

/** A sum of unknowns, each times a coefficient, that lies between two numbers. */
export interface Linear {
  readonly kind: 'linear'
  readonly terms: readonly (readonly [unknown: number, coefficient: number])[]
  readonly low: number
  readonly high: number
}

/** Two unknowns of which only some pairs are possible: a count and what a percentage says it is a share of. */
export interface Share {
  readonly kind: 'share'
  readonly count: number
  readonly among: number
  readonly allows: (count: number, among: number) => boolean
}

/** Something that an outsider knows of the unknowns. */
export type Constraint = Linear | Share

/** The constraints, with those that each unknown has a part in. */
export interface System {
  readonly constraints: readonly Constraint[]
  readonly touching: readonly (readonly number[])[]
}

/** The system of these constraints over so many unknowns. */
export function systemOf(unknowns: number, constraints: readonly Constraint[]): System {
  const touching = Array.from({ length: unknowns }, (): number[] => [])
  for (const [index, constraint] of constraints.entries())
    for (const unknown of unknownsIn(constraint)) touching[unknown]?.push(index)
  return { constraints, touching }
}

/** The unknowns that a constraint is about. */
export function unknownsIn(constraint: Constraint): readonly number[] {
  return constraint.kind === 'linear'
    ? constraint.terms.map(([unknown]) => unknown)
    : [constraint.count, constraint.among]
}

/** A system with one constraint more, the last. */
export function withConstraint({ constraints, touching }: System, constraint: Constraint): System {
  const more = [...touching]
  for (const unknown of unknownsIn(constraint)) more[unknown] = [...(touching[unknown] ?? []), constraints.length]
  return { constraints: [...constraints, constraint], touching: more }
}
