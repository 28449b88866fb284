import type { Viewer } from '../../context.ts'
import { holdsAny } from '../people/policy.ts'
import type { AccountRole } from '../people/table.ts'

/** Roles that answer for what is held on people: they take it out and erase it for whoever asks, and see that it was done. */
export const answersForData: readonly AccountRole[] = ['data-steward', 'administrator']

/** Whether a viewer may take out what is held on a person: that person, and whoever answers for the data. */
export function mayExportPerson(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || holdsAny(viewer, answersForData)
}
