import { dirname, join } from 'node:path';
import { readSettings } from '@octo/platform/config/read-settings.ts';
import { text } from '@octo/platform/config/settings.ts';

export const toolsSettings = {
  DATABASE_URL: text('Your own PostgreSQL server instead of the embedded one; services connect to it', {
    isOptional: true,
    isSecret: true,
  }),
  DATABASE_OWNER_URL: text('Where migrations run and roles are made, when that is not DATABASE_URL', {
    isOptional: true,
    isSecret: true,
  }),
  TEST_DATABASE_URL: text('A PostgreSQL server for `npm test`, as its superuser, instead of one of its own', {
    isOptional: true,
    isSecret: true,
  }),
};

/** What the tools take from the environment. Services read their own; they are handed `environment` as it is. */
export interface ToolsConfig {
  readonly rootDir: string;
  readonly octoDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly testDatabaseUrl: string | undefined;
  /** Preferred ports by service name, from `<NAME>_PORT`. */
  readonly ports: Readonly<Record<string, number>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export function readToolsConfig(env: Readonly<Record<string, string | undefined>> = process.env): ToolsConfig {
  const rootDir = dirname(import.meta.dirname);
  const values = readSettings(toolsSettings, env);
  return Object.freeze({
    rootDir,
    octoDir: join(rootDir, '.octo'),
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    testDatabaseUrl: values.TEST_DATABASE_URL,
    ports: readPorts(env),
    environment: env,
  });
}

function readPorts(env: Readonly<Record<string, string | undefined>>): Record<string, number> {
  const ports: Record<string, number> = {};
  for (const [name, value] of Object.entries(env)) {
    const service = /^([A-Z]+)_PORT$/.exec(name)?.[1]?.toLowerCase();
    if (service && value && /^\d{2,5}$/.test(value)) ports[service] = Number(value);
  }
  return ports;
}
