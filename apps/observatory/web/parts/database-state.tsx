import type { getInsightStatus } from '@octo/contracts/insight.ts';
import { Answer } from '@octo/ui/react/answer.tsx';
import type { AnswerOf } from '@octo/ui/react/api/endpoint-types.ts';
import { Instant } from '@octo/ui/react/instant.tsx';
import { Empty } from '@octo/ui/react/standstill.tsx';
import type { ReactNode } from 'react';
import { useInsightStatus } from '../api/use-database.ts';
import classes from './database-state.module.css';

type Status = AnswerOf<typeof getInsightStatus>;

interface WatchedDatabaseProps {
  skeleton: ReactNode;
  children(status: Status): ReactNode;
}

/** What needs a watched database: says how to have one where there is none, and what is the matter with one. */
export function WatchedDatabase({ skeleton, children }: WatchedDatabaseProps) {
  return (
    <Answer query={useInsightStatus()} skeleton={skeleton}>
      {(status) =>
        status.isConfigured ? (
          <>
            <Troubles status={status} />
            {children(status)}
          </>
        ) : (
          <NotWatched />
        )
      }
    </Answer>
  );
}

function NotWatched() {
  return (
    <Empty icon="platform" title="No database is watched">
      <p>
        Started with <code>npm start</code>, the observatory watches the platform’s own database. Elsewhere set{' '}
        <code>INSIGHT_DATABASE_URL</code> to the address of a PostgreSQL with the role <code>octo_insight</code>, or{' '}
        <code>ORACLE_INSIGHT_USER</code> and <code>ORACLE_DSN</code> for an Oracle, and start it again.
      </p>
    </Empty>
  );
}

function Troubles({ status: { isReachable, lastSampleAt, missing } }: { status: Status }) {
  return (
    <>
      {!isReachable && (
        <div className={`notice notice-warn ${classes.notice}`} role="status">
          <p className="notice-title">The database does not answer just now</p>
          <p>
            What was kept of it is shown
            {lastSampleAt !== null && (
              <>
                ; it was last seen <Instant at={lastSampleAt} />
              </>
            )}
            .
          </p>
        </div>
      )}
      {missing.length > 0 && (
        <div className={`notice notice-warn ${classes.notice}`}>
          <p className="notice-title">Some of it cannot be seen</p>
          <ul>
            {missing.map((right) => (
              <li key={right}>{right}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
