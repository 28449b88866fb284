/** A stage of a conversation. */
export interface SessionStage {
  readonly code: string
  readonly title: string
}

/** A published framework of a conversation. It is no sequence: a conversation may leave stages out, and go back. */
export interface SessionFramework {
  readonly key: string
  readonly title: string
  readonly stages: readonly SessionStage[]
  readonly source: string
  /** How sure the facts are: seen in two or more sources, on one page, or remembered. */
  readonly certainty: '2+' | '1' | 'M'
}

const egan: SessionFramework = {
  key: 'egan',
  title: 'Egan, the skilled helper',
  stages: [
    { code: '1a', title: 'Now: the story' },
    { code: '1b', title: 'Now: blind spots' },
    { code: '1c', title: 'Now: leverage' },
    { code: '2a', title: 'Wanted: possibilities' },
    { code: '2b', title: 'Wanted: agenda' },
    { code: '2c', title: 'Wanted: commitment' },
    { code: '3a', title: 'Way: possible actions' },
    { code: '3b', title: 'Way: best fit' },
    { code: '3c', title: 'Way: plan' },
  ],
  source: 'gp-training.net, Egan; studylib.net 9817582',
  certainty: '2+',
}

const grow: SessionFramework = {
  key: 'grow',
  title: 'GROW',
  stages: [
    { code: 'goal', title: 'Goal' },
    { code: 'reality', title: 'Reality' },
    { code: 'options', title: 'Options' },
    { code: 'will', title: 'Will' },
  ],
  source: 'angusmcleod.com, GROW model; help.peakon.com 4035139',
  certainty: '2+',
}

/** The session frameworks that ship. */
export const sessionFrameworks: readonly SessionFramework[] = [egan, grow]
