import type { SecurityHealth } from '@octo/contracts/observability.ts';
import { formatCount } from '@octo/ui/format.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { Link } from 'react-router';
import { useCan } from '../../session/session.ts';

/** What was written down and what was tried; what a firewall in front says of requests. */
export function SecuritySection({ security: { audit, security_events, waf } }: { security: SecurityHealth }) {
  const mayRead = useCan()('audit.read');
  return (
    <Section title="Security" aside={mayRead && <Link to="/audit">Open the audit</Link>}>
      <Facts
        facts={[
          ['Audit', audit && countWords(audit)],
          ['Security events', security_events && countWords(security_events)],
          [
            'Firewall',
            waf.score === null && waf.action === null
              ? `Said nothing of this request (${waf.headers.join(', ')})`
              : `Score ${waf.score ?? 'unknown'}, action ${waf.action ?? 'none'}`,
          ],
        ]}
      />
    </Section>
  );
}

function countWords({ total, last_day }: { total: number; last_day: number }): string {
  return `${formatCount(total)}, ${formatCount(last_day)} of them in 24 hours`;
}
