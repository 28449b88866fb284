import { rules } from '../../boundaries/breach.ts'
import { checkBoundaries } from '../../boundaries/check.ts'
import { plan } from '../../boundaries/plan.ts'
import { root } from '../../step/program.ts'
import type { Step } from '../../step/step.ts'

/** The floor plan holds: a check per rule, and a failure per breach. */
export const boundaries: Step = {
  name: 'boundaries',
  title: 'every file is in its room and opens only the doors of the floor plan',
  run: (tally) => {
    const { files, breaches } = checkBoundaries(root, plan)
    if (files === 0) tally.fail('boundaries', 'no file was seen at all')
    for (const rule of Object.keys(rules)) {
      const found = breaches.filter((breach) => breach.rule === rule)
      if (found.length === 0) tally.pass()
      for (const { file, line, message } of found) tally.fail(`${file}:${line} ${rule}`, message)
    }
  },
}
