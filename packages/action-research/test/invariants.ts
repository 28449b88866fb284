import type { Cycle, Inquiry, InquiryUnderway } from '@mentoring-commons/action-research'

/** What must hold in every state that commands lead to: each by its name, and true when it holds. */
export const invariants: Readonly<Record<string, (inquiry: InquiryUnderway) => boolean>> = {
  'every act lies within ethics in force from its first to its last day': ({ cycles, ethics }) =>
    cycles.every(({ facets }) =>
      facets.filter(({ facet }) => facet === 'act').every(({ from, to = from }) => coveredByDay(ethics, from, to)),
    ),
  'no acting without a plan of observed steps made by then': ({ cycles }) =>
    cycles.every(({ facets, plan }) =>
      facets
        .filter(({ facet }) => facet === 'act')
        .every(
          ({ from }) =>
            plan !== undefined &&
            plan.plannedOn <= from &&
            plan.steps.length > 0 &&
            plan.steps.every(({ observationMethods }) => observationMethods.length > 0),
        ),
    ),
  'an interval ends no earlier than it begins, and intervals of one facet do not overlap': ({ cycles }) =>
    cycles.every(({ facets }) =>
      facets.every(({ facet, from, to }, at) => {
        const next = facets.slice(at + 1).find((one) => one.facet === facet)
        return (to === undefined || from <= to) && (next === undefined || (to !== undefined && to <= next.from))
      }),
    ),
  'only a cycle that runs has an open facet': ({ cycles }) =>
    cycles.every(({ status, facets }) => status === 'open' || facets.every(({ to }) => to !== undefined)),
  'an interval lies within its cycle': ({ cycles }) =>
    cycles.every((cycle) =>
      cycle.facets.every(({ from, to = from }) => cycle.begunOn <= from && to <= (endOf(cycle) ?? to)),
    ),
  'nothing is worked on in the midst of a rest': ({ cycles }) =>
    cycles.every((cycle) =>
      restsOf(cycle).every((rest) => cycle.facets.every(({ from, to = from }) => to <= rest.from || from >= rest.to)),
    ),
  'rests follow one another': ({ cycles }) =>
    cycles.every((cycle) =>
      restsOf(cycle).every(({ from, to }, at, rests) => from <= to && (at === 0 || (rests[at - 1]?.to ?? '') <= from)),
    ),
  'a bound child lies within its parent, and has ended when its parent has': ({ cycles }) =>
    cycles.every((child) => {
      const parent = cycles.find(({ id }) => id === child.parent)
      if (child.parent === undefined || child.detached !== undefined) return true
      if (parent === undefined || child.begunOn < parent.begunOn) return false
      const end = endOf(parent)
      return end === undefined || (endOf(child) ?? '9999-99-99') <= end
    }),
  'a bound child runs only while its parent runs': ({ cycles }) =>
    cycles.every(
      (child) =>
        child.status !== 'open' ||
        child.parent === undefined ||
        child.detached !== undefined ||
        cycles.find(({ id }) => id === child.parent)?.status === 'open',
    ),
  'what is detached has a parent and a reason': ({ cycles }) =>
    cycles.every(({ parent, detached }) => detached === undefined || (parent !== undefined && detached.reason !== '')),
  'a closed cycle has acted, observed no earlier, and reflected on it': ({ cycles }) =>
    cycles.every(({ status, facets, reflections }) => {
      if (status !== 'closed') return true
      const acted = facets
        .filter(({ facet }) => facet === 'act')
        .map(({ from }) => from)
        .sort()[0]
      return (
        acted !== undefined &&
        facets.some(({ facet, to = '' }) => facet === 'observe' && to >= acted) &&
        reflections.some(({ on }) => on >= acted)
      )
    }),
  'evidence lies in its cycle as its timing says': ({ evidence, cycles }) =>
    evidence.every(({ cycle: id, on, timing }) => {
      const cycle = cycles.find((one) => one.id === id)
      if (cycle === undefined) return false
      if (timing === 'within') return on >= cycle.begunOn && on <= (endOf(cycle) ?? on)
      return timing === 'baseline' || (cycle.status === 'closed' && on >= cycle.closedOn)
    }),
  'evidence from people rests on consents for its cycle, given by then, under ethics in force': (inquiry) =>
    inquiry.evidence.every(
      ({ kind, consents, cycle, on }) =>
        (consents.length > 0 || !['interview', 'focus-group', 'recording'].includes(kind)) &&
        consents.every((id) => {
          const consent = inquiry.consents.find((one) => one.id === id)
          return consent?.cycle === cycle && consent.givenOn <= on && coveredByDay(inquiry.ethics, on, on)
        }),
    ),
  'no scope is both held and withdrawn, and none is withdrawn twice': ({ consents }) =>
    consents.every(({ scopes, withdrawals }) => {
      const gone = withdrawals.flatMap((one) => one.scopes)
      return new Set(gone).size === gone.length && scopes.every((scope) => !gone.includes(scope))
    }),
  'a validated claim rests on two different items within consent, was searched against, and heard by a non-author': (
    inquiry,
  ) =>
    inquiry.claims.every(({ status, cites, audience, findings, heardAt }) => {
      if (status !== 'validated') return true
      const items = cites.map(({ evidence }) => inquiry.evidence.find(({ id }) => id === evidence))
      const held = cites.every(({ evidence, quoted }) => holds(inquiry, evidence, audience, quoted))
      return (
        held &&
        new Set(items.map((item) => `${item?.kind} ${item?.source}`)).size > 1 &&
        findings.length > 0 &&
        heardAt.some((id) =>
          inquiry.meetings.find((one) => one.id === id)?.attendees.some((one) => !inquiry.authors.includes(one)),
        )
      )
    }),
  'a claim that is made or stands uses nothing beyond consent': (inquiry) =>
    inquiry.claims.every(
      ({ status, cites, audience }) =>
        status === 'revalidate' || cites.every(({ evidence, quoted }) => holds(inquiry, evidence, audience, quoted)),
    ),
  'every meeting has a non-author in it': ({ meetings, authors }) =>
    meetings.every(({ attendees }) => attendees.some((one) => !authors.includes(one))),
  'every observed change is of a stated problem and names evidence that is there': ({ changes, problems, evidence }) =>
    changes.every(
      (change) =>
        problems.some(({ id }) => id === change.problem) &&
        change.evidence.length > 0 &&
        change.evidence.every((id) => evidence.some((item) => item.id === id)),
    ),
  'an outlook from after lies no earlier than the action': ({ outlooks, cycles }) =>
    outlooks.every(({ moment, on, cycle: id }) => {
      const acts = cycles.find((one) => one.id === id)?.facets.filter(({ facet }) => facet === 'act') ?? []
      const acted = acts.map(({ from }) => from).sort()[0]
      return moment === 'before' || (acted !== undefined && on >= acted)
    }),
  'ids are unique among things of a sort': (inquiry) =>
    [
      inquiry.ethics,
      inquiry.cycles,
      inquiry.consents,
      inquiry.evidence,
      inquiry.claims,
      inquiry.meetings,
      inquiry.stakeholders,
      inquiry.criticalFriends,
      inquiry.groups,
      inquiry.problems,
      inquiry.changes,
      inquiry.outlooks,
      inquiry.annotations,
      inquiry.cycles.flatMap(({ reflections }) => reflections),
    ].every((things) => new Set(things.map(({ id }) => id)).size === things.length),
  'every facet is one that the model has a phase for': ({ cycles, facets }) =>
    cycles.every((cycle) => cycle.facets.every(({ facet }) => facets.includes(facet))),
  'under the strict policy a cycle has each facet once but for rests, in order, one after the other': ({
    policy,
    cycles,
  }) =>
    policy !== 'strict' ||
    cycles.every((cycle) => {
      const order = ['diagnose', 'plan', 'act', 'observe', 'reflect']
      const rests = restsOf(cycle).map(({ to }) => to)
      return cycle.facets.every(({ facet, from }, at) => {
        const last = cycle.facets[at - 1]
        if (last === undefined) return true
        const forward = order.indexOf(last.facet) < order.indexOf(facet)
        const again = last.facet === facet && rests.includes(from)
        return (forward || again) && last.to !== undefined && last.to <= from
      })
    }),
  'under the strict policy a cycle that follows another begins with planning': ({ policy, cycles }) =>
    policy !== 'strict' ||
    cycles.every(({ follows, facets }) => follows === undefined || (facets[0]?.facet ?? 'plan') === 'plan'),
}

/** The names of the invariants that do not hold in a state. */
export function broken(inquiry: Inquiry): readonly string[] {
  if (inquiry.status === 'not-begun') return []
  return Object.entries(invariants).flatMap(([name, holdsIn]) => (holdsIn(inquiry) ? [] : [name]))
}

function endOf(cycle: Cycle): string | undefined {
  return cycle.status === 'closed' ? cycle.closedOn : cycle.status === 'abandoned' ? cycle.abandonedOn : undefined
}

function restsOf(cycle: Cycle): readonly { readonly from: string; readonly to: string }[] {
  const now = cycle.status === 'suspended' ? [{ from: cycle.suspendedOn, to: '9999-99-99' }] : []
  return [...(cycle.suspensions ?? []), ...now]
}

/** Whether each day is covered by an approval, asked day by day; spans are asked at their two ends when they are very long. */
function coveredByDay(ethics: InquiryUnderway['ethics'], from: string, to: string): boolean {
  const covered = (day: string) => ethics.some((approval) => approval.from <= day && day <= approval.to)
  const [first, last] = [Date.parse(from), Date.parse(to)]
  if (last - first > 4000 * 86_400_000) return covered(from) && covered(to)
  for (let day = first; day <= last; day += 86_400_000) {
    if (!covered(new Date(day).toISOString().slice(0, 10))) return false
  }
  return true
}

function holds(inquiry: InquiryUnderway, id: string, audience: string, quoted: boolean): boolean {
  const item = inquiry.evidence.find((one) => one.id === id)
  if (item === undefined) return false
  const needed = [
    'collect',
    'analyse',
    ...(audience === 'internal' ? ['report-internal'] : []),
    ...(audience === 'public' ? ['publish'] : []),
    ...(quoted ? ['quote'] : []),
  ]
  return item.consents.every((consent) => {
    const scopes: readonly string[] = inquiry.consents.find((one) => one.id === consent)?.scopes ?? []
    return needed.every((scope) => scopes.includes(scope))
  })
}
