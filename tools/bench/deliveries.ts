import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchDatabase } from './bench-database.ts';

/** How orders came to the CRM: when the first was placed and the last accepted, and how long each took. */
export interface Deliveries {
  orders: number;
  /** From the first delivery to the last. */
  deliveringSeconds: number;
  /** From the first order placed to the last. */
  placingSeconds: number;
  /** From the order placed to the shop knowing that it was decided, by the clock of the shop. */
  latenciesMs: number[];
}

const lastPatienceMs = 90_000;

/** Waits until the orders of these buyers are delivered. Throws when that does not come to an end, or one was not decided on. */
export async function awaitDeliveries(
  { owner }: Pick<BenchDatabase, 'owner'>,
  sessions: { name: string; from: number; count: number },
  signal: AbortSignal,
): Promise<Deliveries> {
  const deadline = performance.now() + lastPatienceMs;
  for (;;) {
    signal.throwIfAborted();
    const { rows } = await owner.query<{ placed: number; delivered: number; decided: number } & Deliveries>(
      `select count(*)::int as placed, count(d.delivered_at)::int as delivered, count(a.order_id)::int as decided,
        extract(epoch from max(d.delivered_at) - min(d.delivered_at))::float as "deliveringSeconds",
        extract(epoch from max(o.placed_at) - min(o.placed_at))::float as "placingSeconds",
        coalesce(array_agg(extract(epoch from d.delivered_at - o.placed_at)::float * 1000), '{}') as "latenciesMs"
      from orders o
      left join outbox b on b.order_id = o.id and b.event_type = 'order.placed'
      left join outbox_deliveries d on d.event_id = b.id
      left join order_acceptances a on a.order_id = o.id
      where o.session_id between $1 and $2 and o.placed_at is not null`,
      [sessionOf(sessions.name, sessions.from), sessionOf(sessions.name, sessions.from + sessions.count - 1)],
    );
    const [row] = rows;
    if (row && row.delivered >= sessions.count) {
      if (row.decided !== row.placed) throw new Error(`of ${row.placed} orders, ${row.decided} were decided on`);
      return { ...row, orders: row.placed };
    }
    if (performance.now() > deadline)
      throw new Error(`only ${row?.delivered} of ${sessions.count} orders were delivered`);
    await sleep(100);
  }
}

export function sessionOf(name: string, number: number): string {
  return `${name}-${String(number).padStart(8, '0')}`;
}
