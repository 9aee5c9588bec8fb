import type { LogRecord } from '@octo/contracts/observatory-logs.ts';
import { attributeNames } from '@octo/platform/telemetry/names/attributes.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { LogTime } from '../../parts/log-time.tsx';
import { severityOf } from '../../parts/severities.ts';
import classes from './security-events.module.css';
import { isSecurityEvent } from './trace-marks.ts';

interface SecurityEventsProps {
  logs: readonly LogRecord[];
  onShow(spanId: string): void;
}

/** What somebody tried in this trace that they should not have. */
export function SecurityEvents({ logs, onShow }: SecurityEventsProps) {
  const events = logs.filter(isSecurityEvent);
  if (events.length === 0) return null;
  return (
    <div className={classes.events}>
      <Section title="Security events" aside={formatQuantity(events.length, 'event')}>
        <ul>
          {events.map(({ timeUnixNano, severity, service, body, spanId, attributes }) => (
            <li key={`${timeUnixNano} ${body}`} className={classes.event}>
              <LogTime unixNano={timeUnixNano} />
              <StatusBadge {...severityOf(severity)} />
              <span>
                <span className="mono">{String(attributes[attributeNames.event])}</span> {body}{' '}
                <span className="muted">{service}</span>
              </span>
              {spanId !== null && (
                <button type="button" className={classes.show} onClick={() => onShow(spanId)}>
                  Show where
                </button>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
