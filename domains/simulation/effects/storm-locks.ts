import { every } from '@octo/platform/background/every.ts';
import type { LockStorm } from '../fault.ts';
import type { EffectPorts } from './effect-ports.ts';
import { lockPopularStock } from './lock-popular-stock.ts';

/** Locks the stock, lets go and locks it again; a lock that is held when it is disposed of ends at once. */
export function stormLocks(
  { products, holdMs, pauseMs }: LockStorm,
  { ctx, inTrace }: Pick<EffectPorts, 'ctx' | 'inTrace'>,
): AsyncDisposable {
  const end = new AbortController();
  const input = { products, holdMs, signal: end.signal };
  const lock = () => inTrace('simulation.lock_popular_stock', () => lockPopularStock(ctx, input));
  // What it fails over, its own trace tells.
  const storm = every(pauseMs, lock, () => undefined);
  return {
    [Symbol.asyncDispose]: async () => {
      end.abort();
      await storm[Symbol.asyncDispose]();
    },
  };
}
