/**
 * The cell that a key leads to from another, by where cells stand on the screen, so that it is right however they wrap. Home and
 * End go to the ends of the family, with Control to the ends of the map. Nothing for any other key, and at an edge.
 */
export function arrowTarget(from: HTMLElement, { key, ctrlKey }: KeyboardEvent): HTMLElement | undefined {
  const cells = (inside: Element | null) => [...(inside?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])]
  const family = cells(from.closest('[role=row]'))
  const all = cells(from.closest('[role=grid]'))
  if (key === 'Home') return (ctrlKey ? all : family)[0]
  if (key === 'End') return (ctrlKey ? all : family).at(-1)
  if (key === 'ArrowLeft') return all[all.indexOf(from) - 1]
  if (key === 'ArrowRight') return all[all.indexOf(from) + 1]
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined
  const own = from.getBoundingClientRect()
  const rest = all
    .map((cell) => ({ cell, box: cell.getBoundingClientRect() }))
    .filter(({ box }) => (key === 'ArrowDown' ? box.top >= own.bottom : box.bottom <= own.top))
  const far = ({ box }: (typeof rest)[number]) => Math.abs(box.top - own.top) * 1000 + Math.abs(box.left - own.left)
  return rest.sort((one, other) => far(one) - far(other))[0]?.cell
}
