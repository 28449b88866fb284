import { expect, test } from 'vitest'
import type { ClaimIn, ClaimReading, CriterionReading, DescriptorCode, DimensionCode, Result } from '../src/index.ts'
import * as ukpsf from '../src/index.ts'

test('exports these names and no others', () => {
  expect(Object.keys(ukpsf).sort()).toEqual([
    'academicYear',
    'academicYearOf',
    'acceptMoved',
    'categories',
    'categoryOf',
    'checkClaim',
    'checkClaimIn',
    'checkHesaCodes',
    'closeGap',
    'codeBreaks',
    'compareContracts',
    'confirmedOnly',
    'confirmedTags',
    'coverage',
    'coverageIn',
    'coverageRule',
    'crosswalk',
    'currentFellowship',
    'defineEvidence',
    'defineEvidenceIn',
    'defineFellowship',
    'defineOverlay',
    'defineOverlayIn',
    'describeFellowship',
    'editionById',
    'editions',
    'formatDescriptor',
    'formatDimension',
    'goodStandingDue',
    'hesaCodes',
    'hesaCollection',
    'hesaCollections',
    'hesaCoverage',
    'hesaTitles',
    'moveTags',
    'nextBest',
    'parseDescriptor',
    'parseDescriptorIn',
    'parseDimension',
    'parseDimensionIn',
    'planClaim',
    'planClaimIn',
    'psf2023',
    'tallyActchqual',
    'ukpsf2006',
    'ukpsf2011',
    'withWording',
    'wordingOf',
  ])
})

test('has types that forbid a bare code, another edition, a "met", and both answers at once', () => {
  // @ts-expect-error a bare code
  const bare: DimensionCode = 'K3'
  // @ts-expect-error an edition that is not held
  const early: DimensionCode = 'ukpsf-1999:A1'
  // @ts-expect-error a fifth descriptor
  const fifth: DescriptorCode = 'psf-2023:D5'
  // @ts-expect-error 2006 calls its descriptors otherwise
  const fourth: DescriptorCode = 'ukpsf-2006:D1'
  // @ts-expect-error no claim is ever met
  const met: ClaimReading['overall'] = 'met'
  // @ts-expect-error no claim as a whole is settled by counting, whatever its descriptor
  const counted: ClaimReading['overall'] = 'covered'
  // @ts-expect-error no criterion is ever met
  const criterion: CriterionReading['answer'] = 'met'
  // @ts-expect-error an overlay that was not gone through does not go with an edition handed in
  const raw: ClaimIn['overlay'] = { id: 'x', institution: 'Example University', rules: [] }
  // @ts-expect-error a value and a refusal at once
  const both: Result<number> = { value: 1, refusal: { code: 'bare-code', message: 'no' } }
  expect([bare, early, fifth, fourth, met, counted, criterion, raw, both]).toHaveLength(9)
})
