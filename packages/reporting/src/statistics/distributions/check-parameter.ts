/** A number that is finite and above 0, as it is; throws a RangeError that names it otherwise. */
export function positive(value: number, name: string): number {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${name} is a number above 0, and not ${value}.`)
  return value
}

/** A number, as it is; throws a RangeError that names it when it is none, or infinite. */
export function finite(value: number, name: string): number {
  if (!Number.isFinite(value)) throw new RangeError(`${name} is a finite number, and not ${value}.`)
  return value
}

/** A whole number from 0 upwards, as it is; throws a RangeError that names it otherwise. */
export function count(value: number, name: string): number {
  if (!(Number.isSafeInteger(value) && value >= 0))
    throw new RangeError(`${name} is a whole number from 0 upwards, and not ${value}.`)
  return value
}
