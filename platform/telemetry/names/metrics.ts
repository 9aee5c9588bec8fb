import type { Metric } from '../metrics/definition.ts';
import {
  connectionCount,
  connectionMax,
  connectionTimeouts,
  connectionWait,
  operationDuration,
  pendingRequests,
  spansMissing,
} from './metrics/database.ts';
import { activeRequests, clientDuration, serverDuration } from './metrics/http.ts';
import { receiverMetrics } from './metrics/receivers.ts';
import { runtimeMetrics } from './metrics/runtime.ts';
import { serviceMetrics } from './metrics/service.ts';

/** Every metric that the platform counts, for any app. */
export const metricNames: readonly Metric[] = [
  serverDuration,
  activeRequests,
  clientDuration,
  operationDuration,
  connectionCount,
  connectionMax,
  pendingRequests,
  connectionWait,
  connectionTimeouts,
  spansMissing,
  ...runtimeMetrics,
  ...serviceMetrics,
  ...receiverMetrics,
];
