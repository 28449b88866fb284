/** The width that a text has at most in a usual sans-serif face: an estimate, 0.62 of the size for each character. */
export function textWidth(text: string, size: number): number {
  return [...text].length * size * 0.62
}
