import {
  type Criterion,
  type CriterionId,
  criterionIds,
  type QualityCheck,
  quality,
} from '@mentoring-commons/action-research'
import { builder } from '../../../builder.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { forMembers, InquiryType, shown, whole } from '../graphql.ts'
import { CertaintyEnum } from '../model/graphql.ts'

const CriterionEnum = builder.enumType('InquiryCriterionKey', {
  description: 'A criterion of quality.',
  values: enumValues<CriterionId>(criterionIds),
})

const CheckStatusEnum = builder.enumType('InquiryCheckStatus', {
  description: 'Whether what a check looks for is there.',
  values: enumValues<QualityCheck['status']>(['present', 'missing']),
})

const CheckType = builder.objectRef<QualityCheck>('InquiryCheck').implement({
  description: 'What a check of quality found.',
  fields: (t) => ({
    key: t.exposeString('id'),
    status: t.expose('status', { type: CheckStatusEnum }),
    todo: t.string({
      nullable: true,
      description: 'What to do where it is missing.',
      resolve: (check) => (check.status === 'missing' ? check.todo : null),
    }),
  }),
})

const CriterionType = builder.objectRef<Criterion>('InquiryCriterion').implement({
  description: 'A criterion of quality with its checks, in the order to do them.',
  fields: (t) => ({
    key: t.expose('id', { type: CriterionEnum }),
    title: t.exposeString('title'),
    source: t.exposeString('source'),
    certainty: t.expose('certainty', { type: CertaintyEnum, description: 'Of the criterion in its source.' }),
    checks: t.expose('checks', { type: [CheckType] }),
  }),
})

builder.drizzleObjectFields(InquiryType, (t) => ({
  quality: t.field({
    type: [CriterionType],
    nullable: true,
    select: whole,
    description: `Grounds for a conversation on its quality, without a sum: what is there, and what to do where it is not. ${forMembers}`,
    resolve: (row, _args, context) => shown(row, context, quality),
  }),
}))
