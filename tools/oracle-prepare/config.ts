import { dirname, join } from 'node:path';
import {
  addressFaults,
  addressOf,
  oraclePlaceSettings,
  type SignInNames,
} from '@octo/platform/config/database-settings.ts';
import { readSettings } from '@octo/platform/config/read-settings.ts';
import { text } from '@octo/platform/config/settings.ts';
import { isOracle, type OracleSignIn } from '@octo/platform/database/address.ts';

const { ORACLE_DSN, ORACLE_WALLET_DIR, ORACLE_WALLET_PASSWORD } = oraclePlaceSettings;

export const oraclePrepareSettings = {
  ORACLE_DSN: text(ORACLE_DSN.describe, {}),
  ORACLE_ADMIN_USER: text('Who may make users and limits in it', { fallback: 'ADMIN' }),
  ORACLE_ADMIN_PASSWORD: text('Password of that user', { isSecret: true }),
  ORACLE_WALLET_DIR,
  ORACLE_WALLET_PASSWORD,
};

const administrator: SignInNames = {
  url: 'no other address',
  dsn: ['ORACLE_DSN'],
  user: 'ORACLE_ADMIN_USER',
  password: 'ORACLE_ADMIN_PASSWORD',
  tokenDir: undefined,
};

/** The administrator's sign-in. Throws ConfigurationError with all that is wrong with it, as far as settings and files show. */
export function readAdministrator(env: NodeJS.ProcessEnv): OracleSignIn {
  const values = readSettings(oraclePrepareSettings, env, (read) =>
    read.ORACLE_DSN === undefined || read.ORACLE_ADMIN_PASSWORD === undefined ? [] : addressFaults(read, administrator),
  );
  const address = addressOf(values, administrator);
  if (!isOracle(address)) throw new TypeError('ORACLE_DSN is no address of Oracle');
  return address.oracle;
}

/** The environment of this command, and where generated things lie. */
export function thisPlace(): { env: NodeJS.ProcessEnv; octoDir: string } {
  return { env: process.env, octoDir: join(dirname(dirname(import.meta.dirname)), '.octo') };
}
