import { type SuppressionReason, suppressionReasons } from '@mentoring-commons/reporting'
import { builder } from '../../../builder.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import type { ShownNumber } from './counts.ts'

export const SuppressionReasonEnum = builder.enumType('SuppressionReason', {
  description: 'Why a number is not shown.',
  values: enumValues<SuppressionReason>(Object.keys(suppressionReasons) as SuppressionReason[]),
})

export const DisclosedNumber = builder.objectRef<ShownNumber>('DisclosedNumber').implement({
  description: 'A number after disclosure control. A suppressed number is neither missing nor zero.',
  fields: (t) => ({
    value: t.exposeFloat('value', { nullable: true, description: 'Null where it is suppressed, or cannot be told.' }),
    suppressed: t.expose('suppressed', { type: SuppressionReasonEnum, nullable: true }),
  }),
})
