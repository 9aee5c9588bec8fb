import { readFileSync } from 'node:fs';

export const recordedNames = ['checkout', 'failed-checkout'] as const;

/** A trace as the services sent it once, as OTLP. */
export interface RecordedTrace {
  traceId: string;
  traces: string;
  logs: string;
}

/** A recording moved in time, so that its last span ends at `endMs`. */
export function recordedTrace(name: (typeof recordedNames)[number], endMs: number): RecordedTrace {
  const text = readFileSync(new URL(`./golden/${name}.json`, import.meta.url), 'utf8');
  const ends = [...text.matchAll(/"endTimeUnixNano":"(\d+)"/g)].map(([, nano = '0']) => BigInt(nano));
  const last = ends.reduce((latest, nano) => (nano > latest ? nano : latest), 0n);
  const shift = BigInt(endMs) * 1_000_000n - last;
  const moved = text.replace(
    /"((?:start|end)?[tT]imeUnixNano)":"(\d+)"/g,
    (_, field: string, nano: string) => `"${field}":"${BigInt(nano) + shift}"`,
  );
  const { resourceSpans, resourceLogs } = JSON.parse(moved);
  const [, traceId = ''] = /"traceId":"([0-9a-f]{32})"/.exec(text) ?? [];
  return { traceId, traces: JSON.stringify({ resourceSpans }), logs: JSON.stringify({ resourceLogs }) };
}
