import {
  addressFaults,
  addressOf,
  oraclePlaceSettings,
  type SignInNames,
} from '@octo/platform/config/database-settings.ts';
import { readSettings, type SettingFault, type Values } from '@octo/platform/config/read-settings.ts';
import { type ServiceConfig, serviceSettings } from '@octo/platform/config/service-settings.ts';
import { commaSeparated, secret, text, webAddress, whole } from '@octo/platform/config/settings.ts';
import type { DatabaseAddress } from '@octo/platform/database/address.ts';
import { telemetrySettings } from '@octo/platform/telemetry/config.ts';
import { isLoopback } from './loopback.ts';
import { serviceName } from './service-name.ts';

const ports = { min: 0, max: 65_535 };
const megabyte = 1024 * 1024;
const hourMs = 3_600_000;

const { APP_ENV, HOST, TRUSTED_PROXIES, LOG_LEVEL, GIT_SHA } = serviceSettings;

const origins = {
  ...text('Pages that may tell of visits: name=origin, such as shop=https://shop.example.com, comma separated', {
    fallback: '',
  }),
  parse(value: string): string {
    for (const { origin, app } of originsIn(value))
      if (URL.parse(origin)?.origin !== origin || !/^[a-z][a-z0-9-]{0,30}$/.test(app))
        throw new Error('must be names and origins such as shop=https://shop.example.com');
    return value;
  },
};

/** Whose pages an origin has. An origin without a name is that of an app called `pages`. */
function originsIn(list: string): { app: string; origin: string }[] {
  return commaSeparated(list).map((entry) => {
    const [, app = 'pages', origin = ''] = /^(?:([^=:/]*)=)?(.*)$/.exec(entry) ?? [];
    return { app, origin };
  });
}

export const observatorySettings = {
  APP_ENV,
  HOST,
  TRUSTED_PROXIES,
  LOG_LEVEL,
  GIT_SHA,
  PORT: whole('Port to listen on; 0 takes a free one', ports, { fallback: 8070 }),
  OTLP_PORT: whole(
    'Second port, for OTLP alone, where exporters look by default; 0 for none. Does without it when it is taken',
    ports,
    { fallback: 4318 },
  ),
  OBSERVATORY_DIR: text('Folder of the store', { fallback: '.octo/observatory' }),
  OBSERVATORY_STORE_MB: whole(
    'The store holds at most so many MB; the oldest traces make room',
    { min: 16, max: 1_000_000 },
    { fallback: 512 },
  ),
  OBSERVATORY_KEEP_HOURS: whole('What is older leaves the store', { min: 1, max: 8760 }, { fallback: 72 }),
  OBSERVATORY_TOKEN: {
    ...secret('Opens the observatory; required as soon as HOST is more than loopback. At least 32 characters', {
      minLength: 32,
    }),
    isOptional: true as const,
  },
  BROWSER_ORIGINS: origins,
  BROWSER_SOURCE_MAPS: text(
    'Folders with the source maps of those pages, comma separated; without them an error is told by its place in the file that was sent',
    { fallback: '' },
  ),
  INSIGHT_DATABASE_URL: text(
    'postgres:// address of the database to watch, with the role octo_insight; or ORACLE_INSIGHT_USER. Without both nothing is watched',
    { isOptional: true, isSecret: true },
  ),
  ORACLE_INSIGHT_USER: text('User of the Oracle database that may look at its work, octo_insight', {
    isOptional: true,
  }),
  ORACLE_INSIGHT_PASSWORD: text('Password of that user', { isOptional: true, isSecret: true }),
  ...oraclePlaceSettings,
  OBSERVATORY_INSIGHT_MB: whole(
    'What is kept of the database may take so many MB, beside the store; the oldest minutes make room',
    { min: 16, max: 1_000_000 },
    { fallback: 128 },
  ),
  OBSERVATORY_INSIGHT_KEEP_DAYS: whole(
    'Days that figures of the database are kept',
    { min: 1, max: 365 },
    { fallback: 30 },
  ),
  ALARM_WEBHOOK_URL: webAddress(
    'Told of alarms that fire and are cleared, by POST of JSON; its `text` is for chat programs',
    {
      isOptional: true,
      isSecret: true,
    },
  ),
  OBSERVATORY_ALARM_PACE: whole(
    'Divides all times of the alarm rules, for classes: with 60, what takes an hour takes a minute; none becomes shorter than 30 s',
    { min: 1, max: 360 },
    { fallback: 1 },
  ),
  OBSERVATORY_PUBLIC_URL: webAddress(
    'Where people open the observatory, for links in what is sent of alarms; without it they lead to this machine',
    { isOptional: true },
  ),
  PAGES_DIR: text('Folder of the built pages; without it the API is served alone', { isOptional: true }),
};

const insightSignIn: SignInNames = {
  url: 'INSIGHT_DATABASE_URL',
  dsn: ['ORACLE_DSN'],
  user: 'ORACLE_INSIGHT_USER',
  password: 'ORACLE_INSIGHT_PASSWORD',
  tokenDir: undefined,
};

export interface ObservatoryConfig extends Omit<ServiceConfig, 'internalKeys' | 'metricsToken'> {
  listen: { host: string; port: number };
  /** Where OTLP is taken beside the port above; undefined for nowhere. */
  otlpPort: number | undefined;
  store: { dir: string; limitBytes: number; keepMs: number };
  /** Undefined needs no sign-in, which only loopback may have. */
  token: string | undefined;
  /** The database to watch; undefined watches none. */
  insight: DatabaseAddress | undefined;
  /** What is kept of its work, beside the store. */
  insightStore: { limitBytes: number; keepMs: number };
  /** Whose pages may tell of visits: the app by its origin. */
  browserOrigins: ReadonlyMap<string, string>;
  /** Folders with the source maps of those pages. */
  sourceMapDirs: readonly string[];
  /** How fast alarms are judged, and who is told of them; without an address nobody is. */
  alarms: { pace: number; webhookUrl: string | undefined; publicUrl: string | undefined };
  pagesDir: string | undefined;
}

/** Throws ConfigurationError with every fault at once. */
export function readConfig(env: NodeJS.ProcessEnv): ObservatoryConfig {
  const values = readSettings({ ...telemetrySettings, ...observatorySettings }, env, faultsOf);
  return Object.freeze({
    environment: values.APP_ENV,
    trustedProxies: values.TRUSTED_PROXIES,
    logLevel: values.LOG_LEVEL,
    service: {
      name: values.OTEL_SERVICE_NAME ?? serviceName,
      namespace: values.SERVICE_NAMESPACE,
      version: values.APP_VERSION,
      gitSha: values.GIT_SHA,
    },
    listen: { host: values.HOST, port: values.PORT },
    otlpPort: values.OTLP_PORT === 0 ? undefined : values.OTLP_PORT,
    store: {
      dir: values.OBSERVATORY_DIR,
      limitBytes: values.OBSERVATORY_STORE_MB * megabyte,
      keepMs: values.OBSERVATORY_KEEP_HOURS * hourMs,
    },
    token: values.OBSERVATORY_TOKEN,
    insight: isWatching(values) ? addressOf(values, insightSignIn) : undefined,
    insightStore: {
      limitBytes: values.OBSERVATORY_INSIGHT_MB * megabyte,
      keepMs: values.OBSERVATORY_INSIGHT_KEEP_DAYS * 24 * hourMs,
    },
    browserOrigins: new Map(originsIn(values.BROWSER_ORIGINS).map(({ app, origin }) => [origin, app])),
    alarms: {
      pace: values.OBSERVATORY_ALARM_PACE,
      webhookUrl: values.ALARM_WEBHOOK_URL,
      publicUrl: values.OBSERVATORY_PUBLIC_URL,
    },
    sourceMapDirs: commaSeparated(values.BROWSER_SOURCE_MAPS),
    pagesDir: values.PAGES_DIR,
  });
}

function faultsOf(values: Partial<Values<typeof observatorySettings>>): SettingFault[] {
  const faults = isWatching(values) ? addressFaults(values, insightSignIn) : [];
  const { OBSERVATORY_TOKEN: token, HOST: host } = values;
  if (token === undefined && host !== undefined && !isLoopback(host)) {
    const reason = `it shows what goes on inside, and HOST=${host} lets others in. At least 32 characters`;
    faults.push({ setting: 'OBSERVATORY_TOKEN', message: `is required (${reason})` });
  }
  return faults;
}

/** The place of an Oracle database alone asks for nothing: whoever starts everything hands it to all. */
function isWatching(values: Partial<Values<typeof observatorySettings>>): boolean {
  return values.INSIGHT_DATABASE_URL !== undefined || values.ORACLE_INSIGHT_USER !== undefined;
}

/** The configuration of this process. */
export function readProcessConfig(): ObservatoryConfig {
  return readConfig(process.env);
}
