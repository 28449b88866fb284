import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import DrizzlePlugin from '@pothos/plugin-drizzle'
import ErrorsPlugin from '@pothos/plugin-errors'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import { getTableConfig } from 'drizzle-orm/pg-core'
import type { Context, Relations } from './context.ts'
import { topLevelError } from './graphql/errors.ts'
import { decodeGlobalId } from './graphql/global-id.ts'
import { pageDefault, pageMax } from './graphql/page.ts'
import { parseDay, presentInstant } from './graphql/scalars.ts'
import type { AccountRole } from './modules/people/table.ts'
import { Refused } from './refused.ts'
import { relations } from './relations.ts'

/** What a field may ask of its viewer: to be signed in, or to hold one of some roles. */
export interface Locks {
  signedIn: boolean
  anyOf: readonly AccountRole[]
}

/** The one schema builder. It knows plugins and locks, and no type of the schema. */
export const builder = new SchemaBuilder<{
  Context: Context
  DrizzleRelations: Relations
  AuthScopes: Locks
  Scalars: {
    Day: { Input: string; Output: string }
    Instant: { Input: string; Output: string }
    JSON: { Input: unknown; Output: unknown }
  }
  DefaultFieldNullability: false
}>({
  defaultFieldNullability: false,
  plugins: [ErrorsPlugin, ScopeAuthPlugin, ComplexityPlugin, RelayPlugin, DrizzlePlugin],
  drizzle: {
    client: (context: Context) => context.db,
    getTableConfig,
    relations,
    maxConnectionSize: pageMax,
    defaultConnectionSize: pageDefault,
  },
  relay: {
    cursorType: 'String',
    decodeGlobalID: decodeGlobalId,
    nodesOnConnection: { complexity: { field: 0, multiplier: 1 } },
    edgesFieldOptions: { complexity: { field: 0, multiplier: 1 } },
    nodeQueryOptions: {
      authScopes: { signedIn: true },
      resolve: async (_parent, { id }, context, info, load) => {
        if (!isOwn(id.id, context) || info.schema.getType(id.typename) === undefined) return null
        try {
          return await load(id)
        } catch (error) {
          if (error instanceof Error && /^Model .+ not found$/s.test(error.message)) return null
          throw error
        }
      },
    },
    nodesQueryOptions: false,
  },
  scopeAuth: {
    authorizeOnSubscribe: true,
    authScopes: (context) => ({
      signedIn: context.viewer !== null,
      anyOf: (roles: readonly AccountRole[]) => roles.some((role) => context.viewer?.roles.has(role)),
    }),
    unauthorizedError: (_parent, context, info) => whyClosed(context, `${info.parentType.name}.${info.fieldName}`),
  },
  complexity: { defaultComplexity: 1, defaultListMultiplier: 10 },
  errors: { defaultTypes: [], directResult: true },
})

builder.scalarType('Day', {
  description: 'A calendar day, written YYYY-MM-DD.',
  serialize: (value) => value,
  parseValue: parseDay,
})
builder.scalarType('Instant', {
  description: 'A moment in time, ISO 8601 in UTC.',
  serialize: presentInstant,
  parseValue: presentInstant,
})
builder.scalarType('JSON', { description: 'Any JSON value.', serialize: (value) => value })

builder.queryType({})
builder.mutationType({})
builder.subscriptionType({})

/** The refusal that mutations answer instead of their result. */
export const RefusalType = builder.objectType(Refused, {
  name: 'Refusal',
  description: 'A no that you can act on: `code` to branch on, `message` to read, `path` where the input is wrong.',
  fields: (t) => ({
    code: t.string({ resolve: ({ refusal }) => refusal.code }),
    message: t.string({ resolve: ({ refusal }) => refusal.message }),
    path: t.string({ nullable: true, resolve: ({ refusal }) => refusal.path ?? null }),
  }),
})

/** A node's id carries its institution: a foreign one is answered like one that does not exist. */
function isOwn(id: string, context: Context): boolean {
  const [institutionId] = JSON.parse(id) as unknown[]
  return institutionId === context.viewer?.institutionId
}

/** Why a field is closed to whoever asks, and what would open it. */
function whyClosed({ viewer, claims }: Context, field: string) {
  if (claims === null) return topLevelError('UNAUTHENTICATED', 'sign in first: send `Authorization: Bearer <token>`')
  if (viewer === null)
    return topLevelError(
      'UNAUTHENTICATED',
      `the institution "${claims.institutionKey}" has no account for the subject "${claims.subject}" of ${claims.issuer}; ask one of its administrators for a role`,
    )
  return topLevelError(
    'FORBIDDEN',
    `${field} is not open to ${describeRoles(viewer.roles)}; ask an administrator of your institution for a role that may read it`,
  )
}

function describeRoles(roles: ReadonlySet<AccountRole>): string {
  return roles.size === 0 ? 'an account without a role' : `the role ${[...roles].join(', ')}`
}
