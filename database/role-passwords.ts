import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceRole } from './grants.ts';
import { writePrivateFile } from './private-file.ts';

export type RolePasswords = Record<ServiceRole, string>;

/** The generated passwords of this installation, from `<roleDir>/database.json`; a lost or damaged file gives new ones. */
export async function readOrMakeRolePasswords(roleDir: string): Promise<RolePasswords> {
  const known = await findRolePasswords(roleDir);
  if (known) return known;
  const newPassword = () => randomBytes(24).toString('base64url');
  const passwords = {
    octo_shop: newPassword(),
    octo_crm: newPassword(),
    octo_gateway: newPassword(),
    octo_query: newPassword(),
  };
  await mkdir(roleDir, { recursive: true, mode: 0o700 });
  await writePrivateFile(passwordFile(roleDir), `${JSON.stringify({ passwords }, null, 2)}\n`);
  return passwords;
}

export async function findRolePasswords(roleDir: string): Promise<RolePasswords | undefined> {
  try {
    const content: unknown = JSON.parse(await readFile(passwordFile(roleDir), 'utf8'));
    return toPasswords(isRecord(content) ? content.passwords : undefined);
  } catch (error) {
    if (error instanceof SyntaxError || (isRecord(error) && error.code === 'ENOENT')) return undefined;
    throw error;
  }
}

function passwordFile(roleDir: string): string {
  return join(roleDir, 'database.json');
}

function toPasswords(value: unknown): RolePasswords | undefined {
  if (!isRecord(value)) return undefined;
  const { octo_shop, octo_crm, octo_gateway, octo_query } = value;
  if (typeof octo_shop !== 'string' || typeof octo_crm !== 'string') return undefined;
  if (typeof octo_gateway !== 'string' || typeof octo_query !== 'string') return undefined;
  return { octo_shop, octo_crm, octo_gateway, octo_query };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
