import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { findChromium, noChromium, withChromium } from '../browser/chromium.ts'
import { root, run } from '../step/program.ts'
import type { Tally } from '../step/tally.ts'

/** Runs the programs of examples/embed-in-node in a folder that has the packages installed. */
export async function checkNodeExamples(tally: Tally, consumer: string): Promise<void> {
  const folder = path.join(root, 'examples/embed-in-node')
  for (const file of readdirSync(folder)) {
    copyFileSync(path.join(folder, file), path.join(consumer, file))
    const { code, output } = await run(process.execPath, [file], { cwd: consumer })
    tally.check(code === 0 && output.trim() !== '', `examples/embed-in-node/${file} runs`, output)
  }
}

/** Opens the page of examples/embed-in-browser beside installed packages and uses it as a person would. */
export async function checkBrowserExample(tally: Tally, consumer: string): Promise<void> {
  const name = 'examples/embed-in-browser answers from its worker'
  const executable = findChromium()
  if (executable === undefined) return tally.skip(name, noChromium)
  const folder = path.join(root, 'examples/embed-in-browser')
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').pathname
    const place = asked.startsWith('/node_modules/') ? consumer : folder
    const type = asked.endsWith('.js') ? 'text/javascript' : 'text/html'
    try {
      const body = readFileSync(path.join(place, path.normalize(asked === '/' ? '/index.html' : asked)))
      response.writeHead(200, { 'content-type': type }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  try {
    const figures = await withChromium(executable, async (browser) => {
      const page = await browser.newPage()
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      await page.getByRole('button', { name: 'Guard them' }).click()
      await page.getByRole('listitem').first().waitFor({ timeout: 20_000 })
      return page.getByRole('listitem').allTextContents()
    })
    tally.check(figures.length === 6 && figures[0] === 'Year 1, Finished: 15 people', name, figures.join('\n'))
  } finally {
    server.close()
    server.closeAllConnections()
  }
}
