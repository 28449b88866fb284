import { readSelfAssessment, type SelfAssessmentTexts, selfAssessment } from '@mentoring-commons/mentoring'
import { answersOf } from './answers.ts'
import { startClock } from './clock.ts'
import { addEntry, listChoices, removeEntry } from './entries.ts'
import { showSummary } from './summary.ts'

const wording: SelfAssessmentTexts = JSON.parse(document.querySelector('#wording')?.textContent ?? '{}')
const form = found(document, 'form', HTMLFormElement)
const refused = found(document, '#refused', HTMLElement)
const status = found(document, '#status', HTMLElement)
const say = (key: string) => wording.texts[key] ?? ''

/** Says something to people who listen; the same words twice are said twice. */
function tell(key: string): void {
  status.textContent = ''
  setTimeout(() => {
    status.textContent = say(key)
  }, 50)
}

const day = form.querySelector<HTMLInputElement>('#heldOn')
const now = new Date()
if (day !== null)
  day.value = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

for (const section of form.querySelectorAll<HTMLElement>('[data-step]')) {
  startClock(section, { say, tell })
  section.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    if (target.matches('[data-add]')) {
      addEntry(section, say)
      listChoices(form)
      tell('page.added')
    }
    if (target.matches('[data-remove]')) {
      removeEntry(section, target, say)
      listChoices(form)
      tell('page.removed')
    }
  })
}
form.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLElement && target.dataset.question === 'name') listChoices(form)
})

form.addEventListener('submit', (event) => {
  event.preventDefault()
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid')
    field.removeAttribute('aria-describedby')
  }
  const read = readSelfAssessment(answersOf(form))
  refused.hidden = !('refusal' in read)
  if ('refusal' in read) {
    const { message, path = '' } = read.refusal
    const where = fieldAt(path)
    refused.textContent = `${say('page.refused')} `
    const reason = document.createElement('span')
    reason.lang = 'en'
    reason.textContent = message
    refused.append(reason)
    where?.setAttribute('aria-invalid', 'true')
    where?.setAttribute('aria-describedby', 'refused')
    ;(where ?? refused).focus()
    tell('page.refused')
    return
  }
  showSummary(read.value, wording)
  tell('page.made')
})

/** The field that a path such as `practices[0].name` names. */
function fieldAt(path: string): HTMLElement | undefined {
  const [, step, at, key] = /^(\w+)(?:\[(\d+)\]\.(\w+))?/.exec(path) ?? []
  if (step === undefined) return undefined
  if (at === undefined) return form.querySelector<HTMLElement>(`#${step}`) ?? undefined
  const entry = form.querySelectorAll<HTMLElement>(`[data-step="${step}"] .entries > li`)[Number(at)]
  return entry?.querySelector<HTMLElement>(`[data-question="${key}"]`) ?? undefined
}

function found<T extends Element>(from: ParentNode, selector: string, kind: new () => T): T {
  const element = from.querySelector(selector)
  if (!(element instanceof kind)) throw new TypeError(`the page ${selfAssessment.key} lacks ${selector}`)
  return element
}
