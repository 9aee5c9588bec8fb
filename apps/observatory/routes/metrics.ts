import type { MetricAggregation } from '@octo/contracts/observatory-metric-kinds.ts';
import { getMetricHistory, listMetricCatalogue, listMetrics } from '@octo/contracts/observatory-metrics.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';
import type { KeptMetric } from '../store/metrics/read-series.ts';
import { nanoOfMs } from '../store/nano.ts';
import { matching, readAggregation, readGroupBy, readSteps } from './read-metric-query.ts';

const pageSize = 500;

export function metricRoutes(app: FastifyInstance, { store, clock }: Observatory): void {
  route(app, listMetrics, async ({ query: { service, name, limit = pageSize } }) => ({
    metrics: store.read(({ metrics }) => metrics.list({ service, name }, limit)),
  }));

  route(app, listMetricCatalogue, async ({ query: { service, q } }) => ({
    metrics: store.read(({ metrics }) => metrics.catalogue({ service, q })),
    pointsLeftOut: store.pointsLeftOut(),
  }));

  route(app, getMetricHistory, async ({ query }) => {
    const steps = readSteps(query, clock.now().getTime());
    const groupBy = readGroupBy(query.groupBy);
    return store.read(async ({ metrics }) => {
      const metric = metrics.find(query.name);
      if (!metric) throw new AppError('NotFound', 'metrics.unknown', `No metric is kept that is called ${query.name}.`);
      const aggregation = readAggregation(query.aggregation, metric.kind);
      const series = matching(metrics.seriesOf(metric.id), query.where);
      const found = await metrics.history({ metric, series, groupBy, aggregation, ...steps });
      const exemplars = await metrics.exemplars(
        series.map(({ id }) => id),
        steps,
      );
      return {
        name: metric.name,
        kind: metric.kind,
        description: metric.description,
        unit: unitOf(metric, aggregation),
        aggregation,
        groupBy,
        stepMs: steps.stepMs,
        fromUnixNano: nanoOfMs(steps.fromMs),
        toUnixNano: nanoOfMs(steps.toMs),
        ...found,
        exemplars: exemplars.map(({ timeMs, ...exemplar }) => ({ timeUnixNano: nanoOfMs(timeMs), ...exemplar })),
      };
    });
  });
}

/** Of what an aggregation makes of a metric: how many values a histogram has counted is told in no unit of theirs. */
function unitOf({ kind, unit }: KeptMetric, aggregation: MetricAggregation): string {
  const counted = kind === 'histogram' && ['rate', 'count'].includes(aggregation) ? '{value}' : unit;
  return aggregation === 'rate' ? `${counted}/s` : counted;
}
