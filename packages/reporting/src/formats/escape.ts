const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML or SVG text or attribute value; characters that no document may hold become U+FFFD. */
export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"']|\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu,
    (found) => entities[found] ?? (/[\t\n\r]/.test(found) ? found : '\uFFFD'),
  )
}
