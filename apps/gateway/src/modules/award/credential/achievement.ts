import { outcomesOf, type Scheme, type SchemeVersion } from '@mentoring-commons/award'
import type { Achievement, CaseAlignment } from '@mentoring-commons/award/credential'
import { accepted } from '../../../refused.ts'
import { caseBase, caseShelf, exportEditions } from '../../ukpsf/framework/exports.ts'

/** The address of the achievement of a version, the same for every badge of it. */
export function achievementAddress(issuer: string, scheme: Scheme, { version }: SchemeVersion): string {
  return `${issuer}/achievements/${encodeURIComponent(scheme.key)}/${encodeURIComponent(version)}`
}

/**
 * What a badge of a version is for. Outcomes that an institution loaded stand there by their codes: a badge is public, and their wording may
 * not be. A version that is linked to places of a framework is aligned to the CASE items that this gateway publishes.
 */
export async function achievementFor(
  issuer: string,
  scheme: Scheme,
  version: SchemeVersion,
  publicUrl: string | undefined,
): Promise<Achievement> {
  const { achievementOf } = await import('@mentoring-commons/award/credential')
  return accepted(
    achievementOf(scheme, version, {
      id: achievementAddress(issuer, scheme, version),
      description: `${scheme.title}, an award of ${scheme.provider}.`,
      criteria: `Assessors found each of these outcomes shown in a portfolio of the candidate’s own practice:\n\n${listOf(version)}`,
      language: 'en',
      alignments: alignmentsOf(version, publicUrl),
    }),
  )
}

function listOf(version: SchemeVersion): string {
  return version.outcomes
    .flatMap((required) =>
      outcomesOf(required).map((outcome) =>
        required.loaded.some(({ code }) => code === outcome.code)
          ? `- ${outcome.code}`
          : `- ${outcome.title} (${outcome.code})`,
      ),
    )
    .join('\n')
}

/** The items of the published frameworks that a version is linked to, by their code. */
function alignmentsOf({ frameworkLinks }: SchemeVersion, publicUrl: string | undefined): readonly CaseAlignment[] {
  if (frameworkLinks.length === 0) return []
  const editions = exportEditions(publicUrl)
  const items = editions.flatMap(({ casePackage: { CFDocument, CFItems = [] } }) =>
    CFItems.map((item) => ({ framework: CFDocument.title, item })),
  )
  const known = caseShelf(editions, caseBase(publicUrl)).get('CFItems')
  return frameworkLinks.flatMap(({ to }) => {
    const found = items.find(({ item }) => item.humanCodingScheme === to)
    if (found === undefined || !known?.has(found.item.identifier)) return []
    return [
      {
        targetName: found.item.fullStatement,
        targetUrl: found.item.uri,
        targetFramework: found.framework,
        targetCode: to,
        targetType: 'CFItem' as const,
      },
    ]
  })
}
