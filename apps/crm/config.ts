import { chaosFaults, chaosSettings } from '@octo/platform/config/chaos-settings.ts';
import { addressFaults, addressOf, databaseSettings, serviceSignIn } from '@octo/platform/config/database-settings.ts';
import { readSettings } from '@octo/platform/config/read-settings.ts';
import { type RumConfig, rumConfig, rumFaults, rumSettings } from '@octo/platform/config/rum-settings.ts';
import { type ServiceConfig, serviceConfig, serviceSettings } from '@octo/platform/config/service-settings.ts';
import { domainName, text, webAddress, whole } from '@octo/platform/config/settings.ts';
import type { DatabaseAddress } from '@octo/platform/database/address.ts';
import { telemetrySettings } from '@octo/platform/telemetry/config.ts';
import { serviceName } from './service-name.ts';

const ports = { min: 0, max: 65_535 };
const minuteMs = 60_000;

export const crmSettings = {
  ...serviceSettings,
  ...rumSettings,
  ...chaosSettings,
  PORT: whole('Port to listen on; 0 takes a free one', ports, { fallback: 8081 }),
  DNS_DOMAIN: domainName('Public domain; the CRM is then https://crm.{domain}', { isOptional: true }),
  ...databaseSettings('octo_crm'),
  DATABASE_POOL_MAX: whole(
    'Database sessions for requests; two more serve the process itself',
    { min: 2, max: 100 },
    { fallback: 10 },
  ),
  SERVICE_SHOP_URL: webAddress('Where the CRM reaches the shop; without it, messages to the shop wait', {
    isOptional: true,
  }),
  SERVICE_GATEWAY_URL: webAddress(
    'Where the CRM reaches the workflow gateway; without it, the query lab says that there is none',
    { isOptional: true },
  ),
  SERVICE_OBSERVATORY_URL: webAddress(
    'Where the CRM reaches the observatory; without it, the story of a record is told from our own tables alone',
    { isOptional: true },
  ),
  OBSERVATORY_TOKEN: text('Opens the observatory, where that wants a token', { isOptional: true, isSecret: true }),
  APM_TRACE_URL: {
    ...text(
      'Where the staff opens a trace in the console of OCI APM, with {trace_id} in it; OBSERVATORY_PUBLIC_URL goes before it',
      {
        isOptional: true,
      },
    ),
    parse: traceAddress,
  },
  OBSERVATORY_PUBLIC_URL: webAddress(
    'Where browsers of the staff reach the observatory; without it, traces are told by their id alone',
    { isOptional: true },
  ),
  SESSION_IDLE_MINUTES: whole(
    'A session ends when it was not used for so long',
    { min: 1, max: 1440 },
    { fallback: 60 },
  ),
  SESSION_LONGEST_MINUTES: whole(
    'A session ends after so long, used or not',
    { min: 1, max: 10_080 },
    { fallback: 720 },
  ),
  PAGES_DIR: text('Folder of the built pages; without it the API is served alone', { isOptional: true }),
};

export interface CrmConfig extends ServiceConfig {
  listen: { host: string; port: number };
  /** Who the pages tell of visits; undefined tells nobody. */
  rum: RumConfig | undefined;
  /** Whether it may be broken on purpose. */
  isChaosEnabled: boolean;
  /** Where browsers reach the CRM; undefined serves whatever host they asked for. */
  publicUrl: string | undefined;
  database: { address: DatabaseAddress; poolMax: number };
  /** Where the shop is, for our services only; undefined leaves messages to it waiting. */
  shopUrl: string | undefined;
  /** Where the workflow gateway is, for our services only. */
  gatewayUrl: string | undefined;
  /** Where the observatory is, for our services only, and what opens it. */
  observatory: { url: string | undefined; token: string | undefined };
  /** Where the staff opens traces in their browsers. */
  observatoryPublicUrl: string | undefined;
  /** The same in the console of OCI APM, with {trace_id} in it. */
  apmTraceUrl: string | undefined;
  session: { idleMs: number; longestMs: number };
  pagesDir: string | undefined;
}

function traceAddress(value: string): string {
  const url = URL.parse(value.replace('{trace_id}', '0'));
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw new Error('must be an absolute http(s) address');
  if (!value.includes('{trace_id}')) throw new Error('must say with {trace_id} where the id goes');
  return value;
}

/** Throws ConfigurationError with every fault at once. */
export function readConfig(env: NodeJS.ProcessEnv): CrmConfig {
  const values = readSettings({ ...telemetrySettings, ...crmSettings }, env, (told) => [
    ...addressFaults(told, serviceSignIn),
    ...rumFaults(told),
    ...chaosFaults(told),
  ]);
  const common = serviceConfig(values, serviceName);
  return Object.freeze({
    ...common,
    rum: rumConfig(values, common.service),
    isChaosEnabled: values.CHAOS_ENABLED === 'true',
    listen: { host: values.HOST, port: values.PORT },
    publicUrl: values.DNS_DOMAIN === undefined ? undefined : `https://crm.${values.DNS_DOMAIN}`,
    database: { address: addressOf(values, serviceSignIn), poolMax: values.DATABASE_POOL_MAX },
    shopUrl: values.SERVICE_SHOP_URL,
    gatewayUrl: values.SERVICE_GATEWAY_URL,
    observatory: { url: values.SERVICE_OBSERVATORY_URL, token: values.OBSERVATORY_TOKEN },
    observatoryPublicUrl: values.OBSERVATORY_PUBLIC_URL,
    apmTraceUrl: values.APM_TRACE_URL,
    session: { idleMs: values.SESSION_IDLE_MINUTES * minuteMs, longestMs: values.SESSION_LONGEST_MINUTES * minuteMs },
    pagesDir: values.PAGES_DIR,
  });
}

/** The configuration of this process. */
export function readProcessConfig(): CrmConfig {
  return readConfig(process.env);
}
