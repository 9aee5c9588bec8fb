// The shop as it is, but with a cache that keeps nothing: every request reaches the database.
import { listen } from '@octo/platform/http/listen.ts';
import { runService } from '@octo/platform/service/run-service.ts';
import { createShopApp } from '../../apps/shop/app.ts';
import { readProcessConfig } from '../../apps/shop/config.ts';
import { createShop } from '../../apps/shop/context.ts';

await runService(async (resources) => {
  const config = readProcessConfig();
  const shop = resources.use(await createShop(config));
  const app = await createShopApp({ ...shop, cache: { get: (_key, load) => load() } });
  resources.defer(() => app.close());
  await shop.watch.refresh();
  return await listen(app, config.listen);
});
