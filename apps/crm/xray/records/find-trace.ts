import { type Found, nothingElse } from '../found.ts';
import { traceId } from '../ids.ts';

/** A trace by itself, such as that of an error; nothing else is known of it here. */
export function findTrace(id: string): Found {
  return { ...nothingElse, title: `Trace ${traceId(id).slice(0, 12)}`, about: null, path: null, steps: [] };
}
