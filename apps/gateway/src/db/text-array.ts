/**
 * Arrays of text as PostgreSQL writes them, so that the driver need not ask each new connection how arrays are written:
 * nobody waits for that question, and a connection that is cut while asking would end the process.
 */
export const textArray = {
  to: 1009,
  from: [1009],
  /** What is a text already was written by the query builder. */
  serialize: (texts: readonly string[] | string): string =>
    typeof texts === 'string' ? texts : `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`,
  parse: (written: string): (string | null)[] =>
    [...written.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/gs)].map(([, quoted, bare]) =>
      quoted === undefined ? (bare === 'NULL' ? null : (bare ?? '')) : quoted.replace(/\\(.)/gs, '$1'),
    ),
}
