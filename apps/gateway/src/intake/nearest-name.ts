/**
 * The name among `names` that `wanted` was most likely meant to be, or null where none is near:
 * at most a third of its letters may differ.
 *
 * @example
 * ```ts
 * import { nearestName } from './nearest-name.ts'
 * nearestName('persn_id', ['cohort', 'person_id']) //=> "person_id"
 * nearestName('role', ['person_id']) //=> null
 * ```
 */
export function nearestName(wanted: string, names: readonly string[]): string | null {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  let best: string | null = null
  let fewest = Math.floor(Math.max(plain(wanted).length, 3) / 3) + 1
  for (const name of names) {
    const edits = editDistance(plain(wanted), plain(name))
    if (edits < fewest) {
      best = name
      fewest = edits
    }
  }
  return best
}

/** Insertions, deletions and replacements between two texts (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const replace = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
