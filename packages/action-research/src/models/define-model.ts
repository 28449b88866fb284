import { facets } from '../facet.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import type { Certainty, ModelDefinition } from './model.ts'

const needed = ['plan', 'act', 'observe', 'reflect'] as const
const certainties: Readonly<Record<Certainty, true>> = { '2+': true, '1': true, A: true, M: true }

/**
 * The model that a definition describes, frozen, or a refusal `faulty-model` that names the fault: blank or missing
 * words, no such facet or one named twice, phase ids or titles that repeat, arrows that repeat, lead nowhere or from a
 * phase to itself, a phase that no arrow leads to or on from, or no phase for planning, acting, observing or
 * reflecting, without which no cycle could ever be closed.
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
    if (isBlank(text)) return fault(`${path} is empty; give the model its ${path}`, path)
  }
  if (!Array.isArray(authors) || authors.length === 0 || authors.some(isBlank)) {
    return fault(`authors ${JSON.stringify(authors)} name nobody; give at least one name`, 'authors')
  }
  if (year !== undefined && !Number.isInteger(year)) {
    return fault(`year ${year} is not a whole number; give the year of the source, or leave it out`, 'year')
  }
  if (!Object.hasOwn(certainties, certainty)) {
    return fault(`certainty "${certainty}" is none of ${Object.keys(certainties).join(', ')}`, 'certainty')
  }
  return undefined
}

function phasesFault({ phases }: ModelDefinition): Refusal | undefined {
  if (!Array.isArray(phases)) return fault('phases is no list; give the phases in their order', 'phases')
  const ids = new Set<string>()
  const titles = new Set<string>()
  for (const [index, phase] of (phases as ModelDefinition['phases']).entries()) {
    const path = `phases[${index}]`
    if (isBlank(phase?.id) || isBlank(phase.title)) return fault(`${path} has no id or no title; give both`, path)
    if (ids.has(phase.id)) return fault(`phase id "${phase.id}" repeats; give each phase its own`, `${path}.id`)
    if (titles.has(phase.title)) {
      return fault(`phase title "${phase.title}" repeats; give each phase its own`, `${path}.title`)
    }
    ids.add(phase.id)
    titles.add(phase.title)
    const wrong = facetsFault(phase, `${path}.facets`)
    if (wrong !== undefined) return wrong
  }
  const lacking = needed.filter((facet) => !phases.some((phase) => phase.facets.includes(facet)))
  return lacking.length === 0
    ? undefined
    : fault(`no phase maps to ${lacking.join(', ')}; a cycle could never be closed`, 'phases')
}

function facetsFault({ id, facets: covered }: ModelDefinition['phases'][number], path: string): Refusal | undefined {
  if (!Array.isArray(covered) || covered.length === 0) {
    return fault(`phase "${id}" maps to no facet; name one of ${facets.join(', ')}`, path)
  }
  const odd = covered.find((facet) => !facets.includes(facet))
  if (odd !== undefined) return fault(`"${odd}" is no canonical facet; use ${facets.join(', ')}`, path)
  const again = covered.find((facet, index) => covered.indexOf(facet) < index)
  return again === undefined ? undefined : fault(`phase "${id}" names facet "${again}" twice; name it once`, path)
}

function arrowsFault({ phases, initial, transitions }: ModelDefinition): Refusal | undefined {
  const ids = phases.map(({ id }) => id)
  const use = `use ${ids.join(', ')}`
  if (!ids.includes(initial)) return fault(`initial "${initial}" is no phase; ${use}`, 'initial')
  if (!Array.isArray(transitions)) return fault('transitions is no list; give pairs of phase ids', 'transitions')
  const arrows = transitions as ModelDefinition['transitions']
  for (const [index, arrow] of arrows.entries()) {
    const path = `transitions[${index}]`
    if (!Array.isArray(arrow) || arrow.length !== 2) return fault(`${path} is no pair of phase ids`, path)
    const [from, to] = arrow as ModelDefinition['transitions'][number]
    const odd = [from, to].find((id) => !ids.includes(id))
    if (odd !== undefined) return fault(`"${odd}" is no phase; ${use}`, path)
    if (from === to) return fault(`the arrow from "${from}" leads to itself; leave it out`, path)
    if (arrows.findIndex((other) => other[0] === from && other[1] === to) < index) {
      return fault(`the arrow from "${from}" to "${to}" is there twice; give it once`, path)
    }
  }
  const reached = new Set([initial])
  for (const id of reached) for (const [from, to] of arrows) if (from === id) reached.add(to)
  const lost = ids.find((id) => !reached.has(id))
  if (lost !== undefined) {
    return fault(`no arrow leads from "${initial}" to "${lost}"; add one or drop the phase`, 'transitions')
  }
  const dead = ids.find((id) => !arrows.some(([from]) => from === id))
  if (dead === undefined) return undefined
  return fault(`no arrow leads on from "${dead}"; say where the next turn begins`, 'transitions')
}

function isBlank(text: unknown): boolean {
  return typeof text !== 'string' || text.trim() === ''
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
    ...(year === undefined ? {} : { year }),
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
