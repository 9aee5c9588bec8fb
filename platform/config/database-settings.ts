import { type DatabaseAddress, isOracle, type OracleCredential } from '../database/address.ts';
import { signInFaults } from '../database/engines/oracle/check-sign-in.ts';
import type { SignInFault } from '../database/engines/oracle/sign-in-fault.ts';
import { type SettingFault, unusable } from './read-settings.ts';
import { text } from './settings.ts';

const optional = { isOptional: true } as const;
const optionalSecret = { isOptional: true, isSecret: true } as const;

/** Where an Oracle database is, and how it is reached, whoever asks it. */
export const oraclePlaceSettings = {
  ORACLE_DSN: text(
    'Oracle in place of PostgreSQL: an alias of the tnsnames.ora in ORACLE_WALLET_DIR, tcps://host:port/service, or a descriptor',
    optional,
  ),
  ORACLE_WALLET_DIR: text(
    'Folder of the unpacked wallet, for mutual TLS; without it the server alone shows a certificate',
    optional,
  ),
  ORACLE_WALLET_PASSWORD: text('Given when the wallet was downloaded; not that of a user', optionalSecret),
  ORACLE_SCHEMA: text('Schema that holds the tables on Oracle', { fallback: 'octo_owner' }),
};

/** The database of a service, on either engine, under the role or user of that name. */
export function databaseSettings(role: string) {
  return {
    DATABASE_URL: text(`postgres:// address of the database, with the role ${role}`, {
      ...optionalSecret,
      instead: 'ORACLE_DSN',
    }),
    ...oraclePlaceSettings,
    ORACLE_USER: text(
      `User of the Oracle database, ${role}; with a token, the one that the token is mapped to`,
      optional,
    ),
    ORACLE_PASSWORD: text('Password of that user, unless it signs in with a token', optionalSecret),
    ORACLE_TOKEN_DIR: text(
      'Folder of a database token and its key, as `oci iam db-token get` writes and renews them, instead of a password',
      optional,
    ),
  };
}

/** Which settings say one sign-in. Of several for the address, the first that is set counts. */
export interface SignInNames {
  url: string;
  dsn: readonly [string, ...string[]];
  user: string;
  password: string;
  /** Undefined where a password is the only way. */
  tokenDir: string | undefined;
}

export const serviceSignIn: SignInNames = {
  url: 'DATABASE_URL',
  dsn: ['ORACLE_DSN'],
  user: 'ORACLE_USER',
  password: 'ORACLE_PASSWORD',
  tokenDir: 'ORACLE_TOKEN_DIR',
};

type Told = Readonly<Partial<Record<string, unknown>>>;

/** Everything wrong with the settings of a sign-in and with the files that they name. */
export function addressFaults(values: Told, names: SignInNames, now = new Date()): SettingFault[] {
  const { address, faults } = readAddress(values, names);
  if (address === undefined || !isOracle(address)) return faults;
  const settings: Record<SignInFault['at'], string> = {
    dsn: dsnName(values, names),
    walletDir: 'ORACLE_WALLET_DIR',
    walletPassword: 'ORACLE_WALLET_PASSWORD',
    tokenDir: names.tokenDir ?? names.password,
  };
  const found = signInFaults(address.oracle, now).map(({ at, message }) => ({ setting: settings[at], message }));
  return [...faults, ...found];
}

/** The address that the settings come to. Throws ConfigurationError with what keeps them from coming to one. */
export function addressOf(values: Told, names: SignInNames): DatabaseAddress {
  const { address, faults } = readAddress(values, names);
  if (address === undefined || faults.length > 0) throw unusable(faults);
  return address;
}

interface ReadAddress {
  /** As far as it is known: what is missing has a fault. */
  address: DatabaseAddress | undefined;
  faults: SettingFault[];
}

function readAddress(values: Told, names: SignInNames): ReadAddress {
  const url = textOf(values[names.url]);
  const dsn = textOf(values[dsnName(values, names)]);
  if (dsn !== undefined) return readOracle(dsn, values, names);
  if (url !== undefined) return { address: { url }, faults: [] };
  const message = `is required (postgres://…), or ${names.dsn.at(-1)} for an Oracle database`;
  return { address: undefined, faults: [{ setting: names.url, message }] };
}

function readOracle(dsn: string, values: Told, names: SignInNames): ReadAddress {
  const told = (name: string) => textOf(values[name]);
  const faults: SettingFault[] = [];
  if (told(names.url) !== undefined) {
    const message = `one database only: ${dsnName(values, names)} names another; unset one of the two`;
    faults.push({ setting: names.url, message });
  }
  const user = told(names.user);
  if (user === undefined) faults.push({ setting: names.user, message: 'is required for an Oracle database' });
  const credential = readCredential(values, names, faults);
  const dir = told('ORACLE_WALLET_DIR');
  const wallet = dir === undefined ? undefined : { dir, password: told('ORACLE_WALLET_PASSWORD') };
  return { address: { oracle: { dsn, user: user ?? '', credential, wallet, schema: told('ORACLE_SCHEMA') } }, faults };
}

function readCredential(values: Told, names: SignInNames, faults: SettingFault[]): OracleCredential {
  const password = textOf(values[names.password]);
  if (names.tokenDir === undefined) {
    if (password === undefined) faults.push({ setting: names.password, message: 'is required for an Oracle database' });
    return { password: password ?? '' };
  }
  const tokenDir = textOf(values[names.tokenDir]);
  if (password !== undefined && tokenDir !== undefined)
    faults.push({ setting: names.tokenDir, message: `one sign-in only: unset it or ${names.password}` });
  if (password === undefined && tokenDir === undefined) {
    const message = `is required for an Oracle database, or ${names.tokenDir}`;
    faults.push({ setting: names.password, message });
  }
  return tokenDir === undefined ? { password: password ?? '' } : { tokenDir };
}

function dsnName(values: Told, { dsn }: SignInNames): string {
  return dsn.find((name) => textOf(values[name]) !== undefined) ?? dsn[0];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
