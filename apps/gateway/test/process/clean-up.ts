import { afterAll, afterEach } from 'vitest'
import { endAll, killAll, ofFile, ofTest } from './left-over.ts'

// Run for every file of tests; a module that tests import is run once for a worker, and its hooks would be of the first file alone.
afterEach(() => killAll(ofTest))
afterAll(async () => {
  await killAll(ofTest)
  await killAll(ofFile)
  await endAll()
})
