import { anySecurityEvent } from '@octo/contracts/telemetry/security.ts';
import { attributeNames as names } from '@octo/platform/telemetry/names/attributes.ts';
import { Link } from 'react-router';
import { logsPath } from '../../paths.ts';
import classes from './how-to-search.module.css';

const examples = [
  ['order placed', 'lines with words that begin so'],
  ['"order placed"', 'lines with this phrase'],
  ['-health', 'lines without it'],
  [`${names.route}=/api/orders`, 'a field with this value'],
  [`${names.errorCode}=*`, 'a field with any value'],
  [`${names.event}=${anySecurityEvent}`, 'a value that begins so'],
  ['workflow_id!=checkout', 'all but this value'],
  [`${names.durationMs}>2000`, 'a number above another'],
] as const;

/** What the search box takes. */
export function HowToSearch() {
  return (
    <details className={classes.searches}>
      <summary>How to search</summary>
      <dl>
        {examples.map(([q, words]) => (
          <div key={q}>
            <dt>
              <Link to={logsPath({ q })} className="mono">
                {q}
              </Link>
            </dt>
            <dd className="muted">{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
