import type { CandidacyFile, Enrolled } from '../candidacy/candidacy.ts'
import type { EventOf } from '../candidacy/events.ts'
import type { LinkedRelationship } from '../candidacy/practice.ts'
import type { Snapshot } from '../candidacy/snapshot.ts'

type FileEvent = EventOf<
  | 'RelationshipLinked'
  | 'RelationshipRecounted'
  | 'RelationshipUnlinked'
  | 'InquiryLinked'
  | 'RelationDeclared'
  | 'SnapshotTaken'
>

/** The candidacy after an event that changes only what is on file; a taken snapshot stays as it is, whatever follows. */
export function afterFileEvent(state: Enrolled, event: FileEvent): Enrolled {
  const file = fileAfter(state.file, event)
  return file === state.file ? state : { ...state, file }
}

function fileAfter(file: CandidacyFile, event: FileEvent): CandidacyFile {
  const { relationships, relations, snapshots } = file
  switch (event.type) {
    case 'RelationshipLinked': {
      if (relationships.some(({ id }) => id === event.relationship)) return file
      return { ...file, relationships: [...relationships, linked(event)] }
    }
    case 'RelationshipRecounted': {
      const changed = relationships.map((each) => (each.id === event.relationship ? linked(event) : each))
      return { ...file, relationships: changed }
    }
    case 'RelationshipUnlinked':
      return { ...file, relationships: relationships.filter(({ id }) => id !== event.relationship) }
    case 'InquiryLinked':
      return { ...file, inquiry: { id: event.inquiry, streamVersion: event.streamVersion } }
    case 'RelationDeclared':
      return { ...file, relations: [...relations, { person: event.person, relation: event.relation }] }
    case 'SnapshotTaken': {
      if (snapshots.some(({ id }) => id === event.snapshot)) return file
      return { ...file, snapshots: [...snapshots, taken(event)] }
    }
  }
}

function linked(event: EventOf<'RelationshipLinked' | 'RelationshipRecounted'>): LinkedRelationship {
  const { relationship: id, from, to, hours, meetings } = event
  return { id, from, ...(to === undefined ? {} : { to }), hours, meetings }
}

function taken(event: EventOf<'SnapshotTaken'>): Snapshot {
  const { snapshot: id, contentHash, on: takenOn, by: takenBy, mapping, relationships, inquiry } = event
  const more = inquiry === undefined ? {} : { inquiry }
  return { id, contentHash, takenOn, takenBy, mapping, relationships, ...more }
}
