import { type SuppressionReason, suppressionReasons } from '@mentoring-commons/reporting'
import { builder } from '../../../builder.ts'
import { enumValues } from '../../../graphql/enum-values.ts'

export const SuppressionReasonEnum = builder.enumType('SuppressionReason', {
  description: 'Why a number is not shown.',
  values: enumValues<SuppressionReason>(Object.keys(suppressionReasons) as SuppressionReason[]),
})
