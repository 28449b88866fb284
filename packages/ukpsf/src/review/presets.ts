import { type PartialWorkflow, stillToDecide, type WorkflowPreset } from './preset.ts'

const readOn = '2026-11-24'

interface Published {
  readonly id: string
  readonly title: string
  readonly source: string
  readonly given: PartialWorkflow
  readonly notes: readonly string[]
}

const published: readonly Published[] = [
  {
    id: 'one-resubmission',
    title: 'Two reviewers and one resubmission',
    source: 'a public page of questions and answers at PolyU, on direct applications to Advance HE',
    given: {
      eachTrack: { reviewers: { count: 2 } },
      referral: { windows: [{ kind: 'resubmission', within: { months: 1 } }], resubmissionsMax: 1 },
    },
    notes: [
      'The page calls the reviewers accreditors.',
      'It names twelve weeks as well; from when to when was not read, so that no clock is given.',
    ],
  },
  {
    id: 'external-reader',
    title: 'Two reviewers of other faculties, and a reader from outside',
    source: 'public guidance of HKU',
    given: {
      eachTrack: { reviewers: { count: 2 } },
      tracks: {
        associate: { sample: { share: 0.2 } },
        fellow: { sample: { share: 0.2 } },
        senior: { sample: { share: 1 } },
      },
      conflicts: ['not-the-same-unit'],
      referral: { windows: [{ kind: 'resubmission', within: { weeks: 2 } }], reviewers: 'same' },
      ratification: {},
    },
    notes: [
      'The unit is the faculty.',
      'The guidance names an external for D3 and has an external read all of D3. Here that is one reader; whether it is also a reviewer is to be decided.',
    ],
  },
  {
    id: 'double-blind',
    title: 'Two reviewers of other faculties, double-blind',
    source: 'public guidance of the University of Portsmouth on APEX',
    given: {
      eachTrack: { reviewers: { count: 2 }, sample: { borderline: true } },
      conflicts: ['not-the-same-unit', 'holds-the-category'],
      doubleBlind: true,
    },
    notes: [
      'The unit is the faculty.',
      'Referrals are minor or major; how long an applicant has was not read.',
      'Disagreements go to a moderation meeting; who is at it was not read.',
      'An external verifier sees a sample beside all borderline claims; how large it is was not read.',
    ],
  },
  {
    id: 'two-panels',
    title: 'A panel, then a panel for standards',
    source: 'public guidance of Sheffield Hallam University',
    given: {
      eachTrack: { referees: { rules: [{ of: 'at-least-one', condition: { kind: 'observed-practice' } }] } },
      tracks: { principal: { reviewers: { count: 3, external: 1 } } },
      ratification: {},
      clocks: { reapplyAfter: { months: 1 } },
    },
    notes: [
      'For D4 the guidance asks for three people or more, with an external; the least is given.',
      'The first panel is taken as the reviewers and the standardisation panel as the one that ratifies: a reading of ours.',
      'After a month a new application goes to a new panel. It is a new claim here; that its reviewers are new is for the coordinator to see to.',
    ],
  },
  {
    id: 'three-levels',
    title: 'Three levels for each criterion, and a panel',
    source: 'public guidance of Keele University',
    given: {
      scale: [
        { id: 'strong', passes: true },
        { id: 'satisfactory', passes: true },
        { id: 'insufficient', passes: false },
      ],
      ratification: {},
    },
    notes: [
      'That the first two levels pass is a reading of ours.',
      'There are three recommendations, each with its window; neither was read.',
      'The panel is called a recognition panel; that it ratifies is a reading of ours.',
    ],
  },
  {
    id: 'never-the-mentor',
    title: 'Two reviewers, none of them a mentor of the applicant',
    source: 'public guidance of Swansea University',
    given: {
      eachTrack: { reviewers: { count: 2 } },
      tracks: { senior: { reviewers: { count: 3, external: 1 } } },
      conflicts: ['not-the-mentor'],
      adminCheck: true,
      referral: {
        windows: [
          { kind: 'minor', within: { weeks: 1 } },
          { kind: 'major', within: { months: 1 } },
        ],
      },
    },
    notes: [
      'The guidance asks for two reviewers or more, and for SFHEA one from outside beside them; the least is given.',
    ],
  },
]

/** Practices that pages have published, in no order of merit. Each rests on one page, which was read in part. */
export const workflowPresets: readonly WorkflowPreset[] = published.map((each) => ({
  ...each,
  certainty: '1',
  readOn,
  stillToDecide: stillToDecide(each.given),
}))
