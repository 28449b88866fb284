import path from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigError } from '../config.ts'
import { type AccountRole, accountRoles } from '../modules/people/table.ts'
import { type ReportFormat, reportFormats } from '../modules/reporting/files.ts'
import type { OperatorRequest } from '../operator/request.ts'

/** What the commands are, for whoever asks or mistypes. */
export const usage = `Usage: npm run commons -- COMMAND [options]

  migrate                                       bring the database up to date
  import DIR --map FILE                         import a programme's CSV files through a mapping
      [--dry-run] [--skip-bad-rows] [--problems FILE]
  report PROGRAMME --as ROLE                    a programme's impact report, as that role may see it
      --format FORMAT [--report KEY] [--out DIR] [--institution KEY]
  employment FILE --as-of DAY [--dry-run]       take in contracts from HR, all rows or none
      [--institution KEY] [--problems FILE]
  annual YEAR --as ROLE [--institution KEY]     claims of an academic year by descriptor, route and outcome,
      [--out DIR]                               as that role may see them
  rebuild inquiries [--institution KEY]         make the rows of inquiries anew from their events;
                                                stopped, it goes on from there when it is run again
  token --role ROLE [--institution KEY]         a development token (embedded database only)
  grant --role ROLE --institution KEY           give a role to a subject of an identity provider;
      --issuer ISSUER --subject SUBJECT         with it the first administrator comes to be
      [--name "Name of a new institution"]

Every command takes --data-dir DIR (or DATA_DIR), or DATABASE_URL for a PostgreSQL server.
Roles: ${accountRoles.join(', ')}.
Formats of a report: ${reportFormats.join(', ')}. Reports: programme, impact, and those that an institution defined.
`

/** A command line, understood. */
export interface CommandLine {
  readonly request: OperatorRequest
  readonly dataDirectory: string | undefined
  /** Where files of the result go. */
  readonly out: string | undefined
  /** Where refused rows go. */
  readonly problems: string | undefined
}

/** Reads a command line; a `ConfigError` says what is wrong with it. Paths are taken from `cwd`. */
export function readCommandLine(args: readonly string[], cwd: string): CommandLine {
  const { values, positionals } = parse(args)
  const [command, operand, ...rest] = positionals
  if (rest.length > 0)
    throw new ConfigError(`"${rest.join(' ')}" is too much for ${command}; see npm run commons -- help`)
  const at = (file: string) => path.resolve(cwd, file)
  return {
    request: requestOf(command, operand, values, at),
    dataDirectory: values['data-dir'] === undefined ? undefined : at(values['data-dir']),
    out: values.out === undefined ? undefined : at(values.out),
    problems: values.problems === undefined ? undefined : at(values.problems),
  }
}

function requestOf(
  command: string | undefined,
  operand: string | undefined,
  values: Values,
  at: (file: string) => string,
): OperatorRequest {
  const institution = values.institution === undefined ? {} : { institution: values.institution }
  switch (command) {
    case 'migrate':
      return { command }
    case 'import':
      return {
        command,
        dir: at(needed(operand, 'import needs the folder of the CSV files: import DIR --map FILE')),
        map: at(needed(values.map, 'import needs a mapping: import DIR --map FILE')),
        dryRun: values['dry-run'] ?? false,
        skipBadRows: values['skip-bad-rows'] ?? false,
      }
    case 'report':
      return {
        command,
        programme: needed(operand, 'report needs the key of a programme: report PROGRAMME --as ROLE --format FORMAT'),
        ...institution,
        as: roleIn(values.as, '--as'),
        format: formatIn(values.format),
        report: values.report ?? 'programme',
      }
    case 'rebuild':
      if (operand !== 'inquiries')
        throw new ConfigError(
          `rebuild takes "inquiries"${operand === undefined ? '' : `, not "${operand}"`}; see npm run commons -- help`,
        )
      return { command, what: operand, ...institution }
    case 'employment':
      return {
        command,
        file: at(needed(operand, 'employment needs a CSV file of contracts: employment FILE --as-of DAY')),
        asOf: dayIn(values['as-of']),
        dryRun: values['dry-run'] ?? false,
        ...institution,
      }
    case 'annual':
      return {
        command,
        year: needed(operand, 'annual needs an academic year: annual 2025/26 --as ROLE'),
        as: roleIn(values.as, '--as'),
        ...institution,
      }
    case 'token':
      return { command, ...institution, role: roleIn(values.role, '--role') }
    case 'grant':
      return {
        command,
        role: roleIn(values.role, '--role'),
        institution: needed(values.institution, 'grant needs --institution KEY'),
        ...(values.name === undefined ? {} : { name: values.name }),
        issuer: needed(values.issuer, 'grant needs --issuer ISSUER, as its tokens name it (claim iss)'),
        subject: needed(values.subject, 'grant needs --subject SUBJECT, as its tokens name it (claim sub)'),
      }
    default:
      throw new ConfigError(
        `${command === undefined ? 'no command was given' : `there is no command "${command}"`}; see npm run commons -- help`,
      )
  }
}

type Values = ReturnType<typeof parse>['values']

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'data-dir': { type: 'string' },
        map: { type: 'string' },
        'dry-run': { type: 'boolean' },
        'skip-bad-rows': { type: 'boolean' },
        problems: { type: 'string' },
        as: { type: 'string' },
        'as-of': { type: 'string' },
        format: { type: 'string' },
        report: { type: 'string' },
        out: { type: 'string' },
        institution: { type: 'string' },
        role: { type: 'string' },
        issuer: { type: 'string' },
        subject: { type: 'string' },
        name: { type: 'string' },
      },
    })
  } catch (error) {
    throw new ConfigError(`${(error as Error).message.split('\n')[0]}; see npm run commons -- help`)
  }
}

function needed(value: string | undefined, message: string): string {
  if (value === undefined || value === '') throw new ConfigError(message)
  return value
}

function dayIn(value: string | undefined): string {
  const day = needed(value, 'employment needs --as-of DAY: the day up to which the file goes')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new ConfigError(`--as-of takes a day such as 2026-01-31, not "${day}"`)
  return day
}

function roleIn(value: string | undefined, option: string): AccountRole {
  const role = accountRoles.find((one) => one === value)
  if (role === undefined)
    throw new ConfigError(
      `${option} takes one of ${accountRoles.join(', ')}${value === undefined ? '' : `, not "${value}"`}`,
    )
  return role
}

function formatIn(value: string | undefined): ReportFormat {
  const format = reportFormats.find((one) => one === value)
  if (format === undefined)
    throw new ConfigError(
      `--format takes one of ${reportFormats.join(', ')}${value === undefined ? '' : `, not "${value}"`}`,
    )
  return format
}
