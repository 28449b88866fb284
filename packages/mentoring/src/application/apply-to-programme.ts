import { dateRefusal } from '../iso-date.ts'
import { type Refusal, type Result, refuse } from '../refusal.ts'
import { parseShape } from '../shape/parse-shape.ts'
import { type Application, type ApplicationAnswer, applicationShape } from './application.ts'
import type { ApplicationQuestion, QuestionSet } from './question.ts'

/**
 * Gives an application whose answers fit the questions that are asked of its role: each required one is answered, each at most once,
 * and nothing else is.
 *
 * @example
 * ```ts
 * import { applyToProgramme } from '@mentoring-commons/mentoring'
 *
 * const questions = { programmeId: 'p1', version: 1, from: '2026-01-01', questions: [] }
 * const input = { id: 'a1', programmeId: 'p1', personId: 'ada', role: 'mentee' as const, appliedOn: '2026-01-05', questionsVersion: 1, answers: [] }
 * 'value' in applyToProgramme(input, questions) //=> true
 * ```
 */
export function applyToProgramme(input: Omit<Application, 'withdrawnOn'>, questions: QuestionSet): Result<Application> {
  const parsed = parseShape(input, applicationShape)
  if ('refusal' in parsed) return parsed
  const { programmeId, questionsVersion, appliedOn, waitsUntil } = input
  if (programmeId !== questions.programmeId || questionsVersion !== questions.version) {
    const message = `The application answers version ${questionsVersion} of "${programmeId}", not version ${questions.version} of "${questions.programmeId}": answer the questions as they are now.`
    return refuse('answer-not-usable', message, 'questionsVersion')
  }
  if (waitsUntil !== undefined && waitsUntil < appliedOn) {
    const message = `${waitsUntil} is before ${appliedOn}, the day of the application: give a later day, or leave it out.`
    return refuse('date-goes-back', message, 'waitsUntil')
  }
  if (parsed.value.withdrawnOn !== undefined) {
    return refuse(
      'application-closed',
      'An application does not begin withdrawn: leave "withdrawnOn" out.',
      'withdrawnOn',
    )
  }
  const refusal = answersRefusal(input, questions)
  return refusal ? { refusal } : parsed
}

/**
 * Gives the application as withdrawn on a day, which the person may do at any time until they are placed, or after; a
 * relationship under way is ended by its own step.
 *
 * @example
 * ```ts
 * import { withdrawApplication } from '@mentoring-commons/mentoring'
 *
 * const application = { id: 'a1', programmeId: 'p1', personId: 'ada', role: 'mentee' as const, appliedOn: '2026-01-05', questionsVersion: 1, answers: [] }
 * const withdrawn = withdrawApplication(application, '2026-01-08')
 * 'value' in withdrawn && withdrawn.value.withdrawnOn //=> "2026-01-08"
 * ```
 */
export function withdrawApplication(application: Application, on: string): Result<Application> {
  const wrong = dateRefusal(on, 'on')
  if (wrong) return { refusal: wrong }
  if (application.withdrawnOn !== undefined) {
    return refuse('application-closed', `It was withdrawn on ${application.withdrawnOn}: apply anew.`, 'on')
  }
  if (on < application.appliedOn) {
    return refuse(
      'date-goes-back',
      `${on} is before ${application.appliedOn}, when it was made: correct the day.`,
      'on',
    )
  }
  return { value: { ...application, withdrawnOn: on } }
}

function answersRefusal({ role, answers }: Application, { questions }: QuestionSet): Refusal | undefined {
  const asked = questions.filter((question) => question.askedOf.includes(role))
  for (const [index, answer] of answers.entries()) {
    const path = `answers[${index}]`
    const question = asked.find((one) => one.key === answer.question)
    const wrong = (message: string, at = path) => refuse('answer-not-usable', message, at).refusal
    if (question === undefined) return wrong(`"${answer.question}" is not asked of a ${role}: leave it out.`)
    if (answers.findIndex((one) => one.question === answer.question) !== index) {
      return wrong(`"${answer.question}" is answered twice: answer it once.`)
    }
    const asks = unfit(question, answer)
    if (asks !== undefined) return wrong(`The answer to "${question.key}" does not fit: ${asks}.`)
  }
  const missing = asked.find((one) => one.required && !answers.some((answer) => answer.question === one.key))
  if (missing === undefined) return undefined
  return refuse(
    'answer-missing',
    `"${missing.key}" is not answered: give an answer of kind ${missing.kind}.`,
    'answers',
  ).refusal
}

function unfit(question: ApplicationQuestion, answer: ApplicationAnswer): string | undefined {
  if (question.kind === 'choice' && answer.kind === 'choice') {
    const { choices } = answer
    const codes = question.options.map((option) => option.code)
    const fits =
      choices.length >= 1 && choices.length <= question.choicesMax && new Set(choices).size === choices.length
    if (fits && choices.every((one) => codes.includes(one))) return undefined
    return `choose 1 to ${question.choicesMax} of ${codes.join(', ')}, each once`
  }
  if (question.kind === 'number' && answer.kind === 'number') {
    const fits = answer.number >= question.least && answer.number <= question.most
    return fits ? undefined : `give a whole number from ${question.least} to ${question.most}`
  }
  if (question.kind === 'text' && answer.kind === 'text') {
    return [...answer.text].length <= question.charactersMax
      ? undefined
      : `write at most ${question.charactersMax} characters`
  }
  return `give an answer of kind ${question.kind}`
}
