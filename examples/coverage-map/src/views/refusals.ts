import type { Refusal } from '@mentoring-commons/ukpsf'
import { element } from '../element.ts'
import type { Reading } from '../reading.ts'
import { withCodes } from '../with-codes.ts'
import { count } from '../words.ts'

/** Refusals as they are: the code, the message and the path. */
export function refusalList(refusals: readonly Refusal[]): HTMLElement {
  return element(
    'ul',
    { class: 'refusals' },
    ...refusals.map(({ code, message, path }) =>
      element(
        'li',
        {},
        element('code', { class: 'code' }, code),
        path !== undefined && ' at ',
        path !== undefined && element('code', {}, path),
        element('p', {}, ...withCodes(message)),
      ),
    ),
  )
}

/** What stands where the map would, when the claim is refused. */
export function refusedClaim({ edition, refusal, strays }: Reading & { readonly kind: 'refused' }): HTMLElement {
  const mixed = refusal.code === 'mixed-editions'
  return element(
    'section',
    { class: 'refusal wide', id: 'map', tabindex: '-1', 'aria-labelledby': 'refused-title' },
    element('h2', { id: 'refused-title' }, 'This claim cannot be read'),
    refusalList([refusal]),
    mixed &&
      element(
        'p',
        {},
        `${count(strays.length, 'tag is', 'tags are')} of another edition: `,
        ...[...new Set(strays)].flatMap((tag, at) => [at > 0 ? ', ' : '', element('code', {}, tag)]),
        '. The same letter and number can mean another thing there.',
      ),
    mixed && element('button', { type: 'button', 'data-do': 'leave-out' }, `Read only the tags of ${edition.id}`),
  )
}

/** What is left out of the reading, where something is. */
export function leftOut({ edition, strays }: Reading): HTMLElement | false {
  return (
    strays.length > 0 &&
    element(
      'p',
      { class: 'note', 'data-key': 'left-out' },
      `Not in this reading: ${count(strays.length, 'tag', 'tags')} of another edition than ${edition.id}. Each is still in the portfolio. `,
      element('button', { type: 'button', class: 'plain', 'data-do': 'take-in' }, 'Read all tags'),
    )
  )
}
