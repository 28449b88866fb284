import type { SchemeInput, SchemeVersion } from '@mentoring-commons/award'
import * as z from 'zod/mini'
import { Refused } from '../../../refused.ts'

const text = z.string().check(z.maxLength(2000))
const sourced = { source: text, certainty: z.enum(['2+', '1', 'A', 'M']) }
const period = { validFrom: z.optional(text), validTo: z.optional(text) }
const group = z.enum(['value', 'core', 'specialist'])
const outcome = z.strictObject({ code: text, group, title: text, ...sourced })
const most = z.maxLength(200)

const setBase = { id: text, group, title: text, outcomes: z.array(outcome).check(most), ...sourced, ...period }
const requirement = z.strictObject({
  state: z.enum(['published', 'to-be-loaded', 'loaded']),
  set: z.union([
    z.strictObject({ ...setBase, listing: z.literal('complete') }),
    z.strictObject({ ...setBase, listing: z.literal('open'), toBeLoaded: text }),
  ]),
  loaded: z.array(outcome).check(most),
  ...sourced,
})

const recognition = z.strictObject({
  body: text,
  under: text,
  term: z.enum(['recognition', 'accreditation']),
  recognisedOn: text,
  recognisedUntil: z.optional(text),
  reviewDueEveryYears: z.optional(z.number()),
  reviewedOn: z.optional(z.array(text).check(most)),
  ...sourced,
})

const schemeVersion = z.strictObject({
  version: text,
  ...period,
  recognition: z.array(recognition).check(most),
  outcomes: z.array(requirement).check(most),
  frameworkLinks: z.array(z.strictObject({ to: text, says: text, ...sourced })).check(most),
  assessmentRules: z.array(z.strictObject({ code: text, says: text, ...sourced })).check(most),
  credit: z.optional(z.strictObject({ points: z.number(), system: text, level: z.optional(text), ...sourced })),
  // The package reads this one itself, part by part.
  workflow: z.optional(z.record(z.string(), z.unknown())),
  ...sourced,
})

const scheme = z.strictObject({
  id: text,
  key: text,
  title: text,
  provider: text,
  recognisingBody: z.optional(z.strictObject({ name: text, ...sourced })),
  versions: z.array(schemeVersion).check(most),
  ...sourced,
})

/** The scheme that a JSON value has the shape of; what it says is checked after that. Refuses the first place that does not fit. */
export function readScheme(value: unknown): SchemeInput {
  return read(scheme, value, 'scheme') as unknown as SchemeInput
}

/** The version of a scheme that a JSON value has the shape of, in the same way. */
export function readSchemeVersion(value: unknown): SchemeVersion {
  return read(schemeVersion, value, 'version') as unknown as SchemeVersion
}

function read(shape: z.ZodMiniType, value: unknown, name: string): unknown {
  const { success, data, error } = shape.safeParse(value)
  if (success) return data
  const issue = error.issues[0]
  const path = (issue?.path ?? []).map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  throw new Refused({
    code: 'scheme-unreadable',
    message: `this is no ${name} of an award as the package @mentoring-commons/award has it: ${issue?.message ?? 'unreadable'}; correct it at the path`,
    path: `${name}${path}`,
  })
}
