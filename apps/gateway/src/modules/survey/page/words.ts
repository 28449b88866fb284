import { english, type PageWords } from './english.ts'
import { welsh } from './welsh.ts'

/** The languages that the page speaks, the first one where another is asked for. A further one is a further file. */
export const pageLanguages: readonly PageWords[] = [english, welsh]

/** The words of a language; English where the page does not speak it. */
export function wordsOf(language: unknown): PageWords {
  return pageLanguages.find((one) => one.language === language) ?? english
}

/** A text with what it leaves open filled in. */
export function filled(text: string, parts: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(parts[name] ?? whole))
}

/** A day as a language writes it. */
export function dayIn({ locale }: PageWords, day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
