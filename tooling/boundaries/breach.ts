/** The rules of the house that a machine can check. */
export const rules = {
  area: 'every area of the plan holds files',
  room: 'every file belongs to a room',
  door: 'every import goes through a door of the plan',
  circle: 'no file reaches itself through its imports',
  'folder-circle': 'no folder reaches itself through its imports',
  lines: 'no file is longer than 300 lines',
  name: 'every file is named after the one thing in it',
  comment: 'every export has a doc comment',
  air: 'packages take time, chance and surroundings as arguments',
} as const

/** A place where a rule does not hold, with what to do about it. */
export interface Breach {
  readonly rule: keyof typeof rules
  readonly file: string
  readonly line: number
  readonly message: string
}
