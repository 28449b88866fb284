import { element } from '../element.ts'
import type { Reading } from '../reading.ts'
import type { State } from '../state.ts'
import { withCodes } from '../with-codes.ts'
import { nameOf, when } from '../words.ts'
import { refusalList } from './refusals.ts'

/** The gap, what comes next, and what the person has not put forward yet. */
export function next({ portfolio }: State, { gap, next: best }: Reading & { readonly kind: 'read' }): HTMLElement {
  const choice = best.value?.kind === 'close-gap' ? best.value.items : []
  const first = best.value && best.value.kind !== 'nothing' ? best.value.item : undefined
  const drafts = portfolio.drafts.map((draft) =>
    element(
      'li',
      { 'data-key': `draft-${draft.id}` },
      element('strong', {}, nameOf(draft)),
      element('span', { class: 'quiet' }, ` ${when(draft)}`),
      element(
        'span',
        { class: 'quiet' },
        ...draft.tags.flatMap((tag, at) => [at > 0 ? ', ' : '', element('code', {}, tag)]),
      ),
      draft.id === first ? mark('put forward first') : choice.includes(draft.id) && mark('closes the gap with it'),
      element(
        'button',
        { type: 'button', 'data-draft': draft.id, 'aria-label': `Put forward: ${nameOf(draft)}` },
        'Put forward',
      ),
    ),
  )
  return element(
    'section',
    { class: 'next', 'aria-labelledby': 'next-title' },
    element('h2', { id: 'next-title', tabindex: '-1' }, 'What to add next'),
    gap.length === 0
      ? element('p', {}, 'No gap is left that counting can show.')
      : element(
          'p',
          {},
          'A smallest set that closes the gap: ',
          ...gap.flatMap((code, at) => [at > 0 ? ', ' : '', element('code', {}, code)]),
          '.',
        ),
    best.value && element('p', { class: 'summary' }, ...withCodes(best.value.message)),
    best.refusal && refusalList([best.refusal]),
    drafts.length > 0 && element('h3', {}, 'Not put forward yet'),
    drafts.length > 0 && element('ul', { class: 'drafts' }, ...drafts),
  )
}

function mark(text: string): HTMLElement {
  return element('span', { class: 'flag' }, text)
}
