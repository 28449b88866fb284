import { type DescriptorCode, editions, formatDescriptor } from '@mentoring-commons/ukpsf'
import { element } from '../element.ts'
import type { Reading } from '../reading.ts'
import type { State } from '../state.ts'
import { count } from '../words.ts'
import { refusalList } from './refusals.ts'

/** What is read, against what, on which day, and by which tags; and the reader's own file. */
export function chooser(state: State, { edition, descriptor }: Reading): HTMLElement {
  const { portfolio, counting, notTaken } = state
  const aim: DescriptorCode = formatDescriptor(descriptor)
  const option = (value: string, text: string, chosen: boolean) => element('option', { value, selected: chosen }, text)
  const radio = (value: State['counting'], text: string) =>
    element(
      'label',
      {},
      element('input', { type: 'radio', name: 'counting', value, checked: counting === value }),
      ` ${text}`,
    )
  const field = (id: string, label: string, control: HTMLElement) =>
    element('div', { class: 'field' }, element('label', { for: id }, label), control)

  return element(
    'section',
    { class: 'chooser', 'aria-labelledby': 'chooser-title' },
    element('h2', { id: 'chooser-title' }, portfolio.title),
    element('p', { class: 'quiet' }, portfolio.note ?? `From ${state.file ?? 'a file'}.`),
    element(
      'div',
      { class: 'fields' },
      field(
        'edition',
        'Edition',
        element('select', { id: 'edition' }, ...editions.map(({ id }) => option(id, id, id === edition.id))),
      ),
      field(
        'descriptor',
        'Descriptor',
        element(
          'select',
          { id: 'descriptor' },
          ...edition.descriptors.map((each) => {
            const code = formatDescriptor(each)
            return option(code, `${each.code} · ${each.category}`, code === aim)
          }),
        ),
      ),
      field('on', 'Day of the claim', element('input', { id: 'on', type: 'date', value: portfolio.on })),
      element(
        'fieldset',
        { class: 'field counting' },
        element('legend', {}, 'What counts'),
        radio('claimed', 'what is claimed'),
        radio('confirmed', 'only what others confirmed'),
      ),
      element(
        'div',
        { class: 'field file' },
        element('label', { for: 'file' }, 'Your own portfolio, a JSON file'),
        element('input', {
          id: 'file',
          type: 'file',
          accept: '.json,application/json',
          'aria-describedby': 'file-note',
        }),
      ),
      element(
        'p',
        { class: 'quiet tools', id: 'file-note' },
        'Read here, sent nowhere. ',
        element('a', { href: savedAs(state), download: 'portfolio.json' }, 'Save this portfolio'),
        state.file !== undefined && ' · ',
        state.file !== undefined &&
          element('button', { type: 'button', class: 'plain', 'data-do': 'sample' }, 'Back to the sample'),
      ),
    ),
    notTaken &&
      element(
        'div',
        { class: 'refusal', id: 'not-taken', tabindex: '-1', role: 'group', 'aria-labelledby': 'not-taken-title' },
        element('h3', { id: 'not-taken-title' }, `“${notTaken.file}” was not taken`),
        element(
          'p',
          {},
          `${count(notTaken.refusals.length, 'thing is', 'things are')} to be put right in it. The portfolio you had is still here, unchanged.`,
        ),
        refusalList(notTaken.refusals),
      ),
  )
}

function savedAs({ portfolio }: State): string {
  return `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(portfolio, null, 2))}`
}
