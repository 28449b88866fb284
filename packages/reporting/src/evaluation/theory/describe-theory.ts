import { kindTitles, nodeKinds, type TheoryOfChange } from './theory-of-change.ts'

/**
 * A theory of change in sentences, for whoever does not see the drawing: every kind with its nodes, then every link with mechanism, assumption,
 * strength and rivals.
 *
 * @example
 * ```ts
 * import { describeTheory } from '@mentoring-commons/reporting/evaluation'
 *
 * const node = { id: 'pairs', title: 'Pairs meet', kind: 'activity', indicatorIds: [] } as const
 * describeTheory({ id: 't1', title: 'Why it should help', nodes: [node], links: [] }) //=> ["Activities: Pairs meet.", "No links."]
 * ```
 */
export function describeTheory({ nodes, links }: TheoryOfChange): readonly string[] {
  const titleOf = (id: string) => nodes.find((node) => node.id === id)?.title ?? id
  const kinds = nodeKinds.flatMap((kind) => {
    const titles = nodes.filter((node) => node.kind === kind).map(({ title }) => title)
    return titles.length === 0 ? [] : [`${kindTitles[kind]}: ${titles.join('; ')}.`]
  })
  const sentences = links.map(({ from, to, relation, mechanism, assumption, strength, rivals }) => {
    const verb = relation === 'leads-to' ? 'is meant to lead to' : 'feeds back into'
    const against =
      rivals.length === 0 ? 'no rival named' : `rivals: ${rivals.map(({ explanation }) => explanation).join('; ')}`
    return `${titleOf(from)} ${verb} ${titleOf(to)}. How: ${mechanism} Assuming: ${assumption} Evidence: ${strength}; ${against}.`
  })
  return [...kinds, ...(sentences.length === 0 ? ['No links.'] : sentences)]
}
