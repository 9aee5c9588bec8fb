import { getActivity, getInsightStatus, listSessions, listSizes } from '@octo/contracts/insight.ts';
import {
  getStatement,
  getStatementPlan,
  listStatementChanges,
  listStatements,
} from '@octo/contracts/insight-statements.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';
import { activityWindow } from '../insight/activity-steps.ts';
import type { DatabaseWatch } from '../insight/database-watch.ts';
import { toActivity } from '../insight/wire/activity.ts';
import { toSession } from '../insight/wire/sessions.ts';
import { instantOf, toChange, toGaps, toHistory, toKept, toSummary } from '../insight/wire/statements.ts';
import { toStatus } from '../insight/wire/status.ts';

const windowMinutes = 60;
const pageSize = 50;

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

function keptRoutes(app: FastifyInstance, { watch, clock }: Observatory): void {
  const minuteNow = () => Math.floor(clock.now().getTime() / 60_000);

  route(app, listStatements, async ({ query: { by = 'time', minutes, limit = pageSize } }) => {
    const { store, database } = watched(watch);
    if (minutes === undefined) {
      const statements = await database.topStatements({ by, limit });
      return { windowMinutes: null, statements: statements.map(toSummary), total: null, gaps: [] };
    }
    const from = minuteNow() - minutes;
    const { statements, total } = store.read((readers) => readers.statements.costliest(from, by, limit));
    const gaps = store.read((readers) => readers.gaps.list(from, minuteNow()));
    return { windowMinutes: minutes, statements: statements.map(toKept), total, gaps: toGaps(gaps) };
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

  route(app, getActivity, async ({ query: { minutes = windowMinutes } }) => {
    const window = activityWindow(minutes, Math.floor(clock.now().getTime() / 1000));
    return toActivity(
      window,
      watched(watch).store.read(({ activity }) => activity.read(window)),
    );
  });
}

function watched(watch: DatabaseWatch | undefined): DatabaseWatch {
  if (watch) return watch;
  const message = 'No database is watched. INSIGHT_DATABASE_URL or ORACLE_INSIGHT_USER names one.';
  throw new AppError('NotFound', 'insight.not_configured', message);
}
