/** One thing to be done, and the ways in which what comes of it will be observed. */
export interface ActionStep {
  readonly id: string
  readonly action: string
  readonly observationMethods: readonly string[]
}

/** A change of plan: the steps as they stood before it, and why they changed. */
export interface PlanRevision {
  readonly on: string
  readonly reason: string
  readonly evidence?: string
  readonly stepsBefore: readonly ActionStep[]
}

/** The plan of a cycle: its present steps, and each revision in the order made. */
export interface Plan {
  readonly plannedOn: string
  readonly steps: readonly ActionStep[]
  readonly revisions: readonly PlanRevision[]
}
