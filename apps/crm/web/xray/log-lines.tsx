import type { XrayTraceStory } from '@octo/contracts/crm/xray.ts';
import { formatClock } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { absenceWords } from './absence.ts';
import classes from './lines.module.css';
import { SomeOf } from './some-of.tsx';

const tones: Readonly<Record<string, string>> = {
  WARN: 'badge badge-warn',
  ERROR: 'badge badge-bad',
  FATAL: 'badge badge-bad',
};

/** What the services wrote meanwhile. */
export function LogLines({ logs: { state, records, has_more } }: Pick<XrayTraceStory, 'logs'>) {
  return (
    <Section title="Log lines">
      {state !== 'found' && <p className="muted">{absenceWords(state, 'log lines')}</p>}
      <SomeOf items={records} first={8} noun="line">
        {(shown) => (
          <ul className={classes.lines}>
            {shown.map((record, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, may be alike and never change places
              <li key={index}>
                <p className={classes.message}>{record.message}</p>
                <p className={classes.about}>
                  <time dateTime={record.at}>{formatClock(record.at)}</time>
                  <span>{record.service}</span>
                  <span className={tones[record.severity.toUpperCase()]}>{record.severity}</span>
                  {record.event !== null && <span className="mono">{record.event}</span>}
                </p>
              </li>
            ))}
          </ul>
        )}
      </SomeOf>
      {has_more && <p className="muted">There are more of them: the observatory shows all.</p>}
    </Section>
  );
}
