import type { BrowserSession, listBrowserSessions } from '@octo/contracts/observatory-browser.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { type List, useList } from '@octo/ui/react/list/use-list.ts';

const everyMs = 10_000;
const pageSize = 20;

export interface SessionQuestion {
  minutes: number;
  app: string | undefined;
  page: string | undefined;
  hasErrors: true | undefined;
  /** Id of an error that they met. */
  error: number | undefined;
}

/** The visits that are asked for, the latest first. */
export function useSessions(asked: SessionQuestion): List<BrowserSession> {
  return useList({
    key: ['browser', 'sessions', asked],
    load: async (after, signal) => {
      const { sessions, next } = await request<typeof listBrowserSessions>('GET /api/browser/sessions', {
        query: { ...asked, after, limit: pageSize },
        signal,
      });
      return { rows: sessions, next: next ?? undefined };
    },
    refresh: { everyMs, rowKey: ({ sessionId }) => sessionId },
  });
}
