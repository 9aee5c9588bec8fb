import { watchDatabase } from '@octo/platform/database/watch-database.ts';
import { listen } from '@octo/platform/http/listen.ts';
import { runService } from '@octo/platform/service/run-service.ts';
import { describeFailure } from '@octo/platform/telemetry/describe-failure.ts';
import { watchReadiness } from '@octo/platform/telemetry/metrics/service-metrics.ts';
import { tellEventsWith } from '@octo/platform/telemetry/tell-event.ts';
import { createShopApp } from './app.ts';
import { startBackgroundWork } from './background.ts';
import { readProcessConfig } from './config.ts';
import { createShop } from './context.ts';
import { startFaults } from './faults.ts';

await runService(async (resources) => {
  const config = readProcessConfig();
  const shop = resources.use(await createShop(config));
  resources.use(startBackgroundWork(shop));
  resources.use(watchDatabase(shop.serviceContext('watch').db, shop.logger));
  resources.use(tellEventsWith(shop.logger));
  const app = await createShopApp(shop);
  resources.defer(() => app.close());
  resources.use(startFaults(shop));
  await shop.watch.refresh().catch((error) => {
    shop.logger.warn(describeFailure(error), 'the storefront cannot be read; not ready until it can');
  });
  resources.use(
    watchReadiness(async () => {
      await shop.watch.refresh();
      shop.watch.storefront();
    }),
  );
  return await listen(app, config.listen);
});
