import { beforeAll, describe, expect, test } from 'vitest'
import { type Award, awardIn, candidacyIn } from '../harness/awards.ts'
import { testGateway } from '../harness/gateway.ts'

let gateway: Awaited<ReturnType<typeof testGateway>>
let award: Award

beforeAll(async () => {
  gateway = await testGateway()
  award = await awardIn(gateway)
})

describe('the way to an award', () => {
  test('goes from enrolment to conferral', async () => {
    const way = await candidacyIn(award)
    expect((await way.read(award.candidate)).nextSteps.map(({ step }: { step: string }) => step)).toContain(
      'LINK_RELATIONSHIP',
    )
    await way.submit()
    const submitted = await way.read(award.candidate)
    expect(submitted).toMatchObject({
      status: 'ASSESSING',
      submission: { attempt: 1, practice: [{ hours: 1.5, meetings: 1 }] },
    })
    await way.appoint()
    await way.judge()
    expect((await way.read(award.coordinator)).status).toBe('ASSESSED')
    await way.as(award.chair, { decide: { decision: 'AWARD' } })
    const conferred = await way.as(award.coordinator, { confer: true })
    expect(conferred).toMatchObject({ status: 'AWARDED', decision: { kind: 'award' } })
    const seen = await way.read(award.candidate)
    expect(seen.results.map(({ finding }: { finding: string }) => finding)).toEqual(['SHOWN', 'SHOWN', 'SHOWN'])
    expect(seen.judgements).toHaveLength(6)
    expect(seen.award).toMatchObject({ on: '2026-03-02', version: '1' })
  })
})
