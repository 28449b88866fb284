import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Refused } from '../refused.ts'
import { findChromium } from './find-chromium.ts'
import { treeMemory } from './tree-memory.ts'

/** What printing may take. */
export interface PrintLimits {
  readonly program: string | undefined
  readonly htmlBytesMax: number
  readonly pdfBytesMax: number
  readonly timeMs: number
  readonly memoryBytesMax: number
  /** How many may wait for the one that prints. */
  readonly waitingMax: number
}

const defaults: Omit<PrintLimits, 'program'> = {
  htmlBytesMax: 20_000_000,
  pdfBytesMax: 50_000_000,
  timeMs: 60_000,
  memoryBytesMax: 1_000_000_000,
  waitingMax: 4,
}

/** Beside its own styles and pictures within it, a page that is printed loads nothing, and runs nothing. */
const policy =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:; font-src data:">'

const flags = [
  '--headless',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--no-pings',
  '--no-pdf-header-footer',
  '--export-tagged-pdf',
  '--generate-pdf-document-outline',
  // No name is known, and whatever is asked for by number goes to a proxy that is not there, this machine's own addresses too.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
]

let printing: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * Prints one page as a tagged PDF with Chromium, one at a time, without a network and without scripts.
 *
 * Refused: no Chromium; a page or a PDF that is too large; one that takes too long or too much memory; too many that wait.
 */
export async function printPdf(html: string, limits: Partial<PrintLimits> = {}): Promise<Uint8Array> {
  const within = { ...defaults, program: findChromium(), ...limits }
  const { program } = within
  if (program === undefined) throw noChromium()
  if (Buffer.byteLength(html) > within.htmlBytesMax)
    throw no('pdf-too-large', `The report is too large to print, at ${Buffer.byteLength(html)} bytes. Take it as HTML.`)
  if (waiting > within.waitingMax)
    throw no('pdf-busy', `${waiting} reports wait to be printed. Ask again in a minute, or take it as HTML.`)
  waiting += 1
  const turn = printing.then(() => print(program, html, within))
  printing = turn.catch(() => {})
  try {
    return await turn
  } finally {
    waiting -= 1
  }
}

/** The refusal where no Chromium is. */
export function noChromium(): Refused {
  return no(
    'chromium-missing',
    'There is no Chromium on this server to print a PDF. Take the report as HTML and print it, or have the operator install chromium or name it in CHROMIUM.',
  )
}

async function print(program: string, html: string, limits: PrintLimits): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'commons-pdf-'))
  try {
    const [page, pdf] = [path.join(folder, 'page.html'), path.join(folder, 'page.pdf')]
    await writeFile(
      page,
      html.replace(/<head[^>]*>/i, (head) => head + policy),
      { mode: 0o600 },
    )
    await run(
      program,
      [
        ...flags,
        // Its sandbox refuses to start as root, where a container has no other user.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${path.join(folder, 'profile')}`,
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ],
      folder,
      limits,
    )
    const size = await stat(pdf).then(
      (found) => found.size,
      () => 0,
    )
    if (size === 0) throw no('pdf-failed', 'Chromium printed nothing. Take the report as HTML and print it.')
    if (size > limits.pdfBytesMax)
      throw no('pdf-too-large', `The PDF has ${size} bytes, which is too large. Take it as HTML.`)
    return await readFile(pdf)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

function run(program: string, args: readonly string[], folder: string, limits: PrintLimits): Promise<void> {
  return new Promise((resolve, reject) => {
    // A group of its own, so that what it starts ends with it; a home of its own, so that it leaves nothing in ours.
    const child = spawn(program, args, {
      detached: true,
      stdio: 'ignore',
      env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' },
    })
    let refusal: Refused | undefined
    const end = (why: Refused) => {
      refusal ??= why
      try {
        process.kill(-(child.pid ?? 0), 'SIGKILL')
      } catch {
        child.kill('SIGKILL')
      }
    }
    const late = setTimeout(() => {
      end(
        no('pdf-took-too-long', `Printing took longer than ${limits.timeMs / 1000} seconds. Take the report as HTML.`),
      )
    }, limits.timeMs)
    const watch = setInterval(() => {
      if ((treeMemory(child.pid ?? 0) ?? 0) > limits.memoryBytesMax)
        end(no('pdf-too-large', 'Printing takes more memory than it may. Take the report as HTML.'))
    }, 250)
    const settle = (done: () => void) => {
      clearTimeout(late)
      clearInterval(watch)
      done()
    }
    child.once('error', () => settle(() => reject(noChromium())))
    child.once('close', () => settle(() => (refusal === undefined ? resolve() : reject(refusal))))
  })
}

function no(code: string, message: string): Refused {
  return new Refused({ code, message })
}
