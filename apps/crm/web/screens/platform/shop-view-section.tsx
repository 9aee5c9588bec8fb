import type { getGatewayAtShop } from '@octo/contracts/crm/platform.ts';
import type { GatewayState } from '@octo/contracts/integrations.ts';
import { formatDuration } from '@octo/ui/format.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import { request } from '@octo/ui/react/api/request.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { useQuery } from '@tanstack/react-query';
import { Milliseconds } from '../../parts/workflows/milliseconds.tsx';
import { breakerStates, reachOf } from './gateway-states.ts';
import { schedulerFacts } from './scheduler-facts.tsx';

const title = 'The gateway, as the shop sees it';
const lookEveryMs = 15_000;

/** Whether the shop reaches the workflow gateway too. */
export function ShopViewSection() {
  const query = useQuery({
    queryKey: ['platform', 'gateway-at-shop'],
    queryFn: ({ signal }) => request<typeof getGatewayAtShop>('GET /api/platform/gateway-at-shop', { signal }),
    refetchInterval: lookEveryMs,
  });
  return (
    <Section title={title}>
      <Answer query={query} skeleton={<p className="muted">Asking the shop</p>}>
        {(state) => <GatewayFacts state={state} />}
      </Answer>
    </Section>
  );
}

function GatewayFacts({ state }: { state: GatewayState }) {
  const { latency_ms, breaker, checked_at, scheduler } = state;
  if (!state.configured) return <p>The shop was not told where the gateway is, and does without.</p>;
  return (
    <Facts
      facts={[
        ['State', <StatusBadge key="state" {...reachOf(state)} />],
        ['Answered in', latency_ms !== null && <Milliseconds of={latency_ms} />],
        ['Looked at', checked_at && <Instant key="at" at={checked_at} />],
        ['Breaker', <StatusBadge key="breaker" {...breakerStates[breaker.state]} />],
        [
          'It opens',
          `after ${breaker.failure_threshold} failures, for about ${formatDuration(breaker.recovery_timeout_s)}`,
        ],
        ...(scheduler === null ? [] : schedulerFacts(scheduler)),
      ]}
    />
  );
}
