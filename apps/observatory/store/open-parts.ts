import type { DatabaseSync } from 'node:sqlite';
import { type AlarmReader, alarmReader } from './alarms/read-alarms.ts';
import { type MetricWindowReader, metricWindowReader } from './alarms/read-metric-windows.ts';
import { type AlarmWriter, alarmWriter } from './alarms/write-alarms.ts';
import { type BrowserReader, browserReader } from './browser/read-browser.ts';
import { withBrowserSpans } from './browser/with-browser-spans.ts';
import { type BrowserWriter, browserWriter } from './browser/write-browser.ts';
import { type LogKinds, logKinds } from './logs/log-kinds.ts';
import { type LogReader, logReader } from './logs/read-logs.ts';
import { type LogTrimmer, logTrimmer } from './logs/trim-logs.ts';
import { type LogWriter, logWriter } from './logs/write-logs.ts';
import { metricRoom } from './metrics/metric-room.ts';
import { type MetricReader, metricReader } from './metrics/read-metrics.ts';
import { metricTrimmer } from './metrics/trim-metrics.ts';
import { type MetricWriter, metricWriter } from './metrics/write-metrics.ts';
import { type PruneLimits, type Pruner, pruner, shares } from './prune.ts';
import { serviceHearer } from './rates/hear-services.ts';
import { type HeardReader, heardReader } from './rates/read-heard.ts';
import { type ServiceReader, serviceReader } from './rates/read-services.ts';
import { type WorkflowReader, workflowReader } from './rates/read-workflows.ts';
import { type StatementRunReader, statementRunReader } from './statements/read-statements.ts';
import { type TopologyReader, topologyReader } from './topology/read-topology.ts';
import { type MedianFinder, medianFinder } from './traces/median-trace.ts';
import { type TraceReader, traceReader } from './traces/read-trace.ts';
import { type TraceScatterer, traceScatterer } from './traces/scatter-traces.ts';
import { type TraceSearcher, traceSearcher } from './traces/search-traces.ts';
import { type SpanWriter, spanWriter } from './traces/write-spans.ts';

export interface PartOptions extends PruneLimits {
  nowMs(): number;
}

export interface Readers {
  readonly traces: TraceReader & TraceSearcher & TraceScatterer & MedianFinder;
  readonly topology: TopologyReader;
  readonly logs: LogReader;
  readonly services: ServiceReader;
  readonly metrics: MetricReader;
  readonly workflows: WorkflowReader;
  readonly heard: HeardReader;
  readonly metricWindows: MetricWindowReader;
  readonly alarms: AlarmReader;
  readonly browser: BrowserReader;
  readonly statements: StatementRunReader;
}

/** What works on the file of the store. */
export interface Parts {
  readonly db: DatabaseSync;
  readonly spans: SpanWriter;
  readonly logs: LogWriter;
  readonly logKinds: LogKinds;
  readonly logTrimmer: LogTrimmer;
  readonly metrics: MetricWriter;
  readonly hear: ReturnType<typeof serviceHearer>;
  readonly alarms: AlarmWriter;
  readonly browser: BrowserWriter;
  readonly pruner: Pruner;
  readonly readers: Readers;
}

export function openParts(db: DatabaseSync, options: PartOptions): Parts {
  const { limitBytes, nowMs } = options;
  const kinds = logKinds(db);
  const spans = spanWriter(db, nowMs);
  const room = metricRoom(db);
  const metricBytes = limitBytes * shares.metrics;
  const metrics = metricWriter(db, room, metricBytes);
  const trimmers = {
    logs: logTrimmer(db, kinds, limitBytes * shares.logs),
    metrics: metricTrimmer(db, room, { limitBytes: metricBytes, onSeriesGone: metrics.forget }),
    onResourcesGone: spans.forget,
  };
  return {
    db,
    spans,
    logs: logWriter(db, kinds),
    logKinds: kinds,
    logTrimmer: trimmers.logs,
    metrics,
    hear: serviceHearer(db),
    alarms: alarmWriter(db, limitBytes * shares.alarms),
    browser: browserWriter(db),
    pruner: pruner(db, options, trimmers),
    readers: {
      traces: {
        ...withBrowserSpans(db, traceReader(db)),
        ...traceSearcher(db),
        ...traceScatterer(db),
        ...medianFinder(db),
      },
      topology: topologyReader(db),
      logs: logReader(db),
      services: serviceReader(db),
      metrics: metricReader(db, nowMs),
      workflows: workflowReader(db),
      heard: heardReader(db),
      metricWindows: metricWindowReader(db),
      alarms: alarmReader(db),
      browser: browserReader(db),
      statements: statementRunReader(db),
    },
  };
}
