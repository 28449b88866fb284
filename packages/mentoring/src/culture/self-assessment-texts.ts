import { textRefusal } from '../identifier.ts'
import { type Result, refuse } from '../refusal.ts'
import { type AssessmentStep, selfAssessment } from './self-assessment.ts'

/** Everything that is shown of the self-assessment, in one language. */
export interface SelfAssessmentTexts {
  /** A BCP 47 tag, such as `en` or `cy`. */
  readonly language: string
  /** One text for each of `selfAssessmentTextKeys`. */
  readonly texts: Readonly<Record<string, string>>
}

const frame = ['title', 'lead', 'no-names', 'minutes', 'feedback', 'held-on', 'participants', 'not-counted'] as const
const summary = [
  'entry',
  'state',
  'current',
  'potential',
  'institution',
  'nothing',
  'on-record',
  'without-impact',
] as const

/** What an interactive page says around the questions. */
const page = [
  'privacy',
  'institution',
  'step',
  'of',
  'start',
  'pause',
  'left',
  'one-left',
  'over',
  'entry',
  'add',
  'added',
  'remove',
  'removed',
  'optional',
  'none-yet',
  'make',
  'made',
  'refused',
  'as-page',
  'as-data',
  'print',
  'no-script',
] as const

/** Every key for which a language gives a text, in the order of the page. */
export const selfAssessmentTextKeys: readonly string[] = [
  ...frame,
  ...(selfAssessment.steps as readonly AssessmentStep[]).flatMap(({ key: step, questions }) => [
    `${step}.title`,
    `${step}.task`,
    ...questions.flatMap((question) => [
      `${step}.${question.key}`,
      ...(question.kind === 'choice' ? question.choices.map((one) => `${step}.${question.key}.${one}`) : []),
    ]),
  ]),
  ...summary.map((key) => `summary.${key}`),
  ...page.map((key) => `page.${key}`),
]

/** The texts in English. Other languages are loaded by an institution, see `loadSelfAssessmentTexts`. */
export const selfAssessmentEnglish: SelfAssessmentTexts = {
  language: 'en',
  texts: {
    title: 'Mentoring in our institution',
    lead: 'Work in a small group. Go through three short steps, write down what you know, and take the summary with you.',
    'no-names': 'Write about practice and communities. Leave out the names of people.',
    minutes: 'minutes',
    feedback: 'Tell the other groups what surprised you',
    'held-on': 'Held on',
    participants: 'People in the group',
    'not-counted': 'not counted',
    'practices.title': 'Where mentoring happens already',
    'practices.task': 'List what you know of, arranged or not, in any part of the institution.',
    'practices.name': 'What is done?',
    'practices.form': 'Is it arranged by a scheme, or simply done?',
    'practices.form.formal': 'arranged',
    'practices.form.informal': 'simply done',
    'practices.where': 'In which part of the institution?',
    'practices.stage': 'For people at which point of their career?',
    'practices.stage.early-career': 'at the start',
    'practices.stage.new-role': 'experienced, in a new role',
    'practices.stage.any-stage': 'any',
    'practices.seenAs': 'How do people there see it?',
    'practices.seenAs.an-initiative': 'as something extra',
    'practices.seenAs.normal-work': 'as part of normal work',
    'practices.seenAs.opinions-differ': 'that differs',
    'communities.title': 'Which communities could carry mentoring',
    'communities.task': 'Think of groups that learn from each other already, however loosely.',
    'communities.name': 'Which community?',
    'communities.domain': 'What do its people care for?',
    'communities.couldCarry': 'What mentoring could it encourage or carry?',
    'communities.readiness': 'How near is it to that?',
    'communities.readiness.does-already': 'it does so already',
    'communities.readiness.could-soon': 'it could soon',
    'communities.readiness.needs-support': 'it would need support',
    'communities.challenge': 'What stands in the way?',
    'impacts.title': 'What it brings about, and what it could',
    'impacts.task': 'Say what is so today, and what might be if those communities grew. Nothing and harm count too.',
    'impacts.concerns': 'Which of the entries above does it concern?',
    'impacts.time': 'Is it so now, or might it be?',
    'impacts.time.current': 'now',
    'impacts.time.potential': 'it might be',
    'impacts.for': 'For whom?',
    'impacts.for.mentees': 'mentees',
    'impacts.for.mentors': 'mentors',
    'impacts.for.organisation': 'the organisation',
    'impacts.statement': 'What changes?',
    'impacts.sign': 'Is it for the better?',
    'impacts.sign.positive': 'for the better',
    'impacts.sign.null': 'no difference',
    'impacts.sign.negative': 'for the worse',
    'impacts.evidence': 'What does it rest on?',
    'impacts.evidence.none': 'nothing yet',
    'impacts.evidence.impression': 'an impression',
    'impacts.evidence.record': 'something written down',
    'summary.entry': 'Practice or community',
    'summary.state': 'State',
    'summary.current': 'What it brings about now',
    'summary.potential': 'What it could bring about',
    'summary.institution': 'the whole institution',
    'summary.nothing': 'nothing said',
    'summary.on-record': 'Effects today that rest on something written down',
    'summary.without-impact': 'Entries of which no effect is told',
    'page.privacy':
      'What you write stays in this browser. It is gone when you close the page, so take the summary with you.',
    'page.institution': 'Institution',
    'page.step': 'Step',
    'page.of': 'of',
    'page.start': 'Start the clock',
    'page.pause': 'Pause the clock',
    'page.left': 'Time left',
    'page.one-left': 'One minute is left.',
    'page.over': 'The time of this step is over. Finish what you write; nothing is closed.',
    'page.entry': 'Entry',
    'page.add': 'Add an entry',
    'page.added': 'An entry was added.',
    'page.remove': 'Remove this entry',
    'page.removed': 'The entry was removed.',
    'page.optional': 'may be left empty',
    'page.none-yet': 'Nothing is listed yet.',
    'page.make': 'Make the summary',
    'page.made': 'The summary is made.',
    'page.refused': 'The summary cannot be made yet.',
    'page.as-page': 'Take the summary away as a page',
    'page.as-data': 'Take the answers away as data',
    'page.print': 'Print the summary',
    'page.no-script':
      'The clock and the summary are a program that runs in your browser; allow scripts for this address.',
  },
}

/**
 * Gives the texts of another language, once every key has one. Until then the page is not shown in that language: no text is
 * filled in from another.
 *
 * @example
 * ```ts
 * import { loadSelfAssessmentTexts } from '@mentoring-commons/mentoring'
 *
 * const loaded = loadSelfAssessmentTexts({ language: 'cy', texts: {} })
 * 'refusal' in loaded && [loaded.refusal.code, loaded.refusal.path] //=> ["text-not-loaded", "texts.title"]
 * ```
 */
export function loadSelfAssessmentTexts(input: SelfAssessmentTexts): Result<SelfAssessmentTexts> {
  if (!/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(input.language)) {
    const message = `${JSON.stringify(input.language)} is no tag of a language: write one such as en or cy.`
    return refuse('key-not-usable', message, 'language')
  }
  const missing = selfAssessmentTextKeys.filter((key) => !Object.hasOwn(input.texts, key))
  if (missing.length > 0) {
    const message = `${missing.length} texts are missing, the first is "${missing[0]}": give one for each key.`
    return refuse('text-not-loaded', message, `texts.${missing[0]}`)
  }
  const other = Object.keys(input.texts).find((key) => !selfAssessmentTextKeys.includes(key))
  if (other !== undefined) {
    const message = `"${other}" is no key of the self-assessment: correct its spelling, or leave it out.`
    return refuse('text-not-loaded', message, `texts.${other}`)
  }
  const blank = selfAssessmentTextKeys.map((key) => textRefusal(input.texts[key], `texts.${key}`)).find(Boolean)
  return blank ? { refusal: blank } : { value: input }
}
