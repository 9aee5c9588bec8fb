import type { telemetrySettings } from '../telemetry/config.ts';
import type { Values } from './read-settings.ts';
import { oneOf, secret, text } from './settings.ts';

/** What every service is told, beside what is its own and what telemetry reads. */
export const serviceSettings = {
  APP_ENV: oneOf('What the process is for; production is strict', ['development', 'production'], {
    fallback: 'development',
  }),
  HOST: text('Address to listen on', { fallback: '127.0.0.1' }),
  INTERNAL_SERVICE_KEY: secret('What our services know each other by; at least 32 characters', { minLength: 32 }),
  INTERNAL_SERVICE_KEY_PREVIOUS: {
    ...secret('Also accepted, while the key is being changed', { minLength: 32 }),
    isOptional: true as const,
  },
  METRICS_TOKEN: {
    ...secret('Opens /metrics to who brings it as a bearer; at least 32 characters', { minLength: 32 }),
    isOptional: true as const,
  },
  TRUSTED_PROXIES: text(
    'Proxies whose X-Forwarded-* headers are believed: addresses, networks, or loopback, linklocal, uniquelocal; comma separated',
    { fallback: 'loopback' },
  ),
  LOG_LEVEL: oneOf('Least severe log lines written', ['debug', 'info', 'warn', 'error'], { fallback: 'info' }),
  GIT_SHA: text('Commit shown by /api/version', { fallback: 'unknown' }),
};

export interface ServiceConfig {
  environment: string;
  /** The first is ours, every one is accepted. */
  internalKeys: readonly [string, ...string[]];
  /** Opens /metrics, beside the keys. */
  metricsToken: string | undefined;
  trustedProxies: string;
  logLevel: string;
  service: { name: string; namespace: string; version: string; gitSha: string };
}

/** What those settings come to, for a service that calls itself so. */
export function serviceConfig(
  values: Values<typeof serviceSettings & typeof telemetrySettings>,
  ownName: string,
): ServiceConfig {
  const previous = values.INTERNAL_SERVICE_KEY_PREVIOUS;
  return {
    environment: values.APP_ENV,
    internalKeys: [values.INTERNAL_SERVICE_KEY, ...(previous === undefined ? [] : [previous])],
    metricsToken: values.METRICS_TOKEN,
    trustedProxies: values.TRUSTED_PROXIES,
    logLevel: values.LOG_LEVEL,
    service: {
      name: values.OTEL_SERVICE_NAME ?? ownName,
      namespace: values.SERVICE_NAMESPACE,
      version: values.APP_VERSION,
      gitSha: values.GIT_SHA,
    },
  };
}
