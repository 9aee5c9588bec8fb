import { listen } from '@octo/platform/http/listen.ts';
import { createShopApp } from '../../apps/shop/app.ts';
import { readProcessConfig } from '../../apps/shop/config.ts';
import { createShop } from '../../apps/shop/context.ts';
import { currentTraceId } from './parts/current-trace-id.ts';
import type { Cut } from './parts/kill-points.ts';
import { aroundEveryStep } from './parts/steps.ts';

// A shop to be killed in the middle of checkouts; it sweeps nothing. Its argument tells where to cut the first checkout,
// the second and so on: before or after a step it stands still for ever and says so, during a step it kills itself.
// A checkout without a cut runs through. Asked by any message, it tells the steps that the last checkout took.
const cuts: Cut[] = JSON.parse(process.argv[2] ?? '[]');

const config = readProcessConfig();
const shop = await createShop(config);
const app = await createShopApp(shop);
await shop.watch.refresh();

interface Checkout {
  cut: Cut | undefined;
  taken: string[];
}

/** By trace. What the shop does by itself has none. */
const checkouts = new Map<string, Checkout>();

function currentCheckout(): Checkout | undefined {
  const traceId = currentTraceId();
  if (traceId === undefined) return undefined;
  const checkout = checkouts.get(traceId) ?? { cut: cuts[checkouts.size], taken: [] };
  checkouts.set(traceId, checkout);
  return checkout;
}

aroundEveryStep(async (name, run) => {
  const checkout = currentCheckout();
  const step = checkout ? checkout.taken.push(name) - 1 : -1;
  const moment = checkout?.cut?.step === step ? checkout.cut.moment : undefined;
  if (moment === 'before') await standStill();
  const running = run();
  // The statement leaves the process at the end of this turn of its event loop.
  if (moment === 'during') setImmediate(() => process.kill(process.pid, 'SIGKILL'));
  const result = await running;
  if (moment === 'after') await standStill();
  return result;
});

function standStill(): Promise<never> {
  process.send?.('standing still');
  return new Promise(() => undefined);
}

process.on('message', () => process.send?.([...checkouts.values()].at(-1)?.taken));
process.on('disconnect', () => process.exit());
process.send?.({ ready: true, url: await listen(app, config.listen) });
