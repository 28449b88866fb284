import type { CommandOf } from '../commands.ts'
import { audiences } from '../consent.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Check, date, find, first, freshId, no, notBefore, oneOf, textList, texts, unless } from './check.ts'
import { usable } from './usable.ts'

/** Makes a claim for an audience, citing evidence whose participants consent to that. */
export function makeClaim(command: CommandOf<'MakeClaim'>, inquiry: InquiryUnderway): Decision<InquiryEvent, Refusal> {
  const { claim, text, cites, audience, on, standards = [] } = command
  const check = first(
    freshId(claim, inquiry.claims, 'claim'),
    texts({ text }),
    date(on),
    notBefore(on, inquiry.begunOn, 'the inquiry began'),
    oneOf(audience, audiences, 'audience'),
    standards.length === 0 ? undefined : textList(standards, 'standards'),
  )
  if (check !== undefined) return { refusal: check }
  if (cites.length === 0)
    return refuse('empty-list', 'cites is empty; a claim cites at least one item of evidence', 'cites')
  const citations = cites.map(({ evidence, quoted }, index): Check => {
    const path = `cites[${index}].evidence`
    if (cites.findIndex((citation) => citation.evidence === evidence) < index) {
      return no('duplicate-id', `${path} "${evidence}" is cited already; cite it once`, path)
    }
    const cited = inquiry.evidence.find(({ id }) => id === evidence)
    return first(
      usable(inquiry, evidence, audience, quoted, path),
      cited && notBefore(on, cited.on, `evidence "${evidence}"`),
    )
  })
  return unless(first(...citations), {
    type: 'ClaimMade',
    eventVersion: 2,
    claim,
    text,
    cites,
    audience,
    on,
    standards,
  })
}

/** Records what a search for contrary evidence found; what it finds against a validated claim flags the claim. */
export function addDisconfirming(
  { claim: id, on, finding }: CommandOf<'AddDisconfirming'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const found = find(inquiry.claims, id, 'claim')
  if ('refusal' in found) return found
  const claim = found.value
  const check = first(
    date(on),
    notBefore(on, claim.madeOn, 'the claim was made'),
    oneOf(finding.kind, ['found', 'none-found'], 'finding.kind'),
    finding.kind === 'found'
      ? usable(inquiry, finding.evidence, claim.audience, false, 'finding.evidence')
      : texts({ 'finding.where': finding.where }),
  )
  const added = { type: 'DisconfirmingAdded', claim: id, on, finding } as const
  if (claim.status !== 'validated' || finding.kind === 'none-found') return unless(check, added)
  return unless<InquiryEvent>(check, added, { type: 'ClaimFlagged', claim: id, on, because: 'disconfirmed' })
}
