import type { XrayStatement, XrayTraceStory } from '@octo/contracts/crm/xray.ts';
import { formatMilliseconds, formatQuantity } from '@octo/ui/format.ts';
import { Section } from '@octo/ui/react/section.tsx';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { useSession } from '../session/session.ts';
import classes from './lines.module.css';
import { SomeOf } from './some-of.tsx';

/** What the trace asked of the database, the costliest first. */
export function Statements({ story: { statements, spans } }: { story: XrayTraceStory }) {
  if (spans.state !== 'found') return null;
  return (
    <Section title="SQL statements" aside={formatQuantity(statements.length, 'statement')}>
      {statements.length === 0 && <p className="muted">None of its spans is a statement.</p>}
      <SomeOf items={statements} first={6} noun="statement">
        {(shown) => (
          <ul className={classes.lines}>
            {shown.map((statement) => (
              <li key={`${statement.service} ${statement.text}`}>
                <code className={classes.text}>{statement.text}</code>
                <p className={classes.about}>
                  <SqlId id={statement.sql_id} />
                  <span>{statement.service}</span>
                  <span>{workOf(statement)}</span>
                  {statement.errors > 0 && (
                    <span className="badge badge-bad">{formatQuantity(statement.errors, 'call')} failed</span>
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
      </SomeOf>
    </Section>
  );
}

function workOf({ calls, rows, total_ms, longest_ms }: XrayStatement): string {
  const each = calls > 1 ? `, ${formatMilliseconds(longest_ms)} at most` : '';
  return `${formatQuantity(calls, 'call')}, ${formatQuantity(rows, 'row')}, ${formatMilliseconds(total_ms)}${each}`;
}

function SqlId({ id }: { id: string | null }) {
  const { observatory_url } = useSession();
  if (id === null) return null;
  if (observatory_url === undefined) return <ShortId id={id} label="SQL_ID" length={13} />;
  return (
    <a
      className="mono"
      href={`${observatory_url}/sql/by-sql-id/${encodeURIComponent(id)}`}
      target="_blank"
      rel="noopener"
    >
      <span className="visually-hidden">Open the statement </span>
      {id}
      <span className="visually-hidden"> in a new tab</span>
    </a>
  );
}
