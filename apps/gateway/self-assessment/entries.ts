let entryCount = 0

/** Adds an empty entry to a step and leads to its first field; nothing where the step takes no more. */
export function addEntry(section: HTMLElement, say: (key: string) => string): void {
  const list = section.querySelector<HTMLElement>('.entries')
  const template = section.querySelector('template')
  if (list === null || template === null || list.childElementCount >= Number(section.dataset.most)) return
  entryCount += 1
  const entry = template.content.cloneNode(true) as DocumentFragment
  const item = entry.firstElementChild as HTMLElement
  item.dataset.entry = `${section.dataset.step}-${entryCount}`
  for (const field of item.querySelectorAll<HTMLElement>('input[data-question], select, textarea')) {
    field.id = `${item.dataset.entry}-${field.dataset.question}`
    field.parentElement?.querySelector('label')?.setAttribute('for', field.id)
  }
  list.append(entry)
  number(section, say)
  item.querySelector<HTMLElement>('input, select, textarea')?.focus()
}

/** Takes an entry away and leads to the one before it, or to the button that adds one. */
export function removeEntry(section: HTMLElement, button: HTMLElement, say: (key: string) => string): void {
  const item = button.closest('li')
  const before = item?.previousElementSibling
  item?.remove()
  number(section, say)
  const next = before?.querySelector<HTMLElement>('legend') ?? section.querySelector<HTMLElement>('[data-add]')
  next?.focus()
}

/** Lists the entries of earlier steps wherever one may refer to them, and keeps what was ticked. */
export function listChoices(form: HTMLFormElement): void {
  for (const group of form.querySelectorAll<HTMLElement>('.entries [data-steps]')) {
    const place = group.querySelector<HTMLElement>('[data-choices]')
    const ticked = new Set([...group.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value))
    const steps = group.dataset.steps?.split(' ') ?? []
    const entries = steps.flatMap((step) => [
      ...form.querySelectorAll<HTMLElement>(`[data-step="${step}"] .entries > li`),
    ])
    place?.replaceChildren(
      ...entries.map((entry) => {
        const label = document.createElement('label')
        const box = document.createElement('input')
        box.type = 'checkbox'
        box.value = entry.dataset.entry ?? ''
        box.checked = ticked.has(box.value)
        const name = entry.querySelector<HTMLInputElement>('[data-question="name"]')?.value.trim()
        label.append(box, name || (entry.querySelector('legend')?.textContent ?? ''))
        return label
      }),
    )
  }
}

function number(section: HTMLElement, say: (key: string) => string): void {
  const items = [...section.querySelectorAll<HTMLElement>('.entries > li')]
  for (const [at, item] of items.entries()) {
    const legend = item.querySelector('legend')
    if (legend) legend.textContent = `${say('page.entry')} ${at + 1}`
  }
  const add = section.querySelector<HTMLButtonElement>('[data-add]')
  if (add) add.disabled = items.length >= Number(section.dataset.most)
}
