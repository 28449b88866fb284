import { expect, test } from 'vitest'
import { testGateway } from '../harness/gateway.ts'
import { claimHeard, firstCycle, inquiryOf, participant, whole } from '../harness/inquiries.ts'
import { statementsOf } from '../harness/statements.ts'

test('a page of inquiries is read in as many statements as one', async () => {
  const gateway = await testGateway()
  const author = await participant(gateway, 'Test Author')
  for (let index = 0; index < 3; index++) {
    const inquiry = await inquiryOf(author)
    await inquiry.next(...firstCycle, ...claimHeard)
  }
  const inside = whole.slice(whole.indexOf('question'), whole.lastIndexOf('} } }'))
  const page = (first: number) => async () => {
    const { data, errors } = await author.ask(
      `{ myInquiries(first: ${first}) { nodes { ${inside} portfolio(audience: TEAM) { authors } spiral { words } files(audience: TEAM) { url }
        events(first: 3) { nodes { number recordedBy { personId } } } } } }`,
    )
    expect(errors).toBeUndefined()
    expect(data.myInquiries.nodes).toHaveLength(first)
  }
  const one = await statementsOf(gateway, page(1))
  expect(one).toBeGreaterThan(0)
  expect(await statementsOf(gateway, page(3))).toBe(one)
})
