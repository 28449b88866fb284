import { indexEdition } from '../editions/code-index.ts'
import { parseDescriptorIn } from '../editions/parse-descriptor-in.ts'
import { coverageOf } from '../evidence/coverage.ts'
import { readPortfolio } from '../evidence/portfolio.ts'
import { refuseDay } from '../evidence/refuse-text.ts'
import { type Descriptor, formatDescriptor } from '../framework/descriptor.ts'
import type { Edition } from '../framework/edition.ts'
import type { Result } from '../refusal.ts'
import type { Claim, ClaimReading, CriterionReading } from './claim.ts'
import { claimWarnings } from './claim-warnings.ts'
import { countedBy } from './counted.ts'
import type { Overlay, SoundOverlay } from './overlay.ts'
import { type Asked, readCriterion } from './read-criterion.ts'

/** Gives how a claim stands in an edition, under an overlay that was gone through already, whether there is evidence or not. */
export function readClaim(edition: Edition, claim: Claim, overlay: SoundOverlay | undefined): Result<ClaimReading> {
  const { counting = 'claimed', on } = claim
  if (counting !== 'claimed' && counting !== 'confirmed')
    throw new RangeError(`counting is 'claimed' or 'confirmed'; got ${String(counting)}`)
  const descriptor = parseDescriptorIn(edition, claim.descriptor)
  if (descriptor.refusal) return { refusal: { ...descriptor.refusal, path: 'descriptor' } }
  const day = refuseDay(on, 'on')
  if (day) return { refusal: day }
  const portfolio = readPortfolio(indexEdition(edition), claim.evidence)
  if (portfolio.refusal) return portfolio
  const counted = countedBy(counting, portfolio.value)
  const criteria = [...askedByEdition(descriptor.value), ...askedByOverlay(descriptor.value, overlay)].map((asked) =>
    readCriterion(asked, counted),
  )
  const name = formatDescriptor(descriptor.value)
  return {
    value: {
      descriptor: name,
      on,
      counting,
      ...overallOf(name, criteria),
      criteria,
      warnings: claimWarnings(descriptor.value, overlay, counted, on),
      coverage: coverageOf(portfolio.value),
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
