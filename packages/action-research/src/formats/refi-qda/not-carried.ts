import type { Shown } from '../../views/shown.ts'
import { unholdable } from '../text/escape.ts'
import type { Source } from './source.ts'

/** Things of an inquiry that an export leaves behind: what, how many, and why. */
export interface NotCarried {
  readonly what: string
  readonly n: number
  readonly because: string
}

/** What a project does not carry, apart from what consent leaves out; only what there is any of. */
export function notCarried(shown: Shown, sources: readonly Source[], links: number): readonly NotCarried[] {
  const { cycles, evidence, meetings, outlooks, changes, stakeholders } = shown
  const texts = sources.filter(({ ref }) => ref.kind === 'evidence').length
  const far = sources.filter(({ text }) => /[\u{10000}-\u{10FFFF}]/u.test(text)).length
  const all: readonly NotCarried[] = [
    {
      what: 'evidence without its text',
      n: evidence.length - texts,
      because:
        'the inquiry holds a reference only, and no text was given, or its participants do not consent to be quoted',
    },
    { what: 'links of claims to evidence', n: links, because: 'the evidence is no source of the project' },
    {
      what: 'days of facets',
      n: cycles.reduce((sum, { cycle }) => sum + cycle.facets.length, 0),
      because: 'the format knows no intervals; a source is coded with the facets of its day',
    },
    {
      what: 'plans',
      n: cycles.filter(({ cycle }) => cycle.plan !== undefined).length,
      because: 'the format knows no plans; they are in the portfolio',
    },
    {
      what: 'learning carried over',
      n: cycles.reduce((sum, { cycle }) => sum + cycle.learning.length, 0),
      because: 'the format has no place for it; it is in the portfolio',
    },
    {
      what: 'meetings without challenges',
      n: meetings.filter(({ challenges }) => !challenges?.length).length,
      because: 'a meeting is a note of what was said in it',
    },
    {
      what: 'outlooks',
      n: outlooks.length,
      because: 'the format has no place for before and after; they are in the portfolio',
    },
    {
      what: 'observed changes',
      n: changes.length,
      because: 'the format has no place for them; they are in the portfolio',
    },
    {
      what: 'stakeholders',
      n: stakeholders.length,
      because: 'a case is a participant here; they are in the portfolio',
    },
    {
      what: 'characters that XML cannot hold',
      n: sources.reduce((sum, { given }) => sum + unholdable(given), 0),
      because: 'each is written as U+FFFD',
    },
    {
      what: 'sources with characters beyond U+FFFF',
      n: far,
      because:
        'positions count code points; a program that counts UTF-16 units shifts the codings after such a character',
    },
  ]
  return all.filter(({ n }) => n > 0)
}
