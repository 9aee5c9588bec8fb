import { once } from 'node:events';
import { prepareDatabase } from '@octo/database/prepare.ts';
import type { PrepareInput } from './prepare.ts';

// The parent sends what to prepare over the channel: passwords have no place in a command line.
const [input] = (await once(process, 'message')) as [PrepareInput];

try {
  const { urls } = await prepareDatabase({ ...input, onProgress: (progress) => process.send?.({ progress }) });
  process.send?.({ urls });
} catch (error) {
  process.send?.({ problem: describe(error) });
}
process.disconnect();

function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message || code : String(error);
  const advice: Record<string, string> = {
    '28P01':
      'The password does not fit the database. Restore .octo/secrets.json, or begin anew with "npm run db:reset".',
    ECONNREFUSED: 'No PostgreSQL server answers there. Check DATABASE_URL and DATABASE_OWNER_URL.',
    ENOTFOUND: 'The host of the database is unknown. Check DATABASE_URL and DATABASE_OWNER_URL.',
  };
  return `Preparing the database failed: ${message}${advice[code] ? `\n${advice[code]}` : ''}`;
}
