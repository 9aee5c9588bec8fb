import { errorStatus } from '../otlp/records.ts';
import type { Store } from '../store/store.ts';
import type { TraceExample } from './alarm-rule.ts';

/** The newest trace of the last minutes that is an example of what an alarm is about: of the first kind that there is. */
export async function findExample(
  store: Store,
  examples: readonly TraceExample[],
  fromMs: number,
): Promise<string | null> {
  for (const example of examples) {
    const found = await newestOf(store, example, fromMs);
    if (found !== null) return found;
  }
  return null;
}

async function newestOf(store: Store, example: TraceExample, fromMs: number): Promise<string | null> {
  const search = {
    service: example.service,
    route: undefined,
    q: example.q,
    status: example.status === 'error' ? errorStatus : undefined,
    minDurationMs: example.minDurationMs,
    maxDurationMs: undefined,
    fromUs: Math.floor(fromMs * 1000),
    toUs: undefined,
  };
  const { traces } = await store.read((readers) => readers.traces.search(search, undefined, 1));
  return traces[0]?.traceId ?? null;
}
