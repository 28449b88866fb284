const shape = new RegExp(
  [
    '^[a-z]{2,3}(?:-[a-z]{3}){0,3}',
    '(?:-[a-z]{4})?',
    '(?:-(?:[a-z]{2}|[0-9]{3}))?',
    '(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*',
    '(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*',
    '(?:-x(?:-[a-z0-9]{1,8})+)?$',
  ].join(''),
)

/**
 * Says whether a text has the shape of a BCP 47 tag (RFC 5646, 2.1): language, script, region, variants, extensions, private
 * use. The subtags are not looked up. A language has two or three letters, as every one in use has, so that `Welsh` is not
 * taken for a tag; irregular tags of old registries (`i-klingon`) are not accepted.
 */
export function isLanguageTag(text: string): boolean {
  return typeof text === 'string' && shape.test(text.toLowerCase())
}

/**
 * Gives a tag and, shorter and shorter, the tags to fall back to: `en-GB-oxendict`, `en-GB`, `en` (RFC 4647, 3.4). A single
 * letter or digit goes together with what followed it. All in lower case.
 */
export function fallbackTags(tag: string): readonly string[] {
  const parts = tag.toLowerCase().split('-')
  const ends = parts.map((_, index) => index + 1).filter((end) => parts[end - 1]?.length !== 1)
  return ends.toReversed().map((end) => parts.slice(0, end).join('-'))
}
