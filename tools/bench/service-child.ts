import type { BenchDatabase } from './bench-database.ts';
import type { Child } from './child.ts';

const internalKey = 'the internal key for measuring, long enough';
export const internalHeaders = { 'x-internal-service-key': internalKey };

type App = 'shop' | 'crm';

/** Arguments of Node for a service; without its telemetry it records nothing at all. */
export function serviceArgs(app: App, isTraced = true, main = `apps/${app}/main.ts`): string[] {
  return isTraced ? ['--import', `./apps/${app}/telemetry.ts`, main] : [main];
}

export function floorArgs(...args: string[]): string[] {
  return ['tools/bench/floors.ts', ...args];
}

export function serviceEnvironment(app: App, { urls }: Pick<BenchDatabase, 'urls'>): Record<string, string> {
  const own = app === 'shop' ? { SESSION_SECRET: 'a secret for measuring, long enough' } : {};
  return {
    DATABASE_URL: urls[`octo_${app}`] ?? '',
    INTERNAL_SERVICE_KEY: internalKey,
    PORT: '0',
    LOG_LEVEL: 'info',
    ...own,
  };
}

/** Every span is recorded, batched and sent to a receiver that drops it. */
export function tracedEnvironment(
  app: App,
  database: Pick<BenchDatabase, 'urls'>,
  sink: Child,
): Record<string, string> {
  return { ...serviceEnvironment(app, database), OTEL_EXPORTER_OTLP_ENDPOINT: sink.url };
}
