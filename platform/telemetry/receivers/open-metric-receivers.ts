import { pushMetrics } from '../metrics/push-metrics.ts';
import type { MetricsReader } from '../metrics/start-metrics.ts';
import { type Monitored, platformMonitored } from '../oci/monitoring/monitored.ts';
import { createPostMetrics } from '../oci/monitoring/post-metrics.ts';
import { sendMetrics } from '../oci/monitoring/send-metrics.ts';
import type { NamedReceiver } from '../otlp/sender.ts';
import type { Fate, ReceiverName, ReceiverReport } from './fate.ts';
import { openSender, type ReceiverSetting } from './receivers.ts';

export interface MetricReceivers {
  /** They close with the metrics. */
  readers: readonly MetricsReader[];
  reports(): ReceiverReport[];
}

/** APM keeps one value in half a minute. */
const apmIntervalMs = 30_000;
const records = 'metric points';

export function openMetricReceivers(setting: ReceiverSetting, monitored: readonly Monitored[]): MetricReceivers {
  const { config } = setting;
  const oci = config.ociMonitoring && openOciMonitoring(setting, monitored);
  const opened = [...config.metrics.map((receiver) => openPush(setting, receiver)), ...(oci ? [oci] : [])];
  return {
    readers: opened.map(({ reader }) => reader),
    // None waits: what did not arrive is made good by the next.
    reports: () => opened.map(({ receiver, fate }) => ({ signal: 'metrics', receiver, ...fate.status(), waiting: 0 })),
  };
}

interface Opened {
  receiver: ReceiverName;
  fate: Fate;
  reader: MetricsReader;
}

function openPush({ config, fateOf }: ReceiverSetting, receiver: NamedReceiver): Opened {
  const fate = fateOf(receiver.name, records);
  const least = receiver.name === 'oci_apm' ? apmIntervalMs : 0;
  const options = { sender: openSender(receiver, config), intervalMs: Math.max(config.metricsIntervalMs, least), fate };
  return { receiver: receiver.name, fate, reader: (provider) => pushMetrics(provider, options) };
}

function openOciMonitoring(
  { config, instanceId, fateOf }: ReceiverSetting,
  more: readonly Monitored[],
): Opened | undefined {
  if (config.ociMonitoring === undefined) return undefined;
  const fate = fateOf('oci_monitoring', records);
  const { serviceName, environment, exportTimeoutMs } = config;
  const dimensions = { serviceName, environment, runtime: 'nodejs', instanceId };
  const post = createPostMetrics(config.ociMonitoring, dimensions, exportTimeoutMs);
  const table = [...platformMonitored, ...more];
  return { receiver: 'oci_monitoring', fate, reader: (provider) => sendMetrics(provider, { table, post, fate }) };
}
