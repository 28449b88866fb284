/** Whether a number can be reckoned with: 0, or of a size between 1e-100 and 1e100, so that squares neither run over nor out. */
export function isReckonable(value: number): boolean {
  const size = Math.abs(value)
  return value === 0 || (size >= 1e-100 && size <= 1e100)
}
