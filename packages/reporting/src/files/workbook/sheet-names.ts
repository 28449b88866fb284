/** A spreadsheet program takes names of sheets up to this length. */
const lengthMax = 31

/** Gives names of sheets: without the signs that they may not hold, short enough, and never the same twice, whatever their case. */
export function sheetNames(): (wanted: string) => string {
  const taken = new Set<string>(['history'])
  return (wanted) => {
    const clean = wanted.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^[' ]+|[' ]+$/g, '') || 'sheet'
    for (let number = 1; ; number += 1) {
      const tail = number === 1 ? '' : ` (${number})`
      const name = clean.slice(0, lengthMax - tail.length) + tail
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
}
