import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { seedDemo } from '../src/demo/seed.ts'
import { testGateway } from './harness/gateway.ts'

const gateway = await testGateway()

test('the demo walks from a survey to an award, a programme and a community, and back to the figures', async () => {
  gateway.clock.now = '2026-11-24T09:00:00.000Z'
  await gateway.database.asOwner(async (tx) => {
    await tx.execute(sql`delete from commons.institution`)
  })
  expect(await seedDemo(gateway.services)).toBe(true)
  expect(await seedDemo(gateway.services)).toBe(false)
  const coordinator = await gateway.signIn('coordinator', 'demo')
  const { data, errors } =
    await coordinator.ask(`{ baselineActions(first: 10) { nodes { outcome { kind key title programme { key } community { label } }
    recommendation { advice status cameOfIt course { type } findings { statement figures { question value } project { survey { wave } } } } } } }`)
  expect(errors).toBeUndefined()
  const nodes = data.baselineActions.nodes as {
    outcome: { kind: string; title: string; programme: { key: string } | null; community: { label: string } | null }
    recommendation: {
      advice: string
      status: string
      findings: { statement: string; figures: { question: string }[] }[]
    }
  }[]
  expect(nodes.map(({ outcome }) => outcome.kind).sort()).toEqual(['AWARD_SCHEME', 'COMMUNITY', 'PROGRAMME'])
  const award = nodes.find(({ outcome }) => outcome.kind === 'AWARD_SCHEME')
  expect(award?.recommendation).toMatchObject({
    status: 'DONE',
    findings: [{ figures: [{ question: 'recognised' }], project: { survey: { wave: 'experience' } } }],
  })
  // Whoever reads it sees that nobody and nothing in it is real.
  for (const { outcome, recommendation } of nodes)
    for (const text of [
      outcome.title,
      recommendation.advice,
      ...recommendation.findings.map(({ statement }) => statement),
    ])
      expect(text).toMatch(/made up/)
})
