import { library } from '../../tooling/vitest/library.ts'

export default library()
