import { Button } from '@mantine/core';
import type { DatabaseSession } from '@octo/contracts/insight.ts';
import { formatSql } from '@octo/ui/format-sql.ts';
import { Facts } from '@octo/ui/react/facts.tsx';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { ShortId } from '@octo/ui/react/short-id.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { waitTitle } from '../../parts/wait-classes.ts';
import { sessionPath, sqlIdPath, statementPath, tracePath } from '../../paths.ts';
import { Lasts, WorksFor } from './session-columns.tsx';
import classes from './session-details.module.css';
import { sessionStatus } from './session-words.ts';

interface SessionDetailsProps {
  sessionId: string;
  /** Undefined for one that is gone. */
  session: DatabaseSession | undefined;
  at: string;
  onClose(): void;
}

/** The session that was chosen. */
export function SessionDetails({ sessionId, session, at, onClose }: SessionDetailsProps) {
  const [seen, setSeen] = useState(session && { session, at });
  if (session && seen?.at !== at) setSeen({ session, at });
  return (
    <Section
      title={`Session ${sessionId}`}
      aside={
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      }
    >
      {!session && (
        <p className={`muted ${classes.gone}`} role="status">
          It is gone: its connection was closed.{seen && ' This is how it was seen last.'}
        </p>
      )}
      {seen && <AllOf session={seen.session} at={seen.at} />}
    </Section>
  );
}

function AllOf({ session, at }: { session: DatabaseSession; at: string }) {
  const { module, user, client, traceId, text, state, waitEvent, waitClass, blockedBy } = session;
  return (
    <>
      <div className={classes.facts}>
        <Facts
          facts={[
            ['State', <StatusBadge key="state" {...sessionStatus(session)} />],
            ['For', state === 'idle' ? null : <Lasts key="lasts" session={session} at={at} />],
            ['Waits for', state === 'active' && waitEvent ? `${waitTitle(waitClass)}: ${waitEvent}` : null],
            ['In its way', blockedBy.length === 0 ? null : <Blockers key="blockers" ids={blockedBy} />],
            ['Statement', statementLink(session)],
          ]}
        />
        <Facts
          facts={[
            ['Service', module],
            ['Works for', <WorksFor key="for" session={session} />],
            ['Trace', traceId && <TraceLink traceId={traceId} />],
            ['User', client === null ? user : `${user} from ${client}`],
            ['Connected', session.connectedAt && <Instant key="connected" at={session.connectedAt} />],
            [
              'In a transaction since',
              session.transactionStartedAt && <Instant key="transaction" at={session.transactionStartedAt} />,
            ],
          ]}
        />
      </div>
      {text !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        <pre className={classes.text} tabIndex={0}>
          <code>{formatSql(text)}</code>
        </pre>
      )}
    </>
  );
}

function Blockers({ ids }: { ids: readonly string[] }) {
  return ids.map((id) => (
    <span key={id}>
      <Link to={sessionPath(id)} className="mono">
        {id}
      </Link>{' '}
    </span>
  ));
}

function TraceLink({ traceId }: { traceId: string }) {
  return (
    <>
      <Link to={tracePath(traceId)}>Open</Link> <ShortId id={traceId} label="trace id" length={12} />
    </>
  );
}

function statementLink({ statementId, sqlId }: DatabaseSession): ReactNode {
  if (statementId !== null) return <Link to={statementPath(statementId)}>{sqlId ?? statementId}</Link>;
  return sqlId && <Link to={sqlIdPath(sqlId)}>{sqlId}</Link>;
}
