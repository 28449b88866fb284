import {
  loadSelfAssessmentTexts as load,
  readSelfAssessment,
  type SelfAssessmentTexts,
} from '@mentoring-commons/mentoring'
import { type Context, viewerOf } from '../../../context.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { insertSession, replaceTexts } from './store.ts'

/** Keeps what a group found out: the session's id. */
export function saveSelfAssessment(
  context: Context,
  {
    answers: input,
    idempotencyKey,
  }: { readonly answers: unknown; readonly idempotencyKey?: string | null | undefined },
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'saveSelfAssessment', idempotencyKey, input }, async (tx) => {
    const answers = accepted(readSelfAssessment(input))
    const today = context.now().slice(0, 10)
    if (answers.heldOn > today)
      throw new Refused({
        code: 'day-in-the-future',
        message: `${answers.heldOn} is after today, ${today}: keep what has been found`,
        path: 'heldOn',
      })
    const id = context.newId()
    await insertSession(tx, {
      institutionId,
      id,
      heldOn: answers.heldOn,
      answers,
      savedBy: accountId,
      savedAt: context.now(),
    })
    return id
  })
}

/** Loads the texts of a language, whole, in place of what was there: the language's tag in lower case. */
export function loadSelfAssessmentTexts(
  context: Context,
  { idempotencyKey, ...input }: SelfAssessmentTexts & { readonly idempotencyKey?: string | null | undefined },
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'loadSelfAssessmentTexts', idempotencyKey, input }, async (tx) => {
    const texts = accepted(load(input))
    const language = texts.language.toLowerCase()
    await replaceTexts(tx, { institutionId, language, texts, loadedBy: accountId, loadedAt: context.now() })
    return language
  })
}
