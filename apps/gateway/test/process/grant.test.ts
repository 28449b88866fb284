import { expect, test, vi } from 'vitest'
import { expectFounding } from './founding.ts'
import { identityProvider } from './identity-provider.ts'
import { migratedDirectory, patience, startGateway } from './program.ts'

vi.setConfig({ testTimeout: 4 * patience })

test('an institution is founded with its first administrator, who lets others in; in production too', async () => {
  const idp = await identityProvider()
  const args = ['--data-dir', await migratedDirectory()]
  const env = { ...idp.env, NODE_ENV: 'production' }
  const running = await startGateway(['--port', '0', ...args], { env })
  const gateway = await expectFounding(idp, { args, env }, async () => running)
  gateway.kill('SIGTERM')
  expect(await gateway.ended).toMatchObject({ code: 0, stderr: '' })
})
