import type { DimensionCode } from '@mentoring-commons/ukpsf'
import { element } from './element.ts'
import type { Reading } from './reading.ts'
import type { State } from './state.ts'
import { chooser } from './views/chooser.ts'
import { claim, warnings } from './views/claim.ts'
import { evidencePanel } from './views/evidence.ts'
import { map, table } from './views/map.ts'
import { next } from './views/next.ts'
import { portfolio } from './views/portfolio.ts'
import { refusedClaim } from './views/refusals.ts'

/** The page of a state, to be patched into the one that is seen. `focus` is the cell that Tab reaches. */
export function page(state: State, reading: Reading, focus: DimensionCode | undefined): HTMLElement {
  const first = reading.kind === 'read' ? reading.cells[0]?.code : undefined
  const seen =
    reading.kind === 'refused' || first === undefined
      ? []
      : [
          element(
            'div',
            { class: 'columns', 'data-key': 'columns' },
            element('div', {}, map(reading, focus ?? first, state.open), table(reading)),
            evidencePanel(state, reading),
          ),
          element(
            'div',
            { class: 'columns', 'data-key': 'answers' },
            element('div', {}, claim(reading), warnings(reading)),
            next(state, reading),
          ),
        ]
  return element(
    'main',
    {},
    chooser(state, reading),
    ...(reading.kind === 'refused' ? [refusedClaim(reading)] : seen),
    portfolio(state, reading.edition),
  )
}
