import {
  getBrowserOverview,
  getBrowserSession,
  listBrowserErrors,
  listBrowserSessions,
} from '@octo/contracts/observatory-browser.ts';
import { AppError } from '@octo/platform/errors/app-error.ts';
import { route } from '@octo/platform/http/route.ts';
import { decodeCursor, encodeCursor } from '@octo/platform/paging/cursor.ts';
import type { FastifyInstance } from 'fastify';
import type { Observatory } from '../context.ts';
import type { BrowserPosition } from '../store/browser/read-sessions.ts';

const usualMinutes = 60;
const pageSize = 50;
const mostSteps = 1000;
const lists = { sessions: 'browser.sessions', errors: 'browser.errors' };

/** What browsers told of visits. */
export function browserRoutes(app: FastifyInstance, { store, clock, sourceMaps }: Observatory): void {
  const fromUs = (minutes: number) => (clock.now().getTime() - minutes * 60_000) * 1000;

  route(app, getBrowserOverview, async ({ query: { minutes = usualMinutes, app } }) => {
    const figures = store.read(({ browser }) => browser.pages.overview(minutes, app, clock.now().getTime()));
    return { windowMinutes: minutes, ...figures };
  });

  route(app, listBrowserSessions, async ({ query }) => {
    const { minutes = usualMinutes, app, page, hasErrors = false, error, after, limit = pageSize } = query;
    const search = { fromUs: fromUs(minutes), app, page, hasErrors, error };
    const from = positionOf(lists.sessions, after);
    const { sessions, next } = store.read(({ browser }) => browser.sessions.list(search, from, limit));
    return { sessions, next: cursorOf(lists.sessions, next) };
  });

  route(app, getBrowserSession, async ({ params: { sessionId }, query: { traceId } }) => {
    const session = store.read(({ browser }) => browser.sessions.find(sessionId));
    if (!session) throw new AppError('NotFound', 'browser.unknown_session', 'Nothing is kept of this visit.');
    const steps = store.read(({ browser }) => browser.steps.list(sessionId, traceId, mostSteps + 1));
    const views = steps.filter(({ kind }) => kind === 'load' || kind === 'view' || kind === 'return').length;
    const hasLost = traceId === undefined && views < session.views;
    return { session, steps: steps.slice(0, mostSteps), isCut: steps.length > mostSteps || hasLost };
  });

  route(app, listBrowserErrors, async ({ query }) => {
    const { minutes = usualMinutes, app, page, after, limit = pageSize } = query;
    const search = { fromUs: fromUs(minutes), app, page };
    const from = positionOf(lists.errors, after);
    const { errors, next } = store.read(({ browser }) => browser.errors.list(search, from, limit));
    return { errors: await Promise.all(errors.map(sourceMaps.locate)), next: cursorOf(lists.errors, next) };
  });
}

function positionOf(list: string, after: string | undefined): BrowserPosition | undefined {
  if (after === undefined) return undefined;
  const { value, id } = decodeCursor(list, after, 'whole');
  return { lastUs: Number(value), id };
}

function cursorOf(list: string, next: BrowserPosition | undefined): string | null {
  return next ? encodeCursor(list, { value: next.lastUs, id: next.id }) : null;
}
