import { listInstitutions } from '../modules/people/store.ts'
import { Refused } from '../refused.ts'
import type { Workshop } from './workshop.ts'

/** The institution of a key; where none is given, the only one there is. */
export async function knownInstitution({ database }: Pick<Workshop, 'database'>, key: string | undefined) {
  const all = await database.asOwner(listInstitutions)
  const [found, second] = all.filter((one) => key === undefined || one.key === key)
  if (found === undefined || second !== undefined)
    throw new Refused({
      code: second === undefined ? 'unknown-institution' : 'which-institution',
      message: `${second === undefined ? `there is no institution${key === undefined ? '' : ` "${key}"`}` : 'there are several institutions; add --institution KEY'}; there is: ${all.map((one) => one.key).join(', ') || 'none yet'}`,
    })
  return found
}
