import type { BenchDatabase } from './bench-database.ts';
import { fillCarts } from './carts.ts';
import { buyer } from './checkout-recording.ts';
import { productsOf } from './checkout-replay.ts';
import { sessionOf } from './deliveries.ts';

/** Numbered from 1, each with a cart of two lines. */
export interface Buyers {
  /** Fills the carts of the next ones; returns the number of the first. */
  next(count: number): Promise<number>;
  /** What a buyer sends at the checkout. */
  orderOf(buyerNumber: number): object;
}

const firstLineId = 900_000_000;

/** Buyers whose sessions begin with a name of their own. */
export async function createBuyers(database: BenchDatabase, name: string): Promise<Buyers> {
  const { rows } = await database.owner.query<{ email: string }>('select email from customers order by id limit 50');
  const session = (number: number) => sessionOf(name, number);
  let nextBuyer = 1;
  return {
    next: async (count) => {
      const from = nextBuyer;
      nextBuyer += count;
      const numbers = Array.from({ length: count }, (_, index) => from + index);
      const lines = numbers.flatMap((number) =>
        productsOf(number).map((productId, line) => ({
          id: firstLineId + 2 * number + line,
          sessionId: session(number),
          productId,
        })),
      );
      await fillCarts(database, lines);
      return from;
    },
    orderOf: (number) => ({
      ...buyer,
      customer_email: rows[number % rows.length]?.email,
      payment_token: 'tok_accepted',
      session_id: session(number),
    }),
  };
}
