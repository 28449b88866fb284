import { defineInstrument, type Instrument } from '@mentoring-commons/reporting/surveys'
import * as z from 'zod/mini'
import { Refused } from '../../../refused.ts'
import { taken } from '../taken.ts'

const text = z.string().check(z.maxLength(1000))
const key = z.string().check(z.maxLength(100))
const most = z.maxLength(200)
const choice = z.strictObject({ code: key, label: text })
const asked = { key, label: text, required: z.optional(z.boolean()) }

const item = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('one'), choices: z.array(choice).check(most) }),
  z.strictObject({ ...asked, kind: z.literal('many'), choices: z.array(choice).check(most) }),
  z.strictObject({ ...asked, kind: z.literal('scale'), scale: key, reversed: z.optional(z.boolean()) }),
  z.strictObject({ ...asked, kind: z.literal('number'), min: z.number(), max: z.number(), whole: z.boolean() }),
])

const missing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('complete') }),
  z.strictObject({ kind: z.literal('prorated'), atLeast: z.number() }),
  z.strictObject({ kind: z.literal('none') }),
])

const instrument = z.strictObject({
  key,
  version: key,
  title: text,
  language: key,
  licence: z.strictObject({ kind: z.enum(['own', 'open', 'permission']), name: text, holder: text, source: text }),
  scales: z
    .array(
      z.strictObject({
        key,
        points: z.array(z.strictObject({ code: key, label: text, value: z.number() })).check(most),
      }),
    )
    .check(most),
  items: z.array(item).check(most),
  subscales: z
    .array(
      z.strictObject({
        key,
        label: text,
        items: z.array(key).check(most),
        rule: z.enum(['mean', 'sum']),
        missing,
      }),
    )
    .check(most),
  translations: z.optional(
    z.array(z.strictObject({ language: key, labels: z.record(z.string(), text) })).check(z.maxLength(20)),
  ),
})

/** The instrument that a JSON value is. Refuses the first place that does not fit, free text among it: there is no such kind. */
export function readInstrument(value: unknown): Instrument {
  const { success, data, error } = instrument.safeParse(value)
  if (success) return taken(defineInstrument(data as unknown as Instrument))
  const [issue] = error.issues
  const path = (issue?.path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  throw new Refused({
    code: 'instrument-unreadable',
    message: `this is no instrument as Instrument of @mentoring-commons/reporting/surveys has it: ${issue?.message ?? 'unreadable'}; correct it at the path`,
    path: `instrument${path}`,
  })
}
