import { useNow } from '@octo/ui/react/use-now.ts';
import { useSearchParams } from 'react-router';
import { usualMinutes, windowOf } from '../../parts/windows.ts';

export interface MetricSpan {
  readonly fromMs: number;
  readonly toMs: number;
  /** Up to now; undefined for a part of time that was chosen. */
  readonly minutes: number | undefined;
  chooseWindow(minutes: number): void;
  choosePart(fromMs: number, toMs: number): void;
}

const minuteMs = 60_000;
const stepMs = 10_000;

/** The time that the address asks for: the last minutes, or a part that somebody drew over. */
export function useSpan(): MetricSpan {
  const [params, setParams] = useSearchParams();
  const nowMs = Math.floor(useNow() / stepMs) * stepMs;
  const [from, to] = [instantOf(params.get('from')), instantOf(params.get('to'))];
  const minutes = windowOf(params.get('minutes') ?? undefined) ?? usualMinutes;
  const change = (values: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(params);
    for (const name of ['from', 'to', 'minutes']) next.delete(name);
    for (const [name, value] of Object.entries(values)) next.set(name, value);
    setParams(next, { preventScrollReset: true });
  };
  const choices = {
    chooseWindow: (chosen: number) => change(chosen === usualMinutes ? {} : { minutes: String(chosen) }),
    choosePart: (fromMs: number, toMs: number) =>
      change({ from: String(Math.floor(fromMs / stepMs) * stepMs), to: String(Math.ceil(toMs / stepMs) * stepMs) }),
  };
  if (from !== undefined && to !== undefined && from < to)
    return { fromMs: from, toMs: to, minutes: undefined, ...choices };
  return { fromMs: nowMs - minutes * minuteMs, toMs: nowMs, minutes, ...choices };
}

function instantOf(text: string | null): number | undefined {
  return text !== null && /^\d{12,14}$/.test(text) ? Number(text) : undefined;
}
