import { expect, test } from 'vitest'
import * as formats from '../../src/formats/index.ts'
import * as ukpsf from '../../src/index.ts'

test('the subpath exports these names and no others, none of them of the main entry', () => {
  expect(Object.keys(formats).sort()).toEqual([
    'fromCase',
    'identifierOf',
    'readJsonLd',
    'readMatrix',
    'readTurtle',
    'recogniseEdition',
    'toCase',
    'toMatrix',
    'toSkos',
    'writeJsonLd',
    'writeMatrix',
    'writeTurtle',
  ])
  for (const name of Object.keys(formats)) expect(ukpsf).not.toHaveProperty(name)
})
