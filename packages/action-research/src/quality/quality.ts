import type { Inquiry, InquiryUnderway } from '../inquiry.ts'
import { type Criterion, type CriterionId, check, criterionIds, type QualityCheck } from './criterion.ts'
import {
  catalytic,
  credibility,
  democratic,
  dialogic,
  disconfirming,
  outcome,
  process,
  socialValidation,
} from './validities.ts'

type Source = Pick<Criterion, 'title' | 'source' | 'certainty'>

const herrAnderson = {
  source: 'Herr and Anderson on five validities of action research, as summarised on one page; read second hand',
  certainty: '1',
} as const

const criteria: Readonly<
  Record<CriterionId, Source & { readonly checks: (inquiry: InquiryUnderway) => readonly QualityCheck[] }>
> = {
  outcome: { title: 'Outcomes', ...herrAnderson, checks: outcome },
  process: { title: 'Sound process', ...herrAnderson, checks: process },
  democratic: { title: 'Collaboration', ...herrAnderson, checks: democratic },
  catalytic: { title: 'Changed outlook', ...herrAnderson, checks: catalytic },
  dialogic: { title: 'Critique by peers', ...herrAnderson, checks: dialogic },
  'social-validation': {
    title: 'Validation by others',
    source:
      'Whitehead and McNiff on claims tested against standards of judgement, and McNiff’s booklet on critical friends and validation groups',
    certainty: '2+',
    checks: socialValidation,
  },
  disconfirming: {
    title: 'Search for evidence against',
    source: 'Dick on disconfirming evidence and several sources, as told on two secondary pages',
    certainty: '2+',
    checks: disconfirming,
  },
  credibility: {
    title: 'Credibility within and without',
    source: 'Greenwood and Levin on internal and external credibility, as told on one page; read second hand',
    certainty: '1',
    checks: credibility,
  },
}

/**
 * The criteria of quality with their checks, each `present`, or `missing` with what to do; no score, because these are
 * grounds for a conversation and not for a sum. Evidence and outlooks beyond consent do not count. Before an inquiry has
 * begun, all there is to do is to begin it.
 * @example
 * ```ts
 * import { quality } from '@mentoring-commons/action-research'
 * quality({ status: 'not-begun' }).length //=> 8
 * quality({ status: 'not-begun' })[0]?.checks //=> [{ "id": "begun", "status": "missing", "todo": "begin the inquiry" }]
 * ```
 */
export function quality(inquiry: Inquiry): readonly Criterion[] {
  return criterionIds.map((id) => {
    const { title, source, certainty, checks } = criteria[id]
    const found = inquiry.status === 'not-begun' ? [check('begun', false, 'begin the inquiry')] : checks(inquiry)
    return { id, title, source, certainty, checks: found }
  })
}
