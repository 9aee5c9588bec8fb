import type { OracleSignIns } from '@octo/database/oracle/sign-ins.ts';
import { oracleEnvironment } from './oracle-database.ts';
import type { Secrets } from './secrets.ts';
import type { ServiceSpec } from './services.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where each service of this run listens, by its name. */
export type Ports = Readonly<Record<string, number>>;

export interface ServiceInput {
  readonly ports: Ports;
  /** Undefined for a service that has no business there. */
  readonly databaseUrl: string | undefined;
  /** The same for what people ask of the database. */
  readonly queryDatabaseUrl?: string | undefined;
  /** Where and as whom it may look at the database's own work. */
  readonly insightDatabaseUrl?: string | undefined;
  /** An Oracle database in place of those addresses. */
  readonly oracle?: OracleSignIns | undefined;
  readonly secrets: Secrets;
  /** Folder of the built pages. */
  readonly pagesDir: string | undefined;
  /** Where the source maps of built pages are. */
  readonly sourceMapDirs?: readonly string[];
  /** Where the observatory keeps what it is sent. */
  readonly observatoryDir: string;
  /** The environment of whoever started everything. */
  readonly own: Environment;
}

/**
 * What a service is started with. A person's own settings go through and win over what was made for this run; only where it
 * listens, who it is for the database and which pages it shows are ours. The owner's way into the database is nobody's business but the owner's.
 */
export function serviceEnvironment(spec: ServiceSpec, input: ServiceInput): Environment {
  const own = Object.fromEntries(Object.entries(input.own).filter(([name]) => isFor(spec, name)));
  const made = Object.entries(madeFor(spec, input)).filter(([name]) => !own[name] && !own[`${name}_FILE`]);
  return {
    ...own,
    ...Object.fromEntries(made),
    PORT: String(input.ports[spec.name]),
    HOST: '127.0.0.1',
    ...(input.databaseUrl === undefined ? {} : { DATABASE_URL: input.databaseUrl }),
    ...(input.queryDatabaseUrl === undefined ? {} : { QUERY_DATABASE_URL: input.queryDatabaseUrl }),
    ...(input.oracle === undefined ? {} : oracleEnvironment(spec, input.oracle)),
  };
}

/** Each service gets its own of these. An administrator's way into the database is for `npm run oracle:prepare` alone. */
const ours =
  /^(DATABASE_OWNER_URL|DATABASE_URL|QUERY_DATABASE_URL|PAGES_DIR)(_FILE)?$|^ORACLE_(ADMIN_|QUERY_)?(USER|PASSWORD|PASSWORD_FILE|TOKEN_DIR)$/;

/** A person may say what is watched, to who watches. */
const ofWatching = /^(INSIGHT_DATABASE_URL|ORACLE_INSIGHT_(USER|PASSWORD))(_FILE)?$/;

function isFor({ insightRole }: ServiceSpec, name: string): boolean {
  return !ours.test(name) && (insightRole !== undefined || !ofWatching.test(name));
}

function madeFor(spec: ServiceSpec, input: ServiceInput): Environment {
  const { ports, secrets, pagesDir, observatoryDir, insightDatabaseUrl, own } = input;
  const needed = { SESSION_SECRET: secrets.sessionSecret, PAGES_DIR: pagesDir, OBSERVATORY_DIR: observatoryDir };
  return {
    INTERNAL_SERVICE_KEY: secrets.internalServiceKey,
    ...Object.fromEntries(spec.needs.map((name) => [name, needed[name]])),
    // Who watches an Oracle database says so, and one is watched at a time.
    ...(insightDatabaseUrl && !own.ORACLE_INSIGHT_USER ? { INSIGHT_DATABASE_URL: insightDatabaseUrl } : {}),
    ...peerUrls(spec, ports),
    ...observing(spec, input),
  };
}

/** Telemetry goes to the observatory of this run; what it shows is linked for those who can open it, which is this machine alone. */
function observing({ name }: ServiceSpec, { ports, own, sourceMapDirs = [] }: ServiceInput): Environment {
  const { DNS_DOMAIN: domain, OBSERVATORY_TOKEN: token, OTEL_EXPORTER_OTLP_ENDPOINT: elsewhere } = own;
  const { observatory } = ports;
  if (observatory === undefined) return {};
  if (name === 'observatory')
    return { BROWSER_ORIGINS: publicOrigins(ports, domain).join(','), BROWSER_SOURCE_MAPS: sourceMapDirs.join(',') };
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${observatory}`,
    // A token of the observatory is for the observatory alone.
    ...(token && !elsewhere
      ? { OTEL_EXPORTER_OTLP_HEADERS: `authorization=Bearer%20${encodeURIComponent(token)}` }
      : {}),
    ...(showsPages(name) && !domain ? { RUM_URL: `http://localhost:${observatory}` } : {}),
    ...(name === 'crm' && !domain ? { OBSERVATORY_PUBLIC_URL: `http://localhost:${observatory}` } : {}),
  };
}

/** Their pages tell the observatory of visits. */
function showsPages(name: string): boolean {
  return name === 'shop' || name === 'crm';
}

/** Where the pages of this run are opened, and whose they are. */
function publicOrigins(ports: Ports, domain: string | undefined): string[] {
  const pages = Object.keys(ports).filter(showsPages);
  if (domain) return pages.map((name) => `${name}=https://${name}.${domain}`);
  return pages.flatMap((name) => ['localhost', '127.0.0.1'].map((host) => `${name}=http://${host}:${ports[name]}`));
}

/** The other services, where they are reached on this machine. */
function peerUrls({ name }: ServiceSpec, ports: Ports): Environment {
  const peers = Object.entries(ports).filter(([peer]) => peer !== name);
  return Object.fromEntries(
    peers.map(([peer, port]) => [`SERVICE_${peer.toUpperCase()}_URL`, `http://127.0.0.1:${port}`]),
  );
}
