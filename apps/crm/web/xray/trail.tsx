import type { XrayTraceStory } from '@octo/contracts/crm/xray.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { AuditTimeline } from '../parts/audit/audit-timeline.tsx';
import classes from './lines.module.css';

/** What was written down in the trace: writes, and attempts at what is not allowed. */
export function Trail({ trail }: Pick<XrayTraceStory, 'trail'>) {
  if (trail === null)
    return (
      <Section title="Audit and security">
        <p className="muted">Your role does not include reading the audit.</p>
      </Section>
    );
  const { audit, security_events } = trail;
  return (
    <>
      <Section title="Audit in this trace">
        {audit.length === 0 ? (
          <p className="muted">Nothing was changed by the staff in it.</p>
        ) : (
          <AuditTimeline entries={audit} />
        )}
      </Section>
      <Section title="Security events">
        {security_events.length === 0 && <p className="muted">Nobody tried anything in it that is not allowed.</p>}
        <ul className={classes.lines}>
          {security_events.map(({ id, attack_type, severity, endpoint, details, created_at }) => (
            <li key={id}>
              <p className={classes.message}>
                {attack_type.replaceAll('_', ' ')} <span className="badge badge-warn">{severity}</span>
              </p>
              <p className={classes.about}>
                <Instant at={created_at} />
                {endpoint !== null && <span className="mono">{endpoint}</span>}
                {details !== null && <span>{details}</span>}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
