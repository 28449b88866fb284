import { type SelfAssessmentAnswers, type SelfAssessmentTexts, selfAssessmentPage } from '@mentoring-commons/mentoring'

let open: readonly string[] = []

/** Shows the summary below the form, with the page and the data to take away, and leads to it. Nothing is sent. */
export function showSummary(answers: SelfAssessmentAnswers, wording: SelfAssessmentTexts): void {
  const place = document.querySelector<HTMLElement>('#summary')
  if (place === null) throw new TypeError('the page has no place for the summary')
  const say = (key: string) => wording.texts[key] ?? ''
  const page = selfAssessmentPage(answers, wording)
  for (const address of open) URL.revokeObjectURL(address)
  const files = [
    { words: say('page.as-page'), name: 'self-assessment.html', type: 'text/html', text: page },
    {
      words: say('page.as-data'),
      name: 'self-assessment.json',
      type: 'application/json',
      text: `${JSON.stringify(answers, undefined, 2)}\n`,
    },
  ].map((file) => ({ ...file, address: URL.createObjectURL(new Blob([file.text], { type: file.type })) }))
  open = files.map(({ address }) => address)
  const actions = document.createElement('div')
  actions.className = 'actions'
  actions.append(
    ...files.map(({ words, name, address }) => {
      const link = document.createElement('a')
      link.className = 'button'
      link.href = address
      link.download = name
      link.textContent = words
      return link
    }),
  )
  const print = document.createElement('button')
  print.type = 'button'
  print.textContent = say('page.print')
  print.addEventListener('click', () => window.print())
  actions.append(print)
  place.replaceChildren(...contentOf(page))
  place.querySelector('h2')?.after(actions)
  place.hidden = false
  document.body.classList.add('made')
  place.querySelector<HTMLElement>('h2')?.focus()
}

/** What the page to take away says, in the style of this page, one level of headings lower, each table where it can be scrolled. */
function contentOf(page: string): readonly Node[] {
  const main = new DOMParser()
    .parseFromString(page.replace(/<style>.*?<\/style>/s, ''), 'text/html')
    .querySelector('main')
  for (const heading of main?.querySelectorAll('h1, h2') ?? []) {
    const lower = document.createElement(heading.tagName === 'H1' ? 'h2' : 'h3')
    lower.append(...heading.childNodes)
    if (lower.tagName === 'H2') lower.tabIndex = -1
    heading.replaceWith(lower)
  }
  for (const table of main?.querySelectorAll('table') ?? []) {
    const box = document.createElement('div')
    box.className = 'table'
    box.tabIndex = 0
    box.setAttribute('role', 'group')
    box.setAttribute(
      'aria-label',
      table.closest('section')?.querySelector('h3')?.textContent ?? main?.querySelector('h2')?.textContent ?? '',
    )
    table.replaceWith(box)
    box.append(table)
  }
  return [...(main?.childNodes ?? [])].map((node) => document.adoptNode(node))
}
