const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Text for HTML, SVG and any XML, in elements and attributes. A character that XML cannot hold (a control character, half
 * of a surrogate pair, U+FFFE, U+FFFF) becomes U+FFFD, one for one; a carriage return becomes a reference, so that no
 * parser turns it into a line feed.
 */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"'\r]|[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (found) => {
    if (found === '\r') return '&#13;'
    return entities[found] ?? (/[\t\n\u007F-\u009F]/.test(found) ? found : '\uFFFD')
  })
}

/** How many characters of a text XML cannot hold. */
export function unholdable(text: string): number {
  return [...text.matchAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu)].filter(([found]) => !/[\t\n\r\u007F-\u009F]/.test(found))
    .length
}
