export { type ContractCase, eventStoreContract, type MakeStore } from './event-store-contract.ts'
export { ExpectationFailed } from './failure.ts'
export { type Outcome, type Specification, specification } from './specification.ts'
