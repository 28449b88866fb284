import type { Column, Table } from '../../table.ts'
import { kindTitles, nodeKinds, strengths, type TheoryOfChange } from './theory-of-change.ts'

const nodeColumns: readonly Column[] = [
  { name: 'node_id', type: 'string', label: 'Node' },
  {
    name: 'kind',
    type: 'string',
    label: 'Kind',
    values: nodeKinds.map((value) => ({ value, label: kindTitles[value] })),
  },
  { name: 'title', type: 'string', label: 'Title' },
  { name: 'objective_id', type: 'string', label: 'Objective', description: 'Empty where the node is no objective.' },
  { name: 'indicator_ids', type: 'string', label: 'Indicators', description: 'Ids, separated by a space.' },
]

const linkColumns: readonly Column[] = [
  { name: 'link_id', type: 'string', label: 'Link' },
  { name: 'from_node_id', type: 'string', label: 'From' },
  { name: 'to_node_id', type: 'string', label: 'To' },
  {
    name: 'relation',
    type: 'string',
    label: 'Relation',
    values: [
      { value: 'leads-to', label: 'Leads to' },
      { value: 'feeds-back', label: 'Feeds back' },
    ],
  },
  { name: 'mechanism', type: 'string', label: 'Mechanism' },
  { name: 'assumption', type: 'string', label: 'Assumption' },
  {
    name: 'strength',
    type: 'string',
    label: 'Strength of evidence',
    values: strengths.map((value) => ({ value, label: value })),
  },
  { name: 'evidence_ids', type: 'string', label: 'Evidence', description: 'Ids, separated by a space.' },
  { name: 'rivals', type: 'string', label: 'Rival explanations', description: 'Separated by a vertical bar.' },
]

/**
 * A theory of change as two flat tables, nodes and links, in the order in which they stand.
 *
 * @example
 * ```ts
 * import { theoryTables } from '@mentoring-commons/reporting/evaluation'
 *
 * const node = { id: 'pairs', title: 'Pairs meet', kind: 'activity', indicatorIds: ['meetings', 'hours'] } as const
 * const { nodes } = theoryTables({ id: 't1', title: 'Why it should help', nodes: [node], links: [] })
 * nodes.rows[0]?.indicator_ids //=> "meetings hours"
 * ```
 */
export function theoryTables(theory: TheoryOfChange): { readonly nodes: Table; readonly links: Table } {
  const nodes = theory.nodes.map((node) => ({
    node_id: node.id,
    kind: node.kind,
    title: node.title,
    objective_id: node.kind === 'objective' ? node.objectiveId : null,
    indicator_ids: node.indicatorIds.join(' ') || null,
  }))
  const links = theory.links.map((link) => ({
    link_id: link.id,
    from_node_id: link.from,
    to_node_id: link.to,
    relation: link.relation,
    mechanism: link.mechanism,
    assumption: link.assumption,
    strength: link.strength,
    evidence_ids: link.evidenceIds.join(' ') || null,
    rivals: link.rivals.map(({ explanation }) => explanation).join(' | ') || null,
  }))
  return { nodes: { columns: nodeColumns, rows: nodes }, links: { columns: linkColumns, rows: links } }
}
