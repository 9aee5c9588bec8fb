import { setTimeout as sleep } from 'node:timers/promises';
import { faultyField } from '@octo/platform/errors/app-error.ts';
import type { CheckoutCtx } from './checkout-context.ts';
import { type CheckoutInput, keyIdOf, requestHashOf } from './checkout-input.ts';
import { type CheckoutOutcome, stillRunning } from './checkout-outcome.ts';
import { selectKey } from './queries.ts';

const pollEveryMs = 100;

/**
 * The outcome of the first request with this key, once it has one. Undefined when the key became free.
 * Throws Conflict when the first request was another one, or is still running after the wait.
 */
export async function awaitFirst(
  ctx: CheckoutCtx,
  input: CheckoutInput,
  key: string,
): Promise<CheckoutOutcome | undefined> {
  const id = keyIdOf(input.sessionId, key);
  const deadlineMs = performance.now() + ctx.repeatWaitMs;
  for (;;) {
    const [first] = await selectKey(ctx.db, { id });
    if (!first) return undefined;
    if (first.requestHash !== requestHashOf(input)) {
      throw faultyField(
        'Conflict',
        'checkout.key_reused',
        'Idempotency-Key',
        'This Idempotency-Key was used for a different request.',
      );
    }
    if (first.responseBody !== null) return asOutcome(first.responseBody);
    if (performance.now() >= deadlineMs) throw stillRunning();
    await sleep(pollEveryMs);
  }
}

/** Written by finishCheckout. */
function asOutcome(body: string): CheckoutOutcome {
  return JSON.parse(body) as CheckoutOutcome;
}
