import type { MetricsReading } from '../../telemetry/metrics/meter-provider.ts';
import type { PeerState } from './peer.ts';
import { type PillarState, type ReceiverState, signalState } from './signals.ts';

/** One way of observing a service, as it crosses the wire. */
export interface Pillar {
  configured: boolean;
  state: PillarState | 'unknown';
  receivers: ReceiverState[];
  console_url: string | null;
}

type Seen = Omit<Pillar, 'console_url'>;
export type PillarName = 'apm' | 'logging' | 'metrics' | 'rum' | 'opsi' | 'db_management' | 'workflow_gateway';

interface PillarParts {
  reading: MetricsReading | undefined;
  /** Whether pages tell of their visits; what became of that is not known here. */
  hasRum: boolean;
  /** What watches the database. */
  insight: Seen;
  gateway: PeerState;
  /** Where people look at each. */
  consoles: Partial<Record<PillarName, string>>;
}

/** What is not there. */
export const notConfigured: Seen = { configured: false, state: 'off', receivers: [] };

/** What is there, and sent nothing by this process. */
export function inState(state: Pillar['state']): Seen {
  return { configured: true, state, receivers: [] };
}

/** The ways in which a service is observed, each with whether it works. */
export function pillarsOf({ reading, hasRum, insight, gateway, consoles }: PillarParts): Record<PillarName, Pillar> {
  const shown = (name: PillarName, seen: Seen): Pillar => ({
    ...seen,
    console_url: (seen.configured && consoles[name]) || null,
  });
  return {
    apm: shown('apm', signalState(reading, 'traces')),
    logging: shown('logging', signalState(reading, 'logs')),
    metrics: shown('metrics', signalState(reading, 'metrics')),
    rum: shown('rum', hasRum ? inState('unknown') : notConfigured),
    opsi: shown('opsi', insight),
    db_management: shown('db_management', insight),
    workflow_gateway: shown('workflow_gateway', gatewaySeen(gateway)),
  };
}

function gatewaySeen({ configured, status }: PeerState): Seen {
  return configured ? inState(status === 'healthy' ? 'working' : 'failing') : notConfigured;
}
