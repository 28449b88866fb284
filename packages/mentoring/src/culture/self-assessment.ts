/** One thing that is asked about an entry. */
export type AssessmentQuestion =
  | {
      readonly key: string
      readonly kind: 'text'
      readonly required: boolean
      /** The longest answer, in characters. */
      readonly most: number
    }
  | { readonly key: string; readonly kind: 'choice'; readonly required: boolean; readonly choices: readonly string[] }
  /** Refers to entries of earlier steps, by their ids; may be empty. */
  | { readonly key: string; readonly kind: 'entries'; readonly steps: readonly string[] }

/** One timed step, which a group fills with entries. */
export interface AssessmentStep {
  readonly key: 'practices' | 'communities' | 'impacts'
  readonly minutes: number
  readonly entriesMost: number
  /** In order. */
  readonly questions: readonly AssessmentQuestion[]
}

const text = (key: string, most: number, required = false) => ({ key, kind: 'text' as const, required, most })
const choice = (key: string, choices: readonly string[], required = false) => ({
  key,
  kind: 'choice' as const,
  required,
  choices,
})

/**
 * The guided self-assessment of an institution, as data: three timed steps and a time to report. It holds no words that are
 * shown: those are in `selfAssessmentEnglish`, and an institution loads its own for other languages.
 */
export const selfAssessment = {
  key: 'institutional-self-assessment',
  version: 1,
  steps: [
    {
      key: 'practices',
      minutes: 7,
      entriesMost: 40,
      questions: [
        text('name', 120, true),
        choice('form', ['formal', 'informal'], true),
        text('where', 120),
        choice('stage', ['early-career', 'new-role', 'any-stage']),
        choice('seenAs', ['an-initiative', 'normal-work', 'opinions-differ']),
      ],
    },
    {
      key: 'communities',
      minutes: 7,
      entriesMost: 40,
      questions: [
        text('name', 120, true),
        text('domain', 200),
        text('couldCarry', 400, true),
        choice('readiness', ['does-already', 'could-soon', 'needs-support'], true),
        text('challenge', 400),
      ],
    },
    {
      key: 'impacts',
      minutes: 6,
      entriesMost: 60,
      questions: [
        { key: 'concerns', kind: 'entries', steps: ['practices', 'communities'] },
        choice('time', ['current', 'potential'], true),
        choice('for', ['mentees', 'mentors', 'organisation'], true),
        text('statement', 400, true),
        choice('sign', ['positive', 'null', 'negative'], true),
        choice('evidence', ['none', 'impression', 'record'], true),
      ],
    },
  ],
  feedbackMinutes: 5,
  source:
    'The outline of a conference session at Liverpool John Moores University gives the three parts, 20 minutes for them, and 5 for feedback. How the 20 are shared out, and the questions, are our own.',
  certainty: 'A',
} as const satisfies {
  readonly key: string
  readonly version: number
  readonly steps: readonly AssessmentStep[]
  readonly feedbackMinutes: number
  readonly source: string
  readonly certainty: string
}

/** A place where mentoring happens already. */
export interface PracticeAnswer {
  readonly id: string
  readonly name: string
  readonly form: 'formal' | 'informal'
  readonly where?: string
  readonly stage?: 'early-career' | 'new-role' | 'any-stage'
  readonly seenAs?: 'an-initiative' | 'normal-work' | 'opinions-differ'
}

/** A community that exists and could carry mentoring. */
export interface CommunityAnswer {
  readonly id: string
  readonly name: string
  readonly domain?: string
  readonly couldCarry: string
  readonly readiness: 'does-already' | 'could-soon' | 'needs-support'
  readonly challenge?: string
}

/** What mentoring brings about, or could; good, nothing, or harm. */
export interface ImpactAnswer {
  readonly id: string
  /** Ids of practices and communities; without any it concerns the whole institution. */
  readonly concerns: readonly string[]
  readonly time: 'current' | 'potential'
  readonly for: 'mentees' | 'mentors' | 'organisation'
  readonly statement: string
  readonly sign: 'positive' | 'null' | 'negative'
  /** What it rests on: nothing yet, an impression, or something written down. */
  readonly evidence: 'none' | 'impression' | 'record'
}

/** What one group found out about its institution in one session. It says nothing of who took part but how many. */
export interface SelfAssessmentAnswers {
  readonly assessment: 'institutional-self-assessment'
  readonly version: 1
  readonly institution: string
  readonly heldOn: string
  /** `null` where nobody counted. */
  readonly participants: number | null
  readonly practices: readonly PracticeAnswer[]
  readonly communities: readonly CommunityAnswer[]
  readonly impacts: readonly ImpactAnswer[]
}
