/** A thing with an id. */
interface Named {
  readonly id: string
}

/** A list with a thing added, or the same list when its id is taken. */
export function added<Thing extends Named>(things: readonly Thing[], thing: Thing): readonly Thing[] {
  return things.some(({ id }) => id === thing.id) ? things : [...things, thing]
}

/** A list with the thing of an id changed, or the same list when there is none or it stays the same. */
export function changed<Thing extends Named>(
  things: readonly Thing[],
  id: string,
  change: (thing: Thing) => Thing,
): readonly Thing[] {
  const index = things.findIndex((thing) => thing.id === id)
  const before = things[index]
  if (before === undefined) return things
  const after = change(before)
  return after === before ? things : things.with(index, after)
}
