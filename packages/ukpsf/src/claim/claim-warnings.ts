import type { Coverage } from '../evidence/coverage.ts'
import { type Evidence, lastDay } from '../evidence/evidence.ts'
import { type Descriptor, formatDescriptor } from '../framework/descriptor.ts'
import { yearsBefore } from '../iso-date.ts'
import type { ClaimWarning } from './claim.ts'

/** Gives what to look at before submitting: by piece of evidence in the order given, then by dimension in the edition's. */
export function claimWarnings(
  descriptor: Descriptor,
  coverage: Coverage,
  evidence: readonly Evidence[],
  on: string,
): readonly ClaimWarning[] {
  const single = coverage.dimensions.flatMap(
    ({ dimension, claimed: [evidenceId, ...more] }): readonly ClaimWarning[] => {
      if (evidenceId === undefined || more.length > 0) return []
      const message = `Only '${evidenceId}' stands for ${dimension}; if it is not accepted, nothing is left.`
      return [{ kind: 'single-point', dimension, evidenceId, message }]
    },
  )
  return [...evidence.flatMap((item) => timeWarnings(descriptor, item, on)), ...single]
}

function timeWarnings(descriptor: Descriptor, item: Evidence, on: string): readonly ClaimWarning[] {
  const last = lastDay(item)
  if (last > on) {
    const message = `'${item.id}' ends on ${last}, after the day of the claim, ${on}.`
    return [{ kind: 'after-claim', evidenceId: item.id, lastDay: last, message }]
  }
  const { recency } = descriptor
  if (recency.kind === 'no-fixed-window') return []
  const windowStart = yearsBefore(on, recency.yearsMax)
  if (last >= windowStart) return []
  const { source, certainty, readOn } = recency
  const message = `'${item.id}' ends on ${last}, more than ${recency.yearsMax} years before ${on}. Guidance for ${formatDescriptor(descriptor)}, not a condition: ${recency.note} (${source}; certainty ${certainty})`
  return [
    {
      kind: 'stale-evidence',
      evidenceId: item.id,
      lastDay: last,
      windowStart,
      guidance: { source, certainty, readOn },
      message,
    },
  ]
}
