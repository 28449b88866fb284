import { checkProof, exclusionCodes, type MatchOutcome, type MatchRun as Run } from '@mentoring-commons/mentoring'
import { builder } from '../../../builder.ts'
import { type Context, viewerOf } from '../../../context.ts'
import { enumValues } from '../../../graphql/enum-values.ts'
import { globalIdOf } from '../../../graphql/global-id.ts'
import { ownId, unknownId } from '../../../own.ts'
import { accepted, Refused } from '../../../refused.ts'
import { Person } from '../../people/graphql.ts'
import { ExclusionCodeEnum, HelpfulChangeType, MatchScorePart } from '../match-shape/graphql.ts'
import { changeKinds, changesSince, type MatchChange } from '../matching/changes.ts'
import { type Explanation, explanationOf } from '../matching/explanation.ts'
import { gatherInput } from '../matching/gather.ts'
import { MatchRun } from '../matching/graphql.ts'
import { pairsCsv } from '../matching/pairs-csv.ts'
import { matchesPeople } from '../matching/policy.ts'
import { findRun, inputOf, pairsOf, proofOf, unmatchedOf } from '../matching/store.ts'
import { namesOf } from './store.ts'

const forStaff = { anyOf: matchesPeople }

interface Explained extends Explanation {
  readonly institutionId: string
}

const MatchReason = builder.objectRef<Explanation['codes'][number]>('MatchReason').implement({
  description: 'A reason why a pair may not be made.',
  fields: (t) => ({
    code: t.field({ type: ExclusionCodeEnum, resolve: (code) => code }),
    sentence: t.string({ resolve: (code) => exclusionCodes[code] }),
  }),
})

const PairExplanation = builder.objectRef<Explained>('PairExplanation').implement({
  description:
    'Why two people are or are not together in a run, and what would help. It tells nothing of anybody’s own wishes.',
  fields: (t) => ({
    possible: t.exposeBoolean('possible', { description: 'Whether no rule excludes the pair.' }),
    made: t.exposeBoolean('made'),
    reasons: t.field({
      type: [MatchReason],
      description: 'Every rule that excludes it.',
      resolve: ({ codes }) => codes,
    }),
    fit: t.float({ nullable: true, resolve: ({ score }) => score?.score ?? null }),
    menteeFit: t.float({ nullable: true, resolve: ({ score }) => score?.menteeScore ?? null }),
    mentorFit: t.float({ nullable: true, resolve: ({ score }) => score?.mentorScore ?? null }),
    parts: t.field({ type: [MatchScorePart], resolve: ({ score }) => score?.parts ?? [] }),
    instead: t.id({
      nullable: true,
      description: 'The mentor whom the mentee has instead.',
      resolve: ({ insteadId, institutionId }) =>
        insteadId === undefined ? null : globalIdOf('Person', institutionId, insteadId),
    }),
    help: t.stringList({ description: 'What would help, in sentences.', resolve: ({ help }) => help }),
    change: t.field({
      type: HelpfulChangeType,
      nullable: true,
      description: 'The one change that would make it possible, where one would.',
      resolve: ({ change, institutionId }) => (change === undefined ? null : { change, institutionId }),
    }),
  }),
})

builder.queryField('explainPair', (t) =>
  t.field({
    type: PairExplanation,
    errors: { types: [Refused] },
    authScopes: forStaff,
    complexity: 100,
    description: 'Explains a pair of a run, made or not, from what the run was made from.',
    args: {
      run: t.arg.globalID({ for: MatchRun, required: true }),
      mentee: t.arg.globalID({ for: Person, required: true }),
      mentor: t.arg.globalID({ for: Person, required: true }),
    },
    resolve: async (_root, { run, mentee, mentor }, context) => {
      const { institutionId } = viewerOf(context)
      const runId = ownId(context, run, 'run')
      const pair = { menteeId: ownId(context, mentee, 'mentee'), mentorId: ownId(context, mentor, 'mentor') }
      const known = await context.transact('read', async (tx) => ({
        run: await findRun(tx, institutionId, runId),
        input: await inputOf(tx, institutionId, runId),
        pairs: await pairsOf(tx, institutionId, runId),
      }))
      if (known.run === undefined) throw unknownId('MatchRun', 'run')
      if (known.input === undefined || known.run.state === null)
        throw new Refused({ code: 'run-not-made', message: 'this run has no result yet; wait for it', path: 'run' })
      return { ...accepted(explanationOf(known.input, pair, known.pairs)), institutionId }
    },
  }),
)

const MatchChangeKindEnum = builder.enumType('MatchChangeKind', {
  description: 'What may have changed since a run began.',
  values: enumValues(changeKinds),
})

const MatchChangeType = builder.objectRef<MatchChange & { readonly institutionId: string }>('MatchChange').implement({
  description: 'Something that is not as it was when a run began.',
  fields: (t) => ({
    kind: t.expose('kind', { type: MatchChangeKindEnum }),
    person: t.id({
      nullable: true,
      description: 'Whom it is about; null for what stands between people.',
      resolve: ({ personId, institutionId }) =>
        personId === undefined ? null : globalIdOf('Person', institutionId, personId),
    }),
  }),
})

const MatchProofCheck = builder
  .objectRef<{ readonly holds: boolean; readonly faults: number }>('MatchProofCheck')
  .implement({
    description:
      'Whether what is kept proves a run: that it comes from its input, crosses no rule, keeps to places, and meets its objective.',
    fields: (t) => ({ holds: t.exposeBoolean('holds'), faults: t.exposeInt('faults') }),
  })

builder.drizzleObjectFields(MatchRun, (t) => ({
  changes: t.field({
    type: [MatchChangeType],
    authScopes: forStaff,
    complexity: { field: 200, multiplier: 10 },
    description: 'What has changed since the run began; with any of these it cannot be published.',
    select: { columns: { institutionId: true, id: true, programmeId: true, cohortId: true, settings: true } },
    resolve: ({ institutionId, id, ...run }, _args, context) =>
      context.transact('read', async (tx) => {
        const before = await inputOf(tx, institutionId, id)
        if (before === undefined) return []
        const now = await gatherInput(tx, institutionId, run, context.now().slice(0, 10))
        return changesSince(before, now).map((change) => ({ ...change, institutionId }))
      }),
  }),
  proof: t.field({
    type: MatchProofCheck,
    nullable: true,
    authScopes: forStaff,
    complexity: 200,
    description: 'Checks the run against its proof; nothing is matched again.',
    select: { columns: { institutionId: true, id: true, inputHash: true } },
    resolve: async ({ institutionId, id, inputHash }, _args, context) => {
      const kept = await keptOf(context, institutionId, id)
      if (kept.input === undefined || kept.proof === undefined || inputHash === null) return null
      const run = { inputHash, pairs: kept.pairs } as Run
      const { holds, faults } = checkProof(kept.input, { run, proof: kept.proof } satisfies MatchOutcome)
      return { holds, faults: faults.length }
    },
  }),
  csv: t.string({
    nullable: true,
    authScopes: forStaff,
    complexity: 200,
    description: 'The run as a file for a spreadsheet, a row for each mentee; null until it is made.',
    select: { columns: { institutionId: true, id: true, status: true } },
    resolve: ({ institutionId, id, status }, _args, context) =>
      context.transact('read', async (tx) => {
        if (status === null) return null
        const pairs = await pairsOf(tx, institutionId, id)
        const unmatched = await unmatchedOf(tx, institutionId, id)
        const people = [...pairs.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId])]
        people.push(...unmatched.map(({ menteeId }) => menteeId))
        return pairsCsv(pairs, unmatched, await namesOf(tx, institutionId, [...new Set(people)]))
      }),
  }),
}))

function keptOf(context: Context, institutionId: string, runId: string) {
  return context.transact('read', async (tx) => ({
    input: await inputOf(tx, institutionId, runId),
    proof: await proofOf(tx, institutionId, runId),
    pairs: await pairsOf(tx, institutionId, runId),
  }))
}
