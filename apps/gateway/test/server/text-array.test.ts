import fc from 'fast-check'
import postgres from 'postgres'
import { expect, inject, test } from 'vitest'
import { textArray } from '../../src/db/text-array.ts'

const text = fc.string({ unit: 'binary' }).filter((each) => !each.includes('\0') && !/\p{Surrogate}/u.test(each))

test('arrays of text come back as the server that wrote them had them', async () => {
  const sql = postgres(inject('ownerUrl'), { max: 1, fetch_types: false, types: { textArray }, onnotice: () => {} })
  const array = (texts: readonly string[]) => sql.typed(texts, textArray.to)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(text, fc.constantFrom('', 'NULL', '"', '\\', '{}', 'a,b', ' a ', "'"))),
      async (texts) => {
        const [row] =
          await sql`select ${array(texts)}::text[] as texts, array_length(${array(texts)}::text[], 1) as count`
        expect(row?.texts).toEqual(texts)
        expect(row?.count ?? 0).toBe(texts.length)
      },
    ),
    { numRuns: 200 },
  )
  const [row] = await sql`select array['a', null, 'NULL']::text[] as texts`
  expect(row?.texts).toEqual(['a', null, 'NULL'])
  await sql.end()
})
