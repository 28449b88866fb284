import type { DimensionCode, Evidence } from '@mentoring-commons/ukpsf'
import { element } from '../element.ts'
import { isConfirmed } from '../portfolio.ts'
import type { Reading } from '../reading.ts'
import type { Place, State } from '../state.ts'
import { count, nameOf, when } from '../words.ts'
import { refusalList } from './refusals.ts'

/** What stands behind the cell that is open, and the way to change it; a hint where none is open. */
export function evidencePanel(state: State, reading: Reading & { readonly kind: 'read' }): HTMLElement {
  const cell = reading.cells.find(({ code }) => code === state.open)
  if (cell === undefined) {
    return element(
      'aside',
      { class: 'panel empty', id: 'evidence', 'aria-label': 'Evidence of a dimension', 'data-key': 'panel' },
      element(
        'p',
        {},
        'Choose a dimension to see what stands behind it, and to change which evidence is tagged with it.',
      ),
    )
  }
  const { code, dimension, says } = cell
  const behind = state.portfolio.evidence.filter(({ id }) => cell.claimed.includes(id))
  const { note, source, certainty } = dimension
  return element(
    'aside',
    { class: 'panel', id: 'evidence', 'aria-labelledby': 'evidence-title', 'data-key': 'panel' },
    element('h2', { id: 'evidence-title', tabindex: '-1' }, element('code', {}, code), ' ', dimension.title),
    element('p', { class: 'says' }, says),
    behind.length === 0
      ? element('p', { class: 'quiet' }, 'Nothing is tagged with it yet.')
      : element('ul', { class: 'behind' }, ...behind.map((item) => piece(item, code))),
    element(
      'fieldset',
      { class: 'ticks', 'data-key': `ticks-${code}` },
      element('legend', {}, `Tagged with ${code}`),
      ...state.portfolio.evidence.map((item) => tick(item, code, nameOf(item), 'panel')),
    ),
    notChanged(state, 'panel'),
    element('button', { type: 'button', 'data-do': 'close' }, 'Back to the map'),
    element(
      'p',
      { class: 'quiet source' },
      note !== undefined && `${note} `,
      `Code and order: ${source} (certainty ${certainty}).`,
    ),
  )
}

/** A checkbox that sets a tag of a piece of evidence, or takes it away. */
export function tick(item: Evidence, code: string, label: string, place: Place): HTMLElement {
  return element(
    'label',
    { 'data-key': `${place}-${item.id}-${code}` },
    element('input', {
      type: 'checkbox',
      'data-item': item.id,
      'data-code': code,
      'data-place': place,
      checked: item.tags.includes(code),
    }),
    element('span', {}, label, isConfirmed(item, code) && element('span', { class: 'quiet' }, ' (confirmed)')),
  )
}

/** Why a change at a place, and there of a piece of evidence, was not made. */
export function notChanged({ notChanged: no }: State, place: Place, id = no?.id): HTMLElement | false {
  return (
    no?.place === place &&
    no.id === id &&
    element(
      'div',
      { class: 'refusal', 'data-key': 'not-changed' },
      element('p', {}, element('strong', {}, 'Nothing was changed.')),
      refusalList([no.refusal]),
    )
  )
}

function piece(item: Evidence, code: DimensionCode): HTMLElement {
  const words = (item.corroborations ?? []).filter(({ tags }) => tags?.includes(code))
  return element(
    'li',
    {},
    element('strong', {}, nameOf(item)),
    element('span', { class: 'quiet' }, ` ${[item.kind?.replaceAll('-', ' '), when(item)].filter(Boolean).join(', ')}`),
    element(
      'span',
      { class: 'word' },
      words.length === 0 ? 'not confirmed' : `confirmed by ${words.map(({ by }) => by).join(' and ')}`,
      words.length > 1 && `, ${count(words.length, 'word')}`,
    ),
  )
}
