import { actionResearch, type InquiryCommand, type Policy } from '@mentoring-commons/action-research'
import { specification } from '@mentoring-commons/action-research/testing'
import { expect, test } from 'vitest'
import { approval, beginCycle, beginInquiry, begun, play } from '../history.ts'

const decider = actionResearch()
const { given } = specification(decider)

test('an inquiry records with its beginning which facets its model has phases for', () => {
  given()
    .when(beginInquiry)
    .then({ ...beginInquiry, type: 'InquiryBegun', facets: ['diagnose', 'plan', 'act', 'observe', 'reflect'] })
})

test('an inquiry begins once, with a question, values, authors, a model and a policy that there are', () => {
  given(begun).when(beginInquiry).thenRefused('already-begun', 'i1')
  given()
    .when({ ...beginInquiry, question: '  ' })
    .thenRefused('blank-text', 'question')
  given()
    .when({ ...beginInquiry, values: [] })
    .thenRefused('empty-list', 'values')
  given()
    .when({ ...beginInquiry, authors: ['ana', ''] })
    .thenRefused('blank-text', 'authors[1]')
  given()
    .when({ ...beginInquiry, model: 'nobody' })
    .thenRefused('unknown-model', 'kemmis-mctaggart')
  given()
    .when({ ...beginInquiry, policy: 'lax' as Policy })
    .thenRefused('unknown-value', 'use one of responsive, strict')
  given()
    .when({ ...beginInquiry, on: '2026-02-29' })
    .thenRefused('invalid-date', '2026-02-29')
})

test('nothing else happens before an inquiry has begun', () => {
  given().when(beginCycle).thenRefused('not-begun', 'BeginCycle')
  given().when(approval).thenRefused('not-begun')
})

test('an ethics approval has days in order and an id of its own', () => {
  given(begun)
    .when(approval)
    .then({ ...approval, type: 'EthicsApprovalRecorded' })
  given(begun)
    .when({ ...approval, to: '2026-01-31' })
    .thenRefused('dates-reversed', 'to is 2026-01-31')
  given(begun)
    .when({ ...approval, from: 'soon' })
    .thenRefused('invalid-date', '"soon"')
  given(play(begun, approval)).when(approval).thenRefused('duplicate-id', 'a1')
})

test('a command that there is not is a fault of the caller', () => {
  const command = { type: 'DoResearch' } as unknown as InquiryCommand
  expect(() => given(begun).when(command)).toThrow(new TypeError('there is no command of type "DoResearch"'))
})
