import { developmentIssuer } from '../auth/development.ts'
import { foundInstitution, grantTo } from '../modules/people/commands.ts'
import { institutionIdOf } from '../modules/people/identity.ts'
import { listInstitutions } from '../modules/people/store.ts'
import { Refused } from '../refused.ts'
import { annualWork } from './annual.ts'
import { employmentWork } from './employment.ts'
import { importWork } from './import.ts'
import { rebuildWork } from './rebuild.ts'
import { reportWork } from './report.ts'
import type { OperatorRequest, Tell } from './request.ts'
import type { Workshop } from './workshop.ts'

/** Does what the operator asks and tells about it; the exit code. A refusal is told, not thrown. */
export async function work(shop: Workshop, request: OperatorRequest, tell: Tell, signal: AbortSignal): Promise<number> {
  try {
    switch (request.command) {
      case 'migrate':
        tell({ kind: 'note', text: 'the database is up to date' })
        return 0
      case 'import':
        return await importWork(shop, request, tell, signal)
      case 'report':
        return await reportWork(shop, request, tell)
      case 'rebuild':
        return await rebuildWork(shop, request, tell, signal)
      case 'employment':
        return await employmentWork(shop, request, tell)
      case 'annual':
        return await annualWork(shop, request, tell)
      case 'token':
        return await tokenWork(shop, request, tell)
      case 'grant':
        return await grantWork(shop, request, tell)
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    tell({ kind: 'note', text: `mentoring-commons: ${error.message}` })
    return 1
  }
}

/** A development token of a role. It is for the institution that was made last, where none is named. */
async function tokenWork(
  shop: Workshop,
  request: Extract<OperatorRequest, { command: 'token' }>,
  tell: Tell,
): Promise<number> {
  const { development } = shop
  if (development === undefined)
    throw new Refused({
      code: 'no-development-issuer',
      message:
        'development tokens exist beside an embedded database only, and never in production; sign in with your identity provider',
    })
  const institution = await chosenInstitution(shop, request.institution)
  const subject = `development-${request.role}`
  await shop.database.within(institution.id, 'write', (tx) =>
    grantTo(tx, {
      institutionId: institution.id,
      accountId: shop.newId(),
      issuer: developmentIssuer,
      subject,
      role: request.role,
      grantedBy: 'operator',
      now: shop.now(),
    }),
  )
  tell({
    kind: 'note',
    text: `a token for the role ${request.role} in "${institution.name}" (${institution.key}), valid for twelve hours`,
  })
  tell({ kind: 'result', text: await development.token(subject, institution.key) })
  return 0
}

/** Gives a role to a subject; founds the institution where a name is given for one that is not there. */
async function grantWork(
  shop: Workshop,
  request: Extract<OperatorRequest, { command: 'grant' }>,
  tell: Tell,
): Promise<number> {
  const { institution: key, name, issuer, subject, role } = request
  const institutions = await shop.database.asOwner(listInstitutions)
  const known = institutions.some((one) => one.key === key)
  if (!known && name === undefined)
    throw new Refused({
      code: 'unknown-institution',
      message: `there is no institution "${key}"; give --name "Its name" to found it, or one of: ${institutions.map((one) => one.key).join(', ') || 'none yet'}`,
    })
  const institutionId = institutionIdOf(key)
  const now = shop.now()
  await shop.database.within(institutionId, 'write', async (tx) => {
    if (!known) await foundInstitution(tx, { key, name: name ?? key, now })
    await grantTo(tx, { institutionId, accountId: shop.newId(), issuer, subject, role, grantedBy: 'operator', now })
  })
  tell({ kind: 'note', text: `${subject} of ${issuer} is ${role} of ${key} now` })
  return 0
}

/** The institution of a key; where none is given, the one that was made last. */
async function chosenInstitution(shop: Workshop, key: string | undefined) {
  const institutions = await shop.database.asOwner(listInstitutions)
  const [latest] = institutions
  if (latest === undefined)
    throw new Refused({
      code: 'no-institution',
      message: 'there is no institution yet; import one, or start the gateway once for the demo',
    })
  if (key === undefined) return latest
  const found = institutions.find((one) => one.key === key)
  if (found === undefined)
    throw new Refused({
      code: 'unknown-institution',
      message: `there is no institution "${key}"; there is: ${institutions.map((one) => one.key).join(', ')}`,
    })
  return found
}
