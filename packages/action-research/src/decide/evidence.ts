import type { CommandOf } from '../commands.ts'
import { scopesLacking } from '../consent.ts'
import { type Cycle, firstActed } from '../cycle.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import { evidenceKinds, timings } from '../evidence.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import type { Refusal } from '../refusal.ts'
import { type Check, date, find, findOpenCycle, first, freshId, no, oneOf, runsOn, texts, unless } from './check.ts'
import { inForce } from './in-force.ts'

/**
 * Adds evidence to a cycle that runs, or a follow-up to a closed one, on the consents that cover collecting it; from
 * people it is collected under ethics in force.
 */
export function addEvidence(
  command: CommandOf<'AddEvidence'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const { evidence, cycle: cycleId, kind, source, on, timing, consents } = command
  const words = first(
    freshId(evidence, inquiry.evidence, 'evidence'),
    texts({ source }),
    oneOf(kind, Object.keys(evidenceKinds), 'kind'),
    oneOf(timing, timings, 'timing'),
    date(on),
  )
  if (words !== undefined) return { refusal: words }
  const found = timing === 'follow-up' ? find(inquiry.cycles, cycleId, 'cycle') : findOpenCycle(inquiry, cycleId)
  if ('refusal' in found) return found
  return unless(
    first(fitsCycle(command, found.value), ...consentChecks(command, inquiry), approved(command, inquiry)),
    {
      type: 'EvidenceAdded',
      evidence,
      cycle: cycleId,
      kind,
      source,
      on,
      timing,
      consents,
    },
  )
}

function fitsCycle({ on, timing }: CommandOf<'AddEvidence'>, cycle: Cycle): Check {
  const outside = (says: string) => no('evidence-outside-cycle', says, 'on')
  if (timing === 'within' && on < cycle.begunOn) {
    return outside(`${on} is before cycle "${cycle.id}" began on ${cycle.begunOn}; mark the evidence as baseline`)
  }
  const acted = firstActed(cycle)
  if (timing !== 'follow-up') {
    const rests = runsOn(cycle, on)
    if (rests !== undefined) return rests
  }
  if (timing === 'baseline' && acted !== undefined && on > acted) {
    return outside(
      `${on} is after cycle "${cycle.id}" first acted on ${acted}; a baseline comes before, mark it as within`,
    )
  }
  if (timing !== 'follow-up') return undefined
  if (cycle.status !== 'closed') {
    return outside(
      `cycle "${cycle.id}" is ${cycle.status}; only a closed cycle is followed up, mark the evidence as within`,
    )
  }
  return on < cycle.closedOn
    ? outside(`${on} is before cycle "${cycle.id}" closed on ${cycle.closedOn}; a follow-up comes after`)
    : undefined
}

/** What is collected from people is collected under ethics in force. */
function approved({ consents, on }: CommandOf<'AddEvidence'>, inquiry: InquiryUnderway): Check {
  return consents.length === 0 ? undefined : inForce(inquiry, on, on)
}

function consentChecks(
  { kind, cycle, consents, on }: CommandOf<'AddEvidence'>,
  inquiry: InquiryUnderway,
): readonly Check[] {
  if (consents.length === 0 && evidenceKinds[kind].needsConsent) {
    return [
      no('consent-missing', `evidence of kind "${kind}" comes from people; name the consents it rests on`, 'consents'),
    ]
  }
  return consents.map((id, index) => {
    const path = `consents[${index}]`
    const found = find(inquiry.consents, id, path)
    if ('refusal' in found) return found.refusal
    const consent = found.value
    if (consent.cycle !== cycle) {
      return no('consent-missing', `consent "${id}" is for cycle "${consent.cycle}"; record one for "${cycle}"`, path)
    }
    if (scopesLacking([consent], [id], ['collect']).length > 0) {
      return no(
        'consent-missing',
        `consent "${id}" does not cover collecting; leave its participant out, or ask again`,
        path,
      )
    }
    return on < consent.givenOn
      ? no(
          'consent-missing',
          `consent "${id}" was given on ${consent.givenOn}, after ${on}; use only what came later`,
          path,
        )
      : undefined
  })
}
