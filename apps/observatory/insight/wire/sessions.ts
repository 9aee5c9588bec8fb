import type { DatabaseSession } from '@octo/contracts/insight.ts';
import type { LiveSession } from '@octo/platform/database/insight/insight.ts';
import type { SessionTag } from '../database-watch.ts';

export function toSession(session: LiveSession, { action, traceId }: SessionTag): DatabaseSession {
  const { clientIdentifier: _, connectedAt, transactionStartedAt, statementStartedAt, ...rest } = session;
  return {
    ...rest,
    action,
    traceId,
    connectedAt: connectedAt?.toISOString() ?? null,
    transactionStartedAt: transactionStartedAt?.toISOString() ?? null,
    statementStartedAt: statementStartedAt?.toISOString() ?? null,
  };
}
