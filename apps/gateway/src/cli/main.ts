import { enableCompileCache } from 'node:module'

enableCompileCache()
const { runCommand } = await import('./run.ts')
process.exitCode = await runCommand(process.argv.slice(2), process.env)
