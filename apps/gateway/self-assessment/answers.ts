import { selfAssessment } from '@mentoring-commons/mentoring'

/** What was written into the form, as the answers of a session; not yet checked. */
export function answersOf(form: HTMLFormElement): unknown {
  const value = (id: string) => form.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? ''
  const participants = value('participants')
  return {
    assessment: selfAssessment.key,
    version: selfAssessment.version,
    institution: value('institution'),
    heldOn: value('heldOn'),
    participants: participants === '' ? null : Number(participants),
    ...Object.fromEntries(selfAssessment.steps.map(({ key }) => [key, entriesOf(form, key)])),
  }
}

function entriesOf(form: HTMLFormElement, step: string): readonly object[] {
  return [...form.querySelectorAll<HTMLElement>(`[data-step="${step}"] .entries > li`)].map((item) => ({
    id: item.dataset.entry,
    ...Object.fromEntries(
      [...item.querySelectorAll<HTMLElement>('[data-question]')].flatMap((field): [string, unknown][] => {
        const key = field.dataset.question ?? ''
        if (field instanceof HTMLFieldSetElement)
          return [[key, [...field.querySelectorAll<HTMLInputElement>('input:checked')].map((box) => box.value)]]
        const given = (field as HTMLInputElement).value.trim()
        return given === '' ? [] : [[key, given]]
      }),
    ),
  }))
}
