import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findChromium } from '../../src/pdf/find-chromium.ts'
import { printPdf } from '../../src/pdf/print-pdf.ts'

const program = findChromium()
const folder = mkdtempSync(path.join(tmpdir(), 'print-pdf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Impact of mentoring</title></head><body>${body}</body></html>`
const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('commons-pdf-'))

test.runIf(process.env.CI === 'true')('has Chromium where nothing may be skipped', () => {
  expect(program, 'chromium').toBeDefined()
})

describe.skipIf(program === undefined)('a page that is printed (skipped where Chromium is absent)', () => {
  test('is a tagged PDF with its language and title, and leaves nothing behind', async () => {
    const pdf = Buffer.from(
      await printPdf(page('<h1>Impact</h1><table><tr><th>n</th></tr><tr><td>5</td></tr></table>')),
    )
    const text = pdf.toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    for (const mark of ['/MarkInfo', '/StructTreeRoot', '/Lang', '/S /H1', '/S /Table', '/S /TH'])
      expect(text).toContain(mark)
    expect(left()).toEqual([])
  })

  test('asks nothing of a network, of this machine or of its files, and runs no script', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const url = `http://127.0.0.1:${port}`
    writeFileSync(path.join(folder, 'secret.html'), '<h1>a secret heading</h1>')
    const pdf = await printPdf(
      page(`<img src="${url}/image"><link rel="stylesheet" href="${url}/style"><iframe src="file://${folder}/secret.html"></iframe>
        <script>fetch('${url}/script'); document.write('<h2>written</h2>')</script><p>Text</p>`),
    )
    await new Promise((resolve) => server.close(resolve))
    expect(asked).toEqual([])
    const text = Buffer.from(pdf).toString('latin1')
    expect(text).toContain('/S /P')
    expect(text).not.toContain('/S /H1')
    expect(text).not.toContain('/S /H2')
  })
})

describe('refused', () => {
  const script = (body: string) => {
    const file = path.join(folder, `program-${Math.abs(body.length)}`)
    writeFileSync(file, `#!/bin/sh\n${body}\n`)
    chmodSync(file, 0o755)
    return file
  }
  const refusal = (limits: Parameters<typeof printPdf>[1], html = page('x')) =>
    printPdf(html, limits).then(
      () => 'printed',
      (error) => error.code ?? error.refusal?.code ?? String(error),
    )

  test('where there is no Chromium, in words that say what to do', async () => {
    expect(await refusal({ program: undefined })).toBe('chromium-missing')
    expect(await refusal({ program: path.join(folder, 'nothing') })).toBe('chromium-missing')
    await expect(printPdf(page('x'), { program: undefined })).rejects.toThrow(/HTML.*install chromium/)
    expect(findChromium({ PATH: folder })).toBeUndefined()
    expect(findChromium({ PATH: process.env.PATH, CHROMIUM: path.join(folder, 'nothing') })).toBeUndefined()
  })

  test('a page that is too large, one that takes too long, and one that gives nothing', async () => {
    expect(await refusal({ program: script('exit 0'), htmlBytesMax: 10 })).toBe('pdf-too-large')
    expect(await refusal({ program: script('sleep 30; exit 0'), timeMs: 200 })).toBe('pdf-took-too-long')
    expect(await refusal({ program: script('exit 1') })).toBe('pdf-failed')
    expect(left()).toEqual([])
  })

  test.skipIf(process.platform !== 'linux')(
    'one that takes too much memory, and all that it started ends',
    async () => {
      expect(await refusal({ program: script('sleep 31 & wait'), memoryBytesMax: 1 })).toBe('pdf-too-large')
    },
  )

  test('one that too many wait before, and who waits is printed in turn', async () => {
    const slow = script('sleep 1')
    const all = await Promise.all([1, 2, 3].map(() => refusal({ program: slow, waitingMax: 1 })))
    expect(all.sort()).toEqual(['pdf-busy', 'pdf-failed', 'pdf-failed'])
  })
})
