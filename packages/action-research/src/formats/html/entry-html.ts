import type { EntryDetail, PortfolioEntry, PortfolioItem } from '../../portfolio/portfolio-shape.ts'
import type { Mark } from '../../portfolio/withdrawn-since.ts'
import { spanInWords } from '../../views/in-words.ts'
import { escapeXml } from '../text/escape.ts'

const withdrawn = '<span class="withdrawn">Withdrawn since this was frozen</span>'

/** An entry of a section; what marks say of it and of what it speaks of is not given, but marked. */
export function entryHtml(entry: PortfolioEntry, marks: readonly Mark[]): string {
  const mark = markOn(entry.item, marks)
  if (mark?.part === 'whole') return `<div class="entry">\n<p>${withdrawn}</p>\n</div>\n`
  const { heading, text, from, to, details } = entry
  const title = heading === '' ? '' : `<h3>${escapeXml(heading)}</h3>\n`
  const when = from === undefined ? '' : `<p class="when">${time(from, to)}</p>\n`
  const said =
    text === ''
      ? ''
      : text
          .split(/\n\s*\n/)
          .map((part) => `<p class="text">${escapeXml(part)}</p>\n`)
          .join('')
  const list = details.map((detail) => detailHtml(detail, marks, mark?.part === 'words')).join('\n')
  return `<div class="entry">\n${title}${when}${said}${list === '' ? '' : `<dl>\n${list}\n</dl>\n`}</div>\n`
}

function detailHtml(
  { label, text, item, isWords }: EntryDetail,
  marks: readonly Mark[],
  areWordsGone: boolean,
): string {
  const isGone = markOn(item, marks)?.part === 'whole' || (isWords === true && areWordsGone)
  return `<div><dt>${escapeXml(label)}</dt><dd>${isGone ? withdrawn : escapeXml(text)}</dd></div>`
}

function markOn(item: PortfolioItem | undefined, marks: readonly Mark[]): Mark | undefined {
  return marks.find((mark) => item !== undefined && mark.item.kind === item.kind && mark.item.id === item.id)
}

function time(from: string, to: string | undefined): string {
  if (to === undefined || to === from)
    return `<time datetime="${escapeXml(from)}">${escapeXml(spanInWords(from, from))}</time>`
  return escapeXml(spanInWords(from, to))
}
