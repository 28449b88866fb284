import type { FastifyInstance } from 'fastify'
import type { Services } from '../context.ts'

/** `/health/live`: the process answers. `/health/ready`: so does its database. */
export function addHealth(app: FastifyInstance, { database }: Pick<Services, 'database'>) {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (request, reply) => {
    try {
      await within(2_000, database.ping())
      return { status: 'ready' }
    } catch (error) {
      request.log.error({ err: error }, 'the database does not answer')
      return reply.code(503).send({ status: 'not ready', reason: 'the database does not answer' })
    }
  })
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
