import type { Sql, TransactionSql } from 'postgres'

/**
 * Has the driver keep its statements prepared. Drizzle asks it not to, and then each one with parameters takes two
 * journeys to the database, since what their types are is asked first, and none can be sent while another is answered.
 */
export function preparing(client: Sql): Sql {
  const { begin } = client
  const startWith = (work: Work) => begin((tx) => work(preparingWithin(tx)))
  return Object.assign(withPrepared(client, oneAtATime), { begin: startWith })
}

/**
 * Of a pool each connection has one statement at a time, as before: a quick one that was sent behind a slow one would
 * wait for it, though another connection is free. The driver asks this whether it may send more.
 */
const oneAtATime = { onexecute: () => false }

function preparingWithin(tx: TransactionSql): TransactionSql {
  const { savepoint } = tx
  const startWith = (work: Work) => savepoint((inner) => work(preparingWithin(inner)))
  return Object.assign(withPrepared(tx), { savepoint: startWith })
}

type Work = (tx: TransactionSql) => unknown

/** Without parameters it may be several statements at once, which cannot be prepared. */
function withPrepared<Client extends Sql | TransactionSql>(client: Client, further: object = {}): Client {
  const { unsafe } = client
  const prepared: typeof unsafe = (text, parameters = [], options = {}) =>
    unsafe(text, parameters, parameters.length > 0 ? { ...options, ...further, prepare: true } : options)
  return Object.assign(client, { unsafe: prepared })
}
