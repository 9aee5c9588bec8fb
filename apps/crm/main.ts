import { watchDatabase } from '@octo/platform/database/watch-database.ts';
import { listen } from '@octo/platform/http/listen.ts';
import { runService } from '@octo/platform/service/run-service.ts';
import { createCrmApp } from './app.ts';
import { startBackgroundWork } from './background.ts';
import { readProcessConfig } from './config.ts';
import { createCrm } from './context.ts';

await runService(async (resources) => {
  const config = readProcessConfig();
  const crm = resources.use(createCrm(config));
  resources.use(startBackgroundWork(crm));
  resources.use(watchDatabase(crm.serviceContext('watch').db, crm.logger));
  const app = await createCrmApp(crm);
  resources.defer(() => app.close());
  return await listen(app, config.listen);
});
