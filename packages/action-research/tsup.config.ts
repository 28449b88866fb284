import { library } from '../../tooling/tsup/library.ts'

export default library({ index: 'src/index.ts', testing: 'src/testing/index.ts' })
