import { element } from './element.ts'

/** A sentence of the library, its codes kept whole where a line ends. */
export function withCodes(text: string): readonly (string | HTMLElement)[] {
  return text
    .split(/((?:uk)?psf-\d{4}:[A-Z]{1,2}\d+(?:\.\w+)?)/)
    .map((part, at) => (at % 2 === 0 ? part : element('span', { class: 'whole' }, part)))
}
