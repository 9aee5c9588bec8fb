import type { Metric } from '../../telemetry/metrics/definition.ts';
import type { MetricsReading } from '../../telemetry/metrics/meter-provider.ts';
import { attributeNames } from '../../telemetry/names/attributes.ts';
import {
  connectionCount,
  connectionMax,
  pendingRequests,
  spansMissing,
} from '../../telemetry/names/metrics/database.ts';
import { pointsOf } from './points.ts';
import { millisecondsSince } from './since.ts';

/** Sessions of one pool. */
export interface PoolState {
  name: string;
  used: number;
  idle: number;
  max: number;
  waiting: number;
}

/** How a process stands with its database, as it crosses the wire. */
export interface DatabaseState {
  status: 'connected' | 'disconnected';
  latency_ms: number | null;
  target: 'postgresql' | 'oracle';
  pools: PoolState[];
  session_tagging: 'session' | 'application_name';
  sql_id_enrichment: 'working' | 'missing' | 'unchecked';
}

interface DatabaseParts {
  target: DatabaseState['target'];
  /** Asks the database for something small. */
  ask(): Promise<unknown>;
  reading: MetricsReading | undefined;
}

/** Asks the database, and tells what the process has counted of it. Never throws. */
export async function databaseState({ target, ask, reading }: DatabaseParts): Promise<DatabaseState> {
  const askedAtMs = performance.now();
  const isThere = await ask().then(
    () => true,
    () => false,
  );
  return {
    status: isThere ? 'connected' : 'disconnected',
    latency_ms: isThere ? millisecondsSince(askedAtMs) : null,
    target,
    pools: poolsOf(reading),
    // What a session says of itself: on Oracle module, action and trace, on PostgreSQL the service alone.
    session_tagging: target === 'oracle' ? 'session' : 'application_name',
    sql_id_enrichment: enrichmentOf(reading),
  };
}

/** What the check at the start found; nothing while it has not been made. */
function enrichmentOf(reading: MetricsReading | undefined): DatabaseState['sql_id_enrichment'] {
  const [missing] = pointsOf(reading, spansMissing);
  if (missing === undefined) return 'unchecked';
  return missing.value === 0 ? 'working' : 'missing';
}

function poolsOf(reading: MetricsReading | undefined): PoolState[] {
  const value = (metric: Metric, name: unknown, state?: string) =>
    pointsOf(reading, metric).find(
      ({ attributes }) =>
        attributes[attributeNames.pool] === name &&
        (state === undefined || attributes[attributeNames.connectionState] === state),
    )?.value ?? 0;
  return pointsOf(reading, connectionMax).map(({ attributes, value: max }) => {
    const name = attributes[attributeNames.pool];
    return {
      name: String(name),
      used: value(connectionCount, name, 'used'),
      idle: value(connectionCount, name, 'idle'),
      max,
      waiting: value(pendingRequests, name),
    };
  });
}
