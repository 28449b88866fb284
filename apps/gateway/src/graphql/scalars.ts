import { GraphQLError } from 'graphql'

const isoDate = /^\d{4}-\d{2}-\d{2}$/

/** A calendar day as `YYYY-MM-DD`; a throw that says so for anything else, such as 31 February. */
export function parseDay(value: unknown): string {
  if (typeof value === 'string' && isoDate.test(value)) {
    const day = new Date(`${value}T00:00:00Z`)
    if (!Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value) return value
  }
  throw new GraphQLError(`a date is written YYYY-MM-DD, not ${JSON.stringify(value)}`, {
    extensions: { code: 'BAD_USER_INPUT' },
  })
}

/** An instant as an ISO 8601 string in UTC. Databases write it their own way; the API writes it one way. */
export function presentInstant(value: unknown): string {
  const instant = new Date(String(value))
  if (Number.isNaN(instant.getTime())) throw new TypeError(`not an instant: ${String(value)}`)
  return instant.toISOString()
}
