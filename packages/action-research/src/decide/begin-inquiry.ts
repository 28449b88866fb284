import type { CommandOf } from '../commands.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import { intervalFacets } from '../facet.ts'
import type { Derivation, Inquiry } from '../inquiry.ts'
import type { ModelDefinition } from '../models/model.ts'
import { policies } from '../policies/policies.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Check, date, first, no, oneOf, textList, texts, unless } from './check.ts'

/** Begins an inquiry; the facets that its model covers are recorded with it, so that later editions change nothing. */
export function beginInquiry(
  command: CommandOf<'BeginInquiry'>,
  inquiry: Inquiry,
  models: readonly ModelDefinition[],
): Decision<InquiryEvent, Refusal> {
  if (inquiry.status !== 'not-begun') {
    return refuse(
      'already-begun',
      `inquiry "${inquiry.id}" has begun; give a new inquiry a stream of its own`,
      'inquiry',
    )
  }
  const { inquiry: id, question, values, model: modelId, policy, authors, on, derivedFrom } = command
  const model = models.find((definition) => definition.id === modelId)
  if (model === undefined) {
    const known = models.map((definition) => definition.id).join(', ')
    return refuse(
      'unknown-model',
      `model is "${modelId}"; use one of ${known}, or give the decider this model`,
      'model',
    )
  }
  const facets = intervalFacets.filter((facet) => model.phases.some((phase) => phase.facets.includes(facet)))
  return unless(
    first(
      texts({ inquiry: id, question }),
      textList(values, 'values'),
      textList(authors, 'authors'),
      oneOf(policy, Object.keys(policies), 'policy'),
      date(on),
      derivedFrom === undefined ? undefined : derivation(derivedFrom, id),
    ),
    {
      type: 'InquiryBegun',
      inquiry: id,
      question,
      values,
      model: modelId,
      facets,
      policy,
      authors,
      on,
      ...(derivedFrom === undefined ? {} : { derivedFrom }),
    },
  )
}

function derivation({ inquiry, cycle, reason }: Derivation, id: string): Check {
  if (inquiry === id) {
    const says = `derivedFrom.inquiry is "${id}", this inquiry itself; name the one that it came out of`
    return no('derived-from-itself', says, 'derivedFrom.inquiry')
  }
  return texts({
    'derivedFrom.inquiry': inquiry,
    'derivedFrom.reason': reason,
    ...(cycle === undefined ? {} : { 'derivedFrom.cycle': cycle }),
  })
}
