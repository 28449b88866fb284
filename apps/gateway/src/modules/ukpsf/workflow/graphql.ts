import { type Category, categories } from '@mentoring-commons/ukpsf'
import { conflictRules, type WorkflowPreset, workflowPresets } from '@mentoring-commons/ukpsf/review'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { pageCost } from '../../../graphql/page.ts'

export const FellowshipCategoryEnum = builder.enumType('ReviewCategory', {
  description: 'A category of fellowship that a workflow reviews claims to.',
  values: enumValues<Category>(categories),
})

export const ConflictRuleEnum = builder.enumType('ConflictRule', {
  description: 'Who may not assess a claim. The applicant never may, whatever else is chosen.',
  values: enumValues(conflictRules),
})

export const ReviewWorkflow = builder.drizzleObject('reviewWorkflow', {
  name: 'ReviewWorkflow',
  description: 'How the institution reviews claims. It never changes: a new version has a new key.',
  select: { columns: { institutionId: true, key: true } },
  fields: (t) => ({
    key: t.exposeString('key'),
    title: t.exposeString('title'),
    definition: t.expose('definition', {
      type: 'JSON',
      description: 'All of it, in the form of WorkflowInput of the package @mentoring-commons/ukpsf.',
    }),
    overlay: t.expose('overlay', {
      type: 'JSON',
      nullable: true,
      description: 'Rules that the institution adds to those of the framework.',
    }),
    definedAt: t.expose('definedAt', { type: 'Instant' }),
    closedOn: t.expose('closedOn', {
      type: 'Day',
      nullable: true,
      description: 'From this day on nothing new is submitted to it.',
    }),
  }),
})

const Preset = builder.objectRef<WorkflowPreset>('ReviewWorkflowPreset').implement({
  description: 'A practice that somebody has published, as far as the page says. It is no recommendation.',
  fields: (t) => ({
    id: t.exposeString('id'),
    title: t.exposeString('title'),
    given: t.field({
      type: 'JSON',
      description: 'What the page says, and nothing else.',
      resolve: ({ given }) => given,
    }),
    stillToDecide: t.exposeStringList('stillToDecide', { description: 'What the page leaves open.' }),
    remarks: t.exposeStringList('notes'),
    source: t.exposeString('source'),
    certainty: t.exposeString('certainty'),
  }),
})

builder.queryFields((t) => ({
  reviewWorkflows: t.drizzleConnection({
    type: 'reviewWorkflow',
    authScopes: { signedIn: true },
    complexity: pageCost,
    description: 'The workflows of your institution, by key.',
    resolve: (query, _root, _args, context) =>
      context.db.query.reviewWorkflow.findMany(
        query({ where: { institutionId: viewerOf(context).institutionId }, orderBy: { key: 'asc' } }),
      ),
  }),
  reviewWorkflowPresets: t.field({
    type: [Preset],
    authScopes: { signedIn: true },
    description: 'Published practices to begin from.',
    resolve: () => [...workflowPresets],
  }),
}))
