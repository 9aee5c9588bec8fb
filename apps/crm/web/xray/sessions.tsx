import type { XrayTraceStory } from '@octo/contracts/crm/xray.ts';
import { formatMilliseconds, formatQuantity } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { absenceWords } from './absence.ts';
import classes from './lines.module.css';

/** Which sessions of the database did its work, and what they waited for. */
export function Sessions({ story: { sessions, waits, spans } }: { story: XrayTraceStory }) {
  if (spans.state !== 'found') return null;
  return (
    <Section title="Database sessions" aside={formatQuantity(sessions.length, 'session')}>
      {sessions.length === 0 && <p className="muted">It had nothing to do with the database.</p>}
      <ul className={classes.lines}>
        {sessions.map(({ service, backend_pid, statements, total_ms }) => (
          <li key={`${service} ${backend_pid}`}>
            <p className={classes.about}>
              <span className={classes.message}>{service}</span>
              {backend_pid !== null && <span className="mono">backend {backend_pid}</span>}
              <span>
                {formatQuantity(statements, 'statement')}, {formatMilliseconds(total_ms)}
              </span>
            </p>
          </li>
        ))}
      </ul>
      <p className="muted">{waitWords(waits)}</p>
    </Section>
  );
}

function waitWords({ state, seconds }: XrayTraceStory['waits']): string {
  if (state === 'none') return 'Nobody saw it wait: sessions are looked at once a second, and told of the last hour.';
  if (state === 'not_configured') return 'The observatory does not watch the database, so waits are not known.';
  if (state !== 'found') return absenceWords(state, 'waits');
  return `Seen at work: ${seconds.map(({ wait_class, seconds: s }) => `${wait_class} ${s} s`).join(', ')}.`;
}
