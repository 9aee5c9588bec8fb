import type { Tables } from '@octo/database/tables.ts';
import { createTestDatabase } from '@octo/database/testing/test-database.ts';
import { openDatabase } from '@octo/platform/database/open-database.ts';
import type { Kysely } from 'kysely';
import { shopEnv, startShopProcess } from '../../../apps/shop/testing/shop-process.ts';

export type Owner = Kysely<Tables>;

export interface RunningShop extends AsyncDisposable {
  url: string;
  /** The shop's database as its owner, to arrange and to look. */
  owner: Owner;
}

/** The shop as it is started everywhere, on a seeded database of its own and a free port, perhaps with further settings. What it logs is shown at its end. */
export async function startShop(env: Record<string, string> = {}): Promise<RunningShop> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase({ seed: true }));
  const owner = openDatabase<Tables>({ url: database.ownerUrl, applicationName: 'journeys', poolMax: 2 });
  stack.defer(() => owner.destroy());
  const shop = startShopProcess({ ...shopEnv(database.urls.octo_shop), LOG_LEVEL: 'error', ...env });
  stack.defer(async () => {
    const { output } = await shop.stop('SIGTERM');
    if (output !== '') console.error(output);
  });
  const url = await shop.url;
  const started = stack.move();
  return { url, owner, [Symbol.asyncDispose]: () => started.disposeAsync() };
}
