import type { TopLevelSpec } from 'vega-lite'
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
  // Both are ESM that waits at its top level, which require() cannot load: imported here, this file serves CommonJS too.
  const { parse, View } = await import('vega')
  const { compile } = await import('vega-lite')
  const asked: string[] = []
  const refuse = (uri: string): Promise<never> => {
    asked.push(uri)
    return Promise.reject(new TypeError(uri))
  }
  const loader = { options: {}, load: refuse, sanitize: refuse, http: refuse, file: refuse }
  const compiled = compile(spec as unknown as TopLevelSpec).spec
  const view = new View(parse(compiled), { renderer: 'none', loader, logLevel: 0 })
  try {
    const svg = await view.toSVG()
    if (asked.length > 0)
      throw new TypeError(`The chart asks for ${asked.join(', ')}. Put its data into the specification.`)
    return svg
  } finally {
    view.finalize()
  }
}
