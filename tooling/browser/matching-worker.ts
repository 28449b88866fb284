import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { root } from '../step/program.ts'
import type { Tally } from '../step/tally.ts'
import { findChromium, noChromium, withChromium } from './chromium.ts'
import { largeProgramme } from './matching-programme.ts'

/** As much of the mentoring package as this check uses in Node; it is used as built, like an importer would. */
interface Mentoring {
  readonly match: (input: object) => object
  readonly checkProof: (
    input: object,
    outcome: object,
  ) => { readonly holds: boolean; readonly faults: readonly string[] }
}

/** What the page saw of one run in its worker. */
interface Seen {
  /** The answer of the worker as JSON. */
  readonly answer: string
  readonly progress: readonly { readonly stage: string; readonly done: number; readonly of: number }[]
  /** How often a timer of 10 ms came round in the page while the worker ran, in how many milliseconds. */
  readonly ticks: number
  readonly ms: number
}

const built = path.join(root, 'packages/mentoring/dist/index.js')
const stages = ['pairs', 'matching', 'reasons']

// The worker as an application would write it.
const worker = `
import { finishSteps, matchSteps } from '@mentoring-commons/mentoring'
let cancelled = false
addEventListener('message', async ({ data }) => {
  if (data.cancel) { cancelled = true; return }
  const answer = await finishSteps(matchSteps(data.input), {
    pause: () => new Promise((next) => setTimeout(next)),
    cancelled: () => cancelled,
    onProgress: (progress) => postMessage({ progress }),
  })
  postMessage({ answer })
})
`

// Runs inside the page, as text, so that nothing of this program's build reaches it; cancels at the given message of progress.
const page = `globalThis.runInWorker = (input, cancelAt) => new Promise((resolve, reject) => {
  const worker = new Worker('/worker.js', { type: 'module' })
  const progress = []
  let ticks = 0
  let began = performance.now()
  const timer = setInterval(() => { ticks += 1 }, 10)
  const late = setTimeout(() => reject(new Error('the worker gave no answer in a minute')), 60_000)
  worker.onerror = ({ message }) => reject(new Error(message ?? 'the worker did not start'))
  worker.onmessage = ({ data }) => {
    if (data.progress) {
      if (progress.length === 0) { began = performance.now(); ticks = 0 }
      progress.push(data.progress)
      if (progress.length === cancelAt) worker.postMessage({ cancel: true })
      return
    }
    clearInterval(timer)
    clearTimeout(late)
    worker.terminate()
    resolve({ answer: JSON.stringify(data.answer), progress, ticks, ms: performance.now() - began })
  }
  worker.postMessage({ input })
})`

/** Matches a large programme in a worker of a page, which sees its progress, stays responsive and can cancel it. */
export async function checkMatchingWorker(tally: Tally): Promise<void> {
  tally.say('matching in a worker')
  const code = await bundleWorker()
  const input = largeProgramme()
  const { match, checkProof }: Mentoring = await import(pathToFileURL(built).href)
  const inNode = JSON.stringify(match(input))
  const executable = findChromium()
  if (executable === undefined) return tally.skip('matching in a worker of a browser', noChromium)
  const { server, address } = await serve(code)
  try {
    await withChromium(executable, async (browser) => {
      const tab = await browser.newPage()
      await tab.goto(address)
      const whole = await runInWorker(tab, input)
      checkProgress(tally, whole)
      const same = whole.answer === inNode
      tally.check(same, 'a worker matches as Node does, to the last figure', `it answers ${whole.answer.slice(0, 300)}`)
      const { value }: { value?: object } = JSON.parse(whole.answer)
      const { holds, faults } = value
        ? checkProof(input, value)
        : { holds: false, faults: [whole.answer.slice(0, 300)] }
      tally.check(holds, 'the proof of a run in a worker holds', faults.join('\n'))
      await checkCancel(tally, tab, input, whole)
    })
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

function checkProgress(tally: Tally, { progress, ticks, ms }: Seen): void {
  const shares = progress.map(({ stage, done, of }) => stages.indexOf(stage) + done / of)
  const back = shares.findIndex((share, at) => !(share >= (shares[at - 1] ?? 0) && share <= stages.length))
  const shown = new Set(shares).size
  tally.check(shown > 5, 'a run in a worker shows more than its beginning and its end', `it shows ${shown} states`)
  const around = JSON.stringify(progress.slice(Math.max(0, back - 1), back + 1))
  tally.check(back < 0, 'the progress of a run in a worker never goes back', `it goes ${around}`)
  // A fifth of what an idle machine gives.
  const enough = ms / 50
  const said = `${ticks} ticks of a timer of 10 ms in ${Math.round(ms)} ms`
  tally.check(ticks > 3 && ticks >= enough, 'the page stays responsive while its worker matches', said)
  tally.note(`matching in a worker: ${progress.length} messages, ${said}`)
}

async function checkCancel(tally: Tally, tab: Page, input: object, whole: Seen): Promise<void> {
  const firstOf = (stage: string) => 1 + whole.progress.findIndex((each) => each.stage === stage)
  for (const [when, at] of [
    ['at once', 1],
    ['while it matches', firstOf('matching') + 3],
  ] as const) {
    const { answer, progress } = await runInWorker(tab, input, at)
    const cancelled = answer === '{"cancelled":true}'
    tally.check(cancelled, `a run in a worker is cancelled ${when}, without a result`, answer.slice(0, 300))
    const fewer = progress.length < whole.progress.length
    tally.check(
      fewer,
      `a run that is cancelled ${when} does no further work`,
      `${progress.length} messages of progress`,
    )
  }
}

const runInWorker = (tab: Page, input: object, cancelAt = 0): Promise<Seen> =>
  tab.evaluate(`runInWorker(${JSON.stringify(input)}, ${cancelAt})`)

/** Bundles the worker with the package as its own name leads to it, which is the package as built. */
async function bundleWorker(): Promise<string> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: worker, resolveDir: path.join(root, 'packages/mentoring') },
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
  })
  if (!Object.keys(metafile.inputs).some((file) => path.resolve(file) === built))
    throw new Error('the worker does not hold the package as built')
  return outputFiles[0]?.text ?? ''
}

async function serve(code: string): Promise<{ readonly server: Server; readonly address: string }> {
  const files: Record<string, readonly [type: string, body: string]> = {
    '/': ['text/html', `<!doctype html><html lang="en"><title>Matching</title><script>${page}</script>`],
    '/worker.js': ['text/javascript', code],
  }
  const server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? []
    response.writeHead(type ? 200 : 404, { 'content-type': type ?? 'text/plain' }).end(body)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}
