import type { Progress } from './import.ts'

/**
 * A line that shows how far an import has come, `columns` characters wide at most.
 *
 * @example
 * ```ts
 * import { progressBar } from './progress-bar.ts'
 * progressBar({ file: 'people.csv', rows: 1200, bytes: 50, totalBytes: 100 }, 60) //=> "[##########..........]  50 %  people.csv, 1200 rows"
 * ```
 */
export function progressBar({ file, rows, bytes, totalBytes }: Progress, columns: number): string {
  const share = totalBytes === 0 ? 1 : Math.min(1, bytes / totalBytes)
  const width = 20
  const filled = Math.floor(share * width)
  const percent = String(Math.floor(share * 100)).padStart(3)
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${percent} %  ${file}, ${rows} rows`.slice(
    0,
    Math.max(0, columns),
  )
}
