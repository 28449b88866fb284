import { expect, test } from 'vitest'
import * as svg from '../src/formats/svg.ts'
import * as reporting from '../src/index.ts'

test('the public names', () => {
  expect(Object.keys(reporting).sort()).toEqual([
    'barChart',
    'beneficiaries',
    'canonicalJson',
    'changeChart',
    'clutterbuckCells',
    'codebook',
    'compactTable',
    'csv',
    'defineIndicator',
    'defineReport',
    'defineTable',
    'disclose',
    'discloseComments',
    'discloseThrough',
    'distributionChart',
    'exact',
    'figuresCsv',
    'flowChart',
    'groupedBars',
    'hesa',
    'indicatorVersion',
    'inputHash',
    'isAsked',
    'isDominated',
    'isOutdated',
    'isSuppressed',
    'keepingPromise',
    'kirkpatrickLevels',
    'meanOf',
    'measure',
    'measureReport',
    'meets',
    'notRecorded',
    'openFigure',
    'openLedger',
    'palette',
    'queriesOf',
    'reachChart',
    'reaches',
    'refusalCodes',
    'renewLedger',
    'reportJson',
    'reportPage',
    'roundCount',
    'rowsBehind',
    'sha256',
    'snapshotPage',
    'spreadChart',
    'sum',
    'suppressionReasons',
    'survivalChart',
    'tableCsv',
    'tableOfAlike',
    'takeSnapshot',
    'unguarded',
    'valueTypes',
    'verifySnapshot',
    'wholePercent',
    'wilsonInterval',
    'withResponsesMin',
  ])
  expect(Object.keys(svg)).toEqual(['renderSvg'])
})

test('a number that is not shown cannot be read as one', () => {
  const figure = reporting.disclose([], reporting.hesa)[0]
  // @ts-expect-error: the value is there only when the figure is shown
  expect(figure?.value).toBeUndefined()
  const n: number | reporting.Suppressed = { suppressed: 'few-responses' }
  // @ts-expect-error: what is suppressed is no number
  expect(() => n.toFixed()).toThrow()
})
