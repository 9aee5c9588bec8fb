import type { Metric } from '../../telemetry/metrics/definition.ts';
import type { MetricsReading } from '../../telemetry/metrics/meter-provider.ts';
import type { NumberPoint } from '../../telemetry/metrics/metric-data.ts';

/** The series of a metric at this moment; none where telemetry is not installed or nothing was counted. */
export function pointsOf(reading: MetricsReading | undefined, { name }: Metric): readonly NumberPoint[] {
  const data = reading?.metrics.find((metric) => metric.name === name);
  return data === undefined || data.type === 'histogram' ? [] : data.points;
}
