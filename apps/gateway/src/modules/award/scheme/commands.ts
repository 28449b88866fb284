import {
  defineScheme,
  type LoadClaim,
  loadOutcomes,
  type Outcome,
  type PartialWorkflow,
  type Scheme,
  type SchemeVersion,
  theoryAndPractice,
} from '@mentoring-commons/award'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { once } from '../../people/idempotency.ts'
import { readScheme, readSchemeVersion } from './shape.ts'
import { insertScheme, isInUse, loadScheme, reviseScheme, type SchemeRow } from './store.ts'

interface Repeatable {
  readonly idempotencyKey?: string | null | undefined
}

/** The schemes that come with this software, to begin from. */
export const shippedSchemes: readonly Scheme[] = [theoryAndPractice]

/** Loads a scheme of the institution's own: its id. */
export function loadAwardScheme(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly scheme: unknown },
): Promise<string> {
  return once(context, { command: 'loadAwardScheme', idempotencyKey, input }, (tx) =>
    insert(context, tx, accepted(defineScheme(readScheme(input.scheme)))),
  )
}

/** Takes a scheme that comes with this software as a beginning: its id. What it leaves open is for the institution to load and decide. */
export function adoptAwardScheme(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly key: string },
): Promise<string> {
  return once(context, { command: 'adoptAwardScheme', idempotencyKey, input }, (tx) => {
    const scheme = shippedSchemes.find(({ key }) => key === input.key)
    if (scheme !== undefined) return insert(context, tx, scheme)
    const known = shippedSchemes.map(({ key }) => key).join(', ')
    throw new Refused({
      code: 'unknown-scheme',
      message: `no scheme "${input.key.slice(0, 100)}" comes with this software; ${known} does, and any other is loaded with loadAwardScheme`,
      path: 'key',
    })
  })
}

/** A scheme, and the version of its row that a change was decided on. */
interface Change extends Repeatable {
  readonly schemeId: string
  readonly expectedVersion: number
}

/** Adds a version to a scheme: its id. Those that are there stay, but for a last day where the one before had none. */
export function addAwardSchemeVersion(
  context: Context,
  { idempotencyKey, ...input }: Change & { readonly version: unknown; readonly previousValidTo?: string | null },
): Promise<string> {
  return once(context, { command: 'addAwardSchemeVersion', idempotencyKey, input }, (tx) =>
    revise(context, tx, input, async ({ scheme }) => {
      const { previousValidTo } = input
      const last = scheme.versions.at(-1)
      if (previousValidTo && last?.validTo !== undefined)
        throw new Refused({
          code: 'version-ended',
          message: `version "${last.version}" ends on ${last.validTo} as it is; leave previousValidTo out`,
          path: 'previousValidTo',
        })
      const before = scheme.versions.map((each) =>
        each === last && previousValidTo ? { ...each, validTo: previousValidTo } : each,
      )
      return { ...scheme, versions: [...before, readSchemeVersion(input.version)] }
    }),
  )
}

/** Decides how a version is assessed, all of it or parts: the scheme's id. Refused as soon as anybody is enrolled on the version. */
export function decideAwardWorkflow(
  context: Context,
  { idempotencyKey, ...input }: Change & { readonly version: string; readonly workflow: unknown },
): Promise<string> {
  return once(context, { command: 'decideAwardWorkflow', idempotencyKey, input }, (tx) =>
    revise(context, tx, input, async (row) => {
      const version = versionIn(row.scheme, input.version)
      if (await isInUse(tx, row.institutionId, row.id, version.version))
        throw new Refused({
          code: 'version-in-use',
          message: `somebody is enrolled on version "${version.version}", which keeps its workflow; add a version for those who come`,
          path: 'version',
        })
      const { workflow } = input
      if (typeof workflow !== 'object' || workflow === null || Array.isArray(workflow))
        throw new Refused({
          code: 'workflow-malformed',
          message: 'a workflow is an object with the parts that are decided; stillToDecide names those that are open',
          path: 'workflow',
        })
      return withVersion(row.scheme, {
        ...version,
        workflow: { ...version.workflow, ...(workflow as PartialWorkflow) },
      })
    }),
  )
}

/** Loads outcomes of the institution's own into a version: the scheme's id. A list that is whole takes no more. */
export function loadAwardOutcomes(
  context: Context,
  {
    idempotencyKey,
    ...input
  }: Change & { readonly version: string; readonly outcomes: readonly Outcome[]; readonly claim: LoadClaim },
): Promise<string> {
  return once(context, { command: 'loadAwardOutcomes', idempotencyKey, input }, (tx) =>
    revise(context, tx, input, async ({ scheme }) =>
      withVersion(scheme, accepted(loadOutcomes(versionIn(scheme, input.version), input.outcomes, input.claim))),
    ),
  )
}

async function insert(context: Context, tx: Tx, scheme: Scheme): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  const id = context.newId()
  const { key, title } = scheme
  const isNew = await insertScheme(tx, { institutionId, id, key, title, scheme }, { by: accountId, at: context.now() })
  if (isNew) return id
  throw new Refused({
    code: 'key-taken',
    message: `your institution has a scheme "${key}"; add a version to it, or give this one another key`,
    path: 'scheme.key',
  })
}

async function revise(
  context: Context,
  tx: Tx,
  { schemeId, expectedVersion }: Change,
  change: (row: SchemeRow) => Promise<Parameters<typeof defineScheme>[0]>,
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  const row = await loadScheme(tx, institutionId, schemeId, 'change')
  if (row === undefined) throw unknownId('AwardScheme', 'scheme')
  if (row.version !== expectedVersion)
    throw new Refused({
      code: 'stale-version',
      message: `the scheme is at version ${row.version} by now, not ${expectedVersion}; read it again and decide again`,
      path: 'expectedVersion',
    })
  await reviseScheme(tx, row, accepted(defineScheme(await change(row))), { by: accountId, at: context.now() })
  return row.id
}

function versionIn(scheme: Scheme, name: string): SchemeVersion {
  const version = scheme.versions.find((each) => each.version === name)
  if (version !== undefined) return version
  throw new Refused({
    code: 'unknown-version',
    message: `the scheme has no version "${name.slice(0, 100)}"; it has ${scheme.versions.map((each) => `"${each.version}"`).join(', ')}`,
    path: 'version',
  })
}

function withVersion(scheme: Scheme, version: SchemeVersion) {
  return { ...scheme, versions: scheme.versions.map((each) => (each.version === version.version ? version : each)) }
}
