const labels: Readonly<Record<string, string>> = {
  '.graphiql-query-editor textarea': 'Query',
  '.graphiql-editor-tool .graphiql-editor:nth-child(1) textarea': 'Variables',
  '.graphiql-editor-tool .graphiql-editor:nth-child(2) textarea': 'Headers',
  '.result-window textarea': 'Answer',
}

/** Names each editor for those who hear the page, whenever it appears: GraphiQL makes them late and without a name. */
export function labelEditors(place: Element): void {
  const label = () => {
    for (const [selector, name] of Object.entries(labels))
      for (const editor of place.querySelectorAll(`${selector}:not([aria-label])`))
        editor.setAttribute('aria-label', name)
  }
  new MutationObserver(label).observe(place, { childList: true, subtree: true })
}
