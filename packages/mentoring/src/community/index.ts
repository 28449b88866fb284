// Who is tied to whom, within one boundary on one day.

export { type Network, networkOf, type TieRule, tieRules } from './network/network.ts'
export { type BoundaryPerson, readWave, type Tie, type TieSource, tieSources, type Wave } from './network/wave.ts'

// What is told of departments, and may be published once it is disclosed.

export { type BridgedMeasure, type BridgeMeasure, bridges } from './network/bridges.ts'
export {
  type BrokerageDirection,
  type BrokerageRole,
  brokerageByDepartment,
  brokerageRoles,
} from './network/brokerage.ts'
export { type EiMeasure, eiIndex } from './network/ei-index.ts'
export type { DepartmentFigures, GroupFigures } from './network/figures.ts'
export { type NetworkMeasure, networkFigures } from './network/network-figures.ts'
export { type FigureRow, publishFigures } from './network/publish-figures.ts'
export { type ReachMeasure, reach } from './network/reach.ts'
export { type ChangeMeasure, waveChange } from './network/wave-change.ts'

// What is told of people, and is never published.

export { bridgeBurden } from './network/bridges.ts'
export { brokerage } from './network/brokerage.ts'
export type { PeopleFigures } from './network/figures.ts'
export { type PersonMeasure, personMeasures } from './network/person-measures.ts'
