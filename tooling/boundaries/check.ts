import type { Breach } from './breach.ts'
import { checkCircles } from './circles.ts'
import { checkDoors } from './doors.ts'
import { readFloor } from './floor.ts'
import { checkManners } from './manners.ts'
import type { Plan } from './room.ts'

/** What a check of the whole floor found. */
export interface Finding {
  readonly files: number
  readonly imports: number
  readonly breaches: readonly Breach[]
}

/** Holds every file below `root` against the plan; an area of the plan without files is a breach too. */
export function checkBoundaries(root: string, plan: Plan): Finding {
  const files = readFloor(root)
  const empty = plan.areas
    .filter((area) => !files.some((file) => file.path.startsWith(`${area}/`)))
    .map(
      (area): Breach => ({
        rule: 'area',
        file: area,
        line: 1,
        message: 'no file was found here: a check of nothing proves nothing',
      }),
    )
  return {
    files: files.length,
    imports: files.reduce((count, file) => count + file.imports.length, 0),
    breaches: [...empty, ...checkDoors(plan, files), ...checkCircles(plan, files), ...checkManners(plan, files)],
  }
}
