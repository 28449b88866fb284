import { library } from '../../tooling/tsup/library.ts'

export default library({
  index: 'src/index.ts',
  svg: 'src/formats/svg.ts',
  statistics: 'src/statistics/index.ts',
  surveys: 'src/surveys/index.ts',
  files: 'src/files/index.ts',
  evaluation: 'src/evaluation/index.ts',
})
