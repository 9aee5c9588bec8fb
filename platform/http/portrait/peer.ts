import type { TSchema } from 'typebox';
import type { CircuitState } from '../circuit-breaker.ts';
import type { Client } from '../client.ts';
import type { EndpointAddress } from '../endpoint-url.ts';
import { millisecondsSince } from './since.ts';

/** Another service as this one finds it, as it crosses the wire. */
export interface PeerState {
  name: string;
  configured: boolean;
  status: 'healthy' | 'not_ready' | 'unreachable' | 'not_configured';
  latency_ms: number | null;
}

interface AskedEndpoint extends EndpointAddress {
  responses: Record<number, TSchema>;
}

/** Asks a service whether it can do its work; undefined stands for one whose address is not known. Never throws. */
export async function peerState(name: string, client: Client | undefined, endpoint: AskedEndpoint): Promise<PeerState> {
  if (client === undefined) return { name, configured: false, status: 'not_configured', latency_ms: null };
  const askedAtMs = performance.now();
  const result = await client.call(endpoint, {});
  const latency_ms = millisecondsSince(askedAtMs);
  if (result.ok) return { name, configured: true, status: 'healthy', latency_ms };
  const isThere = result.failure.reason === 'status';
  return {
    name,
    configured: true,
    status: isThere ? 'not_ready' : 'unreachable',
    latency_ms: isThere ? latency_ms : null,
  };
}

/** How the states of a circuit breaker are called on the wire. */
export const circuitNames = { closed: 'closed', open: 'open', probe: 'half_open' } as const;

/** The circuit breakers of a process, as they cross the wire. */
export function circuitsOf(circuits: ReadonlyMap<string, () => CircuitState>) {
  return [...circuits].map(([name, state]) => ({ name, state: circuitNames[state()] }));
}
