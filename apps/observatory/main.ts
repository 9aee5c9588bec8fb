import { listen } from '@octo/platform/http/listen.ts';
import { runService } from '@octo/platform/service/run-service.ts';
import { readProcessTelemetryConfig } from '@octo/platform/telemetry/config.ts';
import { startMetrics } from '@octo/platform/telemetry/metrics/start-metrics.ts';
import { resourceOf } from '@octo/platform/telemetry/start-telemetry.ts';
import { startAlarms } from './alarms/start-alarms.ts';
import { createIntakeApp, createObservatoryApp } from './app.ts';
import { readProcessConfig } from './config.ts';
import { createObservatory } from './context.ts';
import { countIntake } from './count-intake.ts';
import { countWatch } from './count-watch.ts';
import { startWatching } from './insight/start-watching.ts';
import { listenForOtlp } from './listen-for-otlp.ts';
import { keepOwnMetrics } from './own-cost/keep-own-metrics.ts';
import { serviceName } from './service-name.ts';

await runService(async (resources) => {
  const config = readProcessConfig();
  // It counts what it does, but it sends and traces nothing: that would come back to it without end.
  const resource = resourceOf(readProcessTelemetryConfig(serviceName));
  resources.use(startMetrics({ resource }));
  const observatory = resources.use(createObservatory(config));
  resources.use(countIntake(observatory));
  resources.use(keepOwnMetrics(observatory));
  resources.use(startAlarms(observatory));
  const { watch } = observatory;
  if (watch) {
    resources.use(countWatch(watch));
    resources.use(startWatching(watch, observatory.logger));
  }
  const app = await createObservatoryApp(observatory);
  resources.defer(() => app.close());
  const url = await listen(app, config.listen);
  observatory.intakePorts.add(Number(new URL(url).port));
  const intake = await createIntakeApp(observatory);
  resources.defer(() => intake.close());
  await listenForOtlp(intake, observatory);
  return url;
});
