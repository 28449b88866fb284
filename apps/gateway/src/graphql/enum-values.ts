/** The values of a GraphQL enum for kebab-case codes: `winding-down` is written WINDING_DOWN. */
export function enumValues<const Code extends string>(
  codes: readonly Code[],
): Record<string, { readonly value: Code }> {
  return Object.fromEntries(codes.map((value) => [value.toUpperCase().replaceAll('-', '_'), { value }]))
}
