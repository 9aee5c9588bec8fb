import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { getSession, type SignedIn } from '@octo/contracts/crm/auth.ts';
import { createVersionedCache } from '@octo/platform/cache/versioned-cache.ts';
import type { Clock } from '@octo/platform/context/context.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { createClient } from '@octo/platform/http/client.ts';

/** Who is signed in at the CRM. */
export interface Operators {
  /** Up to a quarter of a minute old; undefined for a session that ended. Throws Unavailable while the CRM cannot be asked. */
  find(token: string): Promise<SignedIn | undefined>;
}

const maxAgeMs = 15_000;
const timeoutMs = 3000;
/** The CRM has the second name where it is published by https. */
const cookieNames = ['octo_crm', '__Host-octo_crm'];

export function createOperators(crmUrl: string | undefined, clock: Clock): Operators {
  const client = crmUrl === undefined ? undefined : createClient({ baseUrl: crmUrl, headers: {}, timeoutMs });
  const cache = createVersionedCache({ version: () => 0, maxAgeMs, maxEntries: 1000 });
  async function ask(token: string): Promise<SignedIn | undefined> {
    const cookie = cookieNames.map((name) => `${name}=${token}`).join('; ');
    const result = await client?.call(getSession, { headers: { cookie } });
    if (!result?.ok) throw crmAway();
    return result.body.authenticated ? result.body : undefined;
  }
  return {
    find: async (token) => {
      // By its hash: what is cached can be looked at without becoming somebody.
      const key = createHash('sha256').update(token).digest('hex');
      const session = await cache.get(key, () => ask(token));
      return session && new Date(session.expires_at) > clock.now() ? session : undefined;
    },
  };
}

/** The secret that names a session at the CRM, as its cookie or as a bearer token. */
export function readSessionToken(headers: IncomingHttpHeaders): string | undefined {
  const [, bearer] = /^bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  const cookies = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const offered = cookieNames.flatMap((name) =>
    cookies.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1)),
  );
  return [bearer, ...offered].find((token) => token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token));
}

function crmAway(): AppError {
  const message = 'The CRM cannot be asked at the moment who you are. Please try again later.';
  return new AppError('Unavailable', 'workflows.crm_unavailable', message, { retryAfterSeconds: 5 });
}
