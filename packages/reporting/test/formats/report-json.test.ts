import { expect, test } from 'vitest'
import { reportJson } from '../../src/index.ts'

test('exactly the keys that are promised, in order', () => {
  const said = { label: 'L', unit: 'people', definition: 'D.' } as const
  const text = reportJson({
    programme: 'P',
    asOf: '2026-01-31',
    policy: 'hesa',
    figures: [
      { ...said, id: 'a', by: { year: '1' }, n: 5, value: 0, uncertainty: { kind: 'sd', sd: 1 } },
      { ...said, id: 'b', by: {}, n: { suppressed: 'derivable' }, suppressed: 'few-responses' },
    ],
  })
  expect(text.endsWith('}\n')).toBe(true)
  expect(JSON.stringify(JSON.parse(text))).toBe(
    '{"programme":"P","asOf":"2026-01-31","policy":"hesa","figures":[{"id":"a","label":"L","value":0,"n":5,"by":{"year":"1"},"definition":"D."},{"id":"b","label":"L","suppressed":"few-responses","n":null,"by":{},"definition":"D."}]}',
  )
})
