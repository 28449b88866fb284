import type { RelationshipStep } from '@mentoring-commons/mentoring'
import { developmentIssuer } from '../auth/development.ts'
import type { Context, Services, Tx, Viewer } from '../context.ts'
import { intakeStore } from '../intake/store.ts'
import {
  advanceRelationship,
  openCohort,
  proposeRelationship,
  recordMeeting,
  startProgramme,
} from '../modules/mentoring/commands.ts'
import { findProgramme } from '../modules/mentoring/store.ts'
import { foundInstitution, grantTo, registerPerson } from '../modules/people/commands.ts'
import { institutionIdOf } from '../modules/people/identity.ts'
import { listInstitutions } from '../modules/people/store.ts'
import { type AccountRole, accountRoles } from '../modules/people/table.ts'
import { tellBaseline } from './baseline.ts'
import {
  demoInstitution,
  demoProgramme,
  demoRelationships,
  demoResponses,
  demoSurvey,
  demoTopics,
  type RelationshipStory,
} from './story.ts'

const institutionId = institutionIdOf(demoInstitution.key)

/**
 * Loads the demo institution where there is no other: whether it did. Everything in it is made up, and says so. It is loaded
 * in one transaction, so a start that is cut short leaves none of it, and the next start loads it.
 */
export async function seedDemo(services: Services): Promise<boolean> {
  const institutions = await services.database.asOwner(listInstitutions)
  if (institutions.some(({ key }) => key !== demoInstitution.key)) return false
  return services.database.within(institutionId, 'write', async (tx) => {
    await foundInstitution(tx, { ...demoInstitution, now: services.now() })
    if ((await findProgramme(tx, institutionId, demoProgramme.key)) !== undefined) return false
    await tellStory(services, tx)
    return true
  })
}

async function tellStory(services: Services, tx: Tx) {
  for (const role of accountRoles) if (role !== 'participant') await accountFor(services, tx, role, null)
  const coordinator = contextOf(services, tx, await accountFor(services, tx, 'coordinator', null))
  const programmeId = await startProgramme(coordinator, { ...demoProgramme, topics: demoTopics })
  const cohortId = await openCohort(coordinator, {
    programmeId,
    label: 'Cohort 1',
    startsOn: '2025-09-01',
    endsOn: '2026-06-30',
  })
  const people = new Map<string, string>()
  for (const name of new Set(demoRelationships.flatMap(({ mentor, mentee }) => [mentor, mentee])))
    people.set(name, await registerPerson(coordinator, { name, externalId: externalIdOf(name), country: 'Nowhere' }))
  for (const story of demoRelationships)
    await tellRelationship(services, tx, coordinator, { programmeId, cohortId, story, people })
  await seedHistory(tx, people)
  await tellBaseline(coordinator, tx, { institutionId, programmeId })
}

async function tellRelationship(
  services: Services,
  tx: Tx,
  coordinator: Context,
  {
    programmeId,
    cohortId,
    story,
    people,
  }: { programmeId: string; cohortId: string; story: RelationshipStory; people: ReadonlyMap<string, string> },
) {
  const mentor = people.get(story.mentor) ?? ''
  const mentee = people.get(story.mentee) ?? ''
  const participants = [
    { personId: mentor, role: 'mentor' as const },
    { personId: mentee, role: 'mentee' as const },
  ]
  const relationshipId = await proposeRelationship(coordinator, {
    programmeId,
    cohortId,
    kind: 'dyad',
    participants,
    on: story.on,
  })
  for (const [index, { by, ...step }] of story.steps.entries()) {
    const actor = by === undefined ? {} : { by: by === 'mentor' ? mentor : mentee }
    await advanceRelationship(coordinator, {
      relationshipId,
      step: { ...step, ...actor } as RelationshipStep,
      expectedVersion: index + 1,
    })
  }
  if (story.meetings.length === 0) return
  const participant = contextOf(services, tx, await accountFor(services, tx, 'participant', mentee))
  for (const meeting of story.meetings) await recordMeeting(participant, { relationshipId, ...meeting })
}

/** The roles of the demo cohort and its survey arrive as those of any other programme do: through the importer's store. */
async function seedHistory(tx: Tx, people: ReadonlyMap<string, string>) {
  const store = intakeStore({ within: (_institution, _mode, work) => work(tx) }, institutionId, demoProgramme)
  await store.transaction(async (writer) => {
    await writer.participations(
      [...people.keys()].map((name) => ({
        person: externalIdOf(name),
        cohort: 1,
        role: name.includes('Mentor') ? 'mentor' : 'mentee',
      })),
    )
    await writer.survey(demoSurvey)
    await writer.responses(demoSurvey, demoResponses())
    return { keep: true, value: undefined }
  })
}

async function accountFor(services: Services, tx: Tx, role: AccountRole, personId: string | null): Promise<Viewer> {
  const subject = `development-${role}`
  const grant = {
    institutionId,
    accountId: services.newId(),
    issuer: developmentIssuer,
    subject,
    role,
    grantedBy: 'demo',
    now: services.now(),
  }
  const accountId = await grantTo(tx, { ...grant, ...(personId === null ? {} : { personId }) })
  return { accountId, institutionId, institutionKey: demoInstitution.key, subject, personId, roles: new Set([role]) }
}

function contextOf(services: Services, tx: Tx, viewer: Viewer): Context {
  const claims = { issuer: developmentIssuer, subject: viewer.subject, institutionKey: viewer.institutionKey }
  return {
    ...services,
    requestId: 'demo',
    claims,
    viewer,
    transact: (_mode, work) => work(tx),
    db: tx,
    partners: async () => new Set(),
  }
}

function externalIdOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}
