/** What the editor holds on a first visit: a query that has an answer on any data, and what to try after it. */
export const firstQuery = `# Ctrl+Enter (Mac: Cmd+Enter) runs this.
#
# Next: add a line below "title" and press
# Ctrl+Space to be offered more fields, or read
# about all of them: the book at the top left.
#
# Nothing there? A bearer token, in the field
# above, says who is asking.

{
  institution {
    key
    name
  }
  programmes(first: 10) {
    nodes {
      key
      title
    }
  }
}
`
