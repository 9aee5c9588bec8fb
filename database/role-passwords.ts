import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LoginRole, loginRoles } from './grants.ts';
import { writePrivateFile } from './private-file.ts';

export type RolePasswords = Record<LoginRole, string>;

/**
 * The generated passwords of this installation, from `<roleDir>/database.json`. A role that is not in it gets one, the others
 * keep theirs; a lost or damaged file gives new ones to all.
 */
export async function readOrMakeRolePasswords(roleDir: string): Promise<RolePasswords> {
  const known = await readKnown(roleDir);
  if (isComplete(known)) return known;
  const newPassword = () => randomBytes(24).toString('base64url');
  const passwords: RolePasswords = {
    octo_shop: newPassword(),
    octo_crm: newPassword(),
    octo_gateway: newPassword(),
    octo_query: newPassword(),
    octo_insight: newPassword(),
    ...known,
  };
  await mkdir(roleDir, { recursive: true, mode: 0o700 });
  await writePrivateFile(passwordFile(roleDir), `${JSON.stringify({ passwords }, null, 2)}\n`);
  return passwords;
}

export async function findRolePasswords(roleDir: string): Promise<RolePasswords | undefined> {
  const known = await readKnown(roleDir);
  return isComplete(known) ? known : undefined;
}

async function readKnown(roleDir: string): Promise<Partial<RolePasswords>> {
  try {
    const content: unknown = JSON.parse(await readFile(passwordFile(roleDir), 'utf8'));
    const kept = isRecord(content) && isRecord(content.passwords) ? content.passwords : {};
    return Object.fromEntries(loginRoles.map((role) => [role, kept[role]]).filter(([, text]) => isPassword(text)));
  } catch (error) {
    if (error instanceof SyntaxError || (isRecord(error) && error.code === 'ENOENT')) return {};
    throw error;
  }
}

function passwordFile(roleDir: string): string {
  return join(roleDir, 'database.json');
}

function isComplete(passwords: Partial<RolePasswords>): passwords is RolePasswords {
  return loginRoles.every((role) => passwords[role] !== undefined);
}

function isPassword(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
