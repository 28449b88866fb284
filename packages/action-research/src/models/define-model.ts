import { facets } from '../facet.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import type { ModelDefinition } from './model.ts'

const needed = ['plan', 'act', 'observe', 'reflect'] as const
const certainties: readonly string[] = ['2+', '1', 'A', 'M']

/**
 * The model that a definition describes, frozen, or a refusal `faulty-model` that names the fault: blank words, no such
 * facet, phase ids that repeat or are not there, a phase that no arrow leads to, or no phase for planning, acting,
 * observing or reflecting, without which no cycle could ever be closed.
 * @example
 * ```ts
 * import { defineModel, kemmisMcTaggart } from '@mentoring-commons/action-research'
 * const answer = defineModel({ ...kemmisMcTaggart, initial: 'look' })
 * 'refusal' in answer && answer.refusal.path //=> "initial"
 * ```
 */
export function defineModel(input: ModelDefinition): Result<ModelDefinition> {
  const refusal = wordsFault(input) ?? phasesFault(input) ?? arrowsFault(input)
  if (refusal !== undefined) return { refusal }
  return { value: deepFreeze(structureOf(input)) }
}

function wordsFault({ id, title, authors, source, certainty, year }: ModelDefinition): Refusal | undefined {
  for (const [path, text] of Object.entries({ id, title, source })) {
    if (text.trim() === '') return fault(`${path} is empty; give the model its ${path}`, path)
  }
  if (authors.length === 0 || authors.some((author) => author.trim() === '')) {
    return fault(`authors ${JSON.stringify(authors)} name nobody; give at least one name`, 'authors')
  }
  if (!Number.isInteger(year)) return fault(`year ${year} is not a whole number; give the year of the source`, 'year')
  if (!certainties.includes(certainty))
    return fault(`certainty "${certainty}" is none of ${certainties.join(', ')}`, 'certainty')
  return undefined
}

function phasesFault({ phases }: ModelDefinition): Refusal | undefined {
  const seen = new Set<string>()
  for (const [index, phase] of phases.entries()) {
    const path = `phases[${index}]`
    if (phase.id.trim() === '' || phase.title.trim() === '')
      return fault(`${path} has no id or no title; give both`, path)
    if (seen.has(phase.id)) return fault(`phase id "${phase.id}" repeats; give each phase its own`, `${path}.id`)
    seen.add(phase.id)
    if (phase.facets.length === 0)
      return fault(`phase "${phase.id}" maps to no facet; name one of ${facets.join(', ')}`, `${path}.facets`)
    const odd = phase.facets.find((facet) => !facets.includes(facet))
    if (odd !== undefined) return fault(`"${odd}" is no canonical facet; use ${facets.join(', ')}`, `${path}.facets`)
  }
  const lacking = needed.filter((facet) => !phases.some((phase) => phase.facets.includes(facet)))
  if (lacking.length > 0)
    return fault(`no phase maps to ${lacking.join(', ')}; a cycle could never be closed`, 'phases')
  return undefined
}

function arrowsFault({ phases, initial, transitions }: ModelDefinition): Refusal | undefined {
  const ids = new Set(phases.map(({ id }) => id))
  if (!ids.has(initial)) return fault(`initial "${initial}" is no phase; use ${[...ids].join(', ')}`, 'initial')
  for (const [index, arrow] of transitions.entries()) {
    const odd = arrow.find((id) => !ids.has(id))
    if (odd !== undefined) return fault(`"${odd}" is no phase; use ${[...ids].join(', ')}`, `transitions[${index}]`)
  }
  const reached = new Set([initial])
  for (const id of reached) for (const [from, to] of transitions) if (from === id) reached.add(to)
  const lost = [...ids].find((id) => !reached.has(id))
  if (lost !== undefined)
    return fault(`no arrow leads from "${initial}" to "${lost}"; add one or drop the phase`, 'transitions')
  return undefined
}

function fault(message: string, path: string): Refusal {
  return refuse('faulty-model', message, path).refusal
}

function structureOf(input: ModelDefinition): ModelDefinition {
  const { id, title, authors, year, phases, initial, transitions, source, certainty } = input
  return {
    id,
    title,
    authors: [...authors],
    year,
    phases: phases.map((phase) => ({ id: phase.id, title: phase.title, facets: [...phase.facets] })),
    initial,
    transitions: transitions.map(([from, to]) => [from, to] as const),
    source,
    certainty,
  }
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(Object.freeze(value))) deepFreeze(part)
  return value
}
