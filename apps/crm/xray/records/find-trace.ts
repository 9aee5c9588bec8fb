import { nothingElse, type Story } from '../found.ts';
import { traceId } from '../ids.ts';

/** A trace by itself, such as that of an error; nothing else is known of it here. */
export function findTrace(id: string): Story {
  const trace_id = traceId(id);
  return {
    ...nothingElse,
    title: `Trace ${trace_id.slice(0, 12)}`,
    about: null,
    path: null,
    traces: [{ trace_id, first_at: null, steps: [] }],
    open_trace_id: trace_id,
    untraced: [],
  };
}
