import { type GatewayState, internalKeyHeader } from '@octo/contracts/integrations.ts';
import { getWorkflowOverview } from '@octo/contracts/workflows.ts';
import { createVersionedCache } from '@octo/platform/cache/versioned-cache.ts';
import type { Clock } from '@octo/platform/context/context.ts';
import type { CircuitState } from '@octo/platform/http/circuit-breaker.ts';
import { type Client, createClient } from '@octo/platform/http/client.ts';
import { circuitNames } from '@octo/platform/http/portrait/peer.ts';
import { millisecondsSince } from '@octo/platform/http/portrait/since.ts';
import type { ShopConfig } from './config.ts';

/** How this shop finds the workflow gateway. Nothing that a shopper does asks for it. */
export interface GatewayWatch {
  isConfigured: boolean;
  /** A quarter of a minute old at most; who asks meanwhile shares one question. Never throws for what the gateway does. */
  state(): Promise<GatewayState>;
}

type Checked = Pick<GatewayState, 'reachable' | 'latency_ms' | 'checked_at' | 'scheduler'>;

const timeoutMs = 2000;
const maxAgeMs = 15_000;
const failuresToOpen = 3;
const pauseMs = 30_000;
const neverChecked: Checked = { reachable: null, latency_ms: null, checked_at: null, scheduler: null };

export function watchGateway(
  { gatewayUrl: baseUrl, internalKeys }: ShopConfig,
  clock: Clock,
  circuits: Map<string, () => CircuitState>,
): GatewayWatch {
  if (baseUrl === undefined) {
    const nowhere = { configured: false, ...neverChecked, breaker: breakerIn('closed') };
    return { isConfigured: false, state: async () => nowhere };
  }
  const client = createClient({
    baseUrl,
    headers: { [internalKeyHeader]: internalKeys[0] },
    timeoutMs,
    breaker: { failuresToOpen, pauseMs },
  });
  circuits.set('workflow gateway, its overview', client.circuit);
  const cache = createVersionedCache({ version: () => 0, maxAgeMs, maxEntries: 1 });
  return {
    isConfigured: true,
    state: async () => {
      const checked = await cache.get('gateway', () => check(client, clock));
      return { configured: true, ...checked, breaker: breakerIn(client.circuit()) };
    },
  };
}

async function check(client: Client, clock: Clock): Promise<Checked> {
  const askedAtMs = performance.now();
  const result = await client.call(getWorkflowOverview, {});
  const checked_at = clock.now().toISOString();
  if (!result.ok) return { reachable: false, latency_ms: null, checked_at, scheduler: null };
  return { reachable: true, latency_ms: millisecondsSince(askedAtMs), checked_at, scheduler: result.body.scheduler };
}

function breakerIn(state: CircuitState): GatewayState['breaker'] {
  return { state: circuitNames[state], failure_threshold: failuresToOpen, recovery_timeout_s: pauseMs / 1000 };
}
