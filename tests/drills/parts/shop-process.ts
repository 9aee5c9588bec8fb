import type { ChildProcess } from 'node:child_process';
import { shopEnv, startShopProcess } from '../../../apps/shop/testing/shop-process.ts';
import { ask } from './buyer.ts';
import { soon, until } from './wait.ts';

export interface ShopProcess extends AsyncDisposable {
  url: string;
  child: ChildProcess;
  /** The signal or code it ended with. */
  exited: Promise<string>;
}

export interface ShopProcessOptions {
  databaseUrl: string;
  env?: Record<string, string>;
  /** What runs instead of the shop's own `main.ts`, and its arguments. */
  entry?: string;
  args?: string[];
}

/** Starts a shop as a process of its own, and waits until it is open. */
export async function startShop({ databaseUrl, env, entry, args }: ShopProcessOptions): Promise<ShopProcess> {
  const shop = startShopProcess({ ...shopEnv(databaseUrl), LOG_LEVEL: 'error', ...env }, { entry, args });
  const exited = shop.ended.then(({ code, signal, output }) => {
    if (code) console.error(`a shop failed:\n${output.slice(-4000)}`);
    return String(signal ?? code);
  });
  const url = await soon('a shop that is ready', shop.url);
  if (entry === undefined) await until('a shop that is open', async () => (await ask(`${url}/ready`)).status === 200);
  return { url, child: shop.child, exited, [Symbol.asyncDispose]: async () => void (await shop.stop('SIGTERM')) };
}
