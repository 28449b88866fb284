/** How sure a fact about a published model is: seen in two or more sources, on one page, or remembered. */
export type Certainty = '2+' | '1' | 'M'

/** A phase of a model. */
export interface Phase {
  readonly code: string
  readonly title: string
}

/** A published model of the phases of a mentoring relationship. Its order is the usual one, and never a duty. */
export interface PhaseModel {
  readonly key: string
  readonly title: string
  readonly phases: readonly Phase[]
  readonly source: string
  readonly certainty: Certainty
}

const kram: PhaseModel = {
  key: 'kram',
  title: 'Kram',
  phases: [
    { code: 'initiation', title: 'Initiation' },
    { code: 'cultivation', title: 'Cultivation' },
    { code: 'separation', title: 'Separation' },
    { code: 'redefinition', title: 'Redefinition' },
  ],
  source: 'Kram 1983, Academy of Management Journal, doi:10.5465/255910, from informal relationships in one firm',
  certainty: '2+',
}

const clutterbuck: PhaseModel = {
  key: 'clutterbuck',
  title: 'Clutterbuck',
  phases: [
    { code: 'rapport', title: 'Building rapport' },
    { code: 'direction', title: 'Setting direction' },
    { code: 'progress', title: 'Making progress' },
    { code: 'winding-up', title: 'Winding up' },
    { code: 'moving-on', title: 'Moving on' },
  ],
  source: 'OpenLearn (open.edu, view 74475, section 4); NIHR, phases of the mentoring relationship (27693)',
  certainty: '2+',
}

const zachary: PhaseModel = {
  key: 'zachary',
  title: 'Zachary',
  phases: [
    { code: 'preparing', title: 'Preparing' },
    { code: 'negotiating', title: 'Negotiating' },
    { code: 'enabling', title: 'Enabling growth' },
    { code: 'closing', title: 'Coming to closure' },
  ],
  source: 'Mentorship guide that retells Zachary (issuu.com/wcapsnet)',
  certainty: '1',
}

/**
 * The models of phases that ship. They say nothing of how long a phase lasts: the durations that are published come from
 * other kinds of relationships, and no phase is ever late.
 */
export const phaseModels: readonly PhaseModel[] = [kram, clutterbuck, zachary]
