import { setImmediate as nextTurn } from 'node:timers/promises';
import { getHealth, getReadiness } from '@octo/contracts/meta.ts';
import type { Tables } from '@octo/database/tables.ts';
import { type Component, type Finding, pingDatabase } from '@octo/domains/workflows';
import { createClient } from '@octo/platform/http/client.ts';
import type { Kysely } from 'kysely';
import type { GatewayConfig } from './config.ts';

/** Twice of it, for what did not get through is tried once more, is less than a sweep waits. */
const timeoutMs = 2000;
/** A probe that is not made finds out nothing. */
const always = { failuresToOpen: Number.POSITIVE_INFINITY };

/** Everything that a sweep asks how it is, in the order in which it is shown. */
export function componentsOf({ peers, service }: GatewayConfig, db: Kysely<Tables>): Component[] {
  return [
    { name: 'database', type: 'database', probe: () => askDatabase(db) },
    { name: 'drone-shop', type: 'application', probe: asking(peers.shop, getReadiness) },
    { name: 'enterprise-crm-portal', type: 'application', probe: asking(peers.crm, getReadiness) },
    { name: 'observatory', type: 'telemetry', probe: asking(peers.observatory, getHealth) },
    { name: service.name, type: 'gateway', probe: askOurselves },
  ];
}

async function askDatabase(db: Kysely<Tables>): Promise<Finding> {
  await pingDatabase({ db });
  return { status: 'healthy', details: 'It answers.' };
}

/** As long as this takes, requests wait, too. */
async function askOurselves(): Promise<Finding> {
  await nextTurn();
  return { status: 'healthy', details: 'It takes requests.' };
}

function asking(
  baseUrl: string | undefined,
  endpoint: typeof getReadiness | typeof getHealth,
): Component['probe'] | undefined {
  if (baseUrl === undefined) return undefined;
  const client = createClient({ baseUrl, headers: {}, timeoutMs, breaker: always });
  return async () => {
    const result = await client.call(endpoint, {});
    if (result.ok) return { status: 'healthy', details: 'It is ready.' };
    const { failure } = result;
    if (failure.reason === 'status') return { status: 'degraded', details: `It answers ${failure.status}.` };
    const isLate = failure.reason === 'timed_out';
    return {
      status: 'down',
      details: isLate ? `It did not answer within ${timeoutMs / 1000} s.` : 'It cannot be reached.',
    };
  };
}
