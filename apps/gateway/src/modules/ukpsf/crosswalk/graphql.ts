import {
  type CrosswalkRow,
  crosswalk,
  editionById,
  type LostTag,
  type MoveProposal,
  type ProposedTag,
} from '@mentoring-commons/ukpsf'
import { builder } from '../../../builder.ts'
import { viewerOf } from '../../../context.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { ownId, ownRow, unknownId } from '../../../own.ts'
import { present, Refused } from '../../../refused.ts'
import { Evidence } from '../evidence/graphql.ts'
import { mayChangeEvidence } from '../evidence/policy.ts'
import { loadEvidence } from '../evidence/store.ts'
import { moveEvidenceTags, proposalOf } from './commands.ts'

const errors = { types: [Refused] }

const RelationEnum = builder.enumType('CrosswalkRelation', {
  description: 'How a dimension relates to one of another edition, read from source to target as SKOS does.',
  values: {
    EXACT: { value: 'exact' },
    CLOSE: { value: 'close', description: 'Near enough to stand for each other in some uses.' },
    BROADER: { value: 'broader', description: 'The target takes in all that the source says.' },
    NARROWER: { value: 'narrower', description: 'The target says only some of it.' },
    NONE: { value: 'none', description: 'There is no partner in the other edition.' },
  } as const,
})

const CrosswalkRowType = builder.objectRef<CrosswalkRow>('CrosswalkRow').implement({
  description: 'One line of a crosswalk. None that was found is official: `source` and `certainty` say whose it is.',
  fields: (t) => ({
    from: t.string({ nullable: true, resolve: ({ from }) => from }),
    to: t.string({ nullable: true, resolve: ({ to }) => to }),
    relation: t.expose('relation', { type: RelationEnum }),
    via: t.stringList({
      description: 'The dimensions between, where editions between were crossed.',
      resolve: (row) => (row.relation === 'none' ? [] : [...row.via]),
    }),
    remark: t.string({ resolve: ({ note }) => note }),
    source: t.exposeString('source'),
    certainty: t.exposeString('certainty', { description: '2+, 1, A (our analysis) or M (memory, unverified).' }),
  }),
})

const ProposedTagType = builder.objectRef<ProposedTag>('ProposedTag').implement({
  description: 'A tag that you may accept: an offer, neither a tag nor a judgement.',
  fields: (t) => ({
    from: t.exposeString('from'),
    to: t.exposeString('to'),
    undoes: t.boolean({
      description: 'Whether it only leads back to what the tag was before it was moved.',
      resolve: ({ kind }) => kind === 'by-trail',
    }),
    row: t.field({
      type: CrosswalkRowType,
      nullable: true,
      resolve: (tag) => (tag.kind === 'by-crosswalk' ? tag.row : null),
    }),
  }),
})

const LostTagType = builder.objectRef<LostTag>('LostTag').implement({
  description: 'A tag that nothing sound moves.',
  fields: (t) => ({
    tag: t.exposeString('tag'),
    reason: t.exposeString('reason'),
    message: t.exposeString('message'),
  }),
})

const MoveProposalType = builder.objectRef<MoveProposal>('MoveProposal').implement({
  description: 'What moving tags to another edition offers. Words of others do not travel with them.',
  fields: (t) => ({
    to: t.exposeString('to'),
    kept: t.stringList({ resolve: ({ kept }) => [...kept] }),
    proposed: t.field({ type: [ProposedTagType], resolve: ({ proposed }) => [...proposed] }),
    lost: t.field({ type: [LostTagType], resolve: ({ lost }) => [...lost] }),
  }),
})

builder.queryFields((t) => ({
  crosswalk: t.field({
    type: [CrosswalkRowType],
    authScopes: { signedIn: true },
    description: 'How the dimensions of one edition relate to those of another.',
    args: { from: t.arg.string({ required: true }), to: t.arg.string({ required: true }) },
    resolve: (_root, { from, to }) => {
      const [source, target] = [editionById(from), editionById(to)]
      if (source.refusal) throw topLevelError('BAD_USER_INPUT', source.refusal.message)
      if (target.refusal) throw topLevelError('BAD_USER_INPUT', target.refusal.message)
      const walked = crosswalk(source.value.id, target.value.id)
      if (walked.refusal) throw topLevelError('BAD_USER_INPUT', walked.refusal.message)
      return [...walked.value.rows]
    },
  }),
  proposeMove: t.field({
    type: MoveProposalType,
    errors,
    authScopes: { signedIn: true },
    complexity: { field: 20, multiplier: 1 },
    description: 'What the crosswalk offers for a piece of your evidence. It changes nothing.',
    args: { evidence: t.arg.globalID({ for: Evidence, required: true }), to: t.arg.string({ required: true }) },
    resolve: async (_root, { evidence, to }, context) => {
      const viewer = viewerOf(context)
      const id = ownId(context, evidence, 'evidence')
      const stored = await context.transact('read', (tx) => loadEvidence(tx, viewer.institutionId, id, 'look'))
      if (stored === undefined || !mayChangeEvidence(viewer, stored.row.personId))
        throw unknownId('Evidence', 'evidence')
      return proposalOf(stored, to)
    },
  }),
}))

builder.mutationFields((t) => ({
  moveEvidenceTags: t.drizzleField({
    type: Evidence,
    errors,
    authScopes: { signedIn: true },
    description: 'Takes over those proposed tags that you name, with their trail. What others confirmed stays behind.',
    args: {
      evidence: t.arg.globalID({ for: Evidence, required: true }),
      to: t.arg.string({ required: true, description: 'An edition, such as psf-2023.' }),
      accept: t.arg.stringList({ required: true, description: 'Codes of that edition, out of what is proposed.' }),
      expectedVersion: t.arg.int({ required: true }),
      idempotencyKey: t.arg.string(),
    },
    resolve: async (query, _root, { evidence, ...rest }, context) => {
      const id = await moveEvidenceTags(context, { ...rest, evidenceId: ownId(context, evidence, 'evidence') })
      return present(await context.db.query.evidence.findFirst(query({ where: ownRow(context, id) })))
    },
  }),
}))
