/** A row as somebody without the package would keep it. */
interface Row {
  readonly id: string
  readonly on: string | { readonly to: string }
  readonly tags: readonly string[]
}

/**
 * Coverage and the three counts of `psf-2023:D2` in the straightforward way: a filter for each dimension. It checks nothing of
 * the rows, gives no reasons and no gap, and knows one descriptor.
 */
export function readNaively(codes: readonly string[], rows: readonly Row[], on: string): object {
  const since = `${Number(on.slice(0, 4)) - 3}${on.slice(4)}`
  const byCode = Object.fromEntries(
    codes.map((code) => [code, rows.filter((row) => row.tags.includes(code)).map((row) => row.id)]),
  )
  const whole = (family: string) =>
    codes.filter((code) => code.includes(`:${family}`)).every((code) => (byCode[code] ?? []).length > 0)
  return {
    byCode,
    single: codes.filter((code) => byCode[code]?.length === 1),
    answers: ['V', 'K', 'A'].map(whole),
    stale: rows.filter((row) => (typeof row.on === 'string' ? row.on : row.on.to) < since).map((row) => row.id),
  }
}
