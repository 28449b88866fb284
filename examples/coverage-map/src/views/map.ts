import type { DimensionCode } from '@mentoring-commons/ukpsf'
import { drawing, element } from '../element.ts'
import type { Cell, CellState, Reading } from '../reading.ts'
import { count, families, states } from '../words.ts'
import { leftOut } from './refusals.ts'

type Read = Reading & { readonly kind: 'read' }

/** The map: a row for each family, a cell for each dimension. One cell is in the order of Tab; arrows reach the others. */
export function map(reading: Read, focus: DimensionCode, open: DimensionCode | undefined): HTMLElement {
  const { edition, cells } = reading
  const some = (hold: (cell: Cell) => boolean) => cells.filter(hold).length
  const longest = Math.max(
    ...edition.families.value.map((family) => some(({ dimension }) => dimension.family === family)),
  )
  return element(
    'section',
    { class: 'map', id: 'map', tabindex: '-1', 'aria-labelledby': 'map-title' },
    element('h2', { id: 'map-title' }, 'Coverage map'),
    element(
      'p',
      { class: 'figures' },
      figure(
        some(({ state }) => state !== 'none'),
        `of ${cells.length} with evidence`,
      ),
      figure(
        some(({ confirmed }) => confirmed.length > 0),
        'confirmed',
      ),
      figure(
        some(({ single }) => single),
        'on one piece alone',
      ),
      figure(
        some(({ state }) => state === 'none'),
        'without evidence',
      ),
    ),
    leftOut(reading),
    element(
      'p',
      { class: 'quiet keys', id: 'map-keys' },
      'Arrow keys move, Enter shows the evidence, Escape comes back.',
    ),
    element(
      'div',
      {
        role: 'grid',
        'aria-labelledby': 'map-title',
        'aria-describedby': 'map-keys',
        class: 'grid',
        style: `--columns: ${longest}`,
        'data-key': 'grid',
      },
      ...edition.families.value.map((family) => {
        const own = cells.filter((cell) => cell.dimension.family === family)
        return element(
          'div',
          {
            role: 'row',
            class: 'family',
            'aria-labelledby': `family-${family}`,
            'data-key': `row-${edition.id}-${family}`,
          },
          element(
            'div',
            { role: 'rowheader' },
            element('h3', { id: `family-${family}` }, families[family]),
            element(
              'span',
              { class: 'quiet' },
              `${own.filter(({ state }) => state !== 'none').length} of ${own.length}`,
            ),
          ),
          ...own.map((cell) => cellOf(cell, cell.code === focus, cell.code === open)),
        )
      }),
    ),
    legend(),
  )
}

function cellOf(cell: Cell, reachable: boolean, isOpen: boolean): HTMLElement {
  const { code, dimension, state, claimed, confirmed, single, inGap, says } = cell
  return element(
    'div',
    { role: 'gridcell', 'data-key': code },
    element(
      'button',
      {
        type: 'button',
        class: `cell ${state}`,
        tabindex: reachable ? '0' : '-1',
        'data-cell': code,
        'aria-label': `${code} ${dimension.title}: ${says}`,
        'aria-expanded': String(isOpen),
        'aria-controls': 'evidence',
      },
      element('span', { class: 'band' }),
      // The spaces keep the words apart for whatever reads the text as it stands.
      element('span', { class: 'local' }, dimension.code, drawing(states[state].icon, state)),
      ' ',
      element('span', { class: 'name' }, dimension.title),
      ' ',
      element(
        'span',
        { class: 'says' },
        state === 'none' ? 'no evidence' : `claimed by ${claimed.length}, `,
        state !== 'none' && (confirmed.length === 0 ? 'not confirmed' : `confirmed by ${confirmed.length}`),
      ),
      ' ',
      (single || inGap) && element('span', { class: 'flag' }, single ? 'single point' : 'in the gap'),
    ),
  )
}

function figure(number: number, text: string): HTMLElement {
  return element('span', {}, element('strong', {}, String(number)), ` ${text}`)
}

function legend(): HTMLElement {
  const entries = Object.entries(states) as readonly (readonly [CellState, (typeof states)[CellState]])[]
  return element(
    'ul',
    { class: 'legend', 'aria-label': 'Legend' },
    ...entries.map(([state, { word, means, icon }]) =>
      element(
        'li',
        {},
        element('span', { class: `swatch ${state}` }, element('span', { class: 'band' }), drawing(icon, state)),
        element('span', {}, element('strong', {}, word), ` ${means}`),
      ),
    ),
  )
}

/** The same as a table. */
export function table({ edition, cells, strays }: Read): HTMLElement {
  const row = ({ code, dimension, state, claimed, confirmed, single, inGap }: Cell) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('code', {}, code), ` ${dimension.title}`),
      element('td', {}, states[state].word, single && state !== 'once' && ', single point', inGap && ', in the gap'),
      element('td', { class: 'number' }, String(claimed.length)),
      element('td', { class: 'number' }, String(confirmed.length)),
    )
  const head = (text: string, kind = '') => element('th', { scope: 'col', class: kind }, text)
  return element(
    'details',
    { class: 'table', 'data-key': 'table' },
    element('summary', {}, 'The same as a table'),
    element(
      'table',
      {},
      element(
        'caption',
        {},
        `${count(cells.length, 'dimension')} of ${edition.id}, and how many pieces of evidence claim and confirm each`,
        strays.length > 0 && '; tags of other editions are left out',
      ),
      element(
        'thead',
        {},
        element('tr', {}, head('Dimension'), head('State'), head('Claimed', 'number'), head('Confirmed', 'number')),
      ),
      element('tbody', {}, ...cells.map(row)),
    ),
  )
}
