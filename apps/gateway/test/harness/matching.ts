import { randomUUID } from 'node:crypto'
import type { ApplicationAnswer } from '@mentoring-commons/mentoring'
import { insertApplications, insertQuestions } from '../../src/modules/mentoring/application/store.ts'
import { putCapacity } from '../../src/modules/mentoring/capacity/store.ts'
import { insertProgramme } from '../../src/modules/mentoring/store.ts'
import { institutionIdOf } from '../../src/modules/people/identity.ts'
import { insertPerson } from '../../src/modules/people/store.ts'
import { type Asker, globalId, type testGateway } from './gateway.ts'

type Gateway = Awaited<ReturnType<typeof testGateway>>

/** Somebody who applies, as a test says it. */
export interface Applicant {
  readonly name?: string
  readonly unit?: string
  readonly role: 'mentee' | 'mentor'
  /** Choices by question. */
  readonly answers?: Readonly<Record<string, readonly string[]>>
  /** Of a mentor: how many they carry; 1 where it is left out, not said where it is null. */
  readonly places?: number | null
}

/** A programme with applicants, and the ids of the latter in order. */
export async function programmeWith(
  gateway: Gateway,
  applicants: readonly Applicant[],
  institution = 'north',
): Promise<{ programmeId: string; programme: string; people: readonly string[] }> {
  const institutionId = institutionIdOf(institution)
  const programmeId = randomUUID()
  const recorded = { by: randomUUID(), at: gateway.clock.now }
  const people = applicants.map(() => randomUUID() as string)
  await gateway.database.within(institutionId, 'write', async (tx) => {
    await insertProgramme(
      tx,
      {
        institutionId,
        id: programmeId,
        key: `p-${programmeId}`,
        title: 'A programme that is matched',
        policy: { agreementRequired: false, briefingRequiredFor: [], menteesMax: 4 },
      },
      [],
    )
    await insertQuestions(tx, institutionId, { programmeId, version: 1, from: '2026-01-01', questions: [] }, recorded)
    for (const [at, { name, unit, role, places = 1 }] of applicants.entries()) {
      const personId = people[at] ?? ''
      await insertPerson(tx, {
        institutionId,
        id: personId,
        ...(name === undefined ? {} : { name }),
        ...(unit === undefined ? {} : { unit }),
      })
      if (role === 'mentor' && places !== null)
        await putCapacity(tx, institutionId, { personId, role, from: '2026-01-01', relationshipsMax: places }, recorded)
    }
    await insertApplications(
      tx,
      institutionId,
      applicants.map(({ role, answers = {} }, at) => ({
        state: {
          id: randomUUID(),
          programmeId,
          personId: people[at] ?? '',
          role,
          appliedOn: '2026-02-01',
          questionsVersion: 1,
          answers: Object.entries(answers).map(
            ([question, choices]): ApplicationAnswer => ({ kind: 'choice', question, choices }),
          ),
        },
      })),
      recorded,
    )
  })
  return { programmeId, programme: globalId('Programme', institution, programmeId), people }
}

export const topics = {
  id: 'topics',
  kind: 'OVERLAP',
  side: 'MENTEE',
  weight: 2,
  menteeQuestion: 'needs',
  mentorQuestion: 'offers',
}

export const policy = { version: '2026-1', objective: 'MOST_MATCHED', rules: [topics], menteeShare: 0.6 }

const start = `mutation ($programme: ID!, $input: MatchRunInput!, $key: String) {
  startMatchRun(programme: $programme, input: $input, idempotencyKey: $key) {
    __typename ... on MatchRun { id status } ... on Refusal { code message path } } }`

/** Asks for a run: what the API answers. */
export async function asked(asker: Asker, programme: string, input: Record<string, unknown> = {}, key?: string) {
  const answer = await asker.ask(start, { programme, input: { policy, seed: 'spring', ...input }, key })
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  return answer.data.startMatchRun
}

const reading = 'query ($id: ID!) { matchRun(id: $id) { status version progress { status done total message } } }'

/** Waits until a run has ended one way or the other: what it says then. */
export async function ended(asker: Asker, id: string) {
  for (let tries = 0; tries < 600; tries += 1) {
    const run = (await asker.ask(reading, { id })).data.matchRun
    if (run.status !== 'WAITING' && run.status !== 'RUNNING') return run
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the run did not end')
}

/** Asks for a run and waits for it: its id. */
export async function made(asker: Asker, programme: string, input: Record<string, unknown> = {}): Promise<string> {
  const { id, ...refusal } = await asked(asker, programme, input)
  if (id === undefined) throw new Error(JSON.stringify(refusal))
  const run = await ended(asker, id)
  if (run.status !== 'DRAFT') throw new Error(JSON.stringify(run))
  return id
}
