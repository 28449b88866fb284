import { isInterfaceType, isObjectType, lexicographicSortSchema, printSchema } from 'graphql'
import { expect, test } from 'vitest'
import { buildSchema } from '../src/schema.ts'

const schema = buildSchema()

test('the printed schema is the committed one (print it anew with: pnpm exec vitest run test/schema.test.ts --update)', async () => {
  await expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toMatchFileSnapshot('../schema.graphql')
})

test('no field, argument or input of the schema could carry what was said in a meeting', () => {
  const printed = printSchema(schema)
  expect(printed).not.toMatch(/\b(notes?|content|transcript|minutesText|summary|discussion|comment)\b\s*[(:]/i)
})

test('nothing in the schema tells a third party how a mentee performs, or ties a mentor’s opinion to a reward', () => {
  expect(printSchema(schema)).not.toMatch(/\b(performance|rating|score|grade|reward|bonus)\b\s*[(:]/i)
})

test('every field that gives pages refuses a page above the most before anything is read', () => {
  const paged = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).filter(({ args }) => args.some(({ name }) => name === 'last'))
      : [],
  )
  expect(paged.length).toBeGreaterThan(50)
  const refuses = (price: unknown) => {
    try {
      ;(price as (args: object, context: object, field: object) => unknown)({ last: 101 }, {}, {})
      return false
    } catch (error) {
      return /^last: at most 100 rows/.test((error as Error).message)
    }
  }
  expect(paged.filter(({ extensions }) => !refuses(extensions.complexity)).map(({ name }) => name)).toEqual([])
})
