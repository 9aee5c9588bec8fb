import { type PointerEvent, useRef } from 'react';
import type { ChartLayout } from './lay-out-chart.ts';
import { nearest } from './readings.ts';

/** Two moments, in the order in which they were chosen. */
export type Range = readonly [fromMs: number, toMs: number];

export interface ChartControl {
  layout: ChartLayout;
  read: number | undefined;
  onRead(atMs: number | undefined): void;
  range: Range | undefined;
  setRange(range: Range | undefined): void;
  onSelect: ((fromMs: number, toMs: number) => void) | undefined;
}

/** A shorter way is a click. */
const shortestDrag = 5;

/** Reads a moment out below the pointer; a drag of the mouse or the pen chooses a part of the time. */
export function useChartPointer({ layout, onRead, range, setRange, onSelect }: ChartControl) {
  const startX = useRef<number>(undefined);
  const xOf = (event: PointerEvent<HTMLElement>) => event.clientX - event.currentTarget.getBoundingClientRect().left;
  return {
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const x = xOf(event);
      onRead(nearest(layout.moments, layout.timeAt(x)));
      const from = startX.current;
      if (from !== undefined && Math.abs(x - from) >= shortestDrag) setRange([layout.timeAt(from), layout.timeAt(x)]);
    },
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (!onSelect || event.button !== 0 || event.pointerType === 'touch') return;
      startX.current = xOf(event);
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerUp() {
      startX.current = undefined;
      if (range) onSelect?.(Math.min(...range), Math.max(...range));
      setRange(undefined);
    },
    onPointerCancel() {
      startX.current = undefined;
      setRange(undefined);
    },
    onPointerLeave() {
      onRead(undefined);
    },
  };
}
