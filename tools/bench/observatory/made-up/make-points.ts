import type { MetricData } from '@octo/platform/telemetry/metrics/metric-data.ts';
import { routes } from './platform.ts';
import { randomOf, wholeBelow } from './random.ts';
import type { Shape } from './shape.ts';

const bounds = [1, 2.5, 5, 7.5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000];
const partsPerMetric = 20;

export const histogramName = 'http.server.request.duration';

/** One reading of all series: a histogram by route, and counters and gauges of twenty parts each. */
export function makePoints({ series }: Pick<Shape, 'series'>, reading: number): MetricData[] {
  const random = randomOf(90_000_000 + reading);
  const histogram: MetricData = {
    name: histogramName,
    description: 'Duration of requests',
    unit: 's',
    type: 'histogram',
    buckets: bounds,
    points: routes.map(({ method, path }, at) => {
      const counts = [...bounds, 0].map((_, bucket) => (bucket < 9 ? (reading + 1) * (1 + ((at + bucket) % 5)) : 0));
      const count = counts.reduce((sum, one) => sum + one, 0);
      const attributes = { 'http.request.method': method, 'http.route': path };
      return { attributes, counts, exemplars: [], count, sum: count * 0.02, min: 0.001, max: 0.1 };
    }),
  };
  const others = Array.from({ length: Math.ceil((series - routes.length) / partsPerMetric) }, (_, at): MetricData => {
    const points = Array.from({ length: partsPerMetric }, (_, part) => ({
      attributes: { 'octo.part': `part-${part}` },
      value: at % 2 === 0 ? reading * (part + 1) : wholeBelow(random, 100_000) / 10,
    }));
    const type = at % 2 === 0 ? 'counter' : 'gauge';
    return { name: `octo.metric.m${at}`, description: 'Made up', unit: '1', type, points };
  });
  return [histogram, ...others];
}
