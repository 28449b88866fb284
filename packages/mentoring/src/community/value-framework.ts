/** One way of telling types of value apart, as data. A matrix keeps to one of them. */
export interface ValueFramework {
  readonly key: string
  readonly types: readonly string[]
  readonly source: string
  readonly certainty: '2+' | '1' | 'A' | 'M'
}

const first = ['immediate', 'potential', 'applied', 'realised'] as const

/** The published lists of types of value, in order of publication. Their order is no ladder: a story may begin anywhere. */
export const valueFrameworks = [
  {
    key: 'value-creation-2011',
    types: [...first, 'reframing'],
    source: 'Wenger, Trayner and de Laat 2011, Promoting and assessing value creation in communities and networks',
    certainty: '2+',
  },
  {
    key: 'value-creation-2014',
    types: [...first, 'reframing', 'strategic', 'enabling'],
    source: 'Wenger-Trayner 2014, strategic evaluation of network activities',
    certainty: 'M',
  },
  {
    key: 'value-creation-2020',
    types: [...first, 'enabling', 'strategic', 'orienting', 'transformative'],
    source: 'Wenger-Trayner and Wenger-Trayner 2020, Learning to make a difference',
    certainty: 'M',
  },
] as const satisfies readonly ValueFramework[]

/** Every sign of value: it may be good, nothing, or harm. */
export const valueSigns = ['positive', 'null', 'negative'] as const

/** Whether something was of use, of none, or did harm. */
export type ValueSign = (typeof valueSigns)[number]
