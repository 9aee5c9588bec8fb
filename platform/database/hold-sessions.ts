import { setTimeout as sleep } from 'node:timers/promises';
import type { Attributes } from '@opentelemetry/api';
import type { Kysely } from 'kysely';
import { engineOf } from './engines/engine.ts';

/** Whoever was refused a session asks again after this. */
const pauseMs = 250;

/**
 * Takes so many sessions of a pool, as they come free, and keeps them without any work until it is disposed of. `marks` are
 * put on the spans of those who have to wait meanwhile.
 */
export function holdSessions<Tables>(
  db: Kysely<Tables>,
  { sessions, marks }: { sessions: number; marks: Attributes },
): AsyncDisposable {
  const { obstacles } = engineOf(db);
  const end = new AbortController();
  const released = new Promise<void>((resolve) => end.signal.addEventListener('abort', () => resolve()));
  obstacles.shortage = marks;
  const held = Array.from({ length: sessions }, async () => {
    while (!end.signal.aborted) {
      await db
        .connection()
        .execute(() => released)
        .catch(() => sleep(pauseMs));
    }
  });
  return {
    [Symbol.asyncDispose]: async () => {
      if (obstacles.shortage === marks) obstacles.shortage = undefined;
      end.abort();
      await Promise.all(held);
    },
  };
}
