import { createHash } from 'node:crypto'
import { identify } from '../people/identity.ts'

/**
 * The mark of a person: from it nobody can tell who they are, and whoever knows their id can tell that it is theirs. It is all that is
 * kept of somebody who was erased.
 */
export function markOf(institutionId: string, personId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([institutionId, personId]))
    .digest('hex')
}

/** The mark of whoever an import would bring in under an outside id. */
export function markOfExternal(institutionId: string, externalId: string): string {
  return markOf(institutionId, identify(institutionId, 'person', externalId))
}
