import type { Step } from '../step/step.ts'
import { boundaries } from './steps/boundaries.ts'
import { browser } from './steps/browser.ts'
import { build, buildGateway, lint, tooling, types, unit } from './steps/code.ts'
import { differ } from './steps/differ.ts'
import { examples } from './steps/examples.ts'
import { gatewayLong, gatewayOnPglite, gatewayOnPostgres } from './steps/gateway.ts'
import { benchSmoke, properties } from './steps/long.ts'
import { mainJob } from './steps/main-job.ts'
import { oldestNode, oldestPostgres } from './steps/oldest.ts'
import { bundle, lockfile, packed, release } from './steps/release.ts'
import { statisticsR } from './steps/statistics-r.ts'

/** What `npm test` proves, in this order. */
export const steps: readonly Step[] = [
  types,
  lint,
  boundaries,
  tooling,
  unit,
  build,
  buildGateway,
  gatewayOnPglite,
  gatewayOnPostgres,
  examples,
  packed,
  bundle,
  browser,
  mainJob,
  release,
  lockfile,
]

/** What `npm run test:long` proves, in this order. */
export const longSteps: readonly Step[] = [
  build,
  buildGateway,
  properties,
  differ,
  statisticsR,
  oldestNode,
  oldestPostgres,
  gatewayLong,
  benchSmoke,
]
