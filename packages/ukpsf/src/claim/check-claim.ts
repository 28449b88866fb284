import { parseDescriptor } from '../editions/parse-descriptor.ts'
import { coverage } from '../evidence/coverage.ts'
import { type Descriptor, formatDescriptor } from '../framework/descriptor.ts'
import { isIsoDate } from '../iso-date.ts'
import { type Result, refuse } from '../refusal.ts'
import type { Claim, ClaimReading, CriterionReading } from './claim.ts'
import { claimWarnings } from './claim-warnings.ts'
import { defineOverlay, type Overlay } from './overlay.ts'
import { type Asked, readCriterion } from './read-criterion.ts'

/**
 * Gives how a claim stands against each criterion of its descriptor: covered, not covered, or for a reviewer, with reasons.
 * Only tags are counted, claimed ones, whether confirmed or not; "effective", "inclusive", "sustained" and "leading" never
 * are, so no claim is ever answered "met". Refuses `malformed-date` for `on`, and what `parseDescriptor`, `coverage` and
 * `defineOverlay` refuse, with the path.
 *
 * @example
 * ```ts
 * import { checkClaim } from '@mentoring-commons/ukpsf'
 * const evidence = [
 *   { id: 'module-redesign', on: '2026-03-02', tags: ['psf-2023:V1', 'psf-2023:V3', 'psf-2023:K1', 'psf-2023:K2', 'psf-2023:A1'] },
 *   { id: 'peer-review', on: '2026-05-11', tags: ['psf-2023:K3', 'psf-2023:V3'] },
 * ]
 * const reading = checkClaim({ descriptor: 'psf-2023:D1', evidence, on: '2026-11-24' }).value
 * reading?.criteria.map((c) => c.answer) //=> ["covered", "covered", "not-covered"]
 * reading?.criteria[2]?.reasons[0] //=> "2 of A1, A2, A3, A4, A5 are asked for; there is evidence for 1 (A1)."
 * reading?.overall //=> "not-covered"
 * ```
 */
export function checkClaim(claim: Claim): Result<ClaimReading> {
  const descriptor = parseDescriptor(claim.descriptor)
  if (descriptor.refusal) return { refusal: { ...descriptor.refusal, path: 'descriptor' } }
  if (!isIsoDate(claim.on)) {
    return refuse('malformed-date', `'${claim.on}' is not a day of the calendar. Write it as YYYY-MM-DD.`, 'on')
  }
  const overlay = claim.overlay === undefined ? undefined : defineOverlay(claim.overlay)
  if (overlay?.refusal) return { refusal: { ...overlay.refusal, path: `overlay.${overlay.refusal.path}` } }
  const covered = coverage(claim.evidence, descriptor.value.edition)
  if (covered.refusal) return covered
  const criteria = [...askedByEdition(descriptor.value), ...askedByOverlay(descriptor.value, overlay?.value)].map(
    (asked) => readCriterion(asked, covered.value, claim.evidence),
  )
  const name = formatDescriptor(descriptor.value)
  return {
    value: {
      descriptor: name,
      on: claim.on,
      ...overallOf(name, criteria),
      criteria,
      warnings: claimWarnings(descriptor.value, covered.value, claim.evidence, claim.on),
      coverage: covered.value,
    },
  }
}

function askedByEdition(descriptor: Descriptor): readonly Asked[] {
  return descriptor.criteria.map(({ code, title, rules }) => ({
    criterion: `${descriptor.edition}:${code}`,
    setBy: 'edition',
    title,
    rules,
  }))
}

function askedByOverlay(descriptor: Descriptor, overlay: Overlay | undefined): readonly Asked[] {
  return (overlay?.rules ?? []).flatMap(({ descriptor: of, title, rule }, index) =>
    of === formatDescriptor(descriptor)
      ? [{ criterion: `${overlay?.id}#${index + 1}`, setBy: 'overlay' as const, title, rules: [rule] }]
      : [],
  )
}

function overallOf(name: string, criteria: readonly CriterionReading[]): Pick<ClaimReading, 'overall' | 'summary'> {
  const open = criteria.filter((criterion) => criterion.answer === 'not-covered')
  if (open.length > 0) {
    const list = open.map((criterion) => criterion.criterion).join(', ')
    return { overall: 'not-covered', summary: `Evidence is missing for ${list}.` }
  }
  const judged = criteria.filter((criterion) => criterion.answer === 'for-a-reviewer')
  const rest = judged.length === 0 ? 'the quality of the evidence' : judged.map((item) => item.criterion).join(', ')
  const also = judged.length === 0 ? '' : ', and the quality of all evidence'
  return {
    overall: 'for-a-reviewer',
    summary: `Coverage is complete for what ${name} lets one count. For a reviewer: ${rest}${also}.`,
  }
}
