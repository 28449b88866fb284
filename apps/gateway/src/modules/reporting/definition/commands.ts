import { canonicalJson, defineReport, type ReportDefinition, sha256 } from '@mentoring-commons/reporting'
import { type Context, viewerOf } from '../../../context.ts'
import type { Transaction } from '../../../db/database.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { plain } from '../gather.ts'
import { impactIndicators, retentionIndicators } from '../impact-indicators.ts'
import { programmeIndicators } from '../indicators.ts'
import { insertDefinition, latestDefinition } from './store.ts'

/** The reports that ship: of any programme, and the founding impact report. */
export const shippedReports = ['programme', 'impact'] as const

/** Refuses a key under which no report is defined. */
export async function knownReport(tx: Transaction, institutionId: string, key: string): Promise<void> {
  if (shippedReports.some((one) => one === key)) return
  if ((await latestDefinition(tx, institutionId, key)) === undefined)
    throw new Refused({
      code: 'unknown-report',
      message: `no report is defined under "${key}"; take ${shippedReports.join(', ')}, or a key of reportDefinitions`,
      path: 'report',
    })
}

/** The indicators that a report may ask for on a day, apart from questions of surveys. */
export function knownIndicators(on: string) {
  return [...programmeIndicators(), ...impactIndicators(), ...retentionIndicators({ from: on, to: on })]
}

/** Defines a report of the institution's own, or another version of it: the id of the version. */
export function defineOwnReport(
  context: Context,
  input: { readonly report: ReportDefinition; readonly idempotencyKey?: string | null | undefined },
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  const { report, idempotencyKey } = input
  return once(context, { command: 'defineReport', idempotencyKey, input: [report] }, async (tx) => {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(report.id) || shippedReports.some((one) => one === report.id))
      throw new Refused({
        code: 'report-key-wrong',
        message: `"${report.id}" cannot be the key of a report: take small letters, digits and single hyphens, and no key of a report that ships (${shippedReports.join(', ')})`,
        path: 'key',
      })
    // What a survey asked is known of a programme alone: such an indicator is taken as it is named.
    const named = report.sections.flatMap(({ indicators }) => indicators).filter((id) => id.startsWith('survey.'))
    const known = [...knownIndicators(context.now().slice(0, 10)).map(({ id }) => id), ...named]
    const content = accepted(plain(defineReport(report, known)))
    const earlier = await latestDefinition(tx, institutionId, report.id)
    const id = context.newId()
    await insertDefinition(tx, {
      ...{ institutionId, id, key: report.id, content },
      version: (earlier?.version ?? 0) + 1,
      hash: sha256(canonicalJson(content)),
      definedBy: accountId,
      definedAt: context.now(),
    })
    return id
  })
}
