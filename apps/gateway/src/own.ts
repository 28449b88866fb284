import { type Context, viewerOf } from './context.ts'
import { Refused } from './refused.ts'

/** A node's id as an argument carries it: the institution and the row. */
interface GlobalId {
  readonly typename: string
  readonly id: { readonly institutionId?: string | undefined; readonly id?: string | undefined }
}

/** The row id of an argument. One of another institution is refused exactly like one that does not exist. */
export function ownId(context: Context, global: GlobalId, path: string): string {
  const { institutionId, id } = global.id
  if (id === undefined || institutionId !== viewerOf(context).institutionId) throw unknownId(global.typename, path)
  return id
}

/** The refusal of an id that names no row of the institution. */
export function unknownId(typename: string, path: string): Refused {
  return new Refused({
    code: 'not-found',
    message: `this id names no ${typename} of your institution; take ids from answers of this API`,
    path,
  })
}

/** The filter that finds one row of the viewer's institution. */
export function ownRow(context: Context, id: string) {
  return { institutionId: viewerOf(context).institutionId, id }
}
