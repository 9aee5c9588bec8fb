import type { LogRecord, listLogs, summariseLogs } from '@octo/contracts/observatory-logs.ts';
import { request } from '@octo/ui/react/api/request.ts';
import { type List, useList } from '@octo/ui/react/list/use-list.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { logQuery } from './log-query.ts';
import type { LogAsked } from './use-log-params.ts';

const everyMs = 5_000;
const countEveryMs = 10_000;
const pageSize = 100;

export interface FoundLogs {
  readonly list: List<LogRecord>;
  /** How far back the search came, when it goes on with “Load more”. */
  readonly searchedBackToUnixNano: string | undefined;
}

/** The lines that are asked for, newest first; those of a trace from the first on. */
export function useLogs(asked: LogAsked, isLive: boolean): FoundLogs {
  const [reached, setReached] = useState<string>();
  const list = useList({
    key: ['logs', asked],
    load: async (after, signal) => {
      const query = { ...logQuery(asked, Date.now()), after, limit: pageSize };
      const { logs, next, searchedBackToUnixNano } = await request<typeof listLogs>('GET /api/logs', { query, signal });
      setReached(searchedBackToUnixNano ?? undefined);
      return { rows: logs, next: next ?? undefined };
    },
    ...(isLive ? {} : { refresh: { everyMs, rowKey: ({ id }: LogRecord) => id } }),
  });
  return { list, searchedBackToUnixNano: list.hasMore ? reached : undefined };
}

/** How many there are, over time and by what they have in common; asked again by itself. */
export function useLogSummary(asked: LogAsked) {
  return useQuery({
    queryKey: ['logs', 'summary', asked],
    queryFn: ({ signal }) =>
      request<typeof summariseLogs>('GET /api/logs/summary', { query: logQuery(asked, Date.now()), signal }),
    placeholderData: keepPreviousData,
    refetchInterval: countEveryMs,
  });
}
