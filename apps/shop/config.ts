import { chaosFaults, chaosSettings } from '@octo/platform/config/chaos-settings.ts';
import { addressFaults, addressOf, databaseSettings, serviceSignIn } from '@octo/platform/config/database-settings.ts';
import { readSettings, type SettingFault, type Values } from '@octo/platform/config/read-settings.ts';
import { type RumConfig, rumConfig, rumFaults, rumSettings } from '@octo/platform/config/rum-settings.ts';
import { type ServiceConfig, serviceConfig, serviceSettings } from '@octo/platform/config/service-settings.ts';
import { domainName, oneOf, secret, text, webAddress, whole } from '@octo/platform/config/settings.ts';
import type { DatabaseAddress } from '@octo/platform/database/address.ts';
import { telemetrySettings } from '@octo/platform/telemetry/config.ts';
import { serviceName } from './service-name.ts';

const ports = { min: 0, max: 65_535 };

export const shopSettings = {
  ...serviceSettings,
  ...rumSettings,
  ...chaosSettings,
  PORT: whole('Port to listen on; 0 takes a free one', ports, { fallback: 8080 }),
  DNS_DOMAIN: domainName('Public domain; the shop is then https://shop.{domain}', { isOptional: true }),
  SHOP_SLUG: text('The storefront that this process is', { fallback: 'primary-store' }),
  ...databaseSettings('octo_shop'),
  DATABASE_POOL_MAX: whole(
    'Database sessions for requests; eight more serve the process itself',
    { min: 2, max: 100 },
    { fallback: 10 },
  ),
  SESSION_SECRET: secret('Signs the cookie that names a cart; at least 32 characters', { minLength: 32 }),
  PAYMENT_RAIL: oneOf('Who takes the money; production has to name it', ['simulated'], { isOptional: true }),
  PAYMENT_TIMEOUT_MS: whole('How long the card processor may take', { min: 100, max: 60_000 }, { fallback: 5000 }),
  CHECKOUT_REPEAT_WAIT_MS: whole(
    'How long a repeat waits for the first request with its Idempotency-Key',
    { min: 0, max: 25_000 },
    { fallback: 10_000 },
  ),
  SERVICE_CRM_URL: webAddress('Where the shop reaches the CRM; without it, messages to the CRM wait', {
    isOptional: true,
  }),
  SERVICE_GATEWAY_URL: webAddress('Where the shop reaches the workflow gateway, to tell our services how that does', {
    isOptional: true,
  }),
};

export interface ShopConfig extends ServiceConfig {
  isProduction: boolean;
  listen: { host: string; port: number };
  /** Who the pages tell of visits; undefined tells nobody. */
  rum: RumConfig | undefined;
  /** Whether it may be broken on purpose. */
  isChaosEnabled: boolean;
  /** Where browsers reach the shop; undefined serves whatever host they asked for. */
  publicUrl: string | undefined;
  shopSlug: string;
  database: { address: DatabaseAddress; poolMax: number };
  sessionSecret: string;
  payment: { timeoutMs: number };
  checkout: { repeatWaitMs: number };
  /** Where the CRM is, for our services only; undefined leaves messages to it waiting. */
  crmUrl: string | undefined;
  /** Where the workflow gateway is, for our services only. */
  gatewayUrl: string | undefined;
}

/** Throws ConfigurationError with every fault at once. */
export function readConfig(env: NodeJS.ProcessEnv): ShopConfig {
  const values = readSettings({ ...telemetrySettings, ...shopSettings }, env, faultsOf);
  const common = serviceConfig(values, serviceName);
  return Object.freeze({
    ...common,
    rum: rumConfig(values, common.service),
    isChaosEnabled: values.CHAOS_ENABLED === 'true',
    isProduction: values.APP_ENV === 'production',
    listen: { host: values.HOST, port: values.PORT },
    publicUrl: values.DNS_DOMAIN === undefined ? undefined : `https://shop.${values.DNS_DOMAIN}`,
    shopSlug: values.SHOP_SLUG,
    database: { address: addressOf(values, serviceSignIn), poolMax: values.DATABASE_POOL_MAX },
    sessionSecret: values.SESSION_SECRET,
    payment: { timeoutMs: values.PAYMENT_TIMEOUT_MS },
    checkout: { repeatWaitMs: values.CHECKOUT_REPEAT_WAIT_MS },
    crmUrl: values.SERVICE_CRM_URL,
    gatewayUrl: values.SERVICE_GATEWAY_URL,
  });
}

function faultsOf(values: Partial<Values<typeof shopSettings>>): SettingFault[] {
  const faults = [...addressFaults(values, serviceSignIn), ...rumFaults(values), ...chaosFaults(values)];
  if (values.APP_ENV === 'production' && values.PAYMENT_RAIL === undefined)
    faults.push({ setting: 'PAYMENT_RAIL', message: 'is required in production' });
  return faults;
}

/** The configuration of this process. */
export function readProcessConfig(): ShopConfig {
  return readConfig(process.env);
}
