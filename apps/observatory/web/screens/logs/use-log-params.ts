import { useSearchParams } from 'react-router';
import { oneSeverity } from '../../parts/severities.ts';
import { windowOf } from '../../parts/windows.ts';
import { asTraceId } from '../../paths.ts';

const names = ['q', 'service', 'severity', 'traceId', 'minutes', 'from', 'to'] as const;
export type LogParam = (typeof names)[number];

/** What the address asks for. */
export interface LogAsked {
  readonly q: string | undefined;
  readonly service: string | undefined;
  readonly severity: string | undefined;
  readonly traceId: string | undefined;
  /** Up to now. */
  readonly minutes: number | undefined;
  /** A part of time that was chosen, in milliseconds since 1970. */
  readonly fromMs: number | undefined;
  readonly toMs: number | undefined;
}

export interface LogParams {
  readonly asked: LogAsked;
  /** The same as it is written there. */
  readonly values: Readonly<Record<string, string>>;
  readonly isNarrowed: boolean;
  /** Whether new lines are shown as they come. */
  readonly isLive: boolean;
  /** Several at once, or none of them; undefined takes one away. */
  change(changes: Partial<Record<LogParam | 'live', string | undefined>>): void;
  clear(): void;
}

export function useLogParams(): LogParams {
  const [params, setParams] = useSearchParams();
  const text = (name: string) => params.get(name) || undefined;
  const change = (changes: Readonly<Record<string, string | undefined>>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes))
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
    setParams(next, { replace: true, preventScrollReset: true });
  };
  const values = Object.fromEntries(
    names.flatMap((name) => {
      const value = text(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const [fromMs, toMs] = [instantOf(text('from')), instantOf(text('to'))];
  return {
    asked: {
      q: text('q'),
      service: text('service'),
      severity: oneSeverity(text('severity')),
      traceId: asTraceId(text('traceId') ?? ''),
      minutes: fromMs === undefined && toMs === undefined ? windowOf(text('minutes')) : undefined,
      fromMs,
      toMs,
    },
    values,
    isNarrowed: Object.keys(values).length > 0,
    isLive: text('live') === '1',
    change,
    clear: () => change(Object.fromEntries(names.map((name) => [name, undefined]))),
  };
}

function instantOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,14}$/.test(text) ? Number(text) : undefined;
}
