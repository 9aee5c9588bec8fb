import type { OverviewService } from '@octo/contracts/observatory-overview.ts';
import type { ServiceSummary } from '@octo/contracts/observatory-services.ts';
import type { SloStatus } from '@octo/contracts/observatory-slos.ts';

const byWorst = ['missed', 'burning', 'met'] as const;

/** A service with the worst that is known of it. */
export function overviewOf(
  { routes: _, spans: __, p50Ms: ___, p99Ms: ____, ...service }: ServiceSummary,
  slos: readonly SloStatus[],
  silent: ReadonlySet<string>,
): OverviewService {
  return { ...service, state: stateOf(service.service, slos, silent) };
}

function stateOf(service: string, slos: readonly SloStatus[], silent: ReadonlySet<string>): OverviewService['state'] {
  if (silent.has(service)) return 'silent';
  const states = new Set(slos.filter((slo) => slo.service === service).map(({ state }) => state));
  const worst = byWorst.find((state) => states.has(state));
  if (worst === undefined) return 'no_data';
  return worst === 'met' ? 'ok' : worst;
}
