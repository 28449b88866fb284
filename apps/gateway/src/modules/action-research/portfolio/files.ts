import {
  type Audience,
  type InquiryUnderway,
  type Portfolio,
  portfolio,
  portfolioHtml,
  portfolioJson,
  type QdpxOptions,
  qdpx,
  spiral,
  spiralSvg,
} from '@mentoring-commons/action-research'
import { accepted } from '../../../refused.ts'
import type { PortfolioMaterial } from '../material/store.ts'
import { authorNames } from './author-names.ts'

/** An inquiry as it stands, what its authors are called, and what its portfolio holds beside. */
export interface Standing {
  readonly inquiry: InquiryUnderway
  readonly version: number
  readonly names: ReadonlyMap<string, string | null>
  readonly material: PortfolioMaterial
}

/** For whom, and as of which day. */
export interface Reading {
  readonly audience: Audience
  readonly on: string
}

/** A file that an inquiry can be taken along as. */
export interface InquiryFile {
  readonly type: string
  readonly content: string | Uint8Array
}

const writers = {
  'portfolio.html': {
    type: 'text/html; charset=utf-8',
    write: (standing: Standing, reading: Reading) => portfolioHtml(portfolioOf(standing, reading)),
  },
  'portfolio.json': {
    type: 'application/json; charset=utf-8',
    write: (standing: Standing, reading: Reading) => portfolioJson(portfolioOf(standing, reading)),
  },
  'spiral.svg': {
    type: 'image/svg+xml; charset=utf-8',
    write: ({ inquiry }: Standing, { on }: Reading) => spiralSvg(spiral(inquiry, on)),
  },
  'project.qdpx': {
    type: 'application/zip',
    // Its authors go by numbers there.
    write: (standing: Standing, { audience, on }: Reading) => {
      const { inquiry } = standing
      return accepted(
        qdpx(inquiry, { audience, on, name: nameOf(inquiry.question), ...coding(standing, { audience, on }) }),
      ).bytes
    },
  },
} as const

/** The name of a file. */
export type InquiryFileName = keyof typeof writers

/** The files of every inquiry. */
export const inquiryFileNames = Object.keys(writers) as readonly InquiryFileName[]

/** The portfolio of an inquiry for an audience, with its authors by their names. Throws a `Refused` with the package's reason. */
export function portfolioOf({ inquiry, version, names, material }: Standing, { audience, on }: Reading): Portfolio {
  const called = authorNames(inquiry, names)
  return accepted(portfolio(inquiry, { audience, version, frozenOn: on, called, ...material }))
}

/** The tags of what is shown as codes of a project; those of a reflection are on all of its text. No other text is in it. */
function coding(standing: Standing, reading: Reading): Pick<QdpxOptions, 'codes' | 'codings'> {
  const { items } = portfolioOf(standing, reading)
  const tags = standing.material.tags.filter(({ item }) =>
    items.some(({ kind, id }) => kind === item.kind && id === item.id),
  )
  const reflections = standing.inquiry.cycles.flatMap((cycle) => cycle.reflections)
  return {
    codes: [...new Set(tags.map(({ tag }) => tag))].map((tag) => ({ id: `tag:${tag}`, name: tag })),
    codings: tags.flatMap(({ item, tag }) => {
      const text = item.kind === 'reflection' ? reflections.find(({ id }) => id === item.id)?.text : undefined
      if (text === undefined || text === '') return []
      return [{ source: { kind: 'reflection', id: item.id }, code: `tag:${tag}`, from: 0, to: text.length }]
    }),
  }
}

/** A file of an inquiry, within the consent that stands; undefined for a name that is none. */
export function inquiryFile(name: string, standing: Standing, reading: Reading): InquiryFile | undefined {
  const known = inquiryFileNames.find((one) => one === name)
  if (known === undefined) return undefined
  const { type, write } = writers[known]
  return { type, content: write(standing, reading) }
}

/** What a project is called: its question, as far as fits a title. */
function nameOf(question: string): string {
  const [...characters] = question
  return characters.length > 100 ? `${characters.slice(0, 99).join('')}…` : question
}
