import type { DimensionCode, EditionId } from '../framework/code.ts'
import { formatDimension } from '../framework/dimension.ts'
import { type Result, refuse } from '../refusal.ts'
import { parseDimension } from './parse-dimension.ts'

/**
 * Gives many codes in their canonical spelling, each once, in the order of first mention. With `edition`, a code of another
 * edition is refused as `mixed-editions`; the path of a refusal is `path[index]`.
 */
export function parseCodes(
  texts: readonly string[],
  path: string,
  edition?: EditionId,
): Result<readonly DimensionCode[]> {
  if (!Array.isArray(texts)) throw new TypeError(`${path} must be a list of qualified codes; got ${String(texts)}`)
  const codes = new Set<DimensionCode>()
  for (const [index, text] of texts.entries()) {
    const at = `${path}[${index}]`
    const dimension = parseDimension(text)
    if (dimension.refusal) return { refusal: { ...dimension.refusal, path: at } }
    const code = formatDimension(dimension.value)
    if (edition !== undefined && dimension.value.edition !== edition) {
      return refuse(
        'mixed-editions',
        `${code} is of another edition than ${edition}, and one claim is read in one edition. Tag it in ${edition}, or leave it out.`,
        at,
      )
    }
    codes.add(code)
  }
  return { value: [...codes] }
}
