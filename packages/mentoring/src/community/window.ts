import { dateRefusal } from '../iso-date.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** A stretch of days; both the first and the last belong to it. */
export interface Window {
  readonly from: string
  /** Never before `from`. */
  readonly to: string
}

/** Gives the refusal of a window whose days are no days or in the wrong order, and nothing for any other. */
export function windowRefusal(window: Window, path = 'window'): Refusal | undefined {
  const wrongDate = dateRefusal(window.from, `${path}.from`) ?? dateRefusal(window.to, `${path}.to`)
  if (wrongDate) return wrongDate
  if (window.to >= window.from) return undefined
  const message = `The window would end on ${window.to}, before it starts on ${window.from}: exchange the two days.`
  return refuse('window-not-usable', message, `${path}.to`).refusal
}

/** Throws for a window that `windowRefusal` would refuse: where a window comes from the calling code. */
export function assertWindow(window: Window): void {
  const refusal = windowRefusal(window)
  if (refusal) throw new RangeError(refusal.message)
}

/** Tells whether a day lies in a window. */
export function isWithin(on: string, window: Window): boolean {
  return window.from <= on && on <= window.to
}

/** Gives the number of days of a window, both ends counted. */
export function daysOf(window: Window): number {
  return Math.round((Date.parse(window.to) - Date.parse(window.from)) / 86_400_000) + 1
}
