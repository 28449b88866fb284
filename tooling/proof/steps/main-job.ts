import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkPage } from '../../browser/page-check.ts'
import { root, run, shared } from '../../step/program.ts'
import type { Step } from '../../step/step.ts'
import type { Tally } from '../../step/tally.ts'

/** The totals that Open Seeds publishes of itself, by figure. */
const known: Readonly<Record<string, number>> = {
  'people.mentee': 273,
  'people.mentor': 105,
  'people.expert': 155,
  'people.speaker': 81,
  'people.facilitator': 11,
  'people.organizer': 5,
  'projects.total': 176,
  'projects.graduated': 138,
  'places.mentee': 293,
  'places.mentor': 213,
  'pathway.mentee-to-mentor': 33,
  'pathway.mentee-to-mentor-or-expert': 49,
}

interface Figure {
  readonly id: string
  readonly value?: number
  readonly suppressed?: string
  readonly by: Readonly<Record<string, string>>
}

/** The main job as a user does it: import the real programme by command, twice, and look at what comes out. */
export const mainJob: Step = {
  name: 'main-job',
  title: 'a real programme is imported by command and comes out as a report, as numbers and as a page',
  needs: ['build-gateway'],
  run: async (tally) => {
    if (shared === undefined) return tally.skip('the main job', 'there is no ../shared here')
    const folder = mkdtempSync(path.join(tmpdir(), 'main-job-'))
    const commons = (...args: readonly string[]) =>
      run(process.execPath, ['apps/gateway/dist/commons.js', ...args, '--data-dir', path.join(folder, 'data')], {
        cwd: root,
        onLine: (line) => tally.say(line),
      })
    try {
      await checkImport(tally, commons)
      await checkNumbers(tally, commons)
      const roles = ['coordinator', 'analyst']
      for (const role of roles) await makeReportPage(tally, commons, role, folder)
      // One process owns the data at a time, but both pages are looked at at once.
      await Promise.all(roles.map((role) => checkReportPage(tally, role, folder)))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

type Commons = (...args: readonly string[]) => ReturnType<typeof run>

async function checkImport(tally: Tally, commons: Commons) {
  const data = path.join(shared ?? '', 'data/open-seeds')
  const command = ['import', data, '--map', 'examples/open-seeds/mapping.json']
  const first = await commons(...command)
  tally.check(
    first.code === 0 && first.output.includes('1917 rows are new'),
    'the import takes every row',
    first.output,
  )
  const second = await commons(...command)
  tally.check(
    second.code === 0 && second.output.includes('Nothing changed'),
    'the second import changes nothing and says so',
    second.output,
  )
}

async function checkNumbers(tally: Tally, commons: Commons) {
  const report = await commons('report', 'open-seeds', '--as', 'coordinator', '--format', 'json')
  const figures: readonly Figure[] = report.code === 0 ? JSON.parse(report.stdout).figures : []
  for (const [id, value] of Object.entries(known)) {
    const figure = figures.find((each) => each.id === id && Object.keys(each.by).length === 0)
    tally.check(figure?.value === value, `${id} is ${value}`, `it is ${figure?.value}`)
  }
  const disclosed = await commons('report', 'open-seeds', '--as', 'analyst', '--format', 'json')
  const shown: readonly Figure[] = disclosed.code === 0 ? JSON.parse(disclosed.stdout).figures : []
  const unrounded = shown.filter(({ id, value }) => value !== undefined && !id.endsWith('-rate') && value % 5 !== 0)
  for (const [id, value] of Object.entries(known)) {
    const figure = shown.find((each) => each.id === id && Object.keys(each.by).length === 0)
    const rounded = 5 * Math.round(value / 5)
    tally.check(
      figure !== undefined && (figure.suppressed !== undefined || figure.value === rounded),
      `to an analyst ${id} is ${rounded} or not shown`,
      JSON.stringify(figure),
    )
  }
  tally.check(
    shown.length > 1_000 && unrounded.length === 0,
    'every count an analyst sees is a multiple of 5',
    JSON.stringify(unrounded.slice(0, 3)),
  )
}

async function makeReportPage(tally: Tally, commons: Commons, role: string, folder: string) {
  const made = await commons(
    ...['report', 'open-seeds', '--as', role, '--format', 'html', '--out', path.join(folder, role)],
  )
  tally.check(made.code === 0, `the page for the role ${role} is made`, made.output)
}

async function checkReportPage(tally: Tally, role: string, folder: string) {
  const file = path.join(folder, role, 'report.html')
  if (!existsSync(file)) return
  const texts = [
    'Open Seeds',
    'Who took part',
    'Who came back in another role',
    'How to read the numbers',
    // A ledger may leave a total out, by its decoys; which ones differs from import to import.
    role === 'coordinator' ? '273' : 'not shown',
  ]
  await checkPage(tally, { file }, { name: `open-seeds-${role}`, texts })
}
