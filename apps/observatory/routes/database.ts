import { getActivity, getInsightStatus, listSessions, listSizes } from '@octo/contracts/insight.ts';
import {
  getStatement,
  getStatementPlan,
  listStatementChanges,
  listStatements,
} from '@octo/contracts/insight-statements.ts';
import type { StatementOrder } from '@octo/platform/database/insight/insight.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';
import { activityWindow } from '../insight/activity-steps.ts';
import type { DatabaseWatch } from '../insight/database-watch.ts';
import type { StatementReader } from '../insight/store/read-statements.ts';
import { toActivity } from '../insight/wire/activity.ts';
import { toSession } from '../insight/wire/sessions.ts';
import { instantOf, toChange, toGaps, toHistory, toKept, toListed, toSummary } from '../insight/wire/statements.ts';
import { toStatus } from '../insight/wire/status.ts';
import type { RunSummary } from '../store/statements/read-statements.ts';

const windowMinutes = 60;
const pageSize = 50;
const mostListed = 200;

/** What is kept of the database answers also while it is away; what is asked of it at once does not. */
export function databaseRoutes(app: FastifyInstance, observatory: Observatory): void {
  liveRoutes(app, observatory);
  keptRoutes(app, observatory);
  route(app, getInsightStatus, async () => toStatus(observatory));
}

function liveRoutes(app: FastifyInstance, { watch, clock }: Observatory): void {
  route(app, listSessions, async ({ query: { limit = pageSize } }) => {
    const { database, tagOf } = watched(watch);
    const sessions = await database.liveSessions({ limit });
    return {
      at: clock.now().toISOString(),
      sessions: sessions.map((session) => toSession(session, tagOf(session))),
    };
  });

  route(app, getStatementPlan, async ({ params: { statementId } }) => watched(watch).database.planOf({ statementId }));

  route(app, listSizes, async ({ query: { limit = pageSize } }) => ({
    sizes: await watched(watch).database.sizes({ limit }),
  }));
}

function keptRoutes(app: FastifyInstance, { watch, clock, store: telemetry }: Observatory): void {
  const minuteNow = () => Math.floor(clock.now().getTime() / 60_000);

  route(app, listStatements, async ({ query: { by = 'time', minutes, limit = pageSize } }) => {
    const { store, database } = watched(watch);
    if (minutes === undefined) {
      const found = await database.topStatements({ by: by === 'p95' ? 'time' : by, limit });
      const statements = found.map((one) => toListed(toSummary(one), new Map()));
      return { windowMinutes: null, statements, total: null, gaps: [] };
    }
    const from = minuteNow() - minutes;
    const runs = telemetry.read((readers) => readers.statements.summaries(from));
    const { statements, total } = store.read((readers) => listedBy(readers.statements, { from, by, limit, runs }));
    const gaps = store.read((readers) => readers.gaps.list(from, minuteNow()));
    return { windowMinutes: minutes, statements, total, gaps: toGaps(gaps) };
  });

  route(app, getStatement, async ({ params: { statementId }, query: { minutes = windowMinutes } }) => {
    const { store } = watched(watch);
    const from = minuteNow() - minutes;
    const found = store.read((readers) => readers.statements.find(statementId, from, minutes));
    if (!found) throw new AppError('NotFound', 'insight.unknown_statement', 'This statement was never seen.');
    return { ...toHistory(found), gaps: toGaps(store.read(({ gaps }) => gaps.list(from, minuteNow()))) };
  });

  route(app, listStatementChanges, async ({ query: { minutes = windowMinutes, limit = pageSize } }) => {
    const { store } = watched(watch);
    const from = minuteNow() - minutes;
    const { baselineFrom, ...changes } = store.read((readers) => readers.changes.list(from, limit));
    return {
      windowMinutes: minutes,
      baselineFrom: baselineFrom === undefined ? null : instantOf(baselineFrom * 60_000),
      gaps: toGaps(store.read(({ gaps }) => gaps.list(from, minuteNow()))),
      fresh: changes.fresh.map(toChange),
      regressed: changes.regressed.map(toChange),
      planChanged: changes.planChanged.map(toChange),
    };
  });

  route(app, getActivity, async ({ query: { minutes = windowMinutes, statementId } }) => {
    const window = activityWindow(minutes, Math.floor(clock.now().getTime() / 1000));
    return toActivity(
      window,
      watched(watch).store.read(({ activity }) => activity.read(window, statementId)),
    );
  });
}

interface Listing {
  readonly from: number;
  readonly by: StatementOrder | 'p95';
  readonly limit: number;
  readonly runs: ReadonlyMap<string, RunSummary>;
}

/** The database knows no percentiles: those that cost the most are put in the order of what their spans tell. */
function listedBy(statements: StatementReader, { from, by, limit, runs }: Listing) {
  if (by !== 'p95') {
    const { statements: kept, total } = statements.costliest(from, by, limit);
    return { statements: kept.map((one) => toListed(toKept(one), runs)), total };
  }
  const { statements: kept, total } = statements.costliest(from, 'time', mostListed);
  const listed = kept.map((one) => toListed(toKept(one), runs));
  return { statements: listed.sort((one, other) => (other.p95Ms ?? 0) - (one.p95Ms ?? 0)).slice(0, limit), total };
}

export function watched(watch: DatabaseWatch | undefined): DatabaseWatch {
  if (watch) return watch;
  const message = 'No database is watched. INSIGHT_DATABASE_URL or ORACLE_INSIGHT_USER names one.';
  throw new AppError('NotFound', 'insight.not_configured', message);
}
