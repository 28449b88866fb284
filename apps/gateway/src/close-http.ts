import { Server as NetServer } from 'node:net'
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/**
 * Stops listening, answers every request that has arrived, and closes. Whoever has not sent the rest of a request after
 * `milliseconds`, or still listens to a stream, is let go.
 */
export async function closeHttp(app: FastifyInstance, milliseconds: number): Promise<void> {
  const { server } = app
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false
  })
  let idle: NodeJS.Timeout | undefined
  const patience = setTimeout(() => server.closeAllConnections(), milliseconds)
  try {
    await untilQuiet(server, 'connection')
    // Closing the HTTP server would cut connections whose request lies unread, so only its door is closed at first.
    NetServer.prototype.close.call(server)
    await untilQuiet(server, 'request')
    // Connections that were kept alive end one after the other, as their answers are given.
    idle = setInterval(() => server.closeIdleConnections(), 50)
    await app.close()
  } finally {
    clearInterval(idle)
    clearTimeout(patience)
  }
}

/** Waits until this process has looked for what arrives, and nothing has, three times in a row; a second and a half at most. */
async function untilQuiet(server: NetServer, event: 'connection' | 'request') {
  let arrived = 0
  const count = () => {
    arrived++
  }
  server.on(event, count)
  const begun = performance.now()
  for (let quiet = 0; quiet < 3 && performance.now() - begun < 1_500; ) {
    const before = arrived
    await wait(30)
    await turn()
    quiet = arrived === before ? quiet + 1 : 0
  }
  server.off(event, count)
}
