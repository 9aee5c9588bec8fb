import type { Outcome } from '../deliver.ts';
import type { OciMonitoringConfig } from '../settings.ts';
import { createSignedHttp } from '../signed-http.ts';
import type { Measured } from './interval.ts';

/** What tells the series of one process apart. */
export type Dimensions = Readonly<Record<'serviceName' | 'environment' | 'runtime' | 'instanceId', string>>;

export interface Posted extends Outcome {
  /** Metrics that were taken and refused all the same. */
  failed: number;
}

export type PostMetrics = (measured: readonly Measured[], atMs: number, signal: AbortSignal) => Promise<Posted>;

const longestValue = 512;

/** Posts metrics to OCI Monitoring. The library is loaded at once, in the background, and where nobody asks for this, never. */
export function createPostMetrics(config: OciMonitoringConfig, dimensions: Dimensions, timeoutMs: number): PostMetrics {
  const loading = import('oci-monitoring');
  loading.catch(() => undefined);
  const http = createSignedHttp({ signIn: config.signIn, timeoutMs });
  const { compartmentId, namespace } = config;
  const known = Object.entries(dimensions).filter(([, value]) => value.trim() !== '');
  const told = Object.fromEntries(known.map(([name, value]) => [name, value.slice(0, longestValue)]));
  return async (measured, atMs, signal) => {
    const timestamp = new Date(atMs);
    const metricData = measured.map(({ name, unit, value }) => ({
      namespace,
      compartmentId,
      name,
      dimensions: told,
      metadata: { unit },
      datapoints: [{ timestamp, value }],
    }));
    const outcome = await http.ask(async (...how) => {
      const { MonitoringClient } = await loading;
      const client = new MonitoringClient(...how);
      if (config.endpoint === undefined) client.regionId = config.signIn.region;
      client.endpoint = config.endpoint ?? ingestionEndpoint(client.endpoint);
      await client.postMetricData({ postMetricDataDetails: { metricData } });
    }, signal);
    return { ...outcome, failed: failedIn(outcome.body) };
  };
}

/** The client means the host that answers questions; metrics are taken by another. */
function ingestionEndpoint(endpoint: string): string {
  return new URL(endpoint).origin.replace('//telemetry.', '//telemetry-ingestion.');
}

/** Metrics that are refused are told in an answer of 200. */
function failedIn(body: string | undefined): number {
  try {
    const answer: unknown = JSON.parse(body ?? '{}');
    const count =
      typeof answer === 'object' && answer !== null && 'failedMetricsCount' in answer ? answer.failedMetricsCount : 0;
    return typeof count === 'number' && count > 0 ? count : 0;
  } catch {
    return 0;
  }
}
