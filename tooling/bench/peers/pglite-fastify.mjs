// The least a server with an embedded database can do: open the data directory, listen, answer from the database.
const modules = new URL('../../../apps/gateway/node_modules/', import.meta.url)
const { PGlite } = await import(new URL('@electric-sql/pglite/dist/index.js', modules).href)
const { fastify } = await import(new URL('fastify/fastify.js', modules).href)

const database = await PGlite.create(process.argv[2])
const server = fastify()
server.get('/', async () => (await database.query('select 1 as one')).rows[0])
process.once('SIGTERM', async () => {
  await server.close()
  await database.close()
  process.exit(0)
})
console.log(`ready at ${await server.listen({ host: '127.0.0.1', port: 0 })} `)
