import type { Metric } from '../../metrics/definition.ts';
import { attributeNames } from '../../names/attributes.ts';
import { operationDuration } from '../../names/metrics/database.ts';
import { serverDuration } from '../../names/metrics/http.ts';
import { uptime } from '../../names/metrics/runtime.ts';
import { serviceReady } from '../../names/metrics/service.ts';

/**
 * One metric of OCI Monitoring, and what it is made of:
 * - `value`: what it is at this moment;
 * - `count`: how many there were in the interval, by any of several metrics;
 * - `meanMs`: their mean in the interval, in milliseconds; without any there is none;
 * - `failingFor`: seconds since the first failure that no success has followed; 0 while all is well.
 */
export type Monitored = {
  name: string;
  unit: string;
} & (
  | { as: 'value' | 'meanMs'; of: Metric }
  | { as: 'count'; of: readonly Metric[] /** Only series that have it. */; having?: string }
  | { as: 'failingFor'; of: Metric; attribute: string; success: string }
);

/** What every service tells. */
export const platformMonitored: readonly Monitored[] = [
  { name: 'app.health', unit: 'count', as: 'value', of: serviceReady },
  { name: 'app.uptime_seconds', unit: 's', as: 'value', of: uptime },
  { name: 'app.requests.rate', unit: 'count', as: 'count', of: [serverDuration] },
  { name: 'app.errors.rate', unit: 'count', as: 'count', of: [serverDuration], having: attributeNames.errorType },
  { name: 'app.db.latency_ms', unit: 'ms', as: 'meanMs', of: operationDuration },
];
