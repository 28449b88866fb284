/** Whether a value is an absolute address without white space: `https://…`, `urn:uuid:…`, `did:…`. */
export function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|^`\\]+$/i.test(value)
}

/** Whether a value is an https address that names a place: no fragment, no user, no white space. */
export function isHttpsUrl(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^https:\/\/[^\s/?#@<>"{}|^`\\]+(\/[^\s#<>"{}|^`\\]*)?(\?[^\s#<>"{}|^`\\]*)?$/.test(value)
  )
}
