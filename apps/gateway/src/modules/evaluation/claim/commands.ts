import {
  addEvidence,
  assertClaim,
  type ClaimEvidence,
  type ContributionClaim,
  type ExaminedRival,
  examineRivals,
  type Judgement,
  judgeClaim,
  type Result,
  type RivalFinding,
  type TheoryOfChange,
} from '@mentoring-commons/reporting/evaluation'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { once } from '../../people/idempotency.ts'
import { type Repeatable, sound, staleVersion } from '../answers.ts'
import { latestVersion, retractEvidenceRow, standingEvidence, theoryIn } from '../theory/store.ts'
import { type ClaimStep, insertClaim, lockClaim, moveClaim, stepBack } from './store.ts'

/** What is claimed, by the latest version of a theory. */
export interface AssertInput extends Repeatable {
  readonly theoryId: string
  readonly linkIds: readonly string[]
  readonly indicatorIds: readonly string[]
  readonly subject: string
}

/** Which claim, as it was when it was decided on. */
export interface Which extends Repeatable {
  readonly claimId: string
  readonly expectedVersion: number
}

/** What an examination of a rival explanation found, by what evidence. */
export interface RivalInput {
  readonly id: string
  readonly finding: RivalFinding
  readonly reasoning: string
  readonly evidenceIds: readonly string[]
}

/** Asserts that something contributed: the claim's id. */
export function assertContribution(context: Context, { idempotencyKey, ...input }: AssertInput): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'assertContribution', idempotencyKey, input }, async (tx) => {
    const { theoryId, subject } = input
    const version = await latestVersion(tx, institutionId, theoryId, 'look')
    const theory = version === undefined ? undefined : await theoryIn(tx, institutionId, theoryId, version)
    if (version === undefined || theory === undefined) throw unknownId('TheoryOfChange', 'theory')
    const id = context.newId()
    const [linkIds, indicatorIds] = [input.linkIds, input.indicatorIds].map(
      (ids) => ids as unknown as readonly [string, ...string[]],
    ) as [readonly [string, ...string[]], readonly [string, ...string[]]]
    const claim = sound(assertClaim({ id, theoryId, theoryVersion: version, linkIds, indicatorIds, subject }, theory))
    await insertClaim(tx, institutionId, claim, { by: accountId, at: context.now() })
    return id
  })
}

/** Adds evidence to a claim: its id. */
export function addContributionEvidence(
  context: Context,
  which: Which,
  evidenceIds: readonly string[],
): Promise<string> {
  return move(context, 'add-evidence', which, evidenceIds, async (tx, claim) =>
    addEvidence(claim, await evidenceFor(context, tx, evidenceIds, 'evidence')),
  )
}

/** Records how the rival explanations of a claim were examined: its id. */
export function examineContributionRivals(
  context: Context,
  which: Which,
  rivals: readonly RivalInput[],
): Promise<string> {
  return move(context, 'examine-rivals', which, rivals, async (tx, claim, theory) => {
    const examined: ExaminedRival[] = []
    for (const [index, { evidenceIds, ...rival }] of rivals.entries()) {
      const evidence = await evidenceFor(context, tx, evidenceIds, `rivals.${index}.evidence`)
      const named = theory.links.flatMap((link) => link.rivals).find(({ id }) => id === rival.id)
      examined.push({
        ...rival,
        explanation: named?.explanation ?? '',
        evidence: evidence as unknown as readonly [ClaimEvidence, ...ClaimEvidence[]],
      })
    }
    return examineRivals(claim, examined, theory)
  })
}

/** Judges a claim: its id. */
export function judgeContribution(context: Context, which: Which, judgement: Judgement): Promise<string> {
  return move(context, 'judge', which, judgement, async (_tx, claim, theory) => judgeClaim(claim, judgement, theory))
}

/** Retracts a piece of evidence, and takes every claim back as far as it goes without: the id of the evidence. */
export function retractTheoryEvidence(
  context: Context,
  { idempotencyKey, ...input }: Repeatable & { readonly evidenceId: string },
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: 'retractTheoryEvidence', idempotencyKey, input }, async (tx) => {
    const at = context.now()
    if (!(await retractEvidenceRow(tx, institutionId, input.evidenceId, at)))
      throw unknownId('TheoryEvidence', 'evidence')
    await stepBack(tx, institutionId, input.evidenceId, { by: accountId, at })
    return input.evidenceId
  })
}

async function evidenceFor(context: Context, tx: Tx, ids: readonly string[], path: string) {
  const known = await standingEvidence(tx, viewerOf(context).institutionId, ids)
  return ids.map((id, index) => {
    const evidence = known.get(id)
    if (evidence === undefined) throw unknownId('TheoryEvidence', `${path}.${index}`)
    return evidence
  })
}

const commandOf = {
  'add-evidence': 'addContributionEvidence',
  'examine-rivals': 'examineContributionRivals',
  judge: 'judgeContribution',
} as const

/** One step of a claim: by the theory in the version that it was asserted by. */
function move(
  context: Context,
  step: keyof typeof commandOf & ClaimStep,
  { idempotencyKey, ...which }: Which,
  input: unknown,
  decide: (tx: Tx, claim: ContributionClaim, theory: TheoryOfChange) => Promise<Result<ContributionClaim>>,
): Promise<string> {
  const { institutionId, accountId } = viewerOf(context)
  return once(context, { command: commandOf[step], idempotencyKey, input: [which, input] }, async (tx) => {
    const stored = await lockClaim(tx, institutionId, which.claimId)
    if (stored === undefined) throw unknownId('ContributionClaim', 'claim')
    if (stored.version !== which.expectedVersion) throw staleVersion('claim', stored.version)
    const { theoryId, theoryVersion } = stored.state
    const theory = await theoryIn(tx, institutionId, theoryId, theoryVersion)
    if (theory === undefined) throw new TypeError(`the claim ${which.claimId} is of a theory that is not there`)
    const moved = sound(await decide(tx, stored.state, theory))
    const recorded = { by: accountId, at: context.now() }
    await moveClaim(tx, institutionId, moved, { version: stored.version + 1, step, recorded })
    return which.claimId
  })
}
