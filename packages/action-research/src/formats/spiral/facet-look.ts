import type { IntervalFacet } from '../../facet.ts'

/** How a facet looks: its word and letter, a colour and a texture, each of which tells it alone from the others. */
export interface FacetLook {
  readonly word: string
  readonly letter: string
  readonly colour: string
  readonly texture: string
}

/**
 * The looks of the facets. The colours are those of Okabe and Ito (2008), which people with any usual colour vision tell
 * apart; the textures are the content of a pattern of 8 by 8.
 */
export const facetLooks: Readonly<Record<IntervalFacet, FacetLook>> = {
  diagnose: {
    word: 'Diagnose',
    letter: 'D',
    colour: '#56b4e9',
    texture: '<path d="M0 2H8M0 6H8" fill="none"/>',
  },
  plan: {
    word: 'Plan',
    letter: 'P',
    colour: '#e69f00',
    texture: '<circle cx="2" cy="2" r="1.1"/><circle cx="6" cy="6" r="1.1"/>',
  },
  act: { word: 'Act', letter: 'A', colour: '#d55e00', texture: '' },
  observe: {
    word: 'Observe',
    letter: 'O',
    colour: '#009e73',
    texture: '<path d="M0 8L8 0M-2 2L2 -2M6 10L10 6" fill="none"/>',
  },
  reflect: { word: 'Reflect', letter: 'R', colour: '#cc79a7', texture: '<path d="M0 0L8 8M8 0L0 8" fill="none"/>' },
}

/** The style of the picture; a page may set the custom properties. */
export const spiralStyle = `.ars { --ars-paper: #ffffff; --ars-ink: #1d2730; --ars-quiet: #51606b; --ars-line: #c3cccf; }
@media screen and (prefers-color-scheme: dark) { .ars { --ars-paper: #1d252c; --ars-ink: #e7ecef; --ars-quiet: #aab7c0; --ars-line: #4a5862; } }
.ars text { font-family: system-ui, sans-serif; fill: var(--ars-ink); text-anchor: middle; }
.ars .ars-said { fill: var(--ars-quiet); text-anchor: start; }
.ars .ars-paper, .ars .ars-disc, .ars .ars-pill { fill: var(--ars-paper); }
.ars .ars-pill, .ars .ars-ring { stroke: var(--ars-line); stroke-width: 1.25; }
.ars .ars-line, .ars .ars-tie { fill: none; stroke: var(--ars-line); stroke-width: 1.5; }
.ars .ars-tie-free { stroke-dasharray: 2 3; }
.ars .ars-edge, .ars .ars-fill { fill: none; }
.ars .ars-edge { stroke: var(--ars-ink); }
.ars .ars-break { fill: none; stroke: var(--ars-quiet); stroke-width: 4; stroke-dasharray: 1.5 3.5; }
.ars .ars-mark { fill: var(--ars-ink); stroke: none; }
.ars .ars-cross { fill: none; stroke: var(--ars-ink); stroke-width: 2; }
`
