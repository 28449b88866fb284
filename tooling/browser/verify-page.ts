import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startServer } from '../bench/server.ts'
import type { Tally } from '../step/tally.ts'
import { findChromium, noChromium, withChromium } from './chromium.ts'
import { checkPageIn } from './page-check.ts'

/** Runs the gateway as built with data of its own, and looks at the page on which a badge is checked: its form, and what it says of one that does not stand. */
export async function checkVerifyPage(tally: Tally, program = 'apps/gateway/dist/main.js'): Promise<void> {
  const executable = findChromium()
  if (executable === undefined) return tally.skip('verify page', noChromium)
  const folder = mkdtempSync(path.join(tmpdir(), 'verify-page-'))
  tally.say('starting the gateway')
  const server = await startServer(program, ['--port', '0', '--data-dir', path.join(folder, 'data')])
  const url = `${server.origin}/verify`
  try {
    const list = await fetch(`${server.origin}/badges/demo/status/1`)
    const { type }: { type?: readonly string[] } = list.ok ? await list.json() : {}
    tally.check(
      type?.includes('BitstringStatusListCredential') === true,
      'verify page: the built gateway signs a status list',
      `${list.status}`,
    )
    const body = new FormData()
    body.set('badge', '{"no": "badge"}')
    const refused = await (await fetch(url, { method: 'POST', body })).text()
    await withChromium(executable, async (browser) => {
      const form = ['Check a badge', 'The badge', 'Or its file', 'What is not checked']
      await checkPageIn(tally, browser, { url }, { name: 'verify-form', texts: form })
      const result = ['This badge cannot be relied on', 'Why', 'What is not checked']
      await checkPageIn(tally, browser, { html: refused }, { name: 'verify-refused', texts: result })
      const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
      await page.goto(url)
      await page.keyboard.press('Tab')
      await page.keyboard.type('{"no": "badge"}')
      for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key)
      const told = page.getByRole('heading', { name: 'This badge cannot be relied on' })
      const isTold = await told.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      )
      tally.check(
        isTold,
        'verify page: a badge is checked by the keyboard alone, without a program',
        await page.locator('body').innerText(),
      )
      await page.close()
    })
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
