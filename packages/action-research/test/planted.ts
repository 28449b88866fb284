import {
  type Audience,
  type Consent,
  type ConsentScope,
  type InquiryUnderway,
  type Portfolio,
  portfolio,
  type Qdpx,
  qdpx,
} from '@mentoring-commons/action-research'

/** The mark that stands in the text of a thing, and of nothing else. */
export const mark = (kind: string, id: string) => `<mark&${kind}\u0007:${id}>`
/** The part of a mark that stays, whatever is escaped or written as U+FFFD. */
export const core = (kind: string, id: string) => new RegExp(`${kind}(\\u0007|\\\\u0007|\uFFFD):${id}(?![\\w-])`)

/**
 * A state in which each text that may rest on a consent has a mark, each participant an id that is seen at once, and
 * every second reflection is a participant's.
 */
export function planted(state: InquiryUnderway): InquiryUnderway {
  const person = (id: string) => (state.consents.some(({ participant }) => participant === id) ? `SECRET-${id}` : id)
  const consents = state.consents.map((one) => ({ ...one, participant: person(one.participant) }))
  return {
    ...state,
    consents,
    evidence: state.evidence.map((one, index) => ({
      ...one,
      source: index % 2 === 0 ? person(one.source) : mark('evidence', one.id),
    })),
    cycles: state.cycles.map((cycle) => ({
      ...cycle,
      reflections: cycle.reflections.map((one, index) => ({
        ...one,
        by: index % 2 === 0 ? (consents.find((consent) => consent.cycle === cycle.id)?.participant ?? one.by) : one.by,
        text: mark('reflection', one.id),
      })),
      ...(cycle.plan === undefined
        ? {}
        : {
            plan: {
              ...cycle.plan,
              revisions: cycle.plan.revisions.map((one, index) => ({
                ...one,
                reason: mark('revision', `${cycle.id}-${index}`),
              })),
            },
          }),
    })),
    claims: state.claims.map((one) => ({ ...one, text: mark('claim', one.id) })),
    meetings: state.meetings.map((one) => ({
      ...one,
      challenges: [{ challenge: mark('meeting', one.id), response: 'So it is' }],
    })),
    changes: state.changes.map((one) => ({ ...one, text: mark('change', one.id) })),
    outlooks: state.outlooks.map((one) => ({ ...one, by: person(one.by), text: mark('outlook', one.id) })),
    annotations: state.annotations.map((one) => ({ ...one, by: person(one.by), text: mark('annotation', one.id) })),
  }
}

/** The things that a planted state marks, and whether the audience may see them: told here once more, from the rules alone. */
export function rules(
  state: InquiryUnderway,
  audience: Audience,
): readonly { kind: string; id: string; may: boolean }[] {
  const needs = (quoted: boolean, to: Audience = audience): readonly ConsentScope[] => [
    'collect',
    'analyse',
    ...(to === 'internal' ? (['report-internal'] as const) : []),
    ...(to === 'public' ? (['publish'] as const) : []),
    ...(quoted ? (['quote'] as const) : []),
  ]
  const covers = (one: Consent | undefined, scopes: readonly ConsentScope[]) =>
    one !== undefined && scopes.every((scope) => one.scopes.includes(scope))
  const uses = (id: string, quoted: boolean, to: Audience = audience) =>
    state.evidence
      .filter((item) => item.id === id)
      .flatMap(({ consents }) => consents)
      .every((consent) =>
        covers(
          state.consents.find((one) => one.id === consent),
          needs(quoted, to),
        ),
      )
  const speaks = (by: string, cycle?: string) => {
    if (state.authors.includes(by)) return true
    const own = state.consents.filter((one) => one.participant === by)
    const isCritic =
      state.criticalFriends.some(({ id }) => id === by) || state.groups.some(({ members }) => members.includes(by))
    if (own.length === 0) return isCritic
    return own.some((one) => (cycle === undefined || one.cycle === cycle) && covers(one, needs(true)))
  }
  const rank = { team: 0, internal: 1, public: 2 }
  const mayClaim = (id: string) => {
    const claim = state.claims.find((one) => one.id === id)
    if (claim === undefined || rank[claim.audience] < rank[audience]) return false
    const ways = claim.cites.map(({ evidence, quoted }) => ({
      quoted,
      may: uses(evidence, quoted) && uses(evidence, quoted, claim.audience),
    }))
    return ways.every(({ quoted, may }) => may || !quoted) && ways.some(({ may }) => may)
  }
  const said = [
    ...state.evidence.map(({ id }) => ({ kind: 'evidence', id, may: uses(id, false) })),
    ...state.cycles.flatMap((cycle) => [
      ...cycle.reflections.map(({ id, by }) => ({ kind: 'reflection', id, may: speaks(by, cycle.id) })),
      ...(cycle.plan?.revisions ?? []).map(({ evidence }, index) => ({
        kind: 'revision',
        id: `${cycle.id}-${index}`,
        may: evidence === undefined || uses(evidence, false),
      })),
    ]),
    ...state.claims.map(({ id }) => ({ kind: 'claim', id, may: mayClaim(id) })),
    ...state.meetings.map(({ id, claims }) => ({ kind: 'meeting', id, may: claims.every(mayClaim) })),
    ...state.changes.map(({ id, evidence }) => ({
      kind: 'change',
      id,
      may: evidence.every((one) => uses(one, false)),
    })),
    ...state.outlooks.map(({ id, by, cycle, consent }) => ({
      kind: 'outlook',
      id,
      may:
        consent === undefined
          ? speaks(by, cycle)
          : covers(
              state.consents.find((one) => one.id === consent),
              needs(true),
            ),
    })),
  ]
  const notes = state.annotations.map(({ id, about, by }) => ({
    kind: 'annotation',
    id,
    may:
      about.kind !== 'consent' &&
      speaks(by) &&
      said.every((one) => one.kind !== about.kind || one.id !== about.id || one.may),
  }))
  return [...said, ...notes]
}

/** The portfolio of a state, which must be made. */
export function frozen(state: InquiryUnderway, audience: Audience): Portfolio {
  const tags = state.evidence.map(({ id }) => ({ item: { kind: 'evidence' as const, id }, tag: 'D1' }))
  const made = portfolio(state, {
    audience,
    version: 7,
    frozenOn: '2030-01-01',
    tags,
    texts: { why: 'It & <matters>' },
  })
  if ('refusal' in made) throw new Error(made.refusal.message)
  return made.value
}

/** The project of a state, with a text of each item of evidence that has its mark, which must be made. */
export function project(state: InquiryUnderway, audience: Audience): Qdpx {
  const texts = state.evidence.map(({ id }) => ({ evidence: id, text: `So\r\n${mark('note', id)} 𝄞` }))
  const codings = state.evidence.map(({ id }) => ({
    source: { kind: 'evidence' as const, id },
    code: 'trust',
    from: 0,
    to: 2,
  }))
  const codes = [{ id: 'trust', name: 'Trust & <hope>', description: 'A "code"' }]
  const made = qdpx(state, { audience, on: '2030-01-01', name: 'A & B', texts, codings, codes })
  if ('refusal' in made) throw new Error(made.refusal.message)
  return made.value
}
