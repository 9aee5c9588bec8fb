import type { DatabaseSession } from '@octo/contracts/insight.ts';
import { formatQuantity } from '@octo/ui/format.ts';
import { Icon } from '@octo/ui/react/icon.tsx';
import { Section } from '@octo/ui/react/section.tsx';
import { StatusBadge } from '@octo/ui/react/status-badge.tsx';
import { Link } from 'react-router';
import { StatementCell } from '../../parts/statement-cell.tsx';
import { sessionPath, tracePath } from '../../paths.ts';
import classes from './blocking-section.module.css';
import { type BlockingNode, blockingTrees } from './blocking-trees.ts';
import { Lasts } from './session-columns.tsx';
import { sessionStatus } from './session-words.ts';

interface BlockingSectionProps {
  sessions: readonly DatabaseSession[];
  at: string;
}

/** Who waits for whom, as trees with the one that holds up all others on top. */
export function BlockingSection({ sessions, at }: BlockingSectionProps) {
  const trees = blockingTrees(sessions);
  const waiting = trees.reduce((sum, { heldUp }) => sum + heldUp, 0);
  return (
    <Section title="Who waits for whom" aside={waiting > 0 && `${formatQuantity(waiting, 'session')} held up`}>
      {trees.length === 0 ? (
        <p className={classes.nobody}>
          <Icon name="check" size={18} /> Nobody waits for anybody.
        </p>
      ) : (
        <ul className={classes.tree} aria-label="Blocking tree">
          {trees.map((node) => (
            <TreeNode key={node.sessionId} node={node} at={at} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function TreeNode({ node, at }: { node: BlockingNode; at: string }) {
  const { sessionId, session, waiting, heldUp } = node;
  return (
    <li>
      <div className={classes.node} data-holds={heldUp > 0 && (session?.blockedBy.length ?? 0) === 0}>
        <div className={classes.line}>
          <Link to={sessionPath(sessionId)} className="mono" aria-label={`Session ${sessionId}`}>
            {sessionId}
          </Link>
          {session ? <About session={session} at={at} /> : <span className="muted">Not a session of the services</span>}
          {heldUp > 0 && <span className={classes.heldUp}>holds up {formatQuantity(heldUp, 'session')}</span>}
        </div>
        {session?.text && <StatementCell text={session.text} />}
      </div>
      {waiting.length > 0 && (
        <ul>
          {waiting.map((one) => (
            <TreeNode key={one.sessionId} node={one} at={at} />
          ))}
        </ul>
      )}
    </li>
  );
}

function About({ session, at }: { session: DatabaseSession; at: string }) {
  const { module, user, action, traceId, waitEvent } = session;
  return (
    <>
      <StatusBadge {...sessionStatus(session)} />
      <Lasts session={session} at={at} />
      <span>{module ?? user}</span>
      {action !== null && <span>{action}</span>}
      {waitEvent !== null && session.blockedBy.length > 0 && <span className="muted">{waitEvent}</span>}
      {traceId === null ? (
        <span className="muted">trace not known</span>
      ) : (
        <Link to={tracePath(traceId)} aria-label={`Trace of session ${session.sessionId}`}>
          Trace
        </Link>
      )}
    </>
  );
}
