import { signIn, signOut } from '@octo/contracts/crm/auth.ts';
import type { CallFailure, CallResult } from '@octo/platform/http/call-result.ts';
import { type CallInput, type Client, createClient } from '@octo/platform/http/client.ts';
import { isRecord, readJsonFile } from '../start/files.ts';

/** Somebody who is signed in to the CRM, until this is disposed of. */
export interface CrmVisit extends AsyncDisposable {
  readonly client: Client;
}

const timeoutMs = 15_000;

/** Signs in with the demo account that may do everything. Throws in words when that cannot be. */
export async function visitCrm(baseUrl: string, credentialsFile: string): Promise<CrmVisit> {
  const answer = await fetch(baseUrl + signIn.path, {
    method: signIn.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(await administratorOf(credentialsFile)),
    signal: AbortSignal.timeout(timeoutMs),
  });
  await answer.body?.cancel();
  if (!answer.ok)
    throw new Error(`The CRM does not let the administrator of ${credentialsFile} in (${answer.status}).`);
  const cookies = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
  const client = createClient({ baseUrl, headers: { cookie: cookies.join('; ') }, timeoutMs });
  return { client, [Symbol.asyncDispose]: async () => void (await client.call(signOut, { body: {} })) };
}

/** What was asked for. Throws what the CRM says when it refuses. */
export function bodyOf<Body>(result: CallResult<Body>): Body {
  if (result.ok) return result.body;
  throw new Error(wordsOf(result.failure));
}

function wordsOf(failure: CallFailure): string {
  if (failure.reason !== 'status') return 'The CRM does not answer. Its log is .octo/logs/crm.log.';
  return failure.message ?? `The CRM answered with ${failure.status}.`;
}

async function administratorOf(credentialsFile: string): Promise<CallInput['body']> {
  const content = await readJsonFile(credentialsFile);
  const people: unknown[] = isRecord(content) && Array.isArray(content.crm) ? content.crm : [];
  for (const person of people) {
    if (isRecord(person) && person.role === 'admin') return { username: person.username, password: person.password };
  }
  throw new Error(`There is no administrator in ${credentialsFile}.`);
}
