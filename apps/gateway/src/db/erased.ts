/** What stands in place of a text that was erased. */
export const erasedText = '[erased]'
