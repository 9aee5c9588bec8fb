import type { Ctx } from '../context.ts';
import type { RailPort } from '../payments/index.ts';

/** What checkout needs beside the usual: the rail, and how patient it is. */
export interface CheckoutCtx extends Ctx, RailPort {
  /** How long a repeat waits for the first request with its key. */
  repeatWaitMs: number;
}
