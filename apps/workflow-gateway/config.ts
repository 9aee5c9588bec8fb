import {
  addressFaults,
  addressOf,
  databaseSettings,
  type SignInNames,
  serviceSignIn,
} from '@octo/platform/config/database-settings.ts';
import { readSettings } from '@octo/platform/config/read-settings.ts';
import { type ServiceConfig, serviceConfig, serviceSettings } from '@octo/platform/config/service-settings.ts';
import { oneOf, text, webAddress, whole } from '@octo/platform/config/settings.ts';
import type { DatabaseAddress } from '@octo/platform/database/address.ts';
import { telemetrySettings } from '@octo/platform/telemetry/config.ts';
import { serviceName } from './service-name.ts';

const ports = { min: 0, max: 65_535 };
const dayMs = 24 * 60 * 60 * 1000;

export const gatewaySettings = {
  ...serviceSettings,
  PORT: whole('Port to listen on; 0 takes a free one', ports, { fallback: 8090 }),
  ...databaseSettings('octo_gateway'),
  DATABASE_POOL_MAX: whole(
    'Database sessions for requests; two more serve the process itself',
    { min: 2, max: 100 },
    { fallback: 6 },
  ),
  QUERY_DATABASE_URL: text(
    'The same for the queries of the lab, with the role octo_query, which may read views alone',
    { isOptional: true, isSecret: true, instead: 'ORACLE_QUERY_USER' },
  ),
  ORACLE_QUERY_DSN: text('Where the lab asks an Oracle database, best its _low service; as ORACLE_DSN when absent', {
    isOptional: true,
  }),
  ORACLE_QUERY_USER: text('User of the Oracle database for the queries of the lab, octo_query', { isOptional: true }),
  ORACLE_QUERY_PASSWORD: text('Password of that user', { isOptional: true, isSecret: true }),
  QUERY_POOL_MAX: whole(
    'Database sessions for the queries that people run in the lab; one more serves the sweeps',
    { min: 1, max: 20 },
    { fallback: 3 },
  ),
  QUERY_TIMEOUT_MS: whole(
    'A query of the lab that takes longer is ended',
    { min: 100, max: 60_000 },
    { fallback: 5000 },
  ),
  QUERY_ROW_LIMIT: whole('A query of the lab with more rows is refused', { min: 50, max: 10_000 }, { fallback: 500 }),
  WORKFLOW_POLL_SECONDS: whole('Seconds between two sweeps', { min: 30, max: 86_400 }, { fallback: 90 }),
  WORKFLOW_FAULTY_QUERY_ENABLED: oneOf('Whether a sweep runs a query that fails on purpose, too', ['true', 'false'], {
    fallback: 'false',
  }),
  WORKFLOW_RETENTION_DAYS: whole(
    'Days after which runs, executions and snapshots are deleted',
    { min: 1, max: 3650 },
    {
      fallback: 30,
    },
  ),
  SERVICE_CRM_URL: webAddress('Where the gateway reaches the CRM; without it, nobody gets in but our services', {
    isOptional: true,
  }),
  SERVICE_SHOP_URL: webAddress('Where the gateway reaches the shop; without it, its state is unknown', {
    isOptional: true,
  }),
  SERVICE_OBSERVATORY_URL: webAddress('Where the gateway reaches the observatory; without it, its state is unknown', {
    isOptional: true,
  }),
};

/** Another sign-in to the same database, for what people ask of it. */
const labSignIn: SignInNames = {
  url: 'QUERY_DATABASE_URL',
  dsn: ['ORACLE_QUERY_DSN', 'ORACLE_DSN'],
  user: 'ORACLE_QUERY_USER',
  password: 'ORACLE_QUERY_PASSWORD',
  tokenDir: undefined,
};

export interface GatewayConfig extends ServiceConfig {
  listen: { host: string; port: number };
  database: { address: DatabaseAddress; poolMax: number };
  lab: { address: DatabaseAddress; poolMax: number; timeoutMs: number; rowLimit: number };
  sweep: { pollSeconds: number; isFaultyQueryRun: boolean };
  retentionMs: number;
  /** Where the others are, for our services only. */
  peers: { crm: string | undefined; shop: string | undefined; observatory: string | undefined };
}

/** Throws ConfigurationError with every fault at once. */
export function readConfig(env: NodeJS.ProcessEnv): GatewayConfig {
  const values = readSettings({ ...telemetrySettings, ...gatewaySettings }, env, (told) =>
    [serviceSignIn, labSignIn].flatMap((signIn) => addressFaults(told, signIn)),
  );
  return Object.freeze({
    ...serviceConfig(values, serviceName),
    listen: { host: values.HOST, port: values.PORT },
    database: { address: addressOf(values, serviceSignIn), poolMax: values.DATABASE_POOL_MAX },
    lab: {
      address: addressOf(values, labSignIn),
      poolMax: values.QUERY_POOL_MAX,
      timeoutMs: values.QUERY_TIMEOUT_MS,
      rowLimit: values.QUERY_ROW_LIMIT,
    },
    sweep: {
      pollSeconds: values.WORKFLOW_POLL_SECONDS,
      isFaultyQueryRun: values.WORKFLOW_FAULTY_QUERY_ENABLED === 'true',
    },
    retentionMs: values.WORKFLOW_RETENTION_DAYS * dayMs,
    peers: {
      crm: values.SERVICE_CRM_URL,
      shop: values.SERVICE_SHOP_URL,
      observatory: values.SERVICE_OBSERVATORY_URL,
    },
  });
}

/** The configuration of this process. */
export function readProcessConfig(): GatewayConfig {
  return readConfig(process.env);
}
