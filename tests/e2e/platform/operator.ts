import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OrderDetail } from '@octo/contracts/crm/order.ts';
import type { Account, Operator } from '../../drills/parts/operator.ts';

/** The demo person of this name, with the password that the start has written. */
export async function demoAccount(dir: string, username: string): Promise<Account> {
  const { crm } = JSON.parse(await readFile(join(dir, '.octo', 'credentials.json'), 'utf8'));
  const { password } = crm.find((person: Account) => person.username === username);
  return { username, password };
}

/** The order as the CRM shows it, once it has been heard of there. */
export async function untilHeardOf({ get }: Operator, orderNumber: string): Promise<OrderDetail> {
  const found: { orders: { id: number; order_number: string }[] } = Object(
    (await get(`/api/orders?search=${orderNumber}`)).body,
  );
  assert.deepEqual(
    found.orders.map((order) => order.order_number),
    [orderNumber],
  );
  for (;;) {
    const order: OrderDetail = Object((await get(`/api/orders/${found.orders[0]?.id}`)).body);
    if (order.sync.status !== 'pending') return order;
    await sleep(50);
  }
}
