import { addToCart, checkOut } from '../../drills/parts/buyer.ts';

/** People who look at a product and buy it, one after the other and each at their time, whatever the shop answers. */
export interface Buyers extends AsyncDisposable {
  /** From now on they go to this shop. */
  goTo(url: string): void;
  /** How many have bought something. */
  bought(): number;
}

const everyMs = 500;
const products = 3;

export function keepBuying(firstUrl: string): Buyers {
  let url = firstUrl;
  let come = 0;
  let bought = 0;
  const under = new Set<Promise<void>>();

  async function buy(number: number): Promise<void> {
    const shop = url;
    const productId = 1 + (number % products);
    const sessionId = `buyer-of-signals-${number}`;
    await (await fetch(`${shop}/products/${productId}`)).arrayBuffer();
    const added = await addToCart(shop, sessionId, productId);
    if (added.status !== 200) return;
    const email = `buyer${number}@example.com`;
    const { status } = await checkOut(shop, { sessionId, email, method: 'credit_card', token: 'tok_accepted' });
    if (status === 200) bought += 1;
  }

  const timer = setInterval(() => {
    come += 1;
    const visit = buy(come).catch(() => undefined);
    under.add(visit);
    void visit.then(() => under.delete(visit));
  }, everyMs);

  return {
    goTo: (next) => {
      url = next;
    },
    bought: () => bought,
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await Promise.all(under);
    },
  };
}
