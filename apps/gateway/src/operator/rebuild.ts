import { rebuildInquiries } from '../modules/action-research/rebuild/commands.ts'
import { listInstitutions } from '../modules/people/store.ts'
import { Refused } from '../refused.ts'
import type { OperatorRequest, Tell } from './request.ts'
import type { Workshop } from './workshop.ts'

/** The most histories that cannot be read which are told one by one. */
const toldMax = 20

/** Makes the rows of inquiries anew from their events; 0 when all could be read, 1 when one could not or it was stopped. */
export async function rebuildWork(
  shop: Workshop,
  request: Extract<OperatorRequest, { command: 'rebuild' }>,
  tell: Tell,
  signal: AbortSignal,
): Promise<number> {
  const all = await shop.database.asOwner(listInstitutions)
  const chosen = all.filter(({ key }) => request.institution === undefined || key === request.institution)
  if (request.institution !== undefined && chosen.length === 0)
    throw new Refused({
      code: 'unknown-institution',
      message: `there is no institution "${request.institution}"; there is: ${all.map(({ key }) => key).join(', ') || 'none yet'}`,
    })
  let told = 0
  let unreadable = 0
  for (const { id, key } of chosen) {
    const end = await rebuildInquiries({
      write: (work) => shop.database.within(id, 'write', work),
      institutionId: id,
      now: shop.now,
      signal,
      onProgress: ({ done, repaired }, total) => tell({ kind: 'progress', text: bar(key, done, total, repaired) }),
      onUnreadable: (message) => {
        told += 1
        if (told <= toldMax) tell({ kind: 'note', text: `not readable, its row stays as it is: ${message}` })
      },
    })
    unreadable += end.unreadable
    const done = `${end.done} of ${end.total} inquiries`
    if (end.stopped) {
      tell({ kind: 'note', text: `${key}: stopped after ${done}; run the command again, and it goes on from there` })
      return 1
    }
    const from = end.resumed ? ', the last part of them now' : ''
    tell({
      kind: 'note',
      text: `${key}: ${done} looked at${from}, ${end.repaired} repaired, ${end.unreadable} not readable`,
    })
  }
  return unreadable > 0 ? 1 : 0
}

function bar(key: string, done: number, total: number, repaired: number): string {
  const share = total === 0 ? 1 : Math.min(1, done / total)
  const filled = Math.floor(share * 20)
  const percent = String(Math.floor(share * 100)).padStart(3)
  return `[${'#'.repeat(filled)}${'.'.repeat(20 - filled)}] ${percent} %  ${key}, ${done} of ${total} inquiries, ${repaired} repaired`
}
