import type { DatabaseSession } from '@octo/contracts/insight.ts';
import { CardLines } from '@octo/ui/react/list/card-lines.tsx';
import type { Column } from '@octo/ui/react/list/column.ts';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Link } from 'react-router';
import { StatementCell } from '../../parts/statement-cell.tsx';
import { tracePath } from '../../paths.ts';
import classes from './session-columns.module.css';
import { lastsMs, lastsWords, sessionStatus } from './session-words.ts';

/** Live sessions as they were at an instant. */
export function sessionColumns(at: string): Column<DatabaseSession>[] {
  return [
    { key: 'id', title: 'Session', cell: ({ sessionId }) => <span className="mono">{sessionId}</span>, isShort: true },
    { key: 'action', title: 'Service, works for', cell: WorksForCell },
    {
      key: 'state',
      title: 'State, for how long',
      cell: (session) => (
        <span className={classes.state}>
          <StatusBadge {...sessionStatus(session)} /> <Lasts session={session} at={at} />
        </span>
      ),
    },
    {
      key: 'wait',
      title: 'Wait',
      // What an idle session waits for is its caller, always.
      cell: ({ state, waitEvent }) => (state === 'active' && waitEvent) || <span className="muted">–</span>,
      isShort: true,
      leaveOut: 2,
    },
    { key: 'text', title: 'Statement', cell: ({ text }) => <StatementCell text={text ?? '–'} isSteady />, leaveOut: 1 },
  ];
}

/** The verb or route, which leads to its trace. */
export function WorksFor({ session: { action, traceId } }: { session: DatabaseSession }) {
  const name = action ?? (traceId === null ? null : traceId.slice(0, 8));
  if (name === null) return <span className="muted">–</span>;
  return traceId === null ? name : <Link to={tracePath(traceId)}>{name}</Link>;
}

export function Lasts({ session, at }: { session: DatabaseSession; at: string }) {
  const ms = lastsMs(session, at);
  return ms === null ? null : <span className="number">{lastsWords(ms)}</span>;
}

function WorksForCell(session: DatabaseSession) {
  const { module, user, action, traceId } = session;
  return (
    <span className={classes.for}>
      <span>{module ?? user}</span>
      {(action !== null || traceId !== null) && <WorksFor session={session} />}
    </span>
  );
}

/** One of them on a phone. */
export function SessionCard({ session, at }: { session: DatabaseSession; at: string }) {
  const { sessionId, module, user, action, text } = session;
  const ms = lastsMs(session, at);
  return (
    <>
      <CardLines
        title={
          <>
            <span className="mono">{sessionId}</span> {module ?? user}
          </>
        }
        value={<StatusBadge {...sessionStatus(session)} />}
        about={[ms !== null && lastsWords(ms), action]}
      />
      {text !== null && <StatementCell text={text} />}
    </>
  );
}
