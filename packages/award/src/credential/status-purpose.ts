/** What a list says of a badge: that it is taken back for good, or for now. */
export type StatusPurpose = 'revocation' | 'suspension'

/** The purposes there are. */
export const statusPurposes: readonly StatusPurpose[] = ['revocation', 'suspension']

/** Whether a value is a purpose that is understood here. */
export function isStatusPurpose(value: unknown): value is StatusPurpose {
  return statusPurposes.some((purpose) => purpose === value)
}
