import type { Certainty, ClaimWarning, CriterionReading } from '@mentoring-commons/ukpsf'
import { drawing, element } from '../element.ts'
import type { Reading } from '../reading.ts'
import { withCodes } from '../with-codes.ts'
import { answers, local } from '../words.ts'

type Read = Reading & { readonly kind: 'read' }

const certain: Readonly<Record<Certainty, string>> = {
  '2+': 'two or more pages agree',
  '1': 'one page says so',
  A: 'the package’s own analysis',
  M: 'from memory, not verified',
}

/** How the claim stands, criterion by criterion, with the reasons the library gives. */
export function claim({ descriptor, claim: { criteria, summary, counting } }: Read): HTMLElement {
  return element(
    'section',
    { class: 'claim', 'aria-labelledby': 'claim-title' },
    element('h2', { id: 'claim-title' }, `${descriptor.code}, ${descriptor.category}`),
    element('p', { class: 'summary' }, ...withCodes(summary)),
    element(
      'p',
      { class: 'quiet' },
      `Counted is ${counting === 'confirmed' ? 'only what others confirmed' : 'what is claimed'}. `,
      '“Covered” says that there is evidence, not that it is good enough.',
    ),
    element('ul', { class: 'criteria' }, ...criteria.map(criterion)),
    element(
      'p',
      { class: 'quiet source' },
      `What is asked for: ${descriptor.source} (certainty ${descriptor.certainty}: ${certain[descriptor.certainty]}).`,
    ),
  )
}

function criterion({ criterion: code, title, answer, reasons, judgements }: CriterionReading): HTMLElement {
  const { word, icon } = answers[answer]
  // A reason already says what is to be judged; what only counts leaves is told once, here.
  const rest = judgements.filter((judgement) => !reasons.some((reason) => reason.includes(judgement)))
  return element(
    'li',
    { class: `criterion ${answer}`, 'data-key': code },
    element('h3', {}, element('code', {}, local(code)), ` ${title}`),
    element('p', { class: 'answer' }, drawing(icon, answer), ` ${word}`),
    element('ul', {}, ...[...reasons, ...rest].map((reason) => element('li', {}, reason))),
  )
}

const kinds: Readonly<Record<ClaimWarning['kind'], string>> = {
  'stale-evidence': 'Old evidence',
  'after-claim': 'After the day of the claim',
  'single-point': 'Single points',
  'over-word-limit': 'Too many words',
}

/** What to look at before submitting. */
export function warnings({ claim: { warnings: all } }: Read): HTMLElement {
  const groups = Object.entries(kinds).flatMap(([kind, title]) => {
    const own = all.filter((warning) => warning.kind === kind)
    return own.length === 0 ? [] : [{ title, own }]
  })
  return element(
    'section',
    { class: 'warnings', 'aria-labelledby': 'warnings-title' },
    element('h2', { id: 'warnings-title' }, 'To look at'),
    element(
      'p',
      { class: 'quiet' },
      all.length === 0
        ? 'No evidence is old, and no dimension hangs on one piece.'
        : 'A warning never changes an answer.',
    ),
    ...groups.flatMap(({ title, own }) => [
      element('h3', {}, `${title} (${own.length})`),
      element('ul', {}, ...own.map(({ message }) => element('li', {}, ...withCodes(message)))),
    ]),
  )
}
