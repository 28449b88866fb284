/** A code of HESA's field ACTCHQUAL, in any of the collections held here. */
export type HesaCode =
  | ('01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10')
  | ('11' | '12' | '13' | '14' | '15' | '16' | '90' | '99')

/** What each code says, in this package's own words. Nothing orders them: HESA implies no hierarchy and no equivalence. */
export const hesaTitles: Readonly<Record<HesaCode, string>> = {
  '01': 'Course of the institution, accredited against the framework',
  '02': 'HEA Associate Fellow',
  '03': 'HEA Fellow',
  '04': 'HEA Senior Fellow',
  '05': 'HEA Principal Fellow',
  '06': 'National Teaching Fellow',
  '07': 'PGCE or UK equivalent',
  '08': 'Accredited as teacher by a UK professional body',
  '09': 'Other UK teaching qualification or accreditation',
  '10': 'Teaching qualification or accreditation from overseas',
  '11': 'Advance HE Associate Fellow, D1',
  '12': 'Advance HE Fellow, D2',
  '13': 'Advance HE Senior Fellow, D3',
  '14': 'Advance HE Principal Fellow, D4',
  '15': 'SEDA recognition, D1',
  '16': 'SEDA recognition, D2',
  '90': 'Not known',
  '99': 'None held',
}

/** The codes of fellowships, of which a person has one at most. */
export const fellowshipCodes: readonly HesaCode[] = ['02', '03', '04', '05', '11', '12', '13', '14']
