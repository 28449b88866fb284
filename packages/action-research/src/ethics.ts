import { dayAfter } from './iso-date.ts'

/** An ethics approval and the days it is in force, both included. */
export interface EthicsApproval {
  readonly id: string
  readonly from: string
  readonly to: string
}

/** The first day from `from` to `to` that no approval covers, or undefined when all are covered; approvals may join up. */
export function firstUncoveredDay(approvals: readonly EthicsApproval[], from: string, to: string): string | undefined {
  let day = from
  while (true) {
    const reach = approvals.filter((approval) => approval.from <= day && day <= approval.to).map(({ to }) => to)
    if (reach.length === 0) return day
    const end = reach.reduce((latest, date) => (date > latest ? date : latest))
    if (end >= to) return undefined
    day = dayAfter(end)
  }
}
