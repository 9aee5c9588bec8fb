import type { KeyboardEvent } from 'react';
import type { ChartControl } from './use-chart-pointer.ts';

/** Arrows read the moments out, with Shift they choose a part of the time, which Enter then takes and Escape lets go. */
export function useChartKeys({ layout: { moments }, read, onRead, range, setRange, onSelect }: ChartControl) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      setRange(undefined);
      onRead(undefined);
    } else if (event.key === 'Enter' && range && onSelect) {
      onSelect(Math.min(...range), Math.max(...range));
      setRange(undefined);
    } else {
      const next = momentFor(event.key, moments, read);
      if (next === undefined) return;
      event.preventDefault();
      onRead(next);
      setRange(event.shiftKey && onSelect ? [range?.[0] ?? read ?? next, next] : undefined);
    }
  };
}

function momentFor(key: string, moments: readonly number[], read: number | undefined): number | undefined {
  const last = moments.length - 1;
  const at = read === undefined ? last : moments.indexOf(read);
  const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[key];
  if (key === 'Home') return moments[0];
  if (key === 'End') return moments[last];
  if (step === undefined) return undefined;
  return read === undefined ? moments[last] : moments[Math.min(last, Math.max(0, at + step))];
}
