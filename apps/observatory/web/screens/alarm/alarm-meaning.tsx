import type { AlarmDetail } from '@octo/contracts/observatory-alarms.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { Link } from 'react-router';
import { tracePath } from '../../paths.ts';
import classes from './alarm-meaning.module.css';

/** What it means, what to do, and where to look. */
export function AlarmMeaning({ alarm: { meaning, advice, runbook, page, traces, traceId } }: { alarm: AlarmDetail }) {
  return (
    <Section title="What it means">
      <div className={classes.words}>
        <p>{meaning}</p>
        <h3>What to do</h3>
        <p>{advice}</p>
        <p className="muted">
          In the runbook: <code>{`docs/runbook.md#${runbook}`}</code>
        </p>
        <ul className={classes.links}>
          <li>
            <Link to={page}>What shows it</Link>
          </li>
          {traces !== null && (
            <li>
              <Link to={traces}>Traces like this</Link>
            </li>
          )}
          {traceId !== null && (
            <li>
              <Link to={tracePath(traceId)}>The trace that it fired with</Link>
            </li>
          )}
        </ul>
      </div>
    </Section>
  );
}
