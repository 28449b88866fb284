import type { Page } from 'playwright-core'
import type { Tally } from '../step/tally.ts'
import { focusOf, look } from './coverage-map-page.ts'

const asFile = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })

/** Files that are not taken, and one that is, whose claim is refused. */
export async function openFiles(tally: Tally, page: Page): Promise<void> {
  const input = page.getByLabel('Your own portfolio')
  const whole = { title: 'Made up', descriptor: 'psf-2023:D2', on: '2026-11-24' }
  const piece = { id: 'a', on: '2026-03-02', tags: ['psf-2023:K3'] }
  const open = (file: object | string) =>
    input.setInputFiles(asFile('own.json', typeof file === 'string' ? file : JSON.stringify(file)))
  await page.locator('[data-cell="psf-2023:K5"]').press('Enter')
  await page.locator('#evidence').getByRole('checkbox', { name: 'A module outline, rewritten' }).press('Space')
  const refused = page.locator('#not-taken')
  const bad: readonly (readonly [file: object | string, ...wanted: string[]])[] = [
    ['{ "title": ', 'not-json'],
    ['[]', 'wrong-field'],
    [
      { ...whole, evidence: [{ ...piece, tags: ['K3'] }] },
      'bare-code',
      'evidence[0].tags[0]',
      "'psf-2023:K3' (Evaluating",
    ],
    [{ ...whole, evidence: 7 }, 'wrong-field', 'evidence must be a list; got 7'],
    [{ ...whole, evidence: [null, { ...piece, corroborations: [3] }] }, 'evidence[0]', 'evidence[1].corroborations[0]'],
    [{ ...whole, descriptor: 'D2', evidence: [] }, 'bare-code', 'descriptor'],
    [
      { ...whole, on: '2026-02-30', evidence: [piece, piece] },
      'malformed-date',
      'duplicate-evidence',
      'evidence[1].id',
    ],
    [
      {
        ...whole,
        evidence: [
          { ...piece, on: '2026-13-01' },
          { ...piece, id: ' ' },
        ],
      },
      'malformed-date',
      'empty-text',
    ],
  ]
  for (const [file, ...wanted] of bad) {
    await open(file)
    await refused.filter({ hasText: wanted[0] ?? '' }).waitFor()
    const text = (await refused.textContent()) ?? ''
    const all = wanted.every((part) => text.includes(part))
    tally.check(all, `coverage-map: a bad file is refused with ${wanted.join(', ')}`, text)
  }
  const { at } = await focusOf(page)
  tally.check(at === 'not-taken', 'coverage-map: the focus is on the refusal', `it is on ${at}`)
  const kept = await page.locator('[data-cell="psf-2023:K5"]').getAttribute('aria-label')
  tally.check(kept?.includes('claimed by 1') ?? false, 'coverage-map: a bad file loses nothing', `K5: ${kept}`)
  await look(tally, page, 'refused-file-dark-360')

  await open({ ...whole, evidence: [{ ...piece, tags: ['psf-2023:K3', 'ukpsf-2011:K3'] }] })
  const claim = page.locator('#map')
  await claim.filter({ hasText: 'This claim cannot be read' }).waitFor()
  const text = (await claim.textContent()) ?? ''
  tally.check(
    ['mixed-editions', 'evidence[0].tags[1]', 'ukpsf-2011:K3 is of another edition'].every((part) =>
      text.includes(part),
    ),
    'coverage-map: a code of 2011 in a claim of 2023 is refused with the reason',
    text,
  )
  tally.check((await page.getByRole('grid').count()) === 0, 'coverage-map: no map of a refused claim', 'there is one')
  await look(tally, page, 'refused-claim-dark-360')
  await page.getByRole('button', { name: 'Read only the tags of psf-2023' }).press('Enter')
  const cell = await page.locator('[data-cell="psf-2023:K3"]').getAttribute('aria-label')
  tally.check(cell?.includes('claimed by 1, not confirmed') ?? false, 'coverage-map: what is left is read', `${cell}`)
  const still = (await page.locator('.portfolio').textContent()) ?? ''
  tally.check(still.includes('ukpsf-2011:K3'), 'coverage-map: a tag that is left out stays in the portfolio', still)
  await page.getByText('The same as a table').click()
  await look(tally, page, 'left-out-dark-360')
}
