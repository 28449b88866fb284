import type { AccountRole } from '../modules/people/table.ts'
import type { ReportFormat } from '../modules/reporting/files.ts'

/** What the operator asks for. It travels as JSON to the gateway that owns the data, where one runs. */
export type OperatorRequest =
  | { readonly command: 'migrate' }
  | {
      readonly command: 'import'
      readonly dir: string
      readonly map: string
      readonly dryRun: boolean
      readonly skipBadRows: boolean
    }
  | {
      readonly command: 'report'
      readonly programme: string
      readonly institution?: string
      readonly as: AccountRole
      readonly format: ReportFormat
      /** The key of the report: programme, impact, or one that the institution defined. */
      readonly report: string
    }
  | { readonly command: 'rebuild'; readonly what: 'inquiries'; readonly institution?: string }
  | {
      readonly command: 'employment'
      readonly file: string
      readonly asOf: string
      readonly dryRun: boolean
      readonly institution?: string
    }
  | { readonly command: 'annual'; readonly year: string; readonly as: AccountRole; readonly institution?: string }
  | { readonly command: 'token'; readonly role: AccountRole; readonly institution?: string }
  | {
      readonly command: 'grant'
      readonly role: AccountRole
      readonly institution: string
      readonly name?: string
      readonly issuer: string
      readonly subject: string
    }

/** What comes back, in order; the last is `end`. */
export type OperatorEvent =
  /** A line for people. */
  | { readonly kind: 'note'; readonly text: string }
  /** How far long work has come: a line that replaces the one before. */
  | { readonly kind: 'progress'; readonly text: string }
  /** The result, for programs: what was asked for and nothing else. */
  | { readonly kind: 'result'; readonly text: string }
  /** A file of the result. */
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  /** A file of the result that is no text. */
  | { readonly kind: 'file'; readonly name: string; readonly base64: string }
  /** How it ended: an exit code. */
  | { readonly kind: 'end'; readonly code: number }

/** Takes what comes back. */
export type Tell = (event: OperatorEvent) => void
