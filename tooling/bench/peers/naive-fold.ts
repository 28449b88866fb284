/** An event as somebody without the package would keep it. */
interface Event {
  readonly type: string
  readonly [field: string]: unknown
}

type Thing = Record<string, unknown>

/**
 * The same history in the straightforward way: one object of lists, changed in place. It knows neither versions nor odd
 * events, looks nothing up but the thing that an event names, and keeps no older state.
 */
export function foldNaively(events: readonly Event[]): object {
  const lists: Record<string, Thing[]> = { cycles: [], evidence: [], claims: [], meetings: [], consents: [] }
  const of = (list: string, id: unknown) => lists[list]?.find((thing) => thing.id === id)
  const within = (thing: Thing | undefined, list: string) => (thing?.[list] ?? []) as Thing[]
  for (const event of events) {
    const cycle = of('cycles', event.cycle)
    const claim = of('claims', event.claim)
    if (event.type === 'CycleBegun') lists.cycles?.push({ id: event.cycle, facets: [], reflections: [] })
    else if (event.type === 'EvidenceAdded') lists.evidence?.push({ ...event, id: event.evidence })
    else if (event.type === 'ClaimMade') lists.claims?.push({ ...event, id: event.claim, findings: [] })
    else if (event.type === 'ConsentRecorded') lists.consents?.push({ ...event, id: event.consent })
    else if (event.type === 'ValidationMeetingHeld') lists.meetings?.push({ ...event, id: event.meeting })
    else if (event.type === 'FacetBegun') within(cycle, 'facets').push({ ...event, from: event.on })
    else if (event.type === 'FacetEnded') {
      const open = within(cycle, 'facets').find((one) => one.facet === event.facet && !one.to)
      if (open !== undefined) open.to = event.on
    } else if (event.type === 'Reflected') within(cycle, 'reflections').push({ ...event })
    else if (event.type === 'DisconfirmingAdded') within(claim, 'findings').push({ finding: event.finding })
    else if (event.type === 'ClaimValidated') Object.assign(claim ?? {}, { status: 'validated', on: event.on })
    else if (event.type === 'CycleClosed') Object.assign(cycle ?? {}, { status: 'closed', on: event.on })
    else Object.assign(cycle ?? {}, { [event.type]: event })
  }
  return lists
}
