import { type InquiryUnderway, portfolioHtml } from '@mentoring-commons/action-research'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frozen, planted } from '../planted.ts'
import { walks } from '../walk.ts'

const empty = new Set(['meta', 'path', 'circle', 'rect'])

/** The tags that are not closed where they should be; none in a page that is balanced. */
function unbalanced(page: string): readonly string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [tag, slash, name = '', self] of page.matchAll(/<(\/?)([a-zA-Z][\w-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (self === '/' || (slash === '' && empty.has(name))) continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) wrong.push(tag)
  }
  return [...wrong, ...open]
}

test('every page is balanced, has headings in order and ids that are its own, and no script or other file', () => {
  fc.assert(
    fc.property(walks, ({ states }) => {
      const last = states.at(-1)
      if (last?.status !== 'underway') return
      const page = portfolioHtml(frozen(planted(last as InquiryUnderway), 'team'))
      expect(unbalanced(page)).toEqual([])
      const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
      expect(levels[0]).toBe(1)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const [, target] of page.matchAll(/(?:href="#|labelledby="|url\(#)([\w-]+)/g)) expect(ids).toContain(target)
      expect(page).not.toMatch(/<script|javascript:|<link|<img|@import|src=|https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
      expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
      expect(page).toContain('<a class="skip" href="#main">')
    }),
    { numRuns: 40 },
  )
})

test('every text is escaped, wherever it comes from', () => {
  fc.assert(
    fc.property(walks, ({ states }) => {
      const last = states.at(-1)
      if (last?.status !== 'underway') return
      const bad = '<img src=x onerror=alert(1)>\u0000"\'&'
      const spoil = (value: unknown, key = ''): unknown => {
        if (Array.isArray(value)) return value.map((one) => spoil(one, key))
        if (typeof value === 'object' && value !== null) {
          return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoil(one, name)]))
        }
        return [
          'text',
          'question',
          'values',
          'who',
          'part',
          'reason',
          'action',
          'where',
          'statement',
          'source',
        ].includes(key)
          ? bad
          : value
      }
      const page = portfolioHtml(frozen(spoil(last) as InquiryUnderway, 'team'), { lang: '"><script>' })
      expect(page).not.toContain('<img')
      expect(page).not.toContain('\u0000')
      expect(page).not.toContain('"><script>')
      expect(unbalanced(page)).toEqual([])
    }),
    { numRuns: 25 },
  )
})
