import { ConfigError } from '../config.ts'
import type { OperatorEvent, OperatorRequest, Tell } from '../operator/request.ts'

/** Has the running gateway do the work, since it owns the data directory: the exit code. */
export async function askGateway(
  owner: { address: string; secret: string },
  request: OperatorRequest,
  tell: Tell,
  signal: AbortSignal,
): Promise<number> {
  const response = await fetch(new URL('/operator', owner.address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-operator-secret': owner.secret },
    body: JSON.stringify(request),
    signal,
  }).catch((error: Error) => {
    if (signal.aborted) return undefined
    throw new ConfigError(
      `the gateway at ${owner.address} owns the data directory and does not answer (${error.message}); stop it and run the command again`,
    )
  })
  if (response === undefined) return 130
  if (!response.ok || response.body === null)
    throw new ConfigError(
      `the gateway at ${owner.address} refused the command (${response.status}); is it of another version? Stop it and run the command again`,
    )
  let code: number | undefined
  try {
    for await (const line of linesOf(response.body)) {
      const event = JSON.parse(line) as OperatorEvent
      if (event.kind === 'end') code = event.code
      else tell(event)
    }
  } catch (error) {
    if (signal.aborted) return 130
    throw new ConfigError(
      `the gateway at ${owner.address} stopped half-way (${(error as Error).message}); of an unfinished file nothing was kept. Run the command again`,
    )
  }
  if (code === undefined)
    throw new ConfigError(
      `the gateway at ${owner.address} stopped half-way; of an unfinished file nothing was kept. Run the command again`,
    )
  return code
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter((line) => line !== '')
  }
}
