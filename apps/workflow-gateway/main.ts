import { pingDatabase } from '@octo/domains/workflows';
import { watchDatabase } from '@octo/platform/database/watch-database.ts';
import { listen } from '@octo/platform/http/listen.ts';
import { runService } from '@octo/platform/service/run-service.ts';
import { watchReadiness } from '@octo/platform/telemetry/metrics/service-metrics.ts';
import { createGatewayApp } from './app.ts';
import { startBackgroundWork } from './background.ts';
import { readProcessConfig } from './config.ts';
import { createGateway } from './context.ts';

await runService(async (resources) => {
  const config = readProcessConfig();
  const gateway = resources.use(createGateway(config));
  const app = await createGatewayApp(gateway);
  resources.defer(() => app.close());
  const url = await listen(app, config.listen);
  resources.use(startBackgroundWork(gateway));
  resources.use(watchDatabase(gateway.serviceContext('watch').db, gateway.logger));
  resources.use(watchReadiness(() => pingDatabase(gateway.serviceContext('readiness'))));
  return url;
});
