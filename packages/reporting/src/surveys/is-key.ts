/** Whether a text is a key of an instrument or a survey: small letters, digits and single hyphens. */
export const isKey = (text: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
