import { defineEvidence, type Evidence, planClaim, type Refusal, type RefusalCode } from '@mentoring-commons/ukpsf'
import type { Portfolio, PortfolioRead } from './portfolio.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * A portfolio from the text of a JSON file. The library reads what is evidence; this file only makes sure that what it is given
 * has the form it expects. Of each piece of evidence the first fault is told, and all pieces are gone through.
 */
export function readPortfolio(text: string): PortfolioRead {
  const refusals: Refusal[] = []
  const no = (code: RefusalCode, message: string, path?: string) => {
    refusals.push(path === undefined ? { code, message } : { code, message, path })
  }
  let file: unknown
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    no('not-json', `The file is no JSON: ${messageOf(cause)}. Correct it where it was made.`)
    return { refusals }
  }
  if (!isFields(file)) {
    no('wrong-field', 'The file must hold an object with title, descriptor, on and evidence.')
    return { refusals }
  }
  const { title, note, descriptor, on } = file
  if (typeof title !== 'string' || title.trim() === '')
    no('missing-field', `A portfolio needs a title that is not empty; got ${shown(title)}.`, 'title')
  const plan = planClaim({ descriptor: String(descriptor), on: String(on), evidence: [] })
  if (plan.refusal) refusals.push(plan.refusal)

  const ids = new Set<string>()
  const listOf = (name: 'evidence' | 'drafts', list: unknown): readonly Evidence[] => {
    if (!Array.isArray(list)) {
      no('wrong-field', `${name} must be a list; got ${shown(list)}.`, name)
      return []
    }
    return list.flatMap((item: unknown, at) => {
      const read = evidenceFrom(item)
      if ('refusal' in read) {
        const path = [`${name}[${at}]`, read.refusal.path].filter(Boolean).join('.')
        refusals.push({ ...read.refusal, path })
        return []
      }
      if (ids.has(read.value.id))
        no('duplicate-evidence', `Two pieces are called '${read.value.id}'. Give each its own id.`, `${name}[${at}].id`)
      ids.add(read.value.id)
      return [read.value]
    })
  }
  const evidence = listOf('evidence', file.evidence)
  const drafts = listOf('drafts', file.drafts ?? [])
  if (refusals.length > 0) return { refusals }
  const value: Portfolio = {
    ...file,
    title: String(title),
    ...(typeof note === 'string' ? { note } : {}),
    descriptor: plan.value?.descriptor ?? '',
    on: String(on),
    evidence,
    drafts,
  }
  return { value }
}

function evidenceFrom(item: unknown): { readonly value: Evidence } | { readonly refusal: Refusal } {
  const wrong = (path: string, what: string, got: unknown) => ({
    refusal: { code: 'wrong-field' as const, message: `This must be ${what}; got ${shown(got)}.`, path },
  })
  if (!isFields(item)) return wrong('', 'an object with id, on and tags', item)
  if (!Array.isArray(item.tags)) return wrong('tags', 'a list of qualified codes', item.tags)
  const { corroborations = [], link } = item
  if (!Array.isArray(corroborations)) return wrong('corroborations', 'a list', corroborations)
  for (const [at, word] of corroborations.entries()) {
    const path = `corroborations[${at}]`
    if (!isFields(word)) return wrong(path, 'an object with by and on', word)
    if (word.tags !== undefined && !Array.isArray(word.tags)) return wrong(`${path}.tags`, 'a list of codes', word.tags)
  }
  if (link !== undefined && !isFields(link)) return wrong('link', 'an object with kind and id', link)
  const read = defineEvidence(item as unknown as Evidence)
  return read.refusal ? { refusal: read.refusal } : { value: read.value }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80)
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
