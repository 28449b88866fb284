import type { Written } from './port.ts'

/** What a batch did, from how many of its rows were there before and how many were inserted or changed. */
export function tallied(all: number, before: number, touched: number): Written {
  const inserted = all - before
  return { inserted, updated: touched - inserted, unchanged: all - touched }
}
