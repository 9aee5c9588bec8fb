import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OracleSignIn } from '@octo/platform/database/address.ts';
import { writePrivateFile } from '../private-file.ts';

/** What `npm run oracle:prepare` keeps, for `npm start` to give to each service its own: `.octo/oracle.json`. */
export interface OracleSignIns {
  dsn: string;
  schema: string;
  walletDir?: string;
  users: Record<string, { password: string }>;
}

/** The kept sign-ins; undefined when there are none, or the file cannot be understood. */
export async function findOracleSignIns(file: string): Promise<OracleSignIns | undefined> {
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isSignIns(content) ? content : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (isRecord(error) && error.code === 'ENOENT')) return undefined;
    throw error;
  }
}

/** The same, for this database only: those of another one are not to be lost by mistake. */
export async function findSignInsOf(file: string, dsn: string): Promise<OracleSignIns | undefined> {
  const kept = await findOracleSignIns(file);
  if (kept === undefined || kept.dsn === dsn) return kept;
  throw new Error(
    `${file} keeps the sign-ins of ${kept.dsn}, and not of ${dsn}. Move it away, or name the same address.`,
  );
}

/** As one of our users to where the administrator signs in. */
export function signInOf(admin: OracleSignIn, { users }: Pick<OracleSignIns, 'users'>, user: string): OracleSignIn {
  const password = users[user]?.password;
  if (password === undefined) throw new Error(`There is no password for ${user}`);
  return { ...admin, user, credential: { password }, schema: undefined };
}

export async function writeOracleSignIns(file: string, signIns: OracleSignIns): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writePrivateFile(file, `${JSON.stringify(signIns, null, 2)}\n`);
}

/** A file for each password, named as its user: what a vault or a Kubernetes secret is filled from. */
export async function writePasswordFiles(dir: string, { users }: OracleSignIns): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  for (const [user, { password }] of Object.entries(users)) await writePrivateFile(join(dir, user), password);
}

function isSignIns(value: unknown): value is OracleSignIns {
  if (!isRecord(value) || !isRecord(value.users)) return false;
  const { dsn, schema, walletDir, users } = value;
  if (typeof dsn !== 'string' || typeof schema !== 'string') return false;
  if (walletDir !== undefined && typeof walletDir !== 'string') return false;
  return Object.values(users).every((user) => isRecord(user) && typeof user.password === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
