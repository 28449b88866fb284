import {
  actionResearch,
  allowedFacets,
  defineModel,
  fold,
  kemmisMcTaggart,
  type ModelDefinition,
  models,
} from '@mentoring-commons/action-research'
import { specification } from '@mentoring-commons/action-research/testing'
import { expect, test } from 'vitest'
import { beginCycle, beginInquiry, play } from '../history.ts'

const model: ModelDefinition = {
  id: 'demo',
  title: 'Demo',
  authors: ['A. Nobody'],
  year: 2026,
  phases: [
    { id: 'think', title: 'Think', facets: ['plan', 'reflect'] },
    { id: 'do', title: 'Do', facets: ['act', 'observe'] },
  ],
  initial: 'think',
  transitions: [
    ['think', 'do'],
    ['do', 'think'],
  ],
  source: 'Made up for this test',
  certainty: 'A',
}

function fault(change: Partial<Record<keyof ModelDefinition, unknown>>) {
  const answer = defineModel({ ...model, ...change } as ModelDefinition)
  return 'refusal' in answer ? [answer.refusal.code, answer.refusal.path, answer.refusal.message] : answer
}

test('each shipped model is sound, says where it comes from, and has an id of its own', () => {
  expect(models.map(({ id }) => id)).toEqual([
    'coghlan-brannick',
    'elliott',
    'kemmis-mctaggart',
    'lewin',
    'mcniff-whitehead',
    'stringer',
    'susman-evered',
    'zuber-skerritt',
  ])
  for (const shipped of models) {
    expect(defineModel(shipped)).toEqual({ value: shipped })
    expect(shipped.source).not.toBe('')
  }
})

/** What covers which facet, phase by phase, and how sure the source is. */
const mapped = {
  'coghlan-brannick': 'M: diagnose, diagnose, plan, act, observe+reflect, learn',
  elliott: 'M: diagnose, diagnose, plan, act, observe, reflect, learn',
  'kemmis-mctaggart': '1: diagnose, plan, act, observe, reflect',
  lewin: '1: plan, act, observe+reflect+learn',
  'mcniff-whitehead': '2+: diagnose, plan, act, observe+reflect, learn',
  stringer: '1: diagnose+observe, reflect+plan, act',
  'susman-evered': '2+: diagnose, plan, act, observe+reflect, learn',
  'zuber-skerritt': '1: plan, act, observe, reflect',
}

test('each shipped model maps to the canonical facets as written down', () => {
  const says = models.map(({ id, certainty, phases }) => [
    id,
    `${certainty}: ${phases.map((phase) => phase.facets.join('+')).join(', ')}`,
  ])
  expect(Object.fromEntries(says)).toEqual(mapped)
})

test('an inquiry may be begun on each shipped model and on either policy, and its first cycle can begin', () => {
  const decider = actionResearch({ models })
  for (const { id, phases } of models) {
    for (const policy of ['responsive', 'strict'] as const) {
      const answer = decider.decide({ ...beginInquiry, model: id, policy }, decider.initialState)
      if ('refusal' in answer) throw new Error(answer.refusal.message)
      const state = fold(decider, [...answer.events, { ...beginCycle, type: 'CycleBegun' }])
      const diagnoses = phases.some((phase) => phase.facets.includes('diagnose'))
      expect(allowedFacets(state, 'c1')).toEqual(diagnoses ? ['diagnose', 'plan'] : ['plan'])
    }
  }
})

test('the model of Kemmis and McTaggart', () => {
  expect(defineModel(kemmisMcTaggart)).toEqual({ value: kemmisMcTaggart })
  expect(kemmisMcTaggart.phases.map(({ id, facets }) => [id, ...facets])).toEqual([
    ['reconnaissance', 'diagnose'],
    ['plan', 'plan'],
    ['act', 'act'],
    ['observe', 'observe'],
    ['reflect', 'reflect'],
  ])
  expect(kemmisMcTaggart.source).not.toBe('')
})

test('a model is frozen, and apart from what it was made of', () => {
  const answer = defineModel(model)
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  expect(answer.value).toEqual(model)
  expect(answer.value.phases[0]).not.toBe(model.phases[0])
  expect(Object.isFrozen(answer.value.phases[0]?.facets)).toBe(true)
})

test('a faulty model is refused with its fault', () => {
  const [think, act] = model.phases
  const faults: readonly (readonly [Partial<Record<keyof ModelDefinition, unknown>>, string, string])[] = [
    [{ id: ' ' }, 'id', 'id is empty'],
    [{ source: '' }, 'source', 'source is empty'],
    [{ authors: [] }, 'authors', 'name nobody'],
    [{ year: 1988.5 }, 'year', '1988.5'],
    [{ certainty: 'sure' }, 'certainty', '"sure"'],
    [{ phases: [] }, 'phases', 'plan, act, observe, reflect'],
    [{ phases: [think] }, 'phases', 'no phase maps to act, observe'],
    [{ phases: [think, think, act] }, 'phases[1].id', '"think" repeats'],
    [{ phases: [think, { ...act, title: 'Think' }] }, 'phases[1].title', '"Think" repeats'],
    [{ phases: 'think' }, 'phases', 'no list'],
    [{ phases: [null] }, 'phases[0]', 'no id or no title'],
    [{ title: undefined }, 'title', 'title is empty'],
    [{ authors: 'Nobody' }, 'authors', 'name nobody'],
    [{ certainty: 'toString' }, 'certainty', '"toString"'],
    [
      { phases: [{ ...think, facets: ['plan', 'reflect', 'plan'] }, act] },
      'phases[0].facets',
      'names facet "plan" twice',
    ],
    [{ phases: [{ ...think, facets: ['plan'] }, act] }, 'phases', 'no phase maps to reflect'],
    [
      { phases: [think, { ...act, facets: ['observe'] }] },
      'phases',
      'no phase maps to act; a cycle could never be closed',
    ],
    [{ transitions: 'think' }, 'transitions', 'no list'],
    [{ transitions: [['think']] }, 'transitions[0]', 'no pair'],
    [
      {
        transitions: [
          ['think', 'do'],
          ['do', 'do'],
        ],
      },
      'transitions[1]',
      'leads to itself',
    ],
    [
      {
        transitions: [
          ['think', 'do'],
          ['do', 'think'],
          ['think', 'do'],
        ],
      },
      'transitions[2]',
      'there twice',
    ],
    [{ transitions: [['think', 'do']] }, 'transitions', 'no arrow leads on from "do"'],
    [{ phases: [think, { ...act, title: '' }] }, 'phases[1]', 'no id or no title'],
    [
      { phases: [think, act, { id: 'idle', title: 'Idle', facets: [] }] },
      'phases[2].facets',
      '"idle" maps to no facet',
    ],
    [{ phases: [think, act, { id: 'idle', title: 'Idle', facets: ['rest'] }] }, 'phases[2].facets', '"rest"'],
    [{ phases: [think, act, { id: 'idle', title: 'Idle', facets: ['learn'] }] }, 'transitions', 'to "idle"'],
    [{ initial: 'look' }, 'initial', 'use think, do'],
    [{ transitions: [['think', 'done']] }, 'transitions[0]', '"done"'],
    [{ transitions: [['do', 'think']] }, 'transitions', 'from "think" to "do"'],
  ]
  for (const [change, path, words] of faults) {
    expect(fault(change)).toEqual(['faulty-model', path, expect.stringContaining(words)])
  }
})

test('an inquiry on a model keeps to the facets that the model has phases for', () => {
  const decider = actionResearch([model])
  const { given } = specification(decider)
  const begun = {
    ...beginInquiry,
    type: 'InquiryBegun',
    model: 'demo',
    facets: ['plan', 'act', 'observe', 'reflect'],
  } as const
  given()
    .when({ ...beginInquiry, model: 'demo' })
    .then(begun)
  given().when(beginInquiry).thenRefused('unknown-model', 'use one of demo')
  const history = play([begun], beginCycle)
  given(history)
    .when({ type: 'BeginFacet', cycle: 'c1', facet: 'diagnose', on: '2026-01-12' })
    .thenRefused('facet-not-in-model', 'use plan, act, observe, reflect')
  expect(allowedFacets(fold(decider, history), 'c1')).toEqual(['plan'])
})
