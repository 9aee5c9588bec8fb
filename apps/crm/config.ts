import { addressFaults, addressOf, databaseSettings, serviceSignIn } from '@octo/platform/config/database-settings.ts';
import { readSettings } from '@octo/platform/config/read-settings.ts';
import { type ServiceConfig, serviceConfig, serviceSettings } from '@octo/platform/config/service-settings.ts';
import { domainName, text, webAddress, whole } from '@octo/platform/config/settings.ts';
import type { DatabaseAddress } from '@octo/platform/database/address.ts';
import { telemetrySettings } from '@octo/platform/telemetry/config.ts';
import { serviceName } from './service-name.ts';

const ports = { min: 0, max: 65_535 };
const minuteMs = 60_000;

export const crmSettings = {
  ...serviceSettings,
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
  /** Where browsers reach the CRM; undefined serves whatever host they asked for. */
  publicUrl: string | undefined;
  database: { address: DatabaseAddress; poolMax: number };
  /** Where the shop is, for our services only; undefined leaves messages to it waiting. */
  shopUrl: string | undefined;
  /** Where the workflow gateway is, for our services only. */
  gatewayUrl: string | undefined;
  /** Where the staff opens traces in their browsers. */
  observatoryPublicUrl: string | undefined;
  session: { idleMs: number; longestMs: number };
  pagesDir: string | undefined;
}

/** Throws ConfigurationError with every fault at once. */
export function readConfig(env: NodeJS.ProcessEnv): CrmConfig {
  const values = readSettings({ ...telemetrySettings, ...crmSettings }, env, (told) =>
    addressFaults(told, serviceSignIn),
  );
  return Object.freeze({
    ...serviceConfig(values, serviceName),
    listen: { host: values.HOST, port: values.PORT },
    publicUrl: values.DNS_DOMAIN === undefined ? undefined : `https://crm.${values.DNS_DOMAIN}`,
    database: { address: addressOf(values, serviceSignIn), poolMax: values.DATABASE_POOL_MAX },
    shopUrl: values.SERVICE_SHOP_URL,
    gatewayUrl: values.SERVICE_GATEWAY_URL,
    observatoryPublicUrl: values.OBSERVATORY_PUBLIC_URL,
    session: { idleMs: values.SESSION_IDLE_MINUTES * minuteMs, longestMs: values.SESSION_LONGEST_MINUTES * minuteMs },
    pagesDir: values.PAGES_DIR,
  });
}

/** The configuration of this process. */
export function readProcessConfig(): CrmConfig {
  return readConfig(process.env);
}
