import { embeddedness, hallmarkPresences, type Practice } from '@mentoring-commons/mentoring'
import type { ReportInput } from '@mentoring-commons/reporting'
import type { Transaction } from '../../db/database.ts'
import { employmentKnownUntil, retentionRows } from '../evaluation/employment/store.ts'
import { type Gathered, type gatherProgramme, reportInput, text } from '../reporting/gather.ts'
import { impactIndicators, retentionIndicators } from '../reporting/impact-indicators.ts'
import {
  baselineWaves,
  findingRows,
  hallmarkRows,
  memberRows,
  objectiveRows,
  practiceRows,
  recommendationRows,
} from './store.ts'

/** What an impact report may be made of, and which waves tell of the time before. */
export interface GatheredImpact extends Gathered {
  readonly waves: readonly string[]
}

/** Reads what is recorded of a programme and around it on a day. What is not recorded has no input, and so no figure. */
export async function gatherImpact(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  on: string,
  read: typeof gatherProgramme,
): Promise<GatheredImpact> {
  const programme = await read(tx, institutionId, programmeId)
  const beside = [
    ...(await before(tx, institutionId, programmeId, on)),
    ...(await around(tx, institutionId, programmeId, on)),
  ].filter(({ table }) => table.rows.length > 0)
  const known = await employmentKnownUntil(tx, institutionId)
  const window = known === undefined ? undefined : yearUntil(known < on ? known : on)
  return {
    waves: await baselineWaves(tx, institutionId, programmeId),
    questions: programme.questions,
    inputs: [
      // A programme in which nobody took part has no figures of 0, but none.
      ...programme.inputs.filter(({ table }) => table.rows.length > 0),
      ...beside,
      ...(window === undefined ? [] : await employment(tx, institutionId, window)),
    ],
    indicators: [
      ...programme.indicators,
      ...impactIndicators(),
      ...(window === undefined ? [] : retentionIndicators(window)),
    ],
  }
}

async function before(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  on: string,
): Promise<readonly ReportInput[]> {
  const findings = await findingRows(tx, institutionId, programmeId, on)
  const recommendations = await recommendationRows(tx, institutionId, programmeId, on)
  return [
    reportInput('findings', findings.sql, ['baseline_finding', 'baseline_project', 'survey'], {
      entity: 'finding',
      columns: [text('finding', 'Finding'), { name: 'foundOn', type: 'date', label: 'Found on' }],
      rows: findings.rows.map(({ id, foundOn }) => ({ finding: id, foundOn })),
    }),
    reportInput('recommendations', recommendations.sql, ['baseline_recommendation', 'baseline_project', 'survey'], {
      entity: 'recommendation',
      columns: [text('recommendation', 'Recommendation'), text('status', 'Where it stands')],
      rows: recommendations.rows.map(({ id, status }) => ({ recommendation: id, status })),
    }),
  ]
}

async function around(
  tx: Transaction,
  institutionId: string,
  programmeId: string,
  on: string,
): Promise<readonly ReportInput[]> {
  const members = await memberRows(tx, institutionId, programmeId, on)
  const practices = await practiceRows(tx, institutionId)
  const hallmarks = await hallmarkRows(tx, institutionId, on)
  const objectives = await objectiveRows(tx, institutionId, on)
  return [
    reportInput('members', members.sql, ['community_membership', 'community_programme'], {
      entity: 'person',
      columns: [
        text('person', 'Person'),
        text('community', 'Community'),
        { name: 'current', type: 'boolean', label: 'Member on the day' },
      ],
      rows: members.rows.map(({ personId, communityId, endsOn }) => ({
        ...{ person: personId, community: communityId, current: endsOn === null || endsOn >= on },
      })),
    }),
    reportInput('practices', practices.sql, ['practice'], {
      entity: 'practice',
      columns: [
        text('practice', 'Practice'),
        text('form', 'Form'),
        text('department', 'Department'),
        text('state', 'State on the day'),
      ],
      rows: practices.rows.map((one) => ({
        practice: one.id,
        form: one.form,
        department: one.departmentId ?? null,
        state: stateOn(one, on),
      })),
    }),
    reportInput('hallmarks', hallmarks.sql, ['hallmark_reading'], {
      entity: 'reading',
      columns: [
        text('reading', 'Reading'),
        text('hallmark', 'Hallmark'),
        { ...text('presence', 'Presence'), values: hallmarkPresences.map((value) => ({ value, label: value })) },
      ],
      rows: hallmarks.rows.map(({ id, hallmark, presence }) => ({ reading: id, hallmark, presence })),
    }),
    reportInput('objectives', objectives.sql, ['objective'], {
      entity: 'objective',
      columns: [
        text('objective', 'Objective'),
        text('title', 'What it says'),
        { name: 'stands', type: 'boolean', label: 'Stands on the day' },
      ],
      rows: objectives.rows.map(({ id, title, to }) => ({
        ...{ objective: id, title, stands: to === undefined || to >= on },
      })),
    }),
  ]
}

async function employment(
  tx: Transaction,
  institutionId: string,
  window: { readonly from: string; readonly to: string },
): Promise<readonly ReportInput[]> {
  const table = await retentionRows(tx, institutionId, window)
  if (table.rows.length === 0) return []
  const source = `Contracts of everybody, joined to unbroken employment, on ${window.from} and on ${window.to}; mentored before the beginning or not, by the relationships that had begun.`
  return [
    {
      name: 'retention',
      table: { ...table, name: 'retention', entity: 'person_id' },
      source,
      tables: ['employment_spell', 'participant', 'relationship'],
    },
  ]
}

/** The year that ends on a day. */
function yearUntil(to: string): { readonly from: string; readonly to: string } {
  const [year = '', rest = ''] = [to.slice(0, 4), to.slice(4)]
  return { from: `${Number(year) - 1}${rest === '-02-29' ? '-02-28' : rest}`, to }
}

/** Where a practice stands on a day, as embeddedness counts it. */
function stateOn(practice: Practice, on: string): 'in-place' | 'not-known' | 'not-in-place' {
  const [point] = embeddedness({ practices: [practice], departments: [], programmeEnds: {} }, [on])
  if (point === undefined || point.notKnown > 0) return 'not-known'
  return point.formal + point.informal > 0 ? 'in-place' : 'not-in-place'
}
