import type { getBrowserOverview, getBrowserSession } from '@octo/contracts/observatory-browser.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

const everyMs = 10_000;

/** Views, errors and web vitals of the last minutes; asked again by itself. */
export function useBrowserOverview(minutes: number, app: string | undefined) {
  return useQuery({
    queryKey: ['browser', minutes, app],
    queryFn: ({ signal }) =>
      request<typeof getBrowserOverview>('GET /api/browser/overview', { query: { minutes, app }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  });
}

/** One visit; it may still go on. */
export function useBrowserSession(sessionId: string) {
  return useQuery({
    queryKey: ['browser', 'session', sessionId],
    queryFn: ({ signal }) =>
      request<typeof getBrowserSession>('GET /api/browser/sessions/:sessionId', { params: { sessionId }, signal }),
    refetchInterval: everyMs,
  });
}
