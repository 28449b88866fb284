/** A chart as a Vega-Lite specification: plain data, to be drawn by `renderSvg` or any other Vega-Lite. */
export interface ChartSpec {
  readonly $schema: string
  readonly [property: string]: unknown
}

/**
 * Colours dark enough on white for WCAG 2.2 AA (3:1 for graphics), and far apart for people who lack any one kind of cone: the closest two
 * are more than 20 apart in CIE L*a*b*.
 */
export const palette = ['#1f5f7a', '#b8642a', '#402080', '#604020', '#a000e0', '#a08080'] as const

/** What all charts share: no external font, no frame, quiet axes. */
export const chartBase = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  background: 'transparent',
  config: {
    aria: false,
    font: 'system-ui, sans-serif',
    view: { stroke: null },
    axis: {
      labelColor: '#33404a',
      titleColor: '#33404a',
      domainColor: '#8a97a0',
      tickColor: '#8a97a0',
      gridColor: '#e3e8eb',
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: 'normal',
      labelLimit: 180,
    },
    legend: {
      labelColor: '#33404a',
      titleColor: '#33404a',
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: 'normal',
      orient: 'top',
    },
    text: { fontSize: 12, fill: '#33404a' },
  },
} as const

/** The most letters of a line in the labels of an axis. */
const lineMax = 18

/** Breaks long labels between words, as an expression of Vega: a label that is cut short names nothing. */
export const labelLines = `slice(split(replace(datum.label, /(.{1,${lineMax}})(\\s+|$)/g, '$1\\n'), '\\n'), 0, -1)`

/** The lines that the longest of some labels takes, 1 or more. */
export function linesOf(labels: readonly string[]): number {
  return Math.max(1, ...labels.map((label) => Math.ceil(label.length / (lineMax - 4))))
}
