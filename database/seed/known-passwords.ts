import { readFile } from 'node:fs/promises';
import type { KnownPassword } from './demo-users.ts';

/** The passwords that a credentials file holds; none when there is no such file, or it cannot be understood. */
export async function readKnownPasswords(credentialsFile: string): Promise<KnownPassword[]> {
  try {
    const content: unknown = JSON.parse(await readFile(credentialsFile, 'utf8'));
    const groups = isRecord(content) ? [content.crm, content.shop] : [];
    return groups.flatMap((group) => (Array.isArray(group) ? group.filter(isKnownPassword) : []));
  } catch {
    return [];
  }
}

function isKnownPassword(value: unknown): value is KnownPassword {
  return isRecord(value) && typeof value.username === 'string' && typeof value.password === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
