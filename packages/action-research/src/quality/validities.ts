import { type CycleContent, missingForClose } from '../cycle.ts'
import { areDifferent } from '../evidence.ts'
import { type InquiryUnderway, mayUse } from '../inquiry.ts'
import type { Outlook } from '../outlook.ts'
import { check, type QualityCheck } from './criterion.ts'
import { isHeard, names, outsiders } from './standing.ts'

/** Outcome: a turn that acted, observed and reflected is closed, and each problem has an observed change, or none, that evidence shows. */
export function outcome(inquiry: InquiryUnderway): readonly QualityCheck[] {
  const { cycles, problems, changes } = inquiry
  const shown = changes.filter(({ evidence }) => evidence.some((id) => mayUse(inquiry, id, 'team', false)))
  const unlinked = problems.filter(({ id }) => !shown.some(({ problem }) => problem === id))
  return [
    check(
      'cycle-closed',
      cycles.some((cycle) => cycle.status === 'closed' && missingForClose(cycle).length === 0),
      'carry a cycle through acting, observing and reflecting, and close it',
    ),
    check('problem-stated', problems.length > 0, 'state the problem that the inquiry is to make better'),
    check(
      'change-observed',
      problems.length > 0 && unlinked.length === 0,
      `record what was observed of ${names(unlinked, 'the problem')}, a change or that nothing changed, with evidence that consent still covers`,
    ),
  ]
}

/** Process: each claim rests on varied evidence, and how plans changed is recorded. */
export function process(inquiry: InquiryUnderway): readonly QualityCheck[] {
  const thin = inquiry.claims.filter(({ cites, audience }) => {
    const items = inquiry.evidence.filter(({ id }) =>
      cites.some(({ evidence, quoted }) => evidence === id && mayUse(inquiry, id, audience, quoted)),
    )
    return !items.some((one, index) => items.slice(index + 1).some((other) => areDifferent(one, other)))
  })
  const isRevised = ({ plan, follows }: CycleContent) => (plan?.revisions.length ?? 0) > 0 || follows !== undefined
  return [
    check('claims-made', inquiry.claims.length > 0, 'say what you claim to know now, and cite the evidence for it'),
    check(
      'evidence-varied',
      inquiry.claims.length > 0 && thin.length === 0,
      `rest ${names(thin, 'each claim')} on two items of evidence that differ in kind or source`,
    ),
    check(
      'plan-revised',
      inquiry.cycles.some(isRevised),
      'record how the plan changed and why, or begin a cycle that follows with what was learned',
    ),
  ]
}

/** Democratic: those whom it touches are named, with their part in finding the problem and in reflecting. */
export function democratic({ stakeholders, facets }: InquiryUnderway): readonly QualityCheck[] {
  const early = facets.includes('diagnose') ? 'diagnose' : 'plan'
  const has = (facet: string) => stakeholders.some(({ parts }) => parts.some((part) => part.facet === facet))
  return [
    check('stakeholders-named', stakeholders.length > 0, 'name whom the inquiry touches'),
    check(`part-in-${early}`, has(early), `let stakeholders take part in the facet "${early}", and record their part`),
    check('part-in-reflect', has('reflect'), 'let stakeholders take part in reflecting, and record their part'),
  ]
}

/** Catalytic: a researcher and a participant each told how they saw the matter before and after. */
export function catalytic(inquiry: InquiryUnderway): readonly QualityCheck[] {
  const counted = inquiry.outlooks.filter(({ consent: id }) => {
    if (id === undefined) return true
    const scopes = inquiry.consents.find((consent) => consent.id === id)?.scopes ?? []
    return scopes.includes('collect') && scopes.includes('analyse')
  })
  const both = (role: Outlook['role']) =>
    counted.some(
      ({ by, role: as, moment }) =>
        as === role &&
        moment === 'before' &&
        counted.some((other) => other.by === by && other.role === role && other.moment === 'after'),
    )
  const todo = 'see the matter before and after the action, and record both'
  return [
    check('researcher-before-after', both('researcher'), `let one of the authors say how they ${todo}`),
    check('participant-before-after', both('participant'), `let one participant, with consent, say how they ${todo}`),
  ]
}

/** Dialogic: somebody who is no author heard the claims, put challenges to them and had answers. */
export function dialogic(inquiry: InquiryUnderway): readonly QualityCheck[] {
  const heard = inquiry.meetings.filter((meeting) => outsiders(meeting, inquiry).length > 0)
  return [
    check('heard-by-outsider', heard.length > 0, 'hold a meeting in which somebody who is no author hears the claims'),
    check(
      'challenges-answered',
      heard.some(({ challenges }) => challenges.length > 0),
      'record what was put to the authors in such a meeting, and what they answered',
    ),
  ]
}

/** Social validation: critics are named, and each claim names its standards, was heard and stands. */
export function socialValidation(inquiry: InquiryUnderway): readonly QualityCheck[] {
  const { claims, criticalFriends, groups } = inquiry
  const bare = claims.filter(({ standards }) => standards.length === 0)
  const unheard = claims.filter((claim) => !isHeard(claim, inquiry))
  const open = claims.filter(({ status }) => status !== 'validated')
  const any = claims.length > 0
  return [
    check(
      'critics-named',
      criticalFriends.length + groups.length > 0,
      'name a critical friend, or form a validation group',
    ),
    check(
      'standards-named',
      any && bare.length === 0,
      `name the standards of judgement, drawn from your values, that ${names(bare, 'each claim')} is tested by`,
    ),
    check(
      'claims-heard',
      any && unheard.length === 0,
      `let a meeting with a non-author hear ${names(unheard, 'each claim')}`,
    ),
    check(
      'claims-validated',
      any && open.length === 0,
      `validate ${names(open, 'each claim')}, or leave it as not yet shown`,
    ),
  ]
}

/** Disconfirming evidence: it was sought against each claim, and the evidence has more than one source. */
export function disconfirming(inquiry: InquiryUnderway): readonly QualityCheck[] {
  const { claims, evidence } = inquiry
  const unsought = claims.filter(
    ({ findings, audience }) =>
      !findings.some((found) => found.kind === 'none-found' || mayUse(inquiry, found.evidence, audience, false)),
  )
  const usable = evidence.filter(({ id }) => mayUse(inquiry, id, 'team', false))
  return [
    check(
      'sought',
      claims.length > 0 && unsought.length === 0,
      `look hard for evidence against ${names(unsought, 'each claim')}, and record what you found, or where you found none`,
    ),
    check(
      'several-sources',
      new Set(usable.map(({ source }) => source)).size > 1,
      'add evidence from a second source that consent covers',
    ),
  ]
}

/** Credibility: within, to those whom it touches; without, to people who are neither authors nor stakeholders. */
export function credibility(inquiry: InquiryUnderway): readonly QualityCheck[] {
  const within = inquiry.stakeholders.flatMap(({ id, who }) => [id, who])
  const heard = inquiry.meetings.map((meeting) => outsiders(meeting, inquiry))
  return [
    check(
      'internal',
      heard.some((people) => people.some((one) => within.includes(one))),
      'let a named stakeholder hear the claims in a meeting, and name them among those who attended',
    ),
    check(
      'external',
      heard.some((people) => people.some((one) => !within.includes(one))),
      'let somebody who is neither an author nor a stakeholder hear the claims in a meeting',
    ),
  ]
}
