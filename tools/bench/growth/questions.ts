import { encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { Buyers } from '../buyers.ts';
import { get, postJson } from '../http-bytes.ts';
import type { Side } from './side.ts';

/** Something that is asked of a small and of a big house alike. */
export interface Question {
  what: string;
  of: 'shop' | 'crm';
  /** Looks what to ask a house for. */
  open(side: Side): Promise<Asker>;
}

/** Makes ready for so many requests, and returns what makes each. */
export type Asker = (count: number) => Promise<() => Buffer>;

const always =
  (request: () => Buffer): Asker =>
  async () =>
    request;

const fixed = (what: string, path: string): Question => ({
  what,
  of: 'shop',
  open: async () => always(get(path)),
});

const operators = (what: string, pathOf: (side: Side) => Promise<string> | string): Question => ({
  what,
  of: 'crm',
  open: async (side) => always(get(await pathOf(side), { cookie: side.cookie })),
});

export const questions: readonly Question[] = [
  fixed('product list page, uncached', '/shop'),
  fixed('product list API, uncached', '/api/products?limit=24'),
  fixed('product list API by price, second page', '/api/products?limit=24&sort_by=price&offset=24'),
  fixed('product search', '/api/products?limit=24&search=camera'),
  fixed('product search for what is not there', '/api/products?limit=24&search=zeppelin'),
  fixed('product page, uncached', '/products/7'),
  fixed('product API, uncached', '/api/products/7'),
  {
    what: 'checkout of two lines',
    of: 'shop',
    open:
      async ({ buyers }) =>
      (count) =>
        checkouts(buyers, count),
  },
  operators('CRM orders list, first page', () => '/api/orders?limit=50'),
  operators('CRM orders list, deep page', async (side) => `/api/orders?limit=50&after=${await middleOf(side)}`),
  operators(
    'CRM orders search by e-mail',
    async (side) => `/api/orders?limit=50&search=${encodeURIComponent(await someEmail(side))}`,
  ),
  operators('CRM orders search for what is not there', () => '/api/orders?limit=50&search=zeppelin'),
  operators('CRM dashboard', () => '/api/dashboard/summary'),
];

async function checkouts(buyers: Buyers, count: number): Promise<() => Buffer> {
  let next = await buyers.next(count);
  return () => postJson('/api/shop/checkout', buyers.orderOf(next++));
}

/** Of a customer of both houses. */
async function someEmail({ database: { owner } }: Side): Promise<string> {
  const { rows } = await owner.query<{ email: string }>(
    'select customer_email as email from orders order by id limit 1',
  );
  return rows[0]?.email ?? '';
}

/** The cursor of a page in the middle of all orders. */
async function middleOf({ database: { owner } }: Side): Promise<string> {
  const { rows } = await owner.query<{ at: Date; id: string }>(
    'select created_at as at, id from orders order by created_at, id offset (select count(*) / 2 from orders) limit 1',
  );
  const [middle] = rows;
  if (!middle) throw new Error('there is no order');
  return encodeCursor('orders.newest', { value: middle.at, id: Number(middle.id) });
}
