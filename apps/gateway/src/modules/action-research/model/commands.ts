import { defineModel, type ModelDefinition, models } from '@mentoring-commons/action-research'
import { type Context, viewerOf } from '../../../context.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { refuseUnstorable } from '../storable.ts'
import { insertModel, ownModels } from './store.ts'

/** A model to define: as the package knows one, but for its id, which is made of the key and the version. */
export interface DefiningInput {
  readonly key: string
  readonly definition: Omit<ModelDefinition, 'id'>
  readonly idempotencyKey?: string | null | undefined
}

/**
 * Defines a model of the institution, or a new version of one: its id, `key@version`. What is there already stays as it
 * is; a definition that is the newest version already is answered as that.
 */
export function defineInquiryModel(context: Context, { idempotencyKey, ...input }: DefiningInput): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  const { key } = input
  refuseKey(key)
  refuseUnstorable(input)
  return once(context, { command: 'defineInquiryModel', idempotencyKey, input }, async (tx) => {
    const latest = (await ownModels(tx, institutionId)).findLast((one) => one.key === key)
    const version = (latest?.version ?? 0) + 1
    const id = `${key}@${version}`
    const definition = accepted(defineModel({ ...input.definition, id }))
    // A model comes back from the package in one form, so the same one gives the same text.
    const before = latest === undefined ? undefined : accepted(defineModel({ ...latest.definition, id }))
    if (latest !== undefined && JSON.stringify(before) === JSON.stringify(definition)) return latest.id
    const made = { definedBy: accountId, definedAt: context.now() }
    if (await insertModel(tx, institutionId, { id, key, version, definition }, made)) return id
    throw new Refused({
      code: 'stale-version',
      message: `somebody else defined version ${version} of "${key}" at the same moment; read the models again, and decide again`,
      path: 'key',
    })
  })
}

function refuseKey(key: string) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(key) || key.length > 60)
    throw new Refused({
      code: 'model-key',
      message: `key is "${key.slice(0, 80)}"; use small letters, digits and single hyphens, a letter first, 60 at most`,
      path: 'key',
    })
  if (models.some(({ id }) => id === key))
    throw new Refused({
      code: 'model-key-taken',
      message: `"${key}" is a published model, which stays as it is; give yours a key of its own`,
      path: 'key',
    })
}
