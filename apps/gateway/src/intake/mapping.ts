import { z } from 'zod'
import { nearestName } from './nearest-name.ts'
import { compilePattern } from './pattern.ts'
import { quoteValue } from './quote-value.ts'
import type { IntakeRefusal, Outcome } from './refusal.ts'

const text = z.string().trim().min(1).max(500)
const key = z
  .string()
  .max(100)
  .regex(
    /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/,
    'must be lower-case letters and digits joined by "-" or "_", such as "open-seeds"',
  )
const code = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be in kebab-case, such as "all-of-the-above"')

const pattern = z
  .string()
  .min(1)
  .superRefine((source, context) => {
    const compiled = compilePattern(source)
    if ('problem' in compiled)
      context.addIssue({ code: 'custom', message: compiled.problem, params: { code: 'unsafe-pattern' } })
  })

const alias = z.strictObject({ pattern, value: z.string().max(500) })

/** What every field may say: where it comes from, and how its spellings fold. */
const origin = {
  column: text.optional(),
  constant: z.string().max(500).optional(),
  optional: z.boolean().optional(),
  aliases: z.array(alias).max(500).optional(),
}

function oneOrigin(
  field: { column?: string | undefined; constant?: string | undefined; optional?: boolean | undefined },
  context: z.RefinementCtx,
): void {
  if ((field.column === undefined) === (field.constant === undefined)) {
    context.addIssue({ code: 'custom', message: 'must have either "column" or "constant"; give exactly one of them' })
  }
  if (field.optional === true && field.column === undefined) {
    context.addIssue({ code: 'custom', message: 'is a constant, which is never missing; remove "optional"' })
  }
}

const textField = z.strictObject(origin).superRefine(oneOrigin)
const listField = z.strictObject({ ...origin, split: z.string().min(1).max(10) }).superRefine(oneOrigin)
const flagField = z
  .strictObject({ ...origin, true: z.array(z.string()).min(1), false: z.array(z.string()).min(1) })
  .superRefine(oneOrigin)

const choice = z.strictObject({
  code: code.refine(
    (given) => given !== 'other',
    '"other" is what every undeclared text counts as; remove this choice',
  ),
  label: text,
  pattern,
})

const item = z
  .strictObject({
    key,
    label: text,
    column: text,
    kind: z.enum(['one', 'many', 'scale']),
    choices: z.array(choice).min(1).max(200),
    optional: z.boolean().optional(),
  })
  .superRefine((given, context) => {
    forbidRepeats(
      given.choices.map(({ code }) => code),
      ['choices'],
      'code',
      context,
    )
  })

const file = {
  file: text.refine(
    (name) => !/^[/\\]|^[A-Za-z]:|[\\\0]/.test(name) && !name.split('/').includes('..'),
    'must be a path inside the folder of the import; write it relative to that folder, with "/" and without ".."',
  ),
  optional: z.boolean().optional(),
}

const mappedFile = z.discriminatedUnion('as', [
  z.strictObject({
    ...file,
    as: z.literal('people'),
    fields: z.strictObject({ externalId: textField, country: textField.optional(), continent: textField.optional() }),
  }),
  z.strictObject({
    ...file,
    as: z.literal('participations'),
    fields: z.strictObject({ person: textField, cohort: textField, role: textField }),
  }),
  z.strictObject({
    ...file,
    as: z.literal('relationships'),
    fields: z.strictObject({
      externalId: textField,
      cohort: textField,
      keywords: listField.optional(),
      completed: flagField.optional(),
      mentees: listField,
      mentors: listField,
    }),
  }),
  z.strictObject({
    ...file,
    as: z.literal('survey'),
    wave: z.strictObject({ key, label: text, audience: z.enum(['mentee', 'mentor']) }),
    fields: z.strictObject({ cohort: textField, respondent: textField }),
    items: z.array(item).min(1).max(500),
  }),
])

const mapping = z
  .strictObject({
    version: z.literal(1),
    institution: z.strictObject({ key, name: text }),
    programme: z.strictObject({
      key,
      title: text,
      cohortLabel: text
        .refine((label) => label.includes('{cohort}'), 'must contain "{cohort}", where the number of the cohort goes')
        .optional(),
    }),
    source: z.strictObject({ title: text, licence: text, attribution: text }).optional(),
    delimiter: z.enum([',', ';', '\t']).optional(),
    files: z.array(mappedFile).min(1).max(100),
  })
  .superRefine((given, context) => {
    const waves = given.files.flatMap((each) => (each.as === 'survey' ? [each.wave.key] : []))
    forbidRepeats(waves, ['files'], 'wave.key', context)
    given.files.forEach((each, index) => {
      if (each.as !== 'survey') return
      const keys = each.items.map(({ key }) => key)
      forbidRepeats(keys, ['files', index, 'items'], 'key', context)
    })
  })

/** How a set of CSV files becomes records: version 1 of the mapping format. */
export type Mapping = z.infer<typeof mapping>

/** One file of a mapping, told apart by `as`. */
export type MappedFile = Mapping['files'][number]

/** The file of one survey wave. */
export type SurveyFile = Extract<MappedFile, { as: 'survey' }>

/** A closed question and its declared choices. */
export type SurveyItem = SurveyFile['items'][number]

/** Where a value comes from, with everything that any field may say. */
export interface FieldSpec {
  readonly column?: string | undefined
  readonly constant?: string | undefined
  readonly optional?: boolean | undefined
  readonly aliases?: readonly { readonly pattern: string; readonly value: string }[] | undefined
}

/**
 * The mapping that a JSON text holds, or every reason why it holds none, each with its JSON path.
 * A key that the format does not know is refused, so that a misspelt one is not silently without effect.
 *
 * @example
 * ```ts
 * import { parseMapping } from './mapping.ts'
 * parseMapping('{ "version": 2 }').refusals[0] //=> { "code": "bad-mapping", "path": "$.version", "message": "$.version: Invalid input: expected 1; correct it there" }
 * ```
 */
export function parseMapping(json: string): Outcome<Mapping> {
  let document: unknown
  try {
    document = JSON.parse(json.replace(/^\ufeff/, ''))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return {
      refusals: [{ code: 'bad-mapping', path: '$', message: `the mapping is no JSON: ${why}; correct it there` }],
    }
  }
  const parsed = mapping.safeParse(document)
  return parsed.success ? { value: parsed.data } : { refusals: parsed.error.issues.flatMap(refusalsOf) }
}

/** Every key of the format, to guess at a misspelt one. */
const knownKeys = [
  'version institution programme source delimiter files key name title cohortLabel licence attribution file as fields optional wave',
  'items externalId country continent person cohort role keywords completed mentees mentors respondent column constant aliases',
  'pattern value split true false label audience kind choices code',
].flatMap((words) => words.split(' '))

function refusalsOf(issue: z.core.$ZodIssue): IntakeRefusal[] {
  const path = `$${issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')}`
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((unknown) => {
      const nearest = nearestName(unknown, knownKeys)
      const hint =
        nearest === null || nearest === unknown ? 'remove it' : `did you mean "${nearest}"? Correct or remove it`
      return {
        code: 'bad-mapping',
        path,
        message: `${path}: the key ${quoteValue(unknown)} is not known here; ${hint}`,
      }
    })
  }
  const unsafe = issue.code === 'custom' && issue.params?.code === 'unsafe-pattern'
  const message = unsafe
    ? `${path}: the pattern ${issue.message}; write it in a simpler way`
    : `${path}: ${issue.message}${issue.message.includes(';') ? '' : '; correct it there'}`
  return [{ code: unsafe ? 'unsafe-pattern' : 'bad-mapping', path, message }]
}

function forbidRepeats(
  values: readonly string[],
  path: (string | number)[],
  property: string,
  context: z.RefinementCtx,
): void {
  const met = new Set<string>()
  for (const value of values) {
    if (met.has(value))
      context.addIssue({
        code: 'custom',
        path,
        message: `has the ${property} "${value}" twice; each must be its own`,
      })
    met.add(value)
  }
}
