import { GraphiQL } from 'graphiql'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { fetcher } from './fetcher.ts'
import { firstQuery } from './first-query.ts'
import { labelEditors } from './label-editors.ts'
import { keepToken, readToken } from './token.ts'

const field = document.querySelector<HTMLInputElement>('#token')
const place = document.querySelector('#graphiql')
if (field === null || place === null) throw new TypeError('index.html lacks #token or #graphiql')

field.value = readToken()
field.addEventListener('input', () => keepToken(field.value))

field.form?.addEventListener('submit', (event) => event.preventDefault())
labelEditors(place)

// Headers may hold a token too; GraphiQL would keep them in localStorage, which outlives the tab.
createRoot(place).render(createElement(GraphiQL, { fetcher, defaultQuery: firstQuery, shouldPersistHeaders: false }))
