import { builder } from '../../builder.ts'
import { type Context, viewerOf } from '../../context.ts'
import { pageCost } from '../../graphql/page.ts'
import { ownId, ownRow } from '../../own.ts'
import { present, Refused } from '../../refused.ts'
import { grantRole, registerPerson, revokeRole } from './commands.ts'
import { mayReadName, mayReadPerson, runsProgrammes, seesPeople } from './policy.ts'
import { accountRoles } from './table.ts'

export const AccountRoleEnum = builder.enumType('AccountRole', {
  description: 'What an account may do in its institution.',
  values: {
    PARTICIPANT: { value: 'participant', description: 'Takes part in relationships, and sees their own.' },
    COORDINATOR: {
      value: 'coordinator',
      description: 'Runs programmes: exact operational counts, never what was said.',
    },
    ASSESSOR: { value: 'assessor', description: 'Assesses candidates of an award.' },
    ANALYST: { value: 'analyst', description: 'Reads figures after disclosure control, and no people.' },
    DATA_STEWARD: { value: 'data-steward', description: 'Answers for row-level data: reads people and history.' },
    ADMINISTRATOR: { value: 'administrator', description: 'Gives and takes roles.' },
  } as const,
})

/** Opens a field to whoever may see all that is known of a person. */
const whole = ({ id }: { readonly id: string }, _args: unknown, { viewer }: Context) =>
  viewer !== null && mayReadPerson(viewer, id)

export const Person = builder.drizzleNode('person', {
  name: 'Person',
  description:
    'A person as their institution knows them. What is not known is null. The people of a relationship see who the others are, and no more.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true } },
  authScopes: async ({ id }, context) => {
    const { viewer } = context
    if (viewer === null) return false
    return mayReadPerson(viewer, id) || mayReadName(viewer, id, await context.partners())
  },
  fields: (t) => ({
    externalId: t.exposeString('externalId', {
      nullable: true,
      authScopes: whole,
      description: 'The id in the system that the person was imported from.',
    }),
    name: t.exposeString('name', { nullable: true }),
    unit: t.exposeString('unit', { nullable: true, description: 'The code of their department.' }),
    country: t.exposeString('country', { nullable: true, authScopes: whole }),
    continent: t.exposeString('continent', { nullable: true, authScopes: whole }),
  }),
})

export const Account = builder.drizzleNode('account', {
  name: 'Account',
  description: 'Somebody who can sign in: a subject of an issuer of tokens.',
  id: { column: (t) => [t.institutionId, t.id] },
  select: { columns: { institutionId: true, id: true }, with: { roleGrants: true } },
  authScopes: (row, context) =>
    context.viewer?.accountId === row.id || (context.viewer?.roles.has('administrator') ?? false),
  fields: (t) => ({
    issuer: t.exposeString('issuer'),
    subject: t.exposeString('subject'),
    roles: t.field({
      type: [AccountRoleEnum],
      resolve: (row) =>
        row.roleGrants.map(({ role }) => role).sort((a, b) => accountRoles.indexOf(a) - accountRoles.indexOf(b)),
    }),
  }),
})

const Institution = builder.drizzleObject('institution', {
  name: 'Institution',
  description: 'The institution whose rows a token opens. There is no way to ask for another one.',
  select: { columns: { id: true } },
  fields: (t) => ({ key: t.exposeString('key'), name: t.exposeString('name') }),
})

builder.queryFields((t) => ({
  institution: t.drizzleField({
    type: Institution,
    authScopes: { signedIn: true },
    description: 'The institution that you are signed in to.',
    resolve: async (query, _root, _args, context) => {
      const found = await context.db.query.institution.findFirst(
        query({ where: { id: viewerOf(context).institutionId } }),
      )
      if (found === undefined) throw new TypeError('the viewer belongs to an institution that is not there')
      return found
    },
  }),
  viewer: t.drizzleField({
    type: Account,
    authScopes: { signedIn: true },
    description: 'Your own account.',
    resolve: async (query, _root, _args, context) => {
      const { institutionId, accountId: id } = viewerOf(context)
      const found = await context.db.query.account.findFirst(query({ where: { institutionId, id } }))
      if (found === undefined) throw new TypeError('the viewer has an account that is not there')
      return found
    },
  }),
  people: t.drizzleConnection({
    type: 'person',
    authScopes: { anyOf: seesPeople },
    complexity: pageCost,
    description: 'The people of the institution, in a stable order.',
    resolve: (query, _root, _args, context) =>
      context.db.query.person.findMany(
        query({ where: { institutionId: viewerOf(context).institutionId }, orderBy: { id: 'asc' } }),
      ),
  }),
  accounts: t.drizzleConnection({
    type: 'account',
    authScopes: { anyOf: ['administrator'] },
    complexity: pageCost,
    description: 'The accounts of the institution, with the roles that they hold.',
    resolve: (query, _root, _args, context) =>
      context.db.query.account.findMany(
        query({ where: { institutionId: viewerOf(context).institutionId }, orderBy: { id: 'asc' } }),
      ),
  }),
}))

const key = 'Send the same key again after a lost answer: the effect happens once, and the answer is the first one.'

builder.mutationFields((t) => ({
  registerPerson: t.drizzleField({
    type: Person,
    errors: { types: [Refused] },
    authScopes: { anyOf: runsProgrammes },
    description: 'Registers a person of your institution.',
    args: {
      externalId: t.arg.string(),
      name: t.arg.string(),
      unit: t.arg.string({ description: 'The code of their department.' }),
      country: t.arg.string(),
      continent: t.arg.string(),
      idempotencyKey: t.arg.string({ description: key }),
    },
    resolve: async (query, _root, args, context) => {
      const id = await registerPerson(context, args)
      return present(await context.db.query.person.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  grantRole: t.drizzleField({
    type: Account,
    errors: { types: [Refused] },
    authScopes: { anyOf: ['administrator'] },
    description: 'Gives a role to whoever signs in as this subject. The account is made when there is none.',
    args: {
      issuer: t.arg.string({ description: 'The issuer of their tokens; your own where it is left out.' }),
      subject: t.arg.string({ required: true }),
      role: t.arg({ type: AccountRoleEnum, required: true }),
      person: t.arg.globalID({ for: Person, description: 'The person that this account is.' }),
      idempotencyKey: t.arg.string({ description: key }),
    },
    resolve: async (query, _root, { person, ...args }, context) => {
      const id = await grantRole(context, {
        ...args,
        ...(person ? { personId: ownId(context, person, 'person') } : {}),
      })
      return present(await context.db.query.account.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
  revokeRole: t.drizzleField({
    type: Account,
    errors: { types: [Refused] },
    authScopes: { anyOf: ['administrator'] },
    description: 'Takes a role away. The last administrator stays one.',
    args: {
      account: t.arg.globalID({ for: Account, required: true }),
      role: t.arg({ type: AccountRoleEnum, required: true }),
      idempotencyKey: t.arg.string({ description: key }),
    },
    resolve: async (query, _root, { account, ...args }, context) => {
      const id = await revokeRole(context, { ...args, accountId: ownId(context, account, 'account') })
      return present(await context.db.query.account.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
