/** Every reason for an ending. `completed` is the planned end of a relationship that was wound down. */
export const endingReasons = [
  'completed',
  'no-fault',
  'conflict',
  'left-institution',
  'non-engagement',
  'reassigned',
] as const

/** Why a relationship ended. */
export type EndingReason = (typeof endingReasons)[number]

/**
 * Every reason for a pause. `absence` does not say why somebody is away, so that no reason tells of anybody's health.
 *
 * Source: our own analysis (certainty A).
 */
export const pauseReasons = ['absence', 'workload', 'role-change', 'programme-break', 'other'] as const

/** Why a relationship is paused. */
export type PauseReason = (typeof pauseReasons)[number]
