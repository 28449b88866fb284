import { Server as NetServer } from 'node:net'
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/**
 * Stops listening, answers every request of a connection that was accepted, and closes. Whoever has not sent the rest of
 * a request after `milliseconds`, or still listens to a stream, is let go.
 */
export async function closeHttp(app: FastifyInstance, milliseconds: number): Promise<void> {
  const { server } = app
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false
  })
  // Closing cuts connections that nobody has taken up yet, or whose request lies unread: first those are read.
  await lookRound(2)
  NetServer.prototype.close.call(server)
  await lookRound(5)
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const patience = setTimeout(() => server.closeAllConnections(), milliseconds)
  try {
    await app.close()
  } finally {
    clearInterval(idle)
    clearTimeout(patience)
  }
}

/** Lets the process look so many times at what has arrived. */
async function lookRound(times: number) {
  for (let time = 0; time < times; time++) {
    await wait(30)
    await turn()
  }
}
