import { awarding, loadOutcomes, type Outcome, type Scheme, theoryAndPractice } from '@mentoring-commons/award'
import { expect, test } from 'vitest'
import { version } from '../samples.ts'
import {
  after,
  appoint,
  at,
  award,
  command,
  confer,
  enrol,
  hash,
  judge,
  link,
  linkInquiry,
  play,
  refusalOf,
  scheme,
  stateIn,
  workflow,
} from '../way.ts'

const [base] = scheme().versions
const withVersions = (first: Scheme['versions'][0], ...rest: Scheme['versions'][0][]): readonly Scheme[] => [
  { ...scheme(), versions: [first, ...rest] },
]

test('enrolment keeps the version in force, its workflow, and whether it is recognised', () => {
  const { file } = stateIn(at([enrol]), 'preparing')
  expect(file).toMatchObject({
    id: 'c1',
    candidate: 'candidate',
    scheme: 'synthetic-award',
    version: '1',
    versionBasis: 'certain',
    recognition: { status: 'recognised', body: 'Synthetic body' },
    enrolledOn: '2026-01-10',
    workflow,
  })
})

test('a second enrolment, an unknown scheme, a blank candidate and a day that is none are refused', () => {
  expect(after([enrol], enrol)).toBe('already-enrolled')
  expect(refusalOf([], { ...enrol, scheme: 'another' }).message).toContain('synthetic-award')
  expect(refusalOf([], { ...enrol, candidate: ' ' }).path).toBe('candidate')
  expect(after([], { ...enrol, by: '' })).toBe('blank-text')
  expect(after([], { ...enrol, on: '2026-02-30' })).toBe('not-a-date')
  expect(after([], { ...enrol, on: '2026-02' })).toBe('not-a-date')
})

test('nobody enrols before a version is in force, nor where its workflow is open', () => {
  expect(after([], { ...enrol, on: '2019-12-31' })).toBe('nothing-in-force')
  const { practice: _, ...open } = workflow
  const refusal = refusalOf([], enrol, withVersions({ ...base, workflow: open }))
  expect([refusal.code, refusal.path]).toEqual(['workflow-incomplete', 'workflow.practice'])
  expect(refusal.message).toContain('How many mentoring relationships')
})

test('where the record is too rough, somebody decides which version it is, and says why', () => {
  const two = withVersions({ ...base, validTo: '2026' }, { ...base, version: '2', validFrom: '2026', recognition: [] })
  const refusal = refusalOf([], enrol, two)
  expect([refusal.code, refusal.path]).toEqual(['date-too-imprecise', 'version'])
  expect(refusal.message).toContain('"1" or "2"')
  expect(refusalOf([], { ...enrol, version: '2' }, two).path).toBe('versionReason')
  const chosen = { ...enrol, version: '2', versionReason: 'The handbook of that January' }
  expect(stateIn(at([chosen], two), 'preparing').file).toMatchObject({
    version: '2',
    versionBasis: 'unknown',
    recognition: { status: 'not-recognised' },
  })
  expect(after([], { ...chosen, version: '3' }, two)).toBe('date-too-imprecise')
})

test('where the record is certain, another version is refused and the same one is no matter', () => {
  expect(after([], { ...enrol, version: '2', versionReason: 'A wish' })).toBe('version-not-in-force')
  expect(stateIn(at([{ ...enrol, version: '1' }]), 'preparing').file.versionBasis).toBe('certain')
})

test('a later workflow does not reach a candidate who is enrolled', () => {
  const { events } = play([enrol])
  const changed = awarding([scheme({ assessors: 3 })])
  expect(stateIn(events.reduce(changed.evolve, changed.initialState), 'preparing').file.workflow.assessors).toBe(2)
})

test('a candidate finishes under the version of the enrolment, with its own recognition and not that of its successor', () => {
  const [recognition] = base.recognition
  if (recognition === undefined) throw new Error('there is one')
  const two = withVersions(
    { ...base, validTo: '2026-02-28', recognition: [{ ...recognition, recognisedUntil: '2026-02-28' }] },
    version('2', { validFrom: '2026-03-01', recognition: [{ ...recognition, recognisedOn: '2026-03-01' }], workflow }),
  )
  const way = [enrol, link, linkInquiry, ...rest()]
  expect(stateIn(at(way, two), 'awarded').award).toMatchObject({
    version: '1',
    recognition: { status: 'not-recognised' },
  })
})

function rest() {
  const mapping = ['values:1', 'core:1', 'special:1'].map((outcome) => ({ outcome, evidenceIds: ['e1'] }))
  return [
    command('TakeSnapshot', '2026-04-01', { by: 'candidate', snapshot: 's1', contentHash: hash(1), mapping }),
    command('Submit', '2026-04-02', { by: 'candidate', snapshot: 's1' }),
    appoint('ada'),
    appoint('ben'),
    ...['ada', 'ben'].flatMap((by) => ['values:1', 'core:1', 'special:1'].map((outcome) => judge(by, outcome))),
    award,
    confer,
  ]
}

/** The university's own award with a synthetic institution's decisions and outcomes, which are nobody's real ones. */
function ownCase(): Scheme {
  const [first] = theoryAndPractice.versions
  const own = (group: Outcome['group']): Outcome => ({
    code: `our-university:${group}`,
    group,
    title: 'Loaded for a test',
    source: 'Synthetic handbook',
    certainty: '1',
  })
  const loaded = loadOutcomes(first, [own('value'), own('specialist')], 'completes-the-list').value
  if (loaded === undefined) throw new Error('not loaded')
  return { ...theoryAndPractice, versions: [{ ...loaded, workflow }] }
}

test('the award this project begins from: nobody enrols until the institution decides, nor submits until it loads', () => {
  const first = { ...enrol, scheme: theoryAndPractice.id, on: '2009-09-21' }
  expect(after([], first, [theoryAndPractice])).toBe('workflow-incomplete')
  const [only] = theoryAndPractice.versions
  const decided: readonly Scheme[] = [{ ...theoryAndPractice, versions: [{ ...only, workflow }] }]
  const way = [
    first,
    { ...link, from: '2009-09-01', on: '2010-03-01' },
    { ...linkInquiry, on: '2010-03-01' },
    command('TakeSnapshot', '2010-05-03', {
      by: 'candidate',
      snapshot: 's1',
      contentHash: hash(1),
      mapping: [
        'seda-core:1',
        'seda-core:2',
        'seda-core:3',
        'seda-core:4',
        'seda-values-before-2014:1',
        'seda-values-before-2014:2',
      ].map((outcome) => ({ outcome, evidenceIds: ['cycle-1'] })),
    }),
  ]
  const refusal = refusalOf(way, command('Submit', '2010-05-04', { by: 'candidate', snapshot: 's1' }), decided)
  expect(refusal.code).toBe('outcomes-not-loaded')
  expect(refusal.message).toContain('Specialist outcomes of the SEDA-PDF Action Research Award')
  expect(refusal.message).toContain('Load them into version "1"')
})

test('the award this project begins from: with outcomes loaded, from enrolment to award', () => {
  const own = ownCase()
  const mapping = [
    ...['1', '2', '3', '4'].map((n) => `seda-core:${n}`),
    'seda-values-before-2014:1',
    'seda-values-before-2014:2',
    'our-university:value',
    'our-university:specialist',
  ].map((outcome) => ({ outcome, evidenceIds: ['cycle-1'] }))
  const way = [
    { ...enrol, scheme: own.id, on: '2009-07-15' },
    { ...link, from: '2009-09-01', on: '2010-03-01' },
    { ...linkInquiry, on: '2010-03-01' },
    command('TakeSnapshot', '2010-05-03', { by: 'candidate', snapshot: 's1', contentHash: hash(1), mapping }),
    command('Submit', '2010-05-04', { by: 'candidate', snapshot: 's1' }),
    appoint('ada', '2010-05-05'),
    appoint('ben', '2010-05-05'),
    ...['ada', 'ben'].flatMap((by) => mapping.map(({ outcome }) => judge(by, outcome, 'shown', '2010-05-20'))),
    { ...award, on: '2010-06-01' },
    { ...confer, on: '2010-07-01' },
  ]
  const state = stateIn(at(way, [own]), 'awarded')
  expect(state.file.recognition).toEqual({ status: 'unknown', body: 'SEDA' })
  expect(state.award.recognition).toEqual({ status: 'recognised', body: 'SEDA' })
  expect(state.assessment.results).toHaveLength(8)
})
