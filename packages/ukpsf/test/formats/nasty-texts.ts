import fc from 'fast-check'
import { anyUnicode } from './any-unicode.ts'

/** Texts that have broken writers of files before. */
export const nastyTexts = [
  'plain',
  '"',
  '\\',
  '\\"',
  '\\u0041',
  '\\n',
  'ends in a backslash \\',
  '"""',
  "'''",
  'a\nb\r\nc\rd\te',
  '\b\f\v\u001f\u007f\u0085',
  '\u2028\u2029',
  '@en',
  'x"@en .',
  '^^<x>',
  '<a> & "b" \'c\'',
  '</script><!--',
  '{"@id": "x"}',
  '# no comment',
  'Gwerthoedd: tŷ, ŵyl',
  '\u{1f393}\u{10ffff}',
  '\ufeffbom',
  '\uffff\ufffe',
  'e\u0301',
  '\u202eright to left',
  '__proto__',
  'constructor',
  '%s %00 $& $1',
] as const

/** A text that is not empty, often a nasty one, always whole Unicode without NUL. */
export const anyText = fc
  .oneof(
    fc.constantFrom(...nastyTexts),
    anyUnicode({ minLength: 1, maxLength: 30 }),
    fc.array(fc.constantFrom(...nastyTexts), { minLength: 1, maxLength: 4 }).map((texts) => texts.join(' ')),
  )
  .map((text) => text.replaceAll('\0', '0'))
  .filter((text) => text.trim() !== '')
