import type { Context, Tx } from '../context.ts'
import type { SurveyFile } from '../intake/mapping.ts'
import type { ResponseRecord } from '../intake/record.ts'
import { intakeStore } from '../intake/store.ts'
import {
  advanceRecommendation,
  beginBaseline,
  recommend,
  recordAction,
  recordFinding,
} from '../modules/baseline/commands.ts'
import { formCommunity } from '../modules/community/commands.ts'
import { registerPerson } from '../modules/people/commands.ts'
import { identify } from '../modules/people/identity.ts'
import { demoProgramme } from './story.ts'

const label = (text: string) => `${text} (made up)`

const question = (key: string, text: string) => ({
  key,
  label: text,
  column: key,
  kind: 'one' as const,
  choices: ['yes', 'no'].map((code) => ({ code, label: code, pattern: code })),
})

/** A survey of the demo on how far people have experienced mentoring, in the form that the importer knows. */
const experience: SurveyFile = {
  file: 'experience.csv',
  as: 'survey',
  wave: { key: 'experience', label: label('Experience of mentoring'), audience: 'mentee' },
  fields: { cohort: { column: 'cohort' }, respondent: { column: 'respondent' } },
  items: [
    question('been_mentored', 'I have been mentored'),
    question('mentors_others', 'I mentor colleagues'),
    question('recognised', 'My mentoring is recognised'),
  ],
}

/** Sixty made-up answers: most have been mentored, many mentor, and few find it recognised. */
function responses(): readonly ResponseRecord[] {
  const says = (item: string, yes: boolean) => ({ item, choices: [yes ? 'yes' : 'no'] })
  return Array.from({ length: 60 }, (_, at) => ({
    cohort: 1,
    respondent: String(at + 1),
    answers: [says('been_mentored', at < 40), says('mentors_others', at % 2 === 0), says('recognised', at < 10)],
  }))
}

const figure = (item: string) => ({ id: `survey.experience.${item}`, cohort: '1', choice: 'yes' })

/** Tells a made-up baseline project from its survey to an award: as a coordinator, in the transaction of the demo. */
export async function tellBaseline(
  coordinator: Context,
  tx: Tx,
  { institutionId, programmeId }: { readonly institutionId: string; readonly programmeId: string },
): Promise<void> {
  const port = intakeStore({ within: (_institution, _mode, work) => work(tx) }, institutionId, demoProgramme)
  await port.transaction(async (writer) => {
    await writer.survey(experience)
    await writer.responses(experience, responses())
    return { keep: true, value: undefined }
  })
  const person = (name: string) =>
    registerPerson(coordinator, { name, externalId: name.toLowerCase().replaceAll(' ', '-') })
  const foundById = await person('Demo Researcher 1')
  const ownerId = await person('Demo Developer 1')
  const projectId = await beginBaseline(coordinator, {
    title: label('How far have staff experienced mentoring?'),
    surveyId: identify(institutionId, 'survey', demoProgramme.key, experience.wave.key),
    on: '2025-03-03',
  })
  const found = (statement: string, items: readonly string[]) =>
    recordFinding(coordinator, {
      ...{ projectId, foundById, on: '2025-04-14', statement: label(statement) },
      figures: items.map(figure),
    })
  const many = await found('Many have been mentored, and half mentor colleagues', ['been_mentored', 'mentors_others'])
  const few = await found('Few find that their mentoring is recognised', ['recognised'])
  const advised = (advice: string, findingIds: readonly string[]) =>
    recommend(coordinator, { projectId, ownerId, findingIds, on: '2025-05-12', advice: label(advice) })
  const steps = async (
    recommendationId: string,
    ...taken: readonly Parameters<typeof advanceRecommendation>[1]['step'][]
  ) => {
    for (const [index, step] of taken.entries())
      await advanceRecommendation(coordinator, { recommendationId, step, expectedVersion: index + 1 })
  }
  const accepted = [
    { type: 'accept', on: '2025-06-02' },
    { type: 'begin', on: '2025-06-16' },
  ] as const
  const done = (cameOfIt: string) => ({ type: 'complete' as const, on: '2025-11-03', cameOfIt: label(cameOfIt) })

  const award = await advised('Develop a recognised award for those who mentor colleagues', [few])
  await steps(award, ...accepted)
  await recordAction(coordinator, {
    ...{
      recommendationId: award,
      what: label('An award was written and recognised'),
      on: '2025-10-06',
      expectedVersion: 3,
    },
    outcome: { kind: 'award-scheme', key: 'demo-mentoring-award', title: label('Mentoring: Theory and Practice') },
  })
  await advanceRecommendation(coordinator, {
    ...{
      recommendationId: award,
      step: done('An award by which mentors formalise their experience'),
      expectedVersion: 3,
    },
  })

  const support = await advised('Support mentors in a community, and new lecturers by a programme', [many, few])
  await steps(support, ...accepted)
  const communityId = await formCommunity(coordinator, {
    ...{ label: label('Community of mentors'), domain: 'mentoring colleagues', formedOn: '2025-09-01' },
    programmeIds: [programmeId],
  })
  for (const [what, outcome] of [
    ['A programme began', { kind: 'programme' as const, id: programmeId, title: demoProgramme.title }],
    [
      'A community of mentors was formed',
      { kind: 'community' as const, id: communityId, title: label('Community of mentors') },
    ],
  ] as const)
    await recordAction(coordinator, {
      ...{ recommendationId: support, what: label(what), on: '2025-09-01', outcome, expectedVersion: 3 },
    })

  const refused = await advised('Make mentoring a duty of everybody', [many])
  await steps(refused, { type: 'reject', on: '2025-06-02', because: label('Mentoring is given freely') })
}
