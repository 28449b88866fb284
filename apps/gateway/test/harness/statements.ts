import type { testGateway } from './gateway.ts'

/** How many statements some work sends to the embedded database. */
export async function statementsOf(
  { database }: Awaited<ReturnType<typeof testGateway>>,
  work: () => Promise<unknown>,
): Promise<number> {
  const { client } = database.queue() as unknown as {
    client: { transaction: (work: (tx: object) => unknown) => unknown }
  }
  const original = client.transaction
  let statements = 0
  client.transaction = (inside) =>
    original.call(client, (tx) =>
      inside(
        new Proxy(tx, {
          get: (target, name) => {
            if (name === 'query') statements++
            const value = Reflect.get(target, name, target)
            return typeof value === 'function' ? value.bind(target) : value
          },
        }),
      ),
    )
  try {
    await work()
    return statements
  } finally {
    client.transaction = original
  }
}
