import type { DimensionCode } from '../framework/code.ts'
import { type Result, refuse } from '../refusal.ts'
import type { Evidence, SoundCorroboration, SoundEvidence } from './evidence.ts'
import { refuseEvidence } from './refuse-evidence.ts'

/** Gives the canonical code that a text names. */
export type CodeReader = (text: string) => Result<DimensionCode>

/** Gives evidence gone through, its codes read by `read`. */
export function soundEvidence(input: Evidence, read: CodeReader): Result<SoundEvidence> {
  const refusal = refuseEvidence(input)
  if (refusal) return { refusal }
  const tags = canonical(input.tags, 'tags', read)
  if (tags.refusal) return tags
  const corroborations: SoundCorroboration[] = []
  for (const [index, { tags: confirmed, ...word }] of (input.corroborations ?? []).entries()) {
    if (confirmed === undefined) {
      corroborations.push(word)
      continue
    }
    const path = `corroborations[${index}].tags`
    const codes = canonical(confirmed, path, read)
    if (codes.refusal) return codes
    const stray = codes.value.find((code) => !tags.value.includes(code))
    if (stray !== undefined) return refuseStray(stray, input.id, path)
    corroborations.push({ ...word, tags: codes.value })
  }
  const { corroborations: given, ...rest } = input
  return {
    value: {
      ...rest,
      kind: input.kind ?? 'other',
      tags: tags.value,
      ...(given === undefined ? {} : { corroborations }),
    },
  }
}

/** Gives the refusal of a confirmation for which there is no claim. */
export function refuseStray(code: string, id: string, path: string) {
  const message = `${code} is confirmed but not claimed in '${id}'. Add it to tags, or take it out here.`
  return refuse('confirmation-without-claim', message, path)
}

function canonical(texts: readonly string[], path: string, read: CodeReader): Result<readonly DimensionCode[]> {
  if (!Array.isArray(texts)) throw new TypeError(`${path} must be a list of qualified codes; got ${String(texts)}`)
  const codes = new Set<DimensionCode>()
  for (const [index, text] of texts.entries()) {
    const code = read(text)
    if (code.refusal) return { refusal: { ...code.refusal, path: `${path}[${index}]` } }
    codes.add(code.value)
  }
  return { value: [...codes] }
}
