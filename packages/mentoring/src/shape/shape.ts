/** A string of one sort. A `code` is short and without white space, so that it can carry no sentence; only a `text` can. */
export interface StringShape {
  readonly sort: 'id' | 'day' | 'code' | 'text'
  /** The most characters of a `text`. */
  readonly most?: number
}

/** A whole number within bounds. */
export interface WholeShape {
  readonly sort: 'whole'
  readonly least: number
  readonly most: number
}

/** True or false; `only` where one of them is the only answer. */
export interface FlagShape {
  readonly sort: 'flag'
  readonly only?: boolean
}

/** One of the listed strings. */
export interface ListedShape {
  readonly sort: 'listed'
  readonly values: readonly string[]
}

/** A list of values of one shape. */
export interface ListShape<E = never> {
  readonly sort: 'list'
  readonly each: [E] extends [never] ? Shape : ShapeFor<E>
  readonly least: number
}

/** An object with exactly these fields. */
export interface ObjectShape<T = never> {
  readonly sort: 'object'
  readonly fields: Fields
  /** Never set: it ties the shape to its type. */
  readonly of?: (value: T) => T
}

/** An object whose fields depend on one of them. */
export interface CasesShape<T = never> {
  readonly sort: 'cases'
  readonly by: string
  readonly cases: Readonly<Record<string, Fields>>
  /** Never set: it ties the shape to its type. */
  readonly of?: (value: T) => T
}

/** A field that may be absent. */
export interface OptionalField {
  readonly sort: 'optional'
  readonly shape: Shape
}

/** What a JSON value of this package looks like, as data that a program can walk. */
export type Shape =
  | StringShape
  | WholeShape
  | FlagShape
  | ListedShape
  // biome-ignore lint/suspicious/noExplicitAny: a shape of any type stands here, and the tie to its type is invariant
  | ListShape<any>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  | ObjectShape<any>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  | CasesShape<any>

/** The fields of an object, by name. */
export type Fields = Readonly<Record<string, Shape | OptionalField>>

/** The shapes that a value of type `V` may be given: a listed union of strings asks for a list, a list for a list, and so on. */
export type ShapeFor<V> = [V] extends [boolean]
  ? FlagShape
  : [V] extends [number]
    ? WholeShape
    : [V] extends [string]
      ? string extends V
        ? StringShape
        : ListedShape
      : [V] extends [readonly (infer E)[]]
        ? ListShape<E>
        : ObjectShape<V> | CasesShape<V>

/** The fields that an object of type `T` must be given: every property, no other, and `optional` where it may be absent. */
export type FieldsFor<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? OptionalField & { readonly shape: ShapeFor<Exclude<T[K], undefined>> }
    : ShapeFor<T[K]>
}

/** The member of the union `T` that may say `C` in `B`. */
type CaseOf<T, B extends keyof T, C> = T extends unknown ? (C extends T[B] ? T : never) : never

/** An id. */
export const id: StringShape = { sort: 'id' }
/** A day written YYYY-MM-DD. */
export const day: StringShape = { sort: 'day' }
/** A short code: at most 40 letters, digits and `-`, `.` or `:` between them. */
export const code: StringShape = { sort: 'code' }
/** Either of true and false. */
export const flag: FlagShape = { sort: 'flag' }

/** Gives the shape of a text with something in it, of at most so many characters. */
export function text(most: number): StringShape {
  return { sort: 'text', most }
}

/** Gives the shape of a whole number from `least` to `most`. */
export function whole(least: number, most: number): WholeShape {
  return { sort: 'whole', least, most }
}

/** Gives the shape of one of these strings. */
export function listed(values: readonly string[]): ListedShape {
  return { sort: 'listed', values }
}

/** Gives the shape of a list of at least so many values. */
export function list<E>(each: ShapeFor<E>, least = 0): ListShape<E> {
  return { sort: 'list', each: each as ListShape<E>['each'], least }
}

/** Gives a field that may be absent. */
export function optional<S extends Shape>(shape: S): OptionalField & { readonly shape: S } {
  return { sort: 'optional', shape }
}

/** Gives the shape of an object; the compiler refuses a field that `T` lacks, and one of `T` that is left out. */
export function object<T>(fields: FieldsFor<T>): ObjectShape<T> {
  return { sort: 'object', fields: fields as unknown as Fields }
}

/** Gives the shape of a union told apart by `by`, with the other fields of each case. */
export function cases<T extends { readonly [P in B]: string }, B extends keyof T & string>(
  by: B,
  fieldsOf: { readonly [C in T[B]]: FieldsFor<Omit<CaseOf<T, B, C>, B>> },
): CasesShape<T> {
  return { sort: 'cases', by, cases: fieldsOf as unknown as Readonly<Record<string, Fields>> }
}
