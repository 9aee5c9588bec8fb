import { dirname, join } from 'node:path';
import { oraclePlaceSettings } from '@octo/platform/config/database-settings.ts';
import { ConfigurationError, readSettings, type SettingFault } from '@octo/platform/config/read-settings.ts';
import { text, whole } from '@octo/platform/config/settings.ts';
import { services } from './start/services.ts';

const portVariable = (service: string) => `${service.toUpperCase()}_PORT`;

const portSettings = Object.fromEntries(
  services.map(({ name, title, port }) => [
    portVariable(name),
    whole(`${title}: preferred port; another is taken when it is busy`, { min: 1, max: 65_535 }, { fallback: port }),
  ]),
);

const postgresAddress = (describe: string) => ({
  ...text(describe, { isOptional: true, isSecret: true }),
  parse(value: string): string {
    if (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value)) return value;
    throw new Error('must be a postgres:// address, as in postgres://user:password@host:5432/database');
  },
});

const { ORACLE_WALLET_DIR, ORACLE_WALLET_PASSWORD } = oraclePlaceSettings;

export const toolsSettings = {
  DATABASE_URL: postgresAddress('Your own PostgreSQL server instead of the embedded one; services connect to it'),
  DATABASE_OWNER_URL: postgresAddress('Where migrations run and roles are made, when that is not DATABASE_URL'),
  ORACLE_DSN: text('An Oracle database in place of PostgreSQL, once `npm run oracle:prepare` has prepared it', {
    isOptional: true,
  }),
  ORACLE_WALLET_DIR,
  ORACLE_WALLET_PASSWORD,
  TEST_DATABASE_URL: postgresAddress('A PostgreSQL server for `npm test`, as its superuser, instead of one of its own'),
  CHROMIUM_PATH: text('An installed Chromium or Chrome for the journeys, instead of the one that npm brings', {
    isOptional: true,
  }),
  ...portSettings,
};

/** What the tools take from the environment. Services read their own; they are handed `environment` as it is. */
export interface ToolsConfig {
  readonly rootDir: string;
  readonly octoDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly oracleDsn: string | undefined;
  readonly oracleWallet: { readonly dir: string | undefined; readonly password: string | undefined };
  readonly testDatabaseUrl: string | undefined;
  /** Preferred ports by service name: `<NAME>_PORT`, else the one of the table of services. */
  readonly ports: Readonly<Record<string, number>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export function readToolsConfig(env: Readonly<Record<string, string | undefined>> = process.env): ToolsConfig {
  const rootDir = dirname(import.meta.dirname);
  const values = readSettings(toolsSettings, env, twoDatabases);
  return Object.freeze({
    rootDir,
    octoDir: join(rootDir, '.octo'),
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    oracleDsn: values.ORACLE_DSN,
    oracleWallet: { dir: values.ORACLE_WALLET_DIR, password: values.ORACLE_WALLET_PASSWORD },
    testDatabaseUrl: values.TEST_DATABASE_URL,
    ports: portsAmong(values),
    environment: env,
  });
}

function twoDatabases(values: Readonly<Record<string, unknown>>): SettingFault[] {
  if (values.ORACLE_DSN === undefined) return [];
  const message = 'one database only: ORACLE_DSN names another; unset one of the two';
  const named = ['DATABASE_URL', 'DATABASE_OWNER_URL'].filter((setting) => values[setting] !== undefined);
  return named.map((setting) => ({ setting, message }));
}

function portsAmong(values: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(services.map(({ name }) => [name, Number(values[portVariable(name)])]));
}

/** The configuration of this command; one that is not usable is said in words and ends it. */
export function readProcessConfig(): ToolsConfig {
  try {
    return readToolsConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
