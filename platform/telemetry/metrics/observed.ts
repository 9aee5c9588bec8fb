import type { Attributes, Observable, ObservableCallback } from '@opentelemetry/api';
import type { NumberPoint } from './metric-data.ts';
import type { Series } from './series.ts';
import { numberSeries } from './sum.ts';

/** A metric that is asked for its values whenever somebody looks. */
export interface Observed extends Observable {
  readonly series: Series<NumberPoint>;
  observe(value: number, attributes?: Attributes): void;
  /** Forgets what it saw last time, and asks. A callback that fails leaves its values out. */
  look(): Promise<void>;
}

export function createObserved(): Observed {
  const series = numberSeries();
  const callbacks = new Set<ObservableCallback>();
  const observe = (value: number, attributes?: Attributes) => {
    if (Number.isFinite(value)) series.of(attributes).value = value;
  };
  return {
    series,
    observe,
    addCallback: (callback) => void callbacks.add(callback),
    removeCallback: (callback) => void callbacks.delete(callback),
    look: async () => {
      series.clear();
      await Promise.allSettled([...callbacks].map(async (callback) => callback({ observe })));
    },
  };
}
