const tolerance = 1.5e-8

/** The first time at which a falling curve is at most a half; midway to its next fall, or to its end, where it lies at exactly a half; undefined when it never is. */
export function medianTime(curve: readonly { readonly time: number; readonly survival: number }[]): number | undefined {
  const from = curve.findIndex((step) => step.survival < 0.5 + tolerance)
  const first = curve[from]
  if (first === undefined) return undefined
  if (Math.abs(first.survival - 0.5) >= tolerance) return first.time
  const next = curve.find((step, index) => index > from && step.survival < first.survival) ?? curve.at(-1)
  return (first.time + (next?.time ?? first.time)) / 2
}
