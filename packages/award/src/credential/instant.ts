/** A moment as ISO 8601 writes it, with its zone: `2026-11-24T12:00:00Z`. */
export type Instant = string

const written = /^\d{4}-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,9})?(Z|[+-](\d\d):(\d\d))$/

/** Gives the milliseconds of a moment since 1970, or nothing when it is not a real one written with its zone. */
export function momentOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined
  const parts = written.exec(value)
  if (parts === null) return undefined
  const [, , day, hour, minute, second, , , zoneHour = '00', zoneMinute = '00'] = parts
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  if (Number(zoneHour) > 14 || Number(zoneMinute) > 59) return undefined
  const month = value.slice(0, 7)
  const date = new Date(`${month}-${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value.slice(0, 10)) return undefined
  const moment = new Date(value).getTime()
  return Number.isNaN(moment) ? undefined : moment
}
