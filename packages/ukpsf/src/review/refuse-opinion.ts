import { type Refusal, refuse } from '../refusal.ts'
import { openRecommendations, wordOf } from './recommendation.ts'
import type { CriterionJudgement, Opinion, Review } from './review.ts'
import type { Workflow } from './workflow.ts'

/**
 * Gives why an opinion is refused, or nothing. Each criterion is judged once; an award needs every criterion at a level that
 * passes. That all pass forces no award. Refuses `incomplete-judgement`, `unknown-level` and `recommendation-not-open`.
 */
export function refuseOpinion(review: Review, workflow: Workflow, opinion: Opinion, at = ''): Refusal | undefined {
  const failing: CriterionJudgement[] = []
  if (!Array.isArray(opinion?.judgements)) {
    return refuse('incomplete-judgement', 'No criterion is judged. Judge each one.', `${at}judgements`).refusal
  }
  for (const [index, judgement] of opinion.judgements.entries()) {
    const path = `${at}judgements[${index}]`
    const { criterion } = judgement
    if (!review.criteria.includes(criterion)) {
      const text = `'${criterion}' is no criterion of ${review.descriptor}. Judge ${review.criteria.join(', ')}.`
      return refuse('incomplete-judgement', text, path).refusal
    }
    if (opinion.judgements.findIndex((other) => other.criterion === criterion) < index) {
      return refuse('incomplete-judgement', `'${criterion}' is judged twice. Judge it once.`, path).refusal
    }
    const level = workflow.scale.find((each) => each.id === judgement.level)
    if (level === undefined) {
      const levels = workflow.scale.map((each) => each.id).join(', ')
      return refuse('unknown-level', `'${judgement.level}' is no level of the scale. Use ${levels}.`, path).refusal
    }
    if (!level.passes) failing.push(judgement)
  }
  const missing = review.criteria.filter((code) => !opinion.judgements.some(({ criterion }) => criterion === code))
  if (missing.length > 0) {
    const text = `${missing.join(', ')} is not judged. Judge every criterion.`
    return refuse('incomplete-judgement', text, `${at}judgements`).refusal
  }
  return refuseRecommendation(review, workflow, opinion, failing, at)
}

function refuseRecommendation(
  review: Review,
  workflow: Workflow,
  { recommendation }: Opinion,
  failing: readonly CriterionJudgement[],
  at: string,
): Refusal | undefined {
  const path = `${at}recommendation`
  const open = openRecommendations(workflow, review.rounds.length)
  const words = open.map(wordOf)
  if (recommendation === undefined || !words.includes(wordOf(recommendation))) {
    const got = recommendation === undefined ? 'nothing' : wordOf(recommendation)
    const text = `'${got}' cannot be recommended after ${review.rounds.length} referrals. Open are: ${words.join(', ')}.`
    return refuse('recommendation-not-open', text, path).refusal
  }
  const [first] = failing
  if (recommendation.outcome !== 'award' || first === undefined) return undefined
  const text = `An award is recommended, and '${first.criterion}' is judged '${first.level}', which does not pass.`
  return refuse('recommendation-not-open', `${text} Change the one or the other.`, path).refusal
}
