import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  actionResearch,
  fold,
  guid,
  guidNamespace,
  type Inquiry,
  type InquiryUnderway,
  type QdpxOptions,
  qdc,
  qdpx,
  spiral,
  spiralSvg,
  textLengthMax,
  zip,
} from '@mentoring-commons/action-research'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { begun, closed } from '../../history.ts'
import { mark, planted, project } from '../../planted.ts'
import { walks } from '../../walk.ts'
import { structure } from './structure.ts'

interface Tree {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly children: readonly Tree[]
}

interface Read {
  readonly archives: readonly {
    readonly names: readonly string[]
    readonly dates: readonly (readonly number[])[]
    readonly texts: Readonly<Record<string, string>>
    readonly project: Tree
  }[]
  readonly xml: readonly Tree[]
  readonly space: string
  readonly guids: readonly string[]
}

const folder = mkdtempSync(join(tmpdir(), 'qdpx-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What Python's own parsers make of archives and XML. */
function read(files: Readonly<Record<string, Uint8Array | string>>): Read {
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  })
  const script = join(import.meta.dirname, 'check.py')
  return JSON.parse(execFileSync('python3', [script, ...paths], { encoding: 'utf8', maxBuffer: 1e9 })) as Read
}

const state = fold(actionResearch(), closed) as InquiryUnderway
const said = 'She said 𝄞: “wait”,\r\nand waited\u0007.'
const options: QdpxOptions = {
  audience: 'internal',
  on: '2026-06-30',
  name: 'First meetings',
  texts: [
    { evidence: 'e1', text: said },
    { evidence: 'e2', text: 'Three <pairs> & one' },
  ],
  codes: [
    { id: 'trust', name: 'Trust', description: 'Said & done', colour: '#0072b2' },
    { id: 'wait', name: 'Waiting', parent: 'trust' },
  ],
  codings: [
    { source: { kind: 'evidence', id: 'e1' }, code: 'wait', from: said.indexOf('wait'), to: said.indexOf('”') },
    { source: { kind: 'evidence', id: 'e1' }, code: 'trust', from: said.indexOf('and'), to: said.length },
    { source: { kind: 'reflection', id: 'r1' }, code: 'trust', from: 0, to: 1 },
  ],
}
const made = (more: Partial<QdpxOptions> = {}, inquiry: Inquiry = state) => {
  const answer = qdpx(inquiry, { ...options, ...more })
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  return answer.value
}
const codeOf = (more: Record<string, unknown>, inquiry: Inquiry = state) => {
  const answer = qdpx(inquiry, { ...options, ...more } as QdpxOptions)
  return 'refusal' in answer ? [answer.refusal.code, answer.refusal.path] : []
}
const all = (tree: Tree, name: string): readonly Tree[] => [
  ...(tree.name === name ? [tree] : []),
  ...tree.children.flatMap((child) => all(child, name)),
]
const nodes = (tree: Tree): readonly Tree[] => [tree, ...tree.children.flatMap(nodes)]

/** Where a tree departs from the structure of the standard. */
function faults(tree: Tree): readonly string[] {
  const rule = structure[tree.name]
  if (rule === undefined) return [`${tree.name} is unknown`]
  const known = rule.attributes.split(' ').filter(Boolean)
  const pattern = rule.children
    .split(' ')
    .filter(Boolean)
    .map((part) => part.replace(/^(\w+)(.?)$/, '(?:$1 )$2'))
    .join('')
  const order = tree.children.map(({ name }) => `${name} `).join('')
  return [
    ...(new RegExp(`^${pattern}$`).test(order) ? [] : [`${tree.name} has ${order}`]),
    ...known
      .filter((name) => name.endsWith('!') && !(name.slice(0, -1) in tree.attributes))
      .map((name) => `${tree.name} lacks ${name}`),
    ...Object.keys(tree.attributes)
      .filter((name) => !known.includes(name) && !known.includes(`${name}!`))
      .map((name) => `${tree.name} has ${name}`),
    ...Object.entries(tree.attributes)
      .filter(
        ([name, value]) => /guid$|User$/i.test(name) && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
      )
      .map(([name, value]) => `${tree.name} ${name} is ${value}`),
    ...(/^(true|false)?$/.test(tree.attributes.isCodable ?? '') ? [] : [`isCodable ${tree.attributes.isCodable}`]),
    ...(/^(#[0-9a-fA-F]{6})?$/.test(tree.attributes.color ?? '') ? [] : [`color ${tree.attributes.color}`]),
    ...tree.children.flatMap(faults),
  ]
}

test('random histories give archives that Python reads, of the structure of the standard, with references that lead somewhere', () => {
  const states = fc
    .sample(walks, { numRuns: 20, seed: 11 })
    .map(({ states }) => states.at(-1))
    .filter((one) => one?.status === 'underway')
    .map((one) => planted(one as InquiryUnderway))
  const files = Object.fromEntries(states.map((one, index) => [`${index}.qdpx`, project(one, 'team').bytes]))
  const svgs = Object.fromEntries(states.map((one, index) => [`${index}.svg`, spiralSvg(spiral(one, '2030-01-01'))]))
  const { archives, xml } = read({ ...files, ...svgs })
  expect(archives.length).toBeGreaterThan(10)
  expect(xml).toHaveLength(archives.length)
  for (const { names, dates, texts, project } of archives) {
    expect(faults(project)).toEqual([])
    expect(project.namespace).toBe('urn:QDA-XML:project:1.0')
    expect(dates).toEqual([[1980, 1, 1, 0, 0, 0]])
    const guids = nodes(project).flatMap(({ attributes }) => attributes.guid ?? [])
    expect(new Set(guids).size).toBe(guids.length)
    for (const { attributes } of nodes(project)) {
      for (const name of ['targetGUID', 'originGUID', 'creatingUser']) {
        if (attributes[name] !== undefined) expect(guids).toContain(attributes[name])
      }
    }
    const paths = all(project, 'TextSource').map(({ attributes }) =>
      attributes.plainTextPath?.replace('internal://', 'Sources/'),
    )
    expect([...paths, 'project.qde'].sort()).toEqual([...names].sort())
    for (const { attributes, children } of all(project, 'TextSource')) {
      const text = texts[`Sources/${attributes.guid}.txt`] ?? ''
      for (const { name, attributes: range } of children) {
        if (name === 'PlainTextSelection')
          expect([...text].slice(Number(range.startPosition), Number(range.endPosition)).join('')).toBe('So')
      }
    }
  }
})

test('codings lie where they were put, counted in characters, after line ends are line feeds', () => {
  const { archives } = read({ 'one.qdpx': made().bytes })
  const { project, texts } = archives[0] ?? expect.fail()
  const picked = all(project, 'TextSource').flatMap(({ attributes, children }) =>
    children
      .filter(({ name }) => name === 'PlainTextSelection')
      .map(({ attributes: range, children: codings }) => [
        [...(texts[`Sources/${attributes.guid}.txt`] ?? '')]
          .slice(Number(range.startPosition), Number(range.endPosition))
          .join(''),
        codings.flatMap((coding) => coding.children.map((ref) => ref.attributes.targetGUID)),
      ]),
  )
  const [trust, wait] = [guid('code', 'trust'), guid('code', 'wait')]
  expect(picked).toEqual([
    ['wait', [wait]],
    ['and waited\uFFFD.', [trust]],
    ['I', [trust]],
  ])
  expect(all(project, 'User').map(({ attributes }) => attributes.name)).toEqual(['author 1'])
  expect(all(project, 'Case').map(({ attributes }) => attributes.name)).toEqual(['participant 1'])
  expect(all(project, 'Link').map(({ attributes }) => attributes.name)).toEqual(['stands on', 'stands on'])
  expect(all(project, 'Set').map(({ attributes }) => attributes.name)).toEqual(['Cycle 1', 'Facets of the cycle'])
  expect(JSON.stringify(archives)).not.toMatch(/"p1"|, ana,/)
})

test('text of evidence needs consent to quote, and what is not carried is told', () => {
  const silent = {
    ...state,
    consents: state.consents.map((one) => ({ ...one, scopes: one.scopes.filter((scope) => scope !== 'quote') })),
  }
  const { leftOut, entries, notCarried } = made({}, silent)
  expect(leftOut).toEqual([
    { of: 'coding', because: 'rests-on-withheld', n: 2 },
    { of: 'text of evidence', because: 'outside-consent', n: 1 },
  ])
  expect(entries).toHaveLength(3)
  expect(notCarried.map(({ what, n }) => [what, n])).toEqual([
    ['evidence without its text', 1],
    ['links of claims to evidence', 1],
    ['days of facets', 4],
    ['plans', 1],
  ])
  expect(made().notCarried.map(({ what, n }) => [what, n])).toEqual([
    ['days of facets', 4],
    ['plans', 1],
    ['characters that XML cannot hold', 1],
    ['sources with characters beyond U+FFFF', 1],
  ])
})

test('refusals say what is wrong, where', () => {
  expect(codeOf({}, { status: 'not-begun' })[0]).toBe('not-begun')
  expect(codeOf({ audience: 'all' })).toEqual(['unknown-value', 'audience'])
  expect(codeOf({ on: 'today' })).toEqual(['invalid-date', 'on'])
  expect(codeOf({ name: ' ' })).toEqual(['blank-text', 'name'])
  expect(codeOf({ texts: [{ evidence: 'e9', text: '' }] })).toEqual(['not-found', 'texts[0].evidence'])
  const twice = [options.texts?.[0], options.texts?.[0]]
  expect(codeOf({ texts: twice })).toEqual(['duplicate-id', 'texts[1].evidence'])
  expect(codeOf({ codes: [{ id: 'facet:act', name: 'Act' }] })).toEqual(['duplicate-id', 'codes[0].id'])
  expect(codeOf({ codes: [{ id: 'a', name: '' }] })).toEqual(['blank-text', 'codes[0]'])
  expect(codeOf({ codes: [{ id: 'a', name: 'A', parent: 'b' }] })).toEqual(['not-found', 'codes[0].parent'])
  expect(codeOf({ codes: [{ id: 'a', name: 'A', colour: 'red' }] })).toEqual(['unknown-value', 'codes[0].colour'])
  const coded = (from: unknown, to: unknown, code = 'trust', id = 'e1') => ({
    codings: [{ source: { kind: 'evidence', id }, code, from, to }],
  })
  expect(codeOf(coded(0, 1, 'nowhere'))).toEqual(['not-found', 'codings[0].code'])
  expect(codeOf(coded(0, 1, 'trust', 'e9'))).toEqual(['not-found', 'codings[0].source'])
  expect(codeOf(coded(0, said.length + 1))).toEqual(['range-outside-text', 'codings[0].to'])
  expect(codeOf(coded(-1, 2))).toEqual(['range-outside-text', 'codings[0].from'])
  expect(codeOf(coded(0.5, 2))).toEqual(['range-outside-text', 'codings[0].from'])
  expect(codeOf(coded(3, 3))).toEqual(['range-outside-text', 'codings[0].to'])
  expect(codeOf(coded(0, said.indexOf('𝄞') + 1))).toEqual(['range-outside-text', 'codings[0].to'])
  expect(codeOf(coded(0, said.indexOf('\n')))).toEqual(['range-outside-text', 'codings[0].to'])
  const long = { codings: [], texts: [{ evidence: 'e1', text: 'x'.repeat(textLengthMax + 1) }] }
  expect(codeOf(long)[0]).toBe('text-too-long')
  expect(codeOf({ codings: [], texts: [{ evidence: 'e1', text: 'x'.repeat(textLengthMax) }] })).toEqual([])
})

test('a codebook has our own codes and those given, nested, and Python reads it', () => {
  const answer = qdc(options.codes ?? [])
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const [book] = read({ 'book.qdc': answer.value }).xml
  if (book === undefined) throw new Error('no book')
  expect(book.namespace).toBe('urn:QDA-XML:codebook:1.0')
  expect(faults(book)).toEqual([])
  const top = book.children[0]?.children.map(({ attributes }) => [attributes.name, attributes.isCodable])
  expect(top).toEqual([
    ['Facet', 'false'],
    ['Kind of evidence', 'false'],
    ['Trust', 'true'],
  ])
  expect(all(book, 'Code')).toHaveLength(2 + 5 + 10 + 2)
})

test('GUIDs are version 5 UUIDs, as Python makes them too', () => {
  const { guids, space } = read({})
  expect(guidNamespace).toBe(space)
  expect([guid('code', 'trust'), guid('évidence', 'i1', '"x" 𝄞'), guid('a'.repeat(200))]).toEqual(guids)
  expect(guid('a', 'b')).not.toBe(guid('ab'))
})

test('an archive holds what it was given, byte by byte, also of nothing, and refuses a path twice', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256)
  const path = join(folder, 'plain.zip')
  writeFileSync(
    path,
    zip([
      { path: 'é/a.bin', bytes },
      { path: 'empty', bytes: new Uint8Array() },
    ]),
  )
  const script =
    'import sys,zipfile,json;z=zipfile.ZipFile(sys.argv[1]);print(json.dumps([z.testzip(),[[n,list(z.read(n))] for n in z.namelist()]]))'
  const told = JSON.parse(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' }))
  expect(told).toEqual([
    null,
    [
      ['é/a.bin', [...bytes]],
      ['empty', []],
    ],
  ])
  expect(zip([])).toHaveLength(22)
  expect(() =>
    zip([
      { path: 'a', bytes },
      { path: 'a', bytes },
    ]),
  ).toThrow('"a"')
})

test('an inquiry without texts is a project all the same', () => {
  expect(mark('note', 'e1')).toContain('\u0007')
  const bare = { texts: [], codings: [], codes: [] }
  expect(made(bare, fold(actionResearch(), begun)).entries.map(({ path }) => path)).toEqual(['project.qde'])
})
