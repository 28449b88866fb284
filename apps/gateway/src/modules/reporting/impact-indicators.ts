import type { FrameTags, IndicatorDefinition } from '@mentoring-commons/reporting'

const atDay = { kind: 'as-of' } as const
const organisation: FrameTags = { clutterbuck: 'programme-outcome', beneficiaries: ['organisation'] }

/** What is asked beside a programme: of the project before it, the community around it, and the culture it is part of. */
export function impactIndicators(): readonly IndicatorDefinition[] {
  return [
    {
      id: 'baseline.findings',
      input: 'findings',
      numerator: 'findings that were recorded',
      denominator: null,
      population: 'baseline projects that rest on a survey of the programme',
      window: atDay,
      aggregation: { kind: 'count' },
      disaggregations: [
        {
          by: [],
          label: 'Findings',
          definition: 'Findings that baseline projects on a survey of the programme recorded.',
        },
      ],
      tags: organisation,
      people: false,
      unit: 'findings',
    },
    {
      id: 'baseline.recommendations',
      input: 'recommendations',
      numerator: 'recommendations that were made',
      denominator: null,
      population: 'baseline projects that rest on a survey of the programme',
      window: atDay,
      aggregation: { kind: 'count' },
      disaggregations: [
        {
          by: [],
          label: 'Recommendations',
          definition: 'Recommendations of baseline projects on a survey of the programme.',
        },
        {
          by: ['status'],
          label: 'Recommendations by where they stand',
          definition: 'Recommendations of baseline projects on a survey of the programme, by where each stands.',
        },
      ],
      tags: organisation,
      people: false,
      unit: 'recommendations',
    },
    {
      id: 'community.members',
      input: 'members',
      numerator: 'different people who were a member on the day',
      denominator: null,
      population: 'members of communities that the programme is linked with',
      window: atDay,
      where: [{ column: 'current', op: 'is-true' }],
      aggregation: { kind: 'count-distinct', of: 'person' },
      disaggregations: [
        {
          by: [],
          label: 'Members of communities',
          definition:
            'Different people who were a member of a community linked with the programme on the day of the report.',
        },
      ],
      tags: {
        value: 'immediate',
        clutterbuck: 'programme-outcome',
        beneficiaries: ['mentee', 'mentor', 'organisation'],
      },
      people: true,
      unit: 'people',
    },
    {
      id: 'culture.practices',
      input: 'practices',
      numerator: 'practices of mentoring in place on the day',
      denominator: null,
      population: 'practices in the inventory of the institution',
      window: atDay,
      where: [{ column: 'state', op: 'eq', value: 'in-place' }],
      aggregation: { kind: 'count' },
      disaggregations: [
        {
          by: [],
          label: 'Practices in place',
          definition: 'Practices of mentoring in place on the day of the report.',
        },
        {
          by: ['form'],
          label: 'Practices in place by form',
          definition: 'Practices in place on the day of the report, by whether they are formal or informal.',
        },
        {
          by: ['department'],
          label: 'Practices in place by department',
          definition: 'Practices in place on the day of the report, by the department that they are of.',
        },
      ],
      tags: organisation,
      people: false,
      unit: 'practices',
    },
    {
      id: 'culture.hallmarks',
      input: 'hallmarks',
      numerator: 'readings of hallmarks of a mentoring culture',
      denominator: null,
      population: 'readings recorded up to the day',
      window: atDay,
      aggregation: { kind: 'count' },
      disaggregations: [
        {
          by: ['hallmark', 'presence'],
          label: 'Readings of hallmarks',
          definition:
            'Readings of each hallmark of a mentoring culture up to the day of the report, by how present it was read.',
        },
      ],
      tags: organisation,
      people: false,
      unit: 'readings',
    },
    {
      id: 'objectives.standing',
      input: 'objectives',
      numerator: 'objectives that stood on the day',
      denominator: null,
      population: 'objectives of the organisation that were recorded',
      window: atDay,
      where: [{ column: 'stands', op: 'is-true' }],
      aggregation: { kind: 'count' },
      disaggregations: [
        {
          by: [],
          label: 'Objectives that stand',
          definition: 'Objectives of the organisation that stood on the day of the report.',
        },
        {
          by: ['title'],
          label: 'Objectives, by what they say',
          definition:
            'Each objective of the organisation: 1 where it stood on the day of the report, 0 where it had ended.',
        },
      ],
      tags: { clutterbuck: 'programme-outcome', beneficiaries: ['organisation', 'objective'] },
      people: false,
      unit: 'objectives',
    },
  ]
}

/** Retention over a window. Who was mentored is told at its beginning, so that staying longer makes nobody mentored. */
export function retentionIndicators(window: {
  readonly from: string
  readonly to: string
}): readonly IndicatorDefinition[] {
  const days = `from ${window.from} to ${window.to}`
  return [
    {
      id: 'retention.stayed',
      input: 'retention',
      numerator: 'people who were still employed on the last day',
      denominator: 'people employed on the first day of whom the last day is known',
      population: 'everybody employed on the first day',
      window: { kind: 'period', ...window },
      aggregation: { kind: 'rate', of: { column: 'stayed', op: 'is-true' } },
      disaggregations: [
        {
          by: [],
          label: 'Stayed in employment',
          definition: `Of those employed at the beginning, who still were at the end, ${days}; a renewed contract is no departure.`,
        },
        {
          by: ['mentored_before'],
          label: 'Stayed in employment, by whether they had been mentored before',
          definition: `Of those employed at the beginning, who still were at the end, ${days}. Who is mentored is not chance: a difference is no proof of what mentoring does.`,
        },
      ],
      tags: { kirkpatrick: 'results', clutterbuck: 'programme-outcome', beneficiaries: ['organisation'] },
      people: true,
      unit: 'percent',
    },
  ]
}
