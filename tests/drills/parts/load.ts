import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, addToCart, checkOut, type Purchase } from './buyer.ts';
import { sideBySide, until } from './wait.ts';

const pauseMs = 50;

export interface Load {
  /** Every answer that came so far. */
  answers: Answer[];
  /** The last answer to each purchase that came to its end. */
  outcomes: Map<Purchase, Answer>;
  /** Fulfilled when every buyer is through; rejected when the shop did not answer. */
  done: Promise<void>;
}

/** Checks out what lies in the carts, so many at a time. Who is put off tries again, and so does, with the same key, who gets no answer. */
export function startCheckouts(shopUrl: () => string, purchases: readonly Purchase[], atOnce: number): Load {
  const answers: Answer[] = [];
  const outcomes: Load['outcomes'] = new Map();
  const done = sideBySide(purchases, atOnce, (purchase) =>
    until(`an answer for ${purchase.sessionId}`, async () => {
      const answer = await checkOut(shopUrl(), purchase).catch(() => undefined);
      if (answer) answers.push(answer);
      if (answer && !isPutOff(answer)) outcomes.set(purchase, answer);
      else await sleep(pauseMs);
      return outcomes.has(purchase);
    }),
  );
  return { answers, outcomes, done };
}

/** Lets buyers put one product each into their carts and check out, so many at a time; who is put off tries again. */
export function startLoad(shopUrl: string, productId: number, purchases: readonly Purchase[], atOnce: number): Load {
  const answers: Answer[] = [];
  const outcomes: Load['outcomes'] = new Map();
  async function persist(ask: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const answer = await ask();
      answers.push(answer);
      if (!isPutOff(answer)) return answer;
      await sleep(pauseMs);
    }
  }
  const done = sideBySide(purchases, atOnce, async (purchase) => {
    await persist(() => addToCart(shopUrl, purchase.sessionId, productId));
    outcomes.set(purchase, await persist(() => checkOut(shopUrl, purchase)));
  });
  return { answers, outcomes, done };
}

function isPutOff({ status, body }: Answer): boolean {
  return status === 503 || body.code === 'checkout.still_running';
}
