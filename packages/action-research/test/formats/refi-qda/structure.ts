/**
 * What the Project and Codebook schemas of REFI-QDA 1.0 (of 18 March 2019, MIT) say of the elements that this package writes, in
 * words of our own: the children in their order with how often they may come, the attributes with `!` where they must be
 * there. An attribute that ends in `GUID`, in `User`, or is `guid` holds a GUID.
 */
export const structure: Readonly<Record<string, { readonly children: string; readonly attributes: string }>> = {
  Project: {
    children: 'Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Description? NoteRef*',
    attributes: 'name! origin creatingUserGUID creationDateTime modifyingUserGUID modifiedDateTime basePath',
  },
  Users: { children: 'User+', attributes: '' },
  User: { children: '', attributes: 'guid! name id' },
  CodeBook: { children: 'Codes Sets?', attributes: 'origin' },
  Codes: { children: 'Code+', attributes: '' },
  Code: { children: 'Description? NoteRef* Code*', attributes: 'guid! name! isCodable! color' },
  Variables: { children: 'Variable+', attributes: '' },
  Variable: { children: 'Description?', attributes: 'guid! name! typeOfVariable!' },
  Cases: { children: 'Case+', attributes: '' },
  Case: { children: 'Description? CodeRef* VariableValue* SourceRef* SelectionRef*', attributes: 'guid! name' },
  Sources: { children: 'TextSource+', attributes: '' },
  TextSource: {
    children: 'Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*',
    attributes: 'guid! name richTextPath plainTextPath creatingUser creationDateTime modifyingUser modifiedDateTime',
  },
  PlainTextSelection: {
    children: 'Description? Coding* NoteRef*',
    attributes: 'guid! name startPosition! endPosition! creatingUser creationDateTime modifyingUser modifiedDateTime',
  },
  Coding: { children: 'CodeRef NoteRef*', attributes: 'guid! creatingUser creationDateTime' },
  VariableValue: { children: 'VariableRef TextValue? DateValue?', attributes: '' },
  Notes: { children: 'Note+', attributes: '' },
  Note: {
    children: 'Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*',
    attributes: 'guid! name richTextPath plainTextPath creatingUser creationDateTime modifyingUser modifiedDateTime',
  },
  Links: { children: 'Link+', attributes: '' },
  Link: { children: 'NoteRef*', attributes: 'guid! name direction color originGUID targetGUID' },
  Sets: { children: 'Set+', attributes: '' },
  Set: { children: 'Description? MemberCode* MemberSource* MemberNote*', attributes: 'guid! name!' },
  ...Object.fromEntries(
    ['CodeRef', 'SourceRef', 'NoteRef', 'VariableRef', 'MemberCode', 'MemberSource'].map((name) => [
      name,
      { children: '', attributes: 'targetGUID!' },
    ]),
  ),
  ...Object.fromEntries(
    ['Description', 'PlainTextContent', 'TextValue', 'DateValue'].map((name) => [
      name,
      { children: '', attributes: '' },
    ]),
  ),
}
