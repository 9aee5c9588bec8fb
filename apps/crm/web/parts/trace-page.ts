import type { SignedIn } from '@octo/contracts/crm/auth.ts';

type TracePlaces = Pick<SignedIn, 'observatory_url' | 'apm_trace_url'>;

/** Where a trace is opened; undefined where nobody said, and for work that nobody traced. */
export function tracePage({ observatory_url, apm_trace_url }: TracePlaces, traceId: string): string | undefined {
  if (!/^(?!0{32})[0-9a-f]{32}$/.test(traceId)) return undefined;
  if (observatory_url !== undefined) return `${observatory_url}/traces/${traceId}`;
  return apm_trace_url?.replace('{trace_id}', traceId);
}
