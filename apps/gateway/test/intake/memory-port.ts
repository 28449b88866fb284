import type { IntakePort, IntakeWriter, Written } from '../../src/intake/port.ts'
import type { ParticipationRecord, PersonRecord, RelationshipRecord, ResponseRecord } from '../../src/intake/record.ts'

/** What an import has brought, by identity. */
export interface MemoryState {
  readonly people: Map<string, PersonRecord>
  readonly participations: Map<string, ParticipationRecord>
  readonly relationships: Map<string, RelationshipRecord>
  readonly responses: Map<string, ResponseRecord & { readonly wave: string }>
  readonly surveys: Map<string, unknown>
}

/** A port that keeps records in maps; transactions and nested work copy them and put the copy back. */
export function memoryPort(): IntakePort & { readonly state: MemoryState; calls: string[] } {
  const state: MemoryState = {
    people: new Map(),
    participations: new Map(),
    relationships: new Map(),
    responses: new Map(),
    surveys: new Map(),
  }
  const calls: string[] = []
  let seen = new Map<string, number>()

  async function guarded<T>(work: () => Promise<{ keep: boolean; value: T }>): Promise<T> {
    const copy = Object.entries(state).map(([name, map]) => [name as keyof MemoryState, new Map(map)] as const)
    const restore = () => {
      for (const [name, map] of copy) {
        state[name].clear()
        for (const [key, value] of map) (state[name] as Map<unknown, unknown>).set(key, value)
      }
    }
    try {
      const { keep, value } = await work()
      if (!keep) restore()
      return value
    } catch (error) {
      restore()
      throw error
    }
  }

  function upsert<T>(map: Map<string, T>, batch: readonly T[], identify: (record: T) => string): Written {
    const written = { inserted: 0, updated: 0, unchanged: 0 }
    for (const record of batch) {
      const key = identify(record)
      const before = map.get(key)
      if (before === undefined) written.inserted++
      else if (JSON.stringify(before) === JSON.stringify(record)) written.unchanged++
      else written.updated++
      map.set(key, record)
    }
    return written
  }

  const writer: IntakeWriter = {
    nested: guarded,
    programme: async ({ key }) => void calls.push(`programme ${key}`),
    survey: async ({ wave }) => {
      calls.push(`survey ${wave.key}`)
      state.surveys.set(wave.key, wave)
    },
    people: async (batch) => upsert(state.people, batch, ({ externalId }) => externalId),
    participations: async (batch) =>
      upsert(state.participations, batch, (row) => `${row.person} ${row.cohort} ${row.role}`),
    relationships: async (batch) => upsert(state.relationships, batch, ({ externalId }) => externalId),
    responses: async ({ wave }, batch) =>
      upsert(
        state.responses,
        batch.map((record) => ({ ...record, wave: wave.key })),
        (row) => `${row.wave} ${row.cohort} ${row.respondent}`,
      ),
    unknownPeople: async (ids) => new Set(ids.filter((id) => !state.people.has(id))),
    erasedPeople: async () => new Set(),
    beginFile: async () => {
      seen = new Map()
    },
    repeated: async (rows) =>
      rows.flatMap(({ identity, line }) => {
        const firstLine = seen.get(identity)
        if (firstLine !== undefined) return [{ line, firstLine }]
        seen.set(identity, line)
        return []
      }),
    oddities: async () => {
      const lacking = [...state.people.keys()].filter(
        (id) => ![...state.participations.values()].some(({ person }) => person === id),
      )
      return lacking.length === 0
        ? []
        : [{ code: 'person-without-role', count: lacking.length, examples: lacking.slice(0, 5) }]
    },
  }
  return { state, calls, transaction: (work) => guarded(() => work(writer)) }
}
