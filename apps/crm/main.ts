import { getCatalogVersion } from '@octo/domains/catalog';
import { watchDatabase } from '@octo/platform/database/watch-database.ts';
import { listen } from '@octo/platform/http/listen.ts';
import { runService } from '@octo/platform/service/run-service.ts';
import { watchReadiness } from '@octo/platform/telemetry/metrics/service-metrics.ts';
import { tellEventsWith } from '@octo/platform/telemetry/tell-event.ts';
import { createCrmApp } from './app.ts';
import { startBackgroundWork } from './background.ts';
import { readProcessConfig } from './config.ts';
import { createCrm } from './context.ts';
import { startFaults } from './faults.ts';

await runService(async (resources) => {
  const config = readProcessConfig();
  const crm = resources.use(createCrm(config));
  resources.use(startBackgroundWork(crm));
  resources.use(watchDatabase(crm.serviceContext('watch').db, crm.logger));
  resources.use(tellEventsWith(crm.logger));
  const app = await createCrmApp(crm);
  resources.defer(() => app.close());
  resources.use(startFaults(crm));
  resources.use(watchReadiness(() => getCatalogVersion(crm.serviceContext('readiness'))));
  return await listen(app, config.listen);
});
