import { expect, test } from 'vitest'
import { defineScheme } from '../src/define-scheme.ts'
import { requireSet } from '../src/outcome-requirement.ts'
import type { RefusalCode } from '../src/refusal.ts'
import type { SchemeInput, SchemeVersion } from '../src/scheme.ts'
import { completeSet, handbook, openSet, outcome, recognition, scheme, version } from './samples.ts'

const good = scheme([
  version('1', { validTo: '2010', recognition: [recognition('2009-07')] }),
  version('2', { validFrom: '2010-09' }),
])

test('a scheme that makes sense is given back as it is, and is not changed', () => {
  const before = JSON.stringify(good)
  expect(defineScheme(good).value).toBe(good)
  expect(JSON.stringify(good)).toBe(before)
})

test('what was stored as JSON, its keys in another order, is accepted again', () => {
  const turned = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(turned)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .map(([key, each]) => [key, turned(each)] as const)
              .reverse(),
          )
        : value
  const stored = turned(JSON.parse(JSON.stringify(good))) as SchemeInput
  expect(defineScheme(stored).value).toEqual(good)
})

const one = (fields: Partial<SchemeVersion>) => scheme([version('1', fields)])
const [values, core, special] = version('1').outcomes
if (!values || !core || !special) throw new TypeError('the sample has three requirements')
const link = { to: 'example-2006:SD3', says: 'Supports it', ...handbook }
const rule = { code: 'ours:1', says: 'Two assessors', ...handbook }
const stray = (fields: object) => ({ ...completeSet('values', 'value'), ...fields }) as never

const refused: readonly [name: string, input: SchemeInput, code: RefusalCode, path: string][] = [
  ['an empty id', { ...good, id: ' ' }, 'blank-text', 'id'],
  ['an empty title', { ...good, title: '' }, 'blank-text', 'title'],
  ['an empty provider', { ...good, provider: '\n' }, 'blank-text', 'provider'],
  ['a key with capitals', { ...good, key: 'Award' }, 'key-malformed', 'key'],
  ['a key that ends in a hyphen', { ...good, key: 'award-' }, 'key-malformed', 'key'],
  ['no source', { ...good, source: '' }, 'blank-text', 'scheme.source'],
  ['an unknown certainty', { ...good, certainty: '3' as never }, 'unknown-certainty', 'scheme.certainty'],
  [
    'a body without a name',
    { ...good, recognisingBody: { name: '', ...handbook } },
    'blank-text',
    'recognisingBody.name',
  ],
  [
    'a body without a source',
    { ...good, recognisingBody: { name: 'B', source: '', certainty: '1' } },
    'blank-text',
    'recognisingBody.source',
  ],
  ['no version', { ...good, versions: [] }, 'versions-missing', 'versions'],
  ['a version without a name', scheme([version('')]), 'blank-text', 'versions[0].version'],
  ['a version without a source', one({ source: '' }), 'blank-text', 'versions[0].source'],
  ['a start that is no date', one({ validFrom: '2009-7' }), 'not-a-date', 'versions[0].validFrom'],
  ['an end that is no date', one({ validTo: '2009-02-29' }), 'not-a-date', 'versions[0].validTo'],
  [
    'a period that runs backwards',
    one({ validFrom: '2010-02', validTo: '2010-01' }),
    'period-backwards',
    'versions[0].validTo',
  ],
  [
    'two versions of one name',
    scheme([version('1', { validTo: '2009' }), version('1', { validFrom: '2010' })]),
    'duplicate-version',
    'versions[1].version',
  ],
  [
    'versions that share a day',
    scheme([version('1', { validTo: '2010-09-01' }), version('2', { validFrom: '2010-09-01' })]),
    'periods-overlap',
    'versions[1]',
  ],
  [
    'versions that share a day, the later first',
    scheme([version('2', { validFrom: '2010' }), version('1', { validTo: '2011-02' })]),
    'periods-overlap',
    'versions[1]',
  ],
  [
    'the third version over the first',
    scheme([
      version('1', { validTo: '2010-08-31' }),
      version('2', { validFrom: '2010-09-01' }),
      version('3', { validTo: '2009' }),
    ]),
    'periods-overlap',
    'versions[2]',
  ],
  [
    'a recognition when no body is named',
    (({ recognisingBody: _, ...rest }) => rest)(good),
    'recognising-body-missing',
    'recognisingBody',
  ],
  [
    'the same recognition twice',
    one({ recognition: [recognition('2009-07'), recognition('2009-07')] }),
    'duplicate-recognition',
    'versions[0].recognition[1]',
  ],
  [
    'a faulty recognition',
    one({ recognition: [recognition('July')] }),
    'not-a-date',
    'versions[0].recognition[0].recognisedOn',
  ],
  [
    'a link without its edition',
    one({ frameworkLinks: [{ ...link, to: 'SD3' }] }),
    'code-unqualified',
    'versions[0].frameworkLinks[0].to',
  ],
  [
    'a link that says nothing',
    one({ frameworkLinks: [{ ...link, says: '' }] }),
    'blank-text',
    'versions[0].frameworkLinks[0].says',
  ],
  [
    'a link without a source',
    one({ frameworkLinks: [{ ...link, source: '' }] }),
    'blank-text',
    'versions[0].frameworkLinks[0].source',
  ],
  ['the same link twice', one({ frameworkLinks: [link, link] }), 'duplicate-code', 'versions[0].frameworkLinks[1].to'],
  [
    'a rule without where',
    one({ assessmentRules: [{ ...rule, code: '1' }] }),
    'code-unqualified',
    'versions[0].assessmentRules[0].code',
  ],
  [
    'a rule that says nothing',
    one({ assessmentRules: [{ ...rule, says: ' ' }] }),
    'blank-text',
    'versions[0].assessmentRules[0].says',
  ],
  [
    'a rule without a source',
    one({ assessmentRules: [{ ...rule, source: ' ' }] }),
    'blank-text',
    'versions[0].assessmentRules[0].source',
  ],
  [
    'two rules of one code',
    one({ assessmentRules: [rule, rule] }),
    'duplicate-code',
    'versions[0].assessmentRules[1].code',
  ],
  ['no values', one({ outcomes: [core, special] }), 'group-missing', 'versions[0].outcomes'],
  ['no specialist outcomes', one({ outcomes: [values, core] }), 'group-missing', 'versions[0].outcomes'],
  [
    'two sets of values',
    one({ outcomes: [values, core, special, requireSet(completeSet('more', 'value'), handbook)] }),
    'duplicate-group',
    'versions[0].outcomes',
  ],
  ['one set twice', one({ outcomes: [values, values, core, special] }), 'duplicate-group', 'versions[0].outcomes'],
  [
    'an unknown group',
    one({ outcomes: [{ ...values, set: stray({ group: 'skill' }) }, core, special] }),
    'unknown-group',
    'versions[0].outcomes[0].set.group',
  ],
  [
    'a set without an id',
    one({ outcomes: [{ ...values, set: stray({ id: '' }) }, core, special] }),
    'blank-text',
    'versions[0].outcomes[0].set.id',
  ],
  [
    'a set without a title',
    one({ outcomes: [{ ...values, set: stray({ title: '' }) }, core, special] }),
    'blank-text',
    'versions[0].outcomes[0].set.title',
  ],
  [
    'a set whose period runs backwards',
    one({ outcomes: [{ ...values, set: stray({ validFrom: '2011', validTo: '2010' }) }, core, special] }),
    'period-backwards',
    'versions[0].outcomes[0].set.validTo',
  ],
  [
    'a complete set of nothing',
    one({ outcomes: [{ ...values, set: stray({ outcomes: [] }) }, core, special] }),
    'outcomes-missing',
    'versions[0].outcomes[0].set.outcomes',
  ],
  [
    'an open set that does not say what is missing',
    one({
      outcomes: [values, core, { ...special, set: { ...openSet('special', 'specialist'), toBeLoaded: '' } } as never],
    }),
    'blank-text',
    'versions[0].outcomes[2].set.toBeLoaded',
  ],
  [
    'an outcome twice in a set',
    one({
      outcomes: [
        { ...values, set: stray({ outcomes: [outcome('values:1', 'value'), outcome('values:1', 'value')] }) },
        core,
        special,
      ],
    }),
    'duplicate-code',
    'versions[0].outcomes[0]',
  ],
  [
    'an outcome of another set',
    one({ outcomes: [{ ...values, set: stray({ outcomes: [outcome('other:1', 'value')] }) }, core, special] }),
    'code-outside-set',
    'versions[0].outcomes[0].set.outcomes[0].code',
  ],
  [
    'an outcome of a set whose id begins alike',
    one({ outcomes: [{ ...values, set: stray({ outcomes: [outcome('values-too:1', 'value')] }) }, core, special] }),
    'code-outside-set',
    'versions[0].outcomes[0].set.outcomes[0].code',
  ],
  [
    'an outcome of another group',
    one({ outcomes: [{ ...values, set: stray({ outcomes: [outcome('values:1', 'core')] }) }, core, special] }),
    'group-mismatch',
    'versions[0].outcomes[0].set.outcomes[0].group',
  ],
  [
    'an outcome without a title',
    one({
      outcomes: [
        { ...values, set: stray({ outcomes: [{ ...outcome('values:1', 'value'), title: '' }] }) },
        core,
        special,
      ],
    }),
    'blank-text',
    'versions[0].outcomes[0].set.outcomes[0].title',
  ],
  [
    'an outcome without a source',
    one({
      outcomes: [
        { ...values, set: stray({ outcomes: [{ ...outcome('values:1', 'value'), source: '' }] }) },
        core,
        special,
      ],
    }),
    'blank-text',
    'versions[0].outcomes[0].set.outcomes[0].source',
  ],
  [
    'a requirement without a source',
    one({ outcomes: [{ ...values, source: '' }, core, special] }),
    'blank-text',
    'versions[0].outcomes[0].source',
  ],
  [
    'an open set called published',
    one({ outcomes: [values, core, { ...special, state: 'published' } as never] }),
    'state-mismatch',
    'versions[0].outcomes[2].state',
  ],
  [
    'a complete set to be loaded',
    one({ outcomes: [{ ...values, state: 'to-be-loaded' } as never, core, special] }),
    'state-mismatch',
    'versions[0].outcomes[0].state',
  ],
  [
    'a published set with something loaded',
    one({ outcomes: [{ ...values, loaded: [outcome('our:1', 'value')] } as never, core, special] }),
    'state-mismatch',
    'versions[0].outcomes[0].state',
  ],
  [
    'a state that is none',
    one({ outcomes: [values, core, { ...special, state: 'done' } as never] }),
    'state-mismatch',
    'versions[0].outcomes[2].state',
  ],
  [
    'loaded with nothing',
    one({ outcomes: [values, core, { ...special, state: 'loaded' } as never] }),
    'outcomes-missing',
    'versions[0].outcomes[2].loaded',
  ],
  [
    'a loaded code of a published set',
    one({ outcomes: [values, core, { ...special, loaded: [outcome('special:9', 'specialist')] } as never] }),
    'code-reserved',
    'versions[0].outcomes[2].loaded[0].code',
  ],
  [
    'a loaded outcome of another group',
    one({ outcomes: [values, core, { ...special, loaded: [outcome('our:1', 'value')] } as never] }),
    'group-mismatch',
    'versions[0].outcomes[2].loaded[0].group',
  ],
  [
    'an outcome loaded twice',
    one({
      outcomes: [
        values,
        core,
        { ...special, loaded: [outcome('our:1', 'specialist'), outcome('our:1', 'specialist')] } as never,
      ],
    }),
    'duplicate-code',
    'versions[0].outcomes[2]',
  ],
]

test.each(refused)('%s is refused', (_, input, code, path) => {
  const { refusal } = defineScheme(input)
  expect([refusal?.code, refusal?.path]).toEqual([code, path])
  expect(refusal?.message).toMatch(/: \w.*\.$/s)
})

const accepted: readonly [name: string, input: SchemeInput][] = [
  [
    'versions that meet inside a month that is all that is known',
    scheme([version('1', { validTo: '2010-09' }), version('2', { validFrom: '2010-09' })]),
  ],
  ['a gap between versions', scheme([version('1', { validTo: '2009' }), version('2', { validFrom: '2011' })])],
  ['the later version first', scheme([version('2', { validFrom: '2010' }), version('1', { validTo: '2009' })])],
  ['a body and no recognition yet', scheme([version('1')])],
  ['two recognitions of different dates', one({ recognition: [recognition('2009-07'), recognition('2014-07')] })],
  ['recognition before the version begins', one({ validFrom: '2009-09', recognition: [recognition('2009-07')] })],
  [
    'a set that is known to be whole and another loaded whole',
    one({
      outcomes: [values, core, { ...special, state: 'loaded', loaded: [outcome('our:1', 'specialist')] } as never],
    }),
  ],
]

test.each(accepted)('%s is accepted', (_, input) => {
  expect(defineScheme(input).refusal).toBeUndefined()
})
