import type { GraphQLSchema } from 'graphql'
import './modules/people/graphql.ts'
import './modules/mentoring/graphql.ts'
import './modules/mentoring/mutations.ts'
import './modules/ukpsf/wording/graphql.ts'
import './modules/ukpsf/framework/graphql.ts'
import './modules/ukpsf/evidence/graphql.ts'
import './modules/ukpsf/evidence/mutations.ts'
import './modules/ukpsf/reading/graphql.ts'
import './modules/ukpsf/crosswalk/graphql.ts'
import './modules/ukpsf/claim/graphql.ts'
import './modules/ukpsf/claim/mutations.ts'
import './modules/ukpsf/workflow/graphql.ts'
import './modules/ukpsf/workflow/mutations.ts'
import './modules/ukpsf/referee/graphql.ts'
import './modules/ukpsf/referee/mutations.ts'
import './modules/ukpsf/review/graphql.ts'
import './modules/ukpsf/review/mutations.ts'
import './modules/action-research/graphql.ts'
import './modules/action-research/mutations.ts'
import './modules/survey/graphql.ts'
import './modules/reporting/graphql.ts'
import { builder } from './builder.ts'

/** The whole schema, built once. */
export function buildSchema(): GraphQLSchema {
  return builder.toSchema()
}
