import type { Edition, Evidence } from '@mentoring-commons/ukpsf'
import { drawing, element } from '../element.ts'
import { isConfirmed } from '../portfolio.ts'
import { isOf } from '../reading.ts'
import type { State } from '../state.ts'
import { families, local, nameOf, states, when } from '../words.ts'
import { notChanged, tick } from './evidence.ts'

/** Every piece of evidence with its tags, and checkboxes to change them. */
export function portfolio(state: State, edition: Edition): HTMLElement {
  const { evidence } = state.portfolio
  return element(
    'section',
    { class: 'portfolio', 'aria-labelledby': 'portfolio-title' },
    element('h2', { id: 'portfolio-title', tabindex: '-1' }, 'Evidence'),
    element('p', { class: 'quiet' }, 'Change a tag, and everything above is read again.'),
    evidence.length === 0
      ? element('p', {}, 'There is none yet.')
      : element(
          'ul',
          { class: 'pieces', 'data-key': 'pieces' },
          ...evidence.map((item) => piece(state, item, edition)),
        ),
  )
}

function piece(state: State, item: Evidence, edition: Edition): HTMLElement {
  const strays = item.tags.filter((tag) => !isOf(edition, tag))
  const words = item.corroborations ?? []
  return element(
    'li',
    { 'data-key': `piece-${item.id}` },
    element('h3', {}, nameOf(item)),
    element(
      'p',
      { class: 'quiet' },
      `${[item.kind?.replaceAll('-', ' '), when(item)].filter(Boolean).join(', ')} · `,
      element('code', {}, item.id),
    ),
    element(
      'ul',
      { class: 'tags', 'aria-label': `Tags of ${nameOf(item)}` },
      ...item.tags.map((tag) => chip(item, tag, edition)),
    ),
    words.length > 0 &&
      element(
        'p',
        { class: 'quiet' },
        `Corroborated by ${words.map(({ by, tags }) => `${by}${tags ? '' : ', naming no dimension'}`).join(', ')}.`,
      ),
    notChanged(state, 'piece', item.id),
    element(
      'details',
      { 'data-key': `edit-${item.id}` },
      element('summary', {}, 'Change the tags', element('span', { class: 'unseen' }, ` of ${nameOf(item)}`)),
      ...edition.families.value.map((family) =>
        element(
          'fieldset',
          { class: 'ticks' },
          element('legend', {}, families[family], element('span', { class: 'unseen' }, ` that ${nameOf(item)} shows`)),
          ...edition.dimensions
            .filter((dimension) => dimension.family === family)
            .map(({ code, title }) => tick(item, `${edition.id}:${code}`, `${code} ${title}`, 'piece')),
        ),
      ),
      strays.length > 0 &&
        element(
          'fieldset',
          { class: 'ticks' },
          element('legend', {}, 'Of other editions'),
          ...strays.map((code) => tick(item, code, code, 'piece')),
        ),
    ),
  )
}

function chip(item: Evidence, tag: string, edition: Edition): HTMLElement {
  const sure = isConfirmed(item, tag)
  return element(
    'li',
    { class: sure ? 'sure' : '' },
    isOf(edition, tag) ? local(tag) : tag,
    sure && drawing(states.confirmed.icon, 'confirmed'),
    sure && element('span', { class: 'unseen' }, ' confirmed'),
  )
}
