import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import type { ChartSpec } from '../charts/chart-spec.ts'

/**
 * A chart as SVG text, drawn without a browser. Needs the optional peers `vega` and `vega-lite`.
 *
 * Only data within the specification is drawn: anything that would be fetched rejects with a TypeError.
 *
 * @example
 * ```ts
 * import { barChart } from '@mentoring-commons/reporting'
 * import { renderSvg } from '@mentoring-commons/reporting/svg'
 *
 * const figures = [{ id: 'a', label: 'A', by: { year: '1' }, n: 5, unit: 'people', definition: 'D.', value: 5 }]
 * const svg = await renderSvg(barChart(figures, { title: 'By year' }))
 * svg.startsWith('<svg') //=> true
 * ```
 */
export async function renderSvg(spec: ChartSpec): Promise<string> {
  const compiled = compile(spec as unknown as TopLevelSpec).spec
  const view = new View(parse(compiled), { renderer: 'none', loader: closed })
  try {
    return await view.toSVG()
  } finally {
    view.finalize()
  }
}

const refuse = (uri: string): Promise<never> =>
  Promise.reject(new TypeError(`A chart asked for ${uri}. Put its data into the specification.`))

const closed = { options: {}, load: refuse, sanitize: refuse, http: refuse, file: refuse }
