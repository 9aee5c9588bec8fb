import { findStatement, getStatementRuns } from '@octo/contracts/insight-runs.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { route } from '@octo/platform/http/route.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';
import { watched } from './database.ts';

const usualMinutes = 60;

/** Statements as the services' spans tell of them. */
export function statementRunRoutes(app: FastifyInstance, { watch, store, clock }: Observatory): void {
  route(app, getStatementRuns, async ({ params: { sqlId }, query: { minutes = usualMinutes } }) => {
    const from = Math.floor(clock.now().getTime() / 60_000) - minutes;
    return { sqlId, windowMinutes: minutes, ...store.read(({ statements }) => statements.find(sqlId, from)) };
  });

  route(app, findStatement, async ({ params: { sqlId } }) => {
    const statementId = watched(watch).store.read(({ statements }) => statements.idOf(sqlId));
    if (statementId !== undefined) return { sqlId, statementId };
    throw new AppError('NotFound', 'insight.unknown_statement', 'The database has not told of this statement yet.');
  });
}
