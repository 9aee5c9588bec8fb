import type { CrmView } from '@octo/contracts/crm/three-sixty.ts';
import { formatMilliseconds } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import classes from './observability.module.css';
import { circuitStates, peerStates } from './states.ts';

interface NeighboursSectionProps {
  title: string;
  view: Pick<CrmView, 'integration_health' | 'circuit_breakers'>;
}

/** The other services as this one finds them, and whether it still asks them. */
export function NeighboursSection({ title, view }: NeighboursSectionProps) {
  const { integration_health: peers, circuit_breakers: circuits } = view;
  return (
    <Section title={title}>
      <ul className={classes.list}>
        {peers.map(({ name, status, latency_ms }) => (
          <li key={name} className={classes.line}>
            <span>{name}</span>
            <span>
              {latency_ms !== null && <span className="muted">{formatMilliseconds(latency_ms)} </span>}
              <StatusBadge {...peerStates[status]} />
            </span>
          </li>
        ))}
      </ul>
      {circuits.length > 0 && <h3 className={classes.subtitle}>Circuit breakers</h3>}
      <ul className={classes.list}>
        {circuits.map(({ name, state }) => (
          <li key={name} className={classes.line}>
            <span>{name}</span>
            <StatusBadge {...circuitStates[state]} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
