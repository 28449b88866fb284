import type { PageWords } from './english.ts'
import { style } from './style.ts'
import { pageLanguages } from './words.ts'

/** Text as HTML shows it. */
export function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (char) => names[char] ?? char)
}

/** An address on the page's own path in a language. */
export const inLanguage = (path: string, { language }: PageWords): string => escaped(`${path}?lang=${language}`)

/**
 * A whole page in a language, with links to the same page in the others. `title` and `body` are HTML already. It holds its style, loads
 * nothing, and runs nothing.
 */
export function documentOf(words: PageWords, path: string, { title, body }: { title: string; body: string }): string {
  const languages = pageLanguages.map((one) =>
    one.language === words.language
      ? `<li><span aria-current="true">${escaped(one.name)}</span></li>`
      : `<li><a href="${inLanguage(path, one)}" lang="${one.language}" hreflang="${one.language}">${escaped(one.name)}</a></li>`,
  )
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<nav aria-label="${escaped(words.languages)}"><ul>${languages.join('')}</ul></nav>
<main>
${body}
</main>
</body>
</html>
`
}
