import type { Matrix } from './matrix.ts'

/**
 * Gives the text of a `.matrix` file, ending in a line break.
 *
 * @example
 * ```ts
 * import { readMatrix, writeMatrix } from '@mentoring-commons/ukpsf/formats'
 * const matrix = { framework: { name: 'Ours', standards: [], standardelements: [] } }
 * readMatrix(writeMatrix(matrix)).value?.matrix.framework.name //=> "Ours"
 * ```
 */
export function writeMatrix(matrix: Matrix): string {
  return `${JSON.stringify(matrix, undefined, 2)}\n`
}
