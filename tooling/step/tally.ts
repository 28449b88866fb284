/** How many checks passed, failed and were skipped. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** A check that did not hold, and what is known about why. */
export interface Failure {
  readonly name: string
  readonly detail: string
}

/** A check that was not made, and why not. */
export interface Skip {
  readonly name: string
  readonly reason: string
}

/** The record of one step: every check is written down once, as passed, failed or skipped. */
export class Tally {
  #passed = 0
  #skipped = 0
  readonly failures: Failure[] = []
  readonly skips: Skip[] = []
  readonly notes: string[] = []
  #said = ''

  /** Counts checks that held. */
  pass(count = 1): void {
    this.#passed += count
  }

  /** Counts a check that did not hold. */
  fail(name: string, detail: string): void {
    this.failures.push({ name, detail })
  }

  /** Counts checks that were not made. */
  skip(name: string, reason: string, count = 1): void {
    this.#skipped += count
    this.skips.push({ name, reason })
  }

  /** Makes one check: passed when `holds`, failed with `detail` otherwise. */
  check(holds: boolean, name: string, detail: string): void {
    if (holds) this.pass()
    else this.fail(name, detail)
  }

  /** Keeps a figure for whoever reads the end of the step; it is no check. */
  note(text: string): void {
    this.notes.push(text)
  }

  /** Says what the step is doing now, for the live line. */
  say(text: string): void {
    this.#said = text.trim()
  }

  /** What the step said last. */
  get said(): string {
    return this.#said
  }

  /** The counts so far. */
  get counts(): Counts {
    return { passed: this.#passed, failed: this.failures.length, skipped: this.#skipped }
  }
}

/** The sum of counts. */
export function sum(all: readonly Counts[]): Counts {
  let total: Counts = { passed: 0, failed: 0, skipped: 0 }
  for (const { passed, failed, skipped } of all) {
    total = { passed: total.passed + passed, failed: total.failed + failed, skipped: total.skipped + skipped }
  }
  return total
}

/** Counts as the sentence that every run ends with. */
export function sentence({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
