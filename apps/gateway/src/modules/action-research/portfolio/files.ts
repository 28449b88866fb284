import {
  type Audience,
  type InquiryUnderway,
  type Portfolio,
  portfolio,
  portfolioHtml,
  portfolioJson,
  qdpx,
  spiral,
  spiralSvg,
} from '@mentoring-commons/action-research'
import { accepted } from '../../../refused.ts'
import { authorNames } from './author-names.ts'

/** An inquiry as it stands, and what its authors are called. */
export interface Standing {
  readonly inquiry: InquiryUnderway
  readonly version: number
  readonly names: ReadonlyMap<string, string | null>
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
    write: ({ inquiry }: Standing, { audience, on }: Reading) =>
      accepted(qdpx(inquiry, { audience, on, name: nameOf(inquiry.question) })).bytes,
  },
} as const

/** The name of a file. */
export type InquiryFileName = keyof typeof writers

/** The files of every inquiry. */
export const inquiryFileNames = Object.keys(writers) as readonly InquiryFileName[]

/** The portfolio of an inquiry for an audience, with its authors by their names. Throws a `Refused` with the package's reason. */
export function portfolioOf({ inquiry, version, names }: Standing, { audience, on }: Reading): Portfolio {
  return accepted(portfolio(inquiry, { audience, version, frozenOn: on, called: authorNames(inquiry, names) }))
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
