import { type DimensionCode, editions, formatDescriptor } from '@mentoring-commons/ukpsf'
import sample from '../sample.json'
import { arrowTarget } from './arrow-target.ts'
import { page } from './page.ts'
import { patch } from './patch.ts'
import { readPortfolio } from './read-portfolio.ts'
import { type Reading, readState } from './reading.ts'
import { opened, type State, settled, withDraft, withTag } from './state.ts'
import { count, nameOf } from './words.ts'

const main = known(document.querySelector('main'))
const live = known(document.querySelector('#live'))

let state = fromSample()
let reading = readState(state)
let focus: DimensionCode | undefined
draw()

/** Shows a state, and says politely what is different. */
function show(changed: State, said?: string): void {
  const before = reading
  const next = readState(changed)
  const isThere = next.kind === 'read' && next.cells.some(({ code }) => code === changed.open)
  const { open: _, ...closed } = changed
  state = isThere ? changed : closed
  reading = next
  if (next.kind !== 'read' || !next.cells.some(({ code }) => code === focus)) focus = undefined
  draw()
  if (said !== undefined) say([said, ...differences(before, reading)].join(' '))
}

function draw(): void {
  patch(main, page(state, reading, focus))
}

/** The cells that read otherwise than before, and the summary where it does. */
function differences(before: Reading, after: Reading): readonly string[] {
  if (after.kind === 'refused') return [`This claim cannot be read: ${after.refusal.message}`]
  const old = before.kind === 'read' && before.edition.id === after.edition.id ? before : undefined
  const was = new Map(old?.cells.map(({ code, says }) => [code, says]))
  const cells = old ? after.cells.filter(({ code, says }) => was.get(code) !== says) : []
  const told = cells.slice(0, 4).map(({ code, dimension, says }) => `${code} ${dimension.title}: ${says}.`)
  const more = cells.length > 4 ? [`${count(cells.length - 4, 'more dimension')} changed.`] : []
  return [...told, ...more, ...(old?.claim.summary === after.claim.summary ? [] : [after.claim.summary])]
}

// A status that is given the same text twice in a row is read once: an empty one in between has it read again.
function say(text: string): void {
  live.textContent = ''
  setTimeout(() => {
    live.textContent = text
  }, 50)
}

main.addEventListener('change', async ({ target }) => {
  if (target instanceof HTMLInputElement && target.dataset.item && target.dataset.code) {
    const { item, code, place } = target.dataset
    const wanted = target.checked
    const changed = withTag(state, item, code, wanted, place === 'piece' ? 'piece' : 'panel')
    const name = nameOf(known(state.portfolio.evidence.find(({ id }) => id === item)))
    const done = wanted ? `“${name}” is now tagged with ${code}.` : `“${name}” is no longer tagged with ${code}.`
    show(changed, changed.notChanged ? `Nothing was changed. ${changed.notChanged.refusal.message}` : done)
    document.querySelector('[data-key="not-changed"]')?.scrollIntoView({ block: 'nearest' })
  } else if (target instanceof HTMLInputElement && target.name === 'counting') {
    const counting = target.value === 'confirmed' ? 'confirmed' : 'claimed'
    show({ ...settled(state), counting }, counting === 'confirmed' ? 'Only confirmed tags count.' : 'All tags count.')
  } else if (target instanceof HTMLInputElement && target.type === 'file') await take(target)
  else if (target instanceof HTMLInputElement && target.id === 'on') aim({ on: target.value }, 'Read again.')
  else if (target instanceof HTMLSelectElement && target.id === 'descriptor')
    aim({ descriptor: target.value }, `${target.value} is read.`)
  else if (target instanceof HTMLSelectElement && target.id === 'edition') {
    const edition = known(editions.find(({ id }) => id === target.value))
    // The same place in the list of descriptors, because their codes differ between editions.
    const place = reading.edition.descriptors.indexOf(reading.descriptor)
    const descriptor = formatDescriptor(known(edition.descriptors[place] ?? edition.descriptors.at(-1)))
    aim({ descriptor }, `${descriptor} is read.`)
  }
})

function aim(changes: Partial<State['portfolio']>, said: string): void {
  show(settled({ ...state, portfolio: { ...state.portfolio, ...changes } }), said)
}

/** Takes a reader's file, or says why not and keeps what there is. */
async function take(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0]
  if (file === undefined) return
  const read = readPortfolio(await file.text())
  input.value = ''
  if ('value' in read) return show(opened(read.value, file.name), `“${file.name}” is open.`)
  const { refusals } = read
  show({ ...settled(state), notTaken: { file: file.name, refusals } })
  say(`“${file.name}” was not taken. ${refusals.map(({ message }) => message).join(' ')}`)
  document.querySelector<HTMLElement>('#not-taken')?.focus()
}

main.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null
  const { cell, draft, do: does } = button?.dataset ?? {}
  if (cell !== undefined) {
    focus = cell as DimensionCode
    show({ ...settled(state), open: focus })
    document.querySelector<HTMLElement>('#evidence-title')?.focus()
  } else if (draft !== undefined) {
    const name = nameOf(known(state.portfolio.drafts.find(({ id }) => id === draft)))
    show(withDraft(state, draft), `“${name}” is put forward.`)
    document.querySelector<HTMLElement>('#next-title')?.focus()
  } else if (does === 'close') close()
  else if (does === 'sample') {
    show(fromSample(), 'The sample is open.')
    document.querySelector<HTMLElement>('#file')?.focus()
  } else if (does === 'leave-out' || does === 'take-in') {
    const leaveOut = does === 'leave-out'
    show({ ...state, leaveOut }, leaveOut ? `Only tags of ${reading.edition.id} are read.` : 'All tags are read.')
    document.querySelector<HTMLElement>('#map')?.focus()
  }
})

main.addEventListener('keydown', (event) => {
  const { target, key } = event
  if (!(target instanceof HTMLElement)) return
  if (key === 'Escape' && state.open && target.closest('#evidence, [role=grid]')) return close()
  if (!target.dataset.cell || event.altKey || event.metaKey) return
  if (!/^(?:Arrow|Home$|End$)/.test(key)) return
  // At an edge too, where the page would scroll instead.
  event.preventDefault()
  arrowTarget(target, event)?.focus()
})

main.addEventListener('focusin', ({ target }) => {
  const code = target instanceof HTMLElement ? target.dataset.cell : undefined
  if (code === undefined || code === focus) return
  focus = code as DimensionCode
  draw()
})

/** Closes the evidence and gives the focus back to the cell it was opened from. */
function close(): void {
  const from = state.open
  const { open: _, ...closed } = settled(state)
  show(closed)
  if (from) document.querySelector<HTMLElement>(`[data-cell="${from}"]`)?.focus()
}

function fromSample(): State {
  const read = readPortfolio(JSON.stringify(sample))
  if ('refusals' in read) throw new Error(read.refusals.map(({ message }) => message).join('\n'))
  return opened(read.value)
}

function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The page lacks a part that it needs.')
  return value
}
