import type { BenchDatabase } from './bench-database.ts';
import type { Child } from './child.ts';

export function shopArgs(isTraced: boolean, main = 'apps/shop/main.ts'): string[] {
  return isTraced ? ['--import', './apps/shop/telemetry.ts', main] : [main];
}

export function floorArgs(...args: string[]): string[] {
  return ['tools/bench/floors.ts', ...args];
}

export function shopEnvironment({ shopUrl }: BenchDatabase) {
  return {
    DATABASE_URL: shopUrl,
    SESSION_SECRET: 'a secret for measuring, long enough',
    INTERNAL_SERVICE_KEY: 'the internal key for measuring, long enough',
    PORT: '0',
    LOG_LEVEL: 'info',
  };
}

/** Every span is recorded, batched and sent to a receiver that drops it. */
export function tracedEnvironment(database: BenchDatabase, sink: Child) {
  return { ...shopEnvironment(database), OTEL_SERVICE_NAME: 'octo-drone-shop', OTEL_EXPORTER_OTLP_ENDPOINT: sink.url };
}
