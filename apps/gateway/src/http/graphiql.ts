import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'

const fromSource = import.meta.url.endsWith('/src/http/graphiql.ts')
const built = new URL(fromSource ? '../../dist/graphiql/' : './graphiql/', import.meta.url)

const types: ReadonlyMap<string, string> = new Map([
  ['index.html', 'text/html; charset=utf-8'],
  ['graphiql.js', 'text/javascript; charset=utf-8'],
  ['graphiql.css', 'text/css; charset=utf-8'],
])

/** Nothing from elsewhere, and no script in the page; styles may be inline, because GraphiQL writes its own. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** GraphiQL at `/`, from files that this package's build made. */
export function addGraphiql(app: FastifyInstance, folder: URL = built) {
  app.get('/', async (_request, reply) => reply.redirect('/graphiql/index.html'))
  app.get('/graphiql', async (_request, reply) => reply.redirect('/graphiql/index.html'))
  app.get<{ Params: { file: string } }>('/graphiql/:file', async (request, reply) => {
    const { file } = request.params
    const type = types.get(file)
    if (type === undefined)
      return reply.code(404).type('text/plain').send('no such file; GraphiQL is at /graphiql/index.html\n')
    const content = await readIfThere(new URL(file, folder))
    if (content === undefined)
      return reply.code(404).type('text/plain').send('GraphiQL is not built; run npm run build\n')
    return reply.type(type).header('content-security-policy', policy).header('cache-control', 'no-cache').send(content)
  })
}

async function readIfThere(file: URL): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
