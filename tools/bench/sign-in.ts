import { isRecord, readJsonFile } from '../start/files.ts';
import type { BenchDatabase } from './bench-database.ts';
import type { Child } from './child.ts';

/** Signs in at a CRM as somebody who may read everything; returns the cookie. */
export async function signIn(crm: Pick<Child, 'url'>, { credentialsFile }: BenchDatabase): Promise<string> {
  const answer = await fetch(`${crm.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(await administrator(credentialsFile)),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (!answer.ok || cookie === undefined) throw new Error(`could not sign in: ${answer.status}`);
  return cookie.split(';', 1)[0] ?? '';
}

async function administrator(file: string): Promise<{ username: string; password: string }> {
  const content = await readJsonFile(file);
  const staff: unknown[] = isRecord(content) && Array.isArray(content.crm) ? content.crm : [];
  const found = staff.filter(isRecord).find(({ role }) => role === 'admin');
  if (!found) throw new Error('there is no administrator among the demo people');
  return { username: String(found.username), password: String(found.password) };
}
