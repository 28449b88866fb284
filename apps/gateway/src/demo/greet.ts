import type { Config } from '../config.ts'
import type { Gateway } from '../gateway.ts'
import { listInstitutions } from '../modules/people/store.ts'
import { seedDemo } from './seed.ts'

const query = `{
  institution { name }
  programmes(first: 10) {
    nodes { key title impactReport { policy figures(ids: ["people.mentee", "people.mentor"]) { label value by { cohort } } } }
  }
}`

/** Says what is ready: the address, and on an embedded database a token and a query to paste. */
export async function greet(gateway: Gateway, config: Config, say: (line: string) => void): Promise<void> {
  const { url, development, services } = gateway
  if (development !== undefined && (await seedDemo(services))) say('Loaded a small made-up institution to look at.')
  say(`Mentoring Commons is ready: ${url}/graphql`)
  if (development === undefined) {
    if (config.identity === undefined)
      say('Nobody can sign in yet: set AUTH_JWKS_URL, AUTH_ISSUER and AUTH_AUDIENCE to your identity provider.')
    return
  }
  const [latest] = await services.database.asOwner(listInstitutions)
  if (latest === undefined) return
  const token = await development.token('development-coordinator', latest.key)
  if (!config.production) say(`GraphiQL:  ${url}/`)
  say(`Paste this query:\n\n${query}\n`)
  say(`with this token (coordinator of "${latest.name}", valid for twelve hours):\n\n${token}\n`)
  say('Other roles: npm run commons -- token --role analyst. Stop with Ctrl-C.')
}
