import type { CommandOf } from '../commands.ts'
import type { Decision } from '../decider.ts'
import type { InquiryEvent } from '../events.ts'
import type { InquiryUnderway } from '../inquiry.ts'
import { observedKinds } from '../problem.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Check, date, find, first, freshId, no, notBefore, oneOf, texts, unless } from './check.ts'
import { usable } from './usable.ts'

/** States a problem that the inquiry is to make better. */
export function stateProblem(
  { problem, statement, on }: CommandOf<'StateProblem'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const check = first(
    freshId(problem, inquiry.problems, 'problem'),
    texts({ statement }),
    date(on),
    notBefore(on, inquiry.begunOn, 'the inquiry began'),
  )
  return unless(check, { type: 'ProblemStated', problem, statement, on })
}

/** Links an observed change, or that nothing changed, to a stated problem, on evidence that the team may use. */
export function observeChange(
  { change, problem, observed, text, evidence, on }: CommandOf<'ObserveChange'>,
  inquiry: InquiryUnderway,
): Decision<InquiryEvent, Refusal> {
  const found = find(inquiry.problems, problem, 'problem')
  if ('refusal' in found) return found
  const check = first(
    freshId(change, inquiry.changes, 'change'),
    oneOf(observed, observedKinds, 'observed'),
    texts({ text }),
    date(on),
    notBefore(on, found.value.statedOn, `problem "${problem}" was stated`),
  )
  if (check !== undefined) return { refusal: check }
  if (evidence.length === 0) {
    const says = 'evidence is empty; name what shows the change, or shows that there is none'
    return refuse('empty-list', says, 'evidence')
  }
  const shown = evidence.map((id, index): Check => {
    const path = `evidence[${index}]`
    if (evidence.indexOf(id) < index) return no('duplicate-id', `${path} "${id}" is named already; name it once`, path)
    const item = inquiry.evidence.find((one) => one.id === id)
    return first(usable(inquiry, id, 'team', false, path), item && notBefore(on, item.on, `evidence "${id}"`))
  })
  return unless(first(...shown), { type: 'ChangeObserved', change, problem, observed, text, evidence, on })
}
