import type { Family } from '../framework/code.ts'
import type { Edition } from '../framework/edition.ts'
import type { Provenance } from '../framework/sourced.ts'

/** One thing of an edition that a file can name. */
export interface OutlineItem {
  readonly kind: 'family' | 'dimension' | 'descriptor' | 'criterion'
  /** With its edition, such as `psf-2023:D1.2`. */
  readonly code: string
  /** Without its edition, such as `D1.2`. */
  readonly local: string
  /** The qualified code it lies under; the edition's id for families and descriptors. */
  readonly parent: string
  /** A short title of this package's own. */
  readonly title: string
  readonly note?: string
  readonly provenance: Provenance
  /** What else the edition says of it, as JSON. */
  readonly facts: object
}

/** This package's own names of the families. */
export const familyTitles: Readonly<Record<Family, string>> = { A: 'Areas of activity', K: 'Knowledge', V: 'Values' }

/** Gives everything an edition can name, parents before what lies under them, in the edition's order. */
export function outline(edition: Edition): readonly OutlineItem[] {
  return [
    ...edition.families.value.flatMap((family) => [
      {
        ...item('family', edition.id, family, edition.id, familyTitles[family], edition.families),
        facts: {},
      },
      ...edition.dimensions
        .filter((dimension) => dimension.family === family)
        .map((dimension) => ({
          ...item('dimension', edition.id, dimension.code, `${edition.id}:${family}`, dimension.title, dimension),
          facts: {},
        })),
    ]),
    ...edition.descriptors.flatMap((descriptor) => [
      {
        ...item('descriptor', edition.id, descriptor.code, edition.id, descriptor.category, descriptor),
        facts: { postNominal: descriptor.postNominal, recency: descriptor.recency },
      },
      ...descriptor.criteria.map((criterion) => ({
        ...item(
          'criterion',
          edition.id,
          criterion.code,
          `${edition.id}:${descriptor.code}`,
          criterion.title,
          criterion,
        ),
        facts: { rules: criterion.rules },
      })),
    ]),
  ]
}

function item(
  kind: OutlineItem['kind'],
  edition: string,
  local: string,
  parent: string,
  title: string,
  from: Provenance & { readonly note?: string },
) {
  const { source, certainty, readOn, note } = from
  return {
    ...{ kind, code: `${edition}:${local}`, local, parent, title, provenance: { source, certainty, readOn } },
    ...(note === undefined ? {} : { note }),
  }
}
