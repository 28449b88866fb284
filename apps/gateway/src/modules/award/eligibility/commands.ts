import { type CandidacyFile, type Relation, relations } from '@mentoring-commons/award'
import { type Context, type Tx, viewerOf } from '../../../context.ts'
import { unknownId } from '../../../own.ts'
import { Refused } from '../../../refused.ts'
import { peopleAmong } from '../../action-research/store.ts'
import { isAssessor, relationsTo } from '../facts/store.ts'

type File = Pick<CandidacyFile, 'candidate' | 'workflow'>

/** The relations of somebody who is to be appointed; a refusal where rows keep them out, or they cannot sign in as an assessor. */
export async function eligible(context: Context, tx: Tx, file: File, personId: string): Promise<readonly Relation[]> {
  const { institutionId } = viewerOf(context)
  await refuseUnknownPerson(context, tx, personId)
  const told = await relationsTo(
    tx,
    institutionId,
    { personId, candidateId: file.candidate },
    context.now().slice(0, 10),
  )
  const barring = told.find((relation) => alwaysOut.includes(relation))
  if (barring !== undefined && personId !== file.candidate) throw keptOut(barring, 'person', 'name somebody else')
  if (personId === file.candidate || (await isAssessor(tx, institutionId, personId))) return told
  throw new Refused({
    code: 'no-assessor',
    message:
      'no account of this person holds the role assessor, so they could not judge; let an administrator grant it first',
    path: 'person',
  })
}

/** Whoever is a mentor of the candidate, or in a conflict with them, is kept out whatever the workflow says. */
const alwaysOut: readonly Relation[] = ['mentor', 'declared-interest']

/** Refuses whoever judges or decides when rows tell of a relation that keeps out, also one that is newer than their appointment. */
export async function refuseBarred(context: Context, tx: Tx, file: File) {
  const { institutionId, personId } = viewerOf(context)
  if (personId === null)
    throw new Refused({
      code: 'no-person',
      message:
        'your account is tied to no person, so nobody could tell whether you are impartial; ask an administrator to tie them',
    })
  const told = await relationsTo(
    tx,
    institutionId,
    { personId, candidateId: file.candidate },
    context.now().slice(0, 10),
  )
  const barring = told.find((relation) => alwaysOut.includes(relation) || file.workflow.keptOut.includes(relation))
  if (barring !== undefined)
    throw keptOut(barring, 'by', 'let somebody else do it, and stand down where you are appointed')
}

function keptOut(relation: Relation, path: string, next: string): Refused {
  return new Refused({
    code: 'kept-out',
    message: `this person ${relations[relation]}, as is on record here; ${next}`,
    path,
  })
}

/** Refuses an id that names no person of the institution. */
export async function refuseUnknownPerson(context: Context, tx: Tx, personId: string) {
  const known = await peopleAmong(tx, viewerOf(context).institutionId, [personId])
  if (!known.has(personId)) throw unknownId('Person', 'person')
}
