import type { Secrets } from './secrets.ts';
import type { ServiceSpec } from './services.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where each service of this run listens, by its name. */
export type Ports = Readonly<Record<string, number>>;

export interface ServiceInput {
  readonly ports: Ports;
  readonly databaseUrl: string;
  readonly secrets: Secrets;
  /** Folder of the built pages. */
  readonly pagesDir: string | undefined;
  /** The environment of whoever started everything. */
  readonly own: Environment;
}

/**
 * What a service is started with. A person's own settings go through and win over what was made for this run; only where it
 * listens and who it is for the database are ours. The owner's way into the database is nobody's business but the owner's.
 */
export function serviceEnvironment(spec: ServiceSpec, input: ServiceInput): Environment {
  const { DATABASE_OWNER_URL: _, ...own } = input.own;
  const made = Object.entries(madeFor(spec, input)).filter(([name]) => !own[name] && !own[`${name}_FILE`]);
  return {
    ...own,
    ...Object.fromEntries(made),
    PORT: String(input.ports[spec.name]),
    HOST: '127.0.0.1',
    DATABASE_URL: input.databaseUrl,
  };
}

function madeFor(spec: ServiceSpec, { ports, secrets, pagesDir }: ServiceInput): Environment {
  const needed = { SESSION_SECRET: secrets.sessionSecret, PAGES_DIR: pagesDir };
  return {
    INTERNAL_SERVICE_KEY: secrets.internalServiceKey,
    ...Object.fromEntries(spec.needs.map((name) => [name, needed[name]])),
    ...peerUrls(spec, ports),
  };
}

/** The other services, where they are reached on this machine. */
function peerUrls({ name }: ServiceSpec, ports: Ports): Environment {
  const peers = Object.entries(ports).filter(([peer]) => peer !== name);
  return Object.fromEntries(
    peers.map(([peer, port]) => [`SERVICE_${peer.toUpperCase()}_URL`, `http://127.0.0.1:${port}`]),
  );
}
