import type { Transaction } from './database.ts'

/** A read that cannot be answered before something is written: what that is, to be done in a transaction that may write. Then ask again. */
export class Unprepared extends Error {
  readonly prepare: (tx: Transaction) => Promise<void>

  constructor(message: string, prepare: (tx: Transaction) => Promise<void>) {
    super(message)
    this.prepare = prepare
  }
}

/** Runs a transaction, and where it was not prepared prepares it and runs it again: twice at most. */
export async function preparing<T>(
  run: () => Promise<T>,
  write: (work: (tx: Transaction) => Promise<void>) => Promise<void>,
): Promise<T> {
  for (let again = 0; ; again += 1)
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof Unprepared) || again === 2) throw error
      await write(error.prepare)
    }
}
