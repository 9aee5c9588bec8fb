import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { addToCart, ask, checkOut } from '../../drills/parts/buyer.ts';
import { signIn } from '../../drills/parts/operator.ts';
import { eventually, type SignalHouse } from '../house.ts';

/** What goes wrong now and then: somebody is in everybody's way, a table may not be read, passwords are guessed. */
export async function haveTrouble(house: SignalHouse, duringLock: () => Promise<void>): Promise<void> {
  await waitForSomebody(house, duringLock);
  await loseSession(house);
  await failForEverybody(house);
  await guessPasswords(house);
}

/** A checkout takes more than two seconds, for somebody holds on to the stock. */
async function waitForSomebody({ owner, urls: { shop } }: SignalHouse, duringLock: () => Promise<void>): Promise<void> {
  const patient = { sessionId: 'a-buyer-of-patience', email: 'ada@buyer.test', method: 'bank_transfer' } as const;
  assert.equal((await addToCart(shop, patient.sessionId, 2)).status, 200);
  const locking = await owner.startTransaction().execute();
  await sql`lock table stock_levels in exclusive mode`.execute(locking);
  const bought = checkOut(shop, patient);
  await duringLock();
  const waiting = sql<{ pid: number }>`select pid from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database() and clock_timestamp() - query_start > interval '2.2 s'`;
  await eventually('the checkout to wait', async () => (await waiting.execute(owner)).rows[0]);
  await locking.rollback().execute();
  assert.equal((await bought).status, 200);
}

/** The database ends the session of somebody who waits. */
async function loseSession({ owner, urls: { shop } }: SignalHouse): Promise<void> {
  const locking = await owner.startTransaction().execute();
  await sql`lock table cart_items in exclusive mode`.execute(locking);
  const added = addToCart(shop, 'a-buyer-who-is-cut-off', 2);
  const end = sql`select pg_terminate_backend(pid) from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database()`;
  await eventually('the session to end', async () => (await end.execute(owner)).rows[0]);
  await locking.rollback().execute();
  assert.equal((await added).status, 503);
}

async function failForEverybody({ owner, urls: { shop } }: SignalHouse): Promise<void> {
  await sql`revoke select on products from octo_shop`.execute(owner);
  // A search is never kept ready, so that this one reaches the database.
  assert.equal((await ask(`${shop}/api/products?search=nothing`)).status, 500);
  await sql`grant select on products to octo_shop`.execute(owner);
}

/** Until the door is shut. */
async function guessPasswords({ urls: { crm } }: SignalHouse): Promise<void> {
  await eventually('the lock-out', async () => {
    const guess = signIn(crm, { username: 'somebody', password: 'a wild guess' });
    const refusal: unknown = await guess.catch((error: unknown) => error);
    return /429/.test(String(refusal)) || undefined;
  });
}
