import { rmSync } from 'node:fs'
import path from 'node:path'
import { root, runTool } from '../../step/program.ts'
import type { Step } from '../../step/step.ts'
import { countVitest } from '../../step/vitest-results.ts'

/** How many questions the differ asks. */
const questions = 10_000

/** Ten thousand questions to the ledger, all answers taken together by integer programming. */
export const differ: Step = {
  name: 'differ',
  title: `an automatic differ of ${questions} questions pins nobody, and somebody without the ledger`,
  run: async (tally) => {
    const cwd = path.join(root, 'packages/reporting')
    const file = path.join(cwd, '.results', 'differ.json')
    rmSync(file, { force: true })
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const ended = await runTool('vitest', ['run', 'test/ledger/attack.test.ts', ...reporters], {
      cwd,
      env: { ATTACK_QUESTIONS: String(questions) },
      timeoutMs: 3_600_000,
      onLine: (line) => tally.say(line),
    })
    countVitest(tally, file, ended)
  },
}
