import { getActivity, getInsightStatus, listSessions, listSizes } from '@octo/contracts/insight.ts';
import { findStatement, getStatementRuns } from '@octo/contracts/insight-runs.ts';
import {
  getStatement,
  getStatementPlan,
  listStatementChanges,
  listStatements,
} from '@octo/contracts/insight-statements.ts';
import { asked, type Panel, type Source } from './panel.ts';

const query = { minutes: 15 };
const shares = ['statements', 'modules', 'actions', 'events', 'traces'] as const;
const changes = ['fresh', 'regressed', 'planChanged'] as const;

/** The statement that a service calls most. */
async function someStatement(source: Source) {
  const { statements } = await asked(source, listStatements, { query: { ...query, by: 'calls' } });
  const found = statements.find(({ calledBy }) => calledBy !== null);
  return { statementId: found?.statementId ?? '0', sqlId: found?.sqlId ?? '0' };
}

export const databasePanels: readonly Panel[] = [
  {
    id: '/sql “what is watched”',
    async hasData(source) {
      const { isReachable, lastSampleAt, lastMinuteAt, missing } = await asked(source, getInsightStatus);
      return isReachable && lastSampleAt !== null && lastMinuteAt !== null && missing.length === 0;
    },
  },
  {
    id: '/sql “activity”',
    hasData: async (source) =>
      (await asked(source, getActivity, { query })).steps.some(
        ({ byWaitClass }) => Object.keys(byWaitClass).length > 0,
      ),
  },
  ...shares.map(
    (share): Panel => ({
      id: `/sql “activity by ${share}”`,
      hasData: async (source) => (await asked(source, getActivity, { query }))[share].some(({ key }) => key !== null),
    }),
  ),
  {
    id: '/sql “statements”',
    async hasData(source) {
      const { statements } = await asked(source, listStatements, { query: { ...query, by: 'calls' } });
      return statements.some(({ calledBy, p95Ms }) => calledBy !== null && p95Ms !== null);
    },
  },
  ...changes.map(
    (change): Panel => ({
      id: `/sql “changes: ${change}”`,
      hasData: async (source) => (await asked(source, listStatementChanges, { query }))[change].length > 0,
    }),
  ),
  { id: '/sql “sizes”', hasData: async (source) => (await asked(source, listSizes)).sizes.length > 0 },
  {
    id: '/sql/:statementId “minutes”',
    async hasData(source) {
      const params = await someStatement(source);
      return (await asked(source, getStatement, { params, query })).minutes.length > 0;
    },
  },
  {
    id: '/sql/:statementId “plan”',
    hasData: async (source) =>
      (await asked(source, getStatementPlan, { params: await someStatement(source) })).lines.length > 0,
  },
  {
    id: '/sql/:statementId “what its spans tell”',
    async hasData(source) {
      const params = await someStatement(source);
      const { calls, callers, slowest, newest } = await asked(source, getStatementRuns, { params, query });
      return Math.min(calls, callers.length, slowest.length, newest.length) > 0;
    },
  },
  {
    id: '/sql/by-sql-id/:sqlId',
    async hasData(source) {
      const params = await someStatement(source);
      return (await asked(source, findStatement, { params })).statementId === params.statementId;
    },
  },
  {
    id: '/sessions',
    async hasData(source) {
      const { sessions } = await asked(source, listSessions);
      return sessions.some(({ module, traceId }) => module !== null && traceId !== null);
    },
  },
];

/** Who is in whose way, and for which trace: something to see while somebody waits. */
export const blockingTree: Panel = {
  id: '/sessions “blocking tree”',
  async hasData(source) {
    const { sessions } = await asked(source, listSessions);
    return sessions.some(({ blockedBy, traceId }) => blockedBy.length > 0 && traceId !== null);
  },
};
