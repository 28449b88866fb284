import type { Bench } from './bench.ts'
import { inquiry } from './inquiry.ts'
import { matching } from './matching.ts'
import { reporting } from './reporting.ts'
import { startup } from './startup.ts'
import { ukpsf } from './ukpsf.ts'

/** Every bench, each in a file of its own. */
export const benches: readonly Bench[] = [startup, ukpsf, matching, inquiry, reporting]
