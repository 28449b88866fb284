import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type FigureSet, hesa, type Indicator, measure, type Table } from '@mentoring-commons/reporting'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Fact, tellsSum } from '../../../../packages/reporting/test/ledger/attacker.ts'
import {
  dice,
  type Frame,
  factsOf,
  frameOf,
  narrowed,
  randomQuestion,
  secretsOf,
} from '../../../../packages/reporting/test/ledger/differ.ts'
import { importDirectory } from '../../src/intake/import.ts'
import { parseMapping } from '../../src/intake/mapping.ts'
import { intakeStore } from '../../src/intake/store.ts'
import { findProgramme } from '../../src/modules/mentoring/store.ts'
import { foundInstitution } from '../../src/modules/people/commands.ts'
import { disclosedThrough } from '../../src/modules/people/disclosure/through.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { gatherProgramme } from '../../src/modules/reporting/gather.ts'
import { type Asker, testGateway } from '../harness/gateway.ts'

/*
 * The differ at the gateway, on the real programme: everything that the API answers to an analyst about projects and survey answers, with
 * as many questions more as any report or export could ask of the same tables, and all answers taken together.
 */

const data = path.resolve(
  process.env.MENTORING_SHARED ?? path.join(import.meta.dirname, '../../../../../shared'),
  'data/open-seeds',
)
const here = existsSync(data)
const mappingFile = path.resolve(import.meta.dirname, '../../../../examples/open-seeds/mapping.json')
const ols = institutionIdOf('ols')
const query =
  '{ programme(key: "open-seeds") { impactReport { figures { id by { cohort choice } value suppressed n } } } }'

let gateway: Awaited<ReturnType<typeof testGateway>>
let analyst: Asker
let programmeId: string

interface Answered {
  readonly id: string
  readonly by: { readonly cohort: string | null; readonly choice: string | null }
  readonly value: number | null
  readonly n: number | null
}

const api = async (): Promise<readonly Answered[]> => {
  const answer = await analyst.ask(query)
  expect(answer.errors).toBeUndefined()
  return answer.data.programme.impactReport.figures
}
const inputs = () =>
  gateway.database.within(ols, 'read', async (tx) => (await gatherProgramme(tx, ols, programmeId)).inputs)

/** The whole table, each row once: weights written out, blanks as a value of their own. */
function written(table: Table, columns: readonly string[]): Table {
  const rows = table.rows.flatMap((row, place) =>
    Array.from({ length: table.weights?.[place] ?? 1 }, () =>
      Object.fromEntries(columns.map((name) => [name, row[name] ?? '(blank)'])),
    ),
  )
  return { columns: table.columns.filter(({ name }) => columns.includes(name)), rows }
}

/** What the API says of single-choice answers: cells of cohort and choice, and how many answered in each cohort. */
function factsOfApi(frame: Frame, figures: readonly Answered[]): readonly Fact[] {
  return figures.flatMap(({ by, value, n }) => {
    const cohort = frame.atoms.flatMap((atom, place) => (atom.cohort === by.cohort ? [place] : []))
    const cell = cohort.filter((place) => frame.atoms[place]?.choice === by.choice)
    const between = (places: readonly number[], shown: number | null): Fact[] =>
      shown === null || places.length === 0
        ? []
        : [{ terms: places.map((place) => [place, 1] as const), low: shown - 2, high: shown + 2 }]
    return [...between(cell, value), ...between(cohort, n)]
  })
}

/** Random questions about a table, answered as any report would be. */
async function askOf(table: Table, frame: Frame, questions: number, seed: number) {
  const roll = dice(seed)
  const asked: Indicator[] = Array.from({ length: questions }, (_, place) => randomQuestion(frame, roll, place))
  const facts: Fact[] = []
  let shown = 0
  for (const question of asked) {
    const measured = measure(question, table)
    if ('refusal' in measured) throw new Error(measured.refusal.message)
    const sets: readonly FigureSet[] = [measured.value]
    const figures = await gateway.database.within(ols, 'write', (tx) =>
      disclosedThrough(tx, { institutionId: ols, dataset: `programme:${programmeId}`, asOf: '2026-03-02' }, sets, hesa),
    )
    shown += figures.filter((figure) => 'value' in figure).length
    for (const figure of figures) facts.push(...factsOf(frame, question, figure))
  }
  return { facts, shown }
}

describe.skipIf(!here)(
  `an analyst of the real programme${here ? '' : ' (skipped: ../shared/data/open-seeds is not here)'}`,
  () => {
    beforeAll(async () => {
      gateway = await testGateway()
      const parsed = parseMapping(readFileSync(mappingFile, 'utf8'))
      if (!('value' in parsed)) throw new Error(JSON.stringify(parsed.refusals))
      const mapping = parsed.value
      await gateway.database.within(ols, 'write', (tx) =>
        foundInstitution(tx, { ...mapping.institution, now: gateway.clock.now }),
      )
      await importDirectory({ dir: data, mapping, port: intakeStore(gateway.database, ols, mapping.programme) })
      analyst = await gateway.signIn('analyst', 'ols')
      const programme = await gateway.database.within(ols, 'read', (tx) => findProgramme(tx, ols, 'open-seeds'))
      programmeId = programme?.id ?? ''
    }, 300_000)

    test('the API answers the same question alike, whoever asks and when', async () => {
      const first = await api()
      gateway.clock.now = '2026-03-05T09:00:00.000Z'
      expect(await api()).toEqual(first)
      analyst = await gateway.signIn('analyst', 'ols')
      expect(await api()).toEqual(first)
    }, 120_000)

    test('pins no answer of 1 to 4 people by the API and by questions of every kind together', async () => {
      const item = 'survey.participant-mid.helps_me_work_openly'
      const input = (await inputs()).find(({ name }) => name.includes('helps_me_work_openly'))
      if (input === undefined) throw new Error('the programme has no such question')
      const table: Table = { name: input.name, ...input.table }
      const columns = ['cohort', 'choice']
      const frame = frameOf(written(table, columns), columns)
      const secrets = secretsOf(frame, written(table, columns))
      expect(secrets.length).toBeGreaterThan(10)
      const said = factsOfApi(
        frame,
        (await api()).filter(({ id }) => id === item),
      )
      expect(said.length).toBeGreaterThan(5)
      const { facts, shown } = await askOf(table, frame, 60, 3)
      expect(shown).toBeGreaterThan(60)
      const all = narrowed([...said, ...facts])
      const pinned = secrets.filter(({ atoms, value }) =>
        tellsSum(
          all,
          frame.atoms.length,
          atoms.map((place) => [place, 1]),
          value,
        ),
      )
      expect(pinned).toEqual([])
    }, 240_000)
  },
)
