import type { PaymentRail } from './payment-rail.ts';

/** The rail, and how long one of its answers may take. */
export interface RailPort {
  rail: PaymentRail;
  railTimeoutMs: number;
}

/** Waits for an answer of the rail, as long as one may take; then throws. */
export async function askRail<T>(ctx: RailPort, ask: (rail: PaymentRail) => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the payment rail did not answer in time')), ctx.railTimeoutMs);
  });
  try {
    return await Promise.race([ask(ctx.rail), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
