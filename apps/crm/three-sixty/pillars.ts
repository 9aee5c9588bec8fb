import type { Pillars } from '@octo/contracts/observability.ts';
import type { PeerState } from '@octo/platform/http/portrait/peer.ts';
import { inState, notConfigured, pillarsOf } from '@octo/platform/http/portrait/pillars.ts';
import type { MetricsReading } from '@octo/platform/telemetry/metrics/meter-provider.ts';
import type { Crm } from '../context.ts';
import type { Heard, InsightBody } from '../observatory.ts';

/** The ways in which the CRM is observed, and where the staff looks at each. */
export async function readPillars(
  { config, observatory }: Pick<Crm, 'config' | 'observatory'>,
  { reading, gateway }: { reading: MetricsReading | undefined; gateway: PeerState },
): Promise<Pillars> {
  return pillarsOf({
    reading,
    gateway,
    hasRum: config.rum !== undefined,
    insight: watching(await observatory.insight()),
    consoles: consolesAt(config.observatoryPublicUrl),
  });
}

/** The observatory watches the database where it was told to; while it does not answer nobody knows. */
function watching(insight: Heard<InsightBody>) {
  if (insight.state === 'not_configured') return notConfigured;
  if (insight.state !== 'found') return inState('unknown');
  if (!insight.body.isConfigured) return notConfigured;
  return inState(insight.body.isReachable ? 'working' : 'failing');
}

function consolesAt(observatory: string | undefined) {
  if (observatory === undefined) return {};
  return {
    apm: `${observatory}/traces`,
    logging: `${observatory}/logs`,
    metrics: `${observatory}/metrics`,
    rum: `${observatory}/rum`,
    opsi: `${observatory}/sql`,
    db_management: `${observatory}/sessions`,
  };
}
