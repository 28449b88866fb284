import { checkExamples } from '../../examples/check.ts'
import { root } from '../../step/program.ts'
import type { Step } from '../../step/step.ts'

/** Every example gives what it says. */
export const examples: Step = {
  name: 'examples',
  title: 'every fenced example is well typed and gives what it says; every exported function has one',
  run: (tally) => checkExamples(tally, root),
}
