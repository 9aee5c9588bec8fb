import type { Attributes } from '@opentelemetry/api';
import type { NumberPoint } from './metric-data.ts';
import { createSeries, type Series } from './series.ts';

export interface Sum {
  readonly series: Series<NumberPoint>;
  add(value: number, attributes?: Attributes): void;
}

/** A sum; one that only grows leaves out what would make it smaller, as the specification asks. */
export function createSum(growsOnly: boolean): Sum {
  const series = numberSeries();
  return {
    series,
    add: (value, attributes) => {
      if (!Number.isFinite(value) || (growsOnly && value < 0)) return;
      series.of(attributes).value += value;
    },
  };
}

export function numberSeries(): Series<NumberPoint> {
  return createSeries((attributes) => ({ attributes, value: 0 }));
}
